"""Plans a query: from its selections to steps that take a whole level of objects at once.

The plan of an object holds a step for each field of the answer. A step reads an attribute of all objects,
or calls a resolver for them, or is one that a part of the schema declares for itself
(`schema.execution.declared`). Then it completes the values as the schema's types say; for objects, by the
plan of what is selected below.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, TypeAlias, cast

from graphql import (
    GraphQLField,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLSchema,
    is_abstract_type,
    is_leaf_type,
)
from graphql.execution.collect_fields import FieldDetails, FragmentDetails, collect_fields, collect_subfields
from graphql.execution.values import VariableValues
from graphql.language import FieldNode, OperationDefinitionNode
from strawberry.resolvers import is_default_resolver
from strawberry.schema.schema_converter import GraphQLCoreConverter
from strawberry.types.field import StrawberryField

from schema.execution.arguments import Arguments, arguments_of
from schema.execution.completion import (
    Completer,
    leaves,
    lists,
    of_one_type,
    of_several_types,
    present,
)
from schema.execution.declared import Declared
from schema.execution.field_steps import attribute_step, batch_step, resolver_step
from schema.execution.steps import (
    Column,
    Level,
    MaybeLater,
    Row,
    RowMaker,
    Run,
    Step,
    Unplannable,
    awaited,
    row_maker,
)
from schema.limits.document_cache import PlanRoom

Selections: TypeAlias = dict[str, list[FieldDetails]]
"""The fields of an object by their names in the answer, in its order; each with all nodes that ask for it."""


class ObjectPlan:
    """The steps of one selection of an object's fields."""

    __slots__ = ("_make", "_steps", "attributes_only")

    def __init__(self, names: Sequence[str], steps: Sequence[Step], *, attributes_only: bool) -> None:
        self._steps, self._make = steps, row_maker(names) if names else None
        self.attributes_only = attributes_only
        """Nothing below depends on more than the object itself."""

    def rows(self, run: Run, level: Level) -> MaybeLater:
        if self._make is None:
            return [{} for _ in range(len(level))]
        columns = [step(run, level) for step in self._steps]
        if all(isinstance(column, list) for column in columns):
            return self._make(cast(list[Column], columns))
        return partial(self._awaited, self._make, columns)

    async def _awaited(self, make: RowMaker, columns: list[MaybeLater]) -> list[Row]:
        return make(await awaited(columns))


