"""A query of a cached document: its plans, and its answer by one of them."""

from collections.abc import Mapping
from typing import Any, cast

from graphql import (
    DirectiveNode,
    DocumentNode,
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLResolveInfo,
    GraphQLSchema,
    OperationDefinitionNode,
    VariableNode,
    Visitor,
    print_ast,
    visit,
)
from graphql.execution.collect_fields import FragmentDetails
from graphql.execution.values import VariableValues
from graphql.pyutils import Path
from graphql.pyutils.gather_with_cancel import gather_with_cancel
from graphql.type.definition import GraphQLResolveInfoHelpers
from strawberry.execution import optimized_is_awaitable
from strawberry.schema.schema_converter import GraphQLCoreConverter

from schema.context import Context
from schema.execution.declared import Declared
from schema.execution.planner import ObjectPlan, Planner
from schema.execution.steps import Run, Unplannable, now
from schema.execution.variables import Variables
from schema.limits.document_cache import PlanRoom

MAX_VARIANTS = 16
"""Plans of one operation: one for each combination of the variables that @skip and @include take."""
_NOWHERE = Path(None, "", None)
_NO_HELPERS = GraphQLResolveInfoHelpers(
    gather=lambda values: gather_with_cancel(*values), track=lambda _values: None
)


class PlannedQuery:
    """A query of a cached document, with its plans."""

    def __init__(
        self,
        schema: GraphQLSchema,
        converter: GraphQLCoreConverter,
        document: DocumentNode,
        operation: OperationDefinitionNode,
        declared: Declared,
        room: PlanRoom | None = None,
    ) -> None:
        """`room` is for its plans and those of the document's other operations; None: any number of steps."""
        self._declared, self._room = declared, room
        self._schema, self._converter, self._operation = schema, converter, operation
        self._fragments = {
            one.name.value: one for one in document.definitions if isinstance(one, FragmentDefinitionNode)
        }
        self._switches, self._variables = switches_of(document, operation), Variables(schema, operation)
        self._plans: dict[tuple[Any, ...], ObjectPlan | None] = {}

    async def answer(self, context: Context, inputs: Mapping[str, Any]) -> dict[str, Any]:
        """Return the data of the answer.

        Raises: Unplannable, if stock execution has to answer: a resolver refused, a value does not fit, or
        the document holds what plans do not cover. Nothing has been written then.
        """
        variables = self._variables.read(inputs)
        plan = self._plan(variables)
        run = Run(context, variables, run_info(self._schema, self._operation, variables, context))
        try:
            (data,) = await now(plan.rows(run, [None]))
        except Exception as error:
            context.start_again()
            raise Unplannable from error
        return data  # type: ignore[no-any-return]

    def _plan(self, variables: VariableValues) -> ObjectPlan:
        variant = tuple(variables.coerced.get(name) for name in self._switches)
        if variant not in self._plans:
            if len(self._plans) >= MAX_VARIANTS:
                raise Unplannable
            self._plans[variant] = self._made(variables)
        plan = self._plans[variant]
        if plan is None:
            raise Unplannable
        return plan

    def _made(self, variables: VariableValues) -> ObjectPlan | None:
        fragments = {name: FragmentDetails(one) for name, one in self._fragments.items()}
        planner = Planner(
            self._schema,
            self._converter,
            self._operation,
            fragments,
            variables,
            self._declared,
            self._room,
        )
        left = self._room.left if self._room else 0
        try:
            return planner.root()
        except (Unplannable, GraphQLError):  # an error: the condition of @skip or @include is null
            if self._room:
                self._room.left = left
            return None


def run_info(
    schema: GraphQLSchema, operation: OperationDefinitionNode, variables: VariableValues, context: Context
) -> GraphQLResolveInfo[Any]:
    """Return what resolvers may read of an execution: its context and schema, not a place in the answer."""
    query = schema.query_type
    assert query is not None  # noqa: S101  there is one
    return GraphQLResolveInfo(
        field_name="",
        field_nodes=[],
        return_type=query,
        parent_type=query,
        path=_NOWHERE,
        schema=schema,
        fragments={},
        root_value=None,
        operation=operation,
        variable_values=variables,
        context=context,
        is_awaitable=cast(Any, optimized_is_awaitable),
        abort_signal=None,
        async_helpers=_NO_HELPERS,
    )


class _Switches(Visitor):
    def __init__(self) -> None:
        super().__init__()
        self.names: dict[str, None] = {}

    def enter_directive(self, node: DirectiveNode, *_where: Any) -> None:
        for argument in node.arguments or ():
            if isinstance(argument.value, VariableNode):
                self.names[argument.value.name.value] = None


def switches_of(document: DocumentNode, operation: OperationDefinitionNode) -> tuple[str, ...]:
    """Return the names of the variables of the operation that the document's directives take.

    They are booleans; a variable that has the name of another operation's may be anything.
    """
    visitor = _Switches()
    visit(document, visitor)
    booleans = {
        definition.variable.name.value
        for definition in operation.variable_definitions or ()
        if print_ast(definition.type).rstrip("!") == "Boolean"
    }
    return tuple(name for name in visitor.names if name in booleans)