class Planner:
    """Plans one operation, for given values of the variables that @skip and @include take."""

    def __init__(
        self,
        schema: GraphQLSchema,
        converter: GraphQLCoreConverter,
        operation: OperationDefinitionNode,
        fragments: Mapping[str, FragmentDetails],
        variables: VariableValues,
        declared: Declared,
        room: PlanRoom | None = None,
    ) -> None:
        """`room` is for plans that are kept: without it, a plan has any number of steps."""
        self.schema, self._converter, self._operation = schema, converter, operation
        self._declared, self._room = declared, room
        self._fragments, self._variables = dict(fragments), variables

    def root(self) -> ObjectPlan:
        """Return the plan of the query. Raises: Unplannable."""
        query = self.schema.query_type
        assert query is not None  # noqa: S101  there is one
        collected = collect_fields(self.schema, self._fragments, self._variables, query, self._operation)
        return self.object(query, collected.grouped_field_set)

    def object_type(self, name: str) -> GraphQLObjectType:
        """Return the type of objects that has this name in the schema."""
        return cast(GraphQLObjectType, self.schema.type_map[name])

    def below(self, kind: GraphQLObjectType, details: list[FieldDetails]) -> Selections:
        """Return what these nodes select of an object of this type."""
        collected = collect_subfields(
            self.schema, self._fragments, self._variables, self._operation, kind, details
        )
        return collected.grouped_field_set

    def object(self, kind: GraphQLObjectType, selections: Selections) -> ObjectPlan:
        """Return the plan of these selections of an object. Raises: Unplannable."""
        fields = [self.field(kind, details) for details in selections.values()]
        return ObjectPlan(
            list(selections),
            [step for step, _ in fields],
            attributes_only=all(attributes_only for _, attributes_only in fields),
        )

    def field(self, kind: GraphQLObjectType, details: list[FieldDetails]) -> tuple[Step, bool]:
        """Return the step of a field, and whether nothing but its object decides on its value."""
        node = details[0].node
        if node.name.value == "__typename":
            return (lambda _run, items: [kind.name] * len(items)), True
        field = self.schema.get_field(kind, node.name.value)
        if field is None or node.name.value.startswith("__"):
            raise Unplannable  # introspection belongs to stock execution
        declared = self._declared.fields.get((kind.name, node.name.value))
        if declared and (step := declared(self, field, details)):
            return step, False
        complete, attributes_only = self._completer(field.type, details)
        if not field.args and field.resolve is not None and is_default_resolver(field.resolve):
            return attribute_step(self.definition(field), complete), attributes_only
        return self._resolved(kind, field, node, complete), False

    def definition(self, field: GraphQLField) -> StrawberryField:
        return cast(StrawberryField, field.extensions[GraphQLCoreConverter.DEFINITION_BACKREF])

    def arguments(self, field: GraphQLField, node: FieldNode) -> Arguments:
        return arguments_of(field, self.definition(field), node, self._converter)

    def completer(self, kind: GraphQLOutputType, details: list[FieldDetails]) -> Completer:
        """Return what completes values of this type. Raises: Unplannable."""
        return self._completer(kind, details)[0]

    def _completer(self, kind: GraphQLOutputType, details: list[FieldDetails]) -> tuple[Completer, bool]:
        if self._room is not None:
            if self._room.left <= 0:
                raise Unplannable
            self._room.left -= 1
        nullable = not isinstance(kind, GraphQLNonNull)
        of_kind = kind.of_type if isinstance(kind, GraphQLNonNull) else kind
        if is_leaf_type(of_kind):
            return leaves(of_kind, nullable=nullable), True
        complete, attributes_only = self._objects(of_kind, details)
        return present(complete) if nullable else complete, attributes_only

    def _objects(self, kind: GraphQLOutputType, details: list[FieldDetails]) -> tuple[Completer, bool]:
        """Return what completes lists or objects, and refuses None."""
        if isinstance(kind, GraphQLList):
            complete, attributes_only = self._completer(kind.of_type, details)
            return lists(complete), attributes_only
        if is_abstract_type(kind):
            return self._several_types(list(self.schema.get_possible_types(kind)), details), False
        assert isinstance(kind, GraphQLObjectType)  # noqa: S101  there is no other output type
        if declared := self._declared.objects.get(kind.name):
            return of_one_type(python_type(kind), declared(self, kind, details)), False
        plan = self.object(kind, self.below(kind, details))
        return of_one_type(python_type(kind), plan.rows), plan.attributes_only

    def _several_types(self, kinds: Sequence[GraphQLObjectType], details: list[FieldDetails]) -> Completer:
        plans = {python_type(kind): self.completer(GraphQLNonNull(kind), details) for kind in kinds}

        def by_type(kind: type) -> Callable[[Run, Sequence[Any]], MaybeLater]:
            if kind not in plans:
                raise Unplannable
            return plans[kind]  # type: ignore[return-value]

        return of_several_types(by_type)

    def _resolved(
        self, kind: GraphQLObjectType, field: GraphQLField, node: FieldNode, complete: Completer
    ) -> Step:
        if batch := self._declared.batches.get((kind.name, node.name.value)):
            return batch_step(batch, complete)
        arguments, definition = self.arguments(field, node), self.definition(field)
        resolver = definition.base_resolver
        if resolver is None or definition.extensions:
            raise Unplannable
        info_name = resolver.info_parameter.name if resolver.info_parameter else None
        takes_object = resolver.self_parameter is not None
        if resolver.parent_parameter or resolver.root_parameter:
            raise Unplannable
        return resolver_step(resolver, definition, takes_object, info_name, arguments, complete)


def python_type(kind: GraphQLObjectType) -> type:
    """Raises: Unplannable for the types of introspection, which are graphql-core's own."""
    definition = kind.extensions.get(GraphQLCoreConverter.DEFINITION_BACKREF)
    if definition is None:
        raise Unplannable
    return cast(type, definition.origin)
