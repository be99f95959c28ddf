"""Fast execution of lists of objects: planned once for a list, filled column by column.

Stock execution resolves, checks and completes every field of every row by itself. Most fields of a list of
objects of one type are attributes: those are read here a column at a time, for all rows at once. Only fields
with a resolver of their own are run row by row, by the stock code. A list that this module does not support,
or a wrong value in a column, is left to stock execution before any resolver has run: data and errors are the
same either way, which a test compares.
"""

from collections.abc import Awaitable, Callable, Iterable
from itertools import islice
from typing import Any, TypeAlias

from graphql import (
    FieldNode,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLResolveInfo,
    Undefined,
)
from graphql.execution.collect_fields import FieldDetails
from graphql.pyutils import Path
from graphql.pyutils.gather_with_cancel import gather_with_cancel
from strawberry.resolvers import is_default_resolver
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext
from strawberry.schema.schema_converter import GraphQLCoreConverter

from schema.execution.columns import Unplannable, leaf_column, leaf_list

Row: TypeAlias = dict[str, Any]
PathOf: TypeAlias = Callable[[int], Path]
FieldDetailsList: TypeAlias = list[FieldDetails]


class DeferredField:
    """A field that stock execution runs for each row, once all columns are valid."""

    __slots__ = ("details", "items", "name", "parent", "path_of", "rows")

    def __init__(
        self,
        parent: GraphQLObjectType,
        name: str,
        details: FieldDetailsList,
        items: list[Any],
        rows: list[Row],
        path_of: PathOf,
    ) -> None:
        self.parent, self.name, self.details = parent, name, details
        self.items, self.rows, self.path_of = items, rows, path_of


class ColumnExecutor(StrawberryGraphQLCoreExecutionContext):
    """Stock execution, except for lists of objects of one type."""

    def complete_iterable_value(
        self,
        item_type: GraphQLOutputType,
        field_details_list: FieldDetailsList,
        info: GraphQLResolveInfo[Any],
        path: Path,
        items: Iterable[Any],
        position_context: Any,
    ) -> Any:
        later: list[DeferredField] = []
        try:
            rows = self._rows_of_list(item_type, field_details_list, path, items, position_context, later)
        except Unplannable:
            return super().complete_iterable_value(
                item_type, field_details_list, info, path, items, position_context
            )
        return self._run(later, rows)

    def _rows_of_list(
        self,
        item_type: GraphQLOutputType,
        details: FieldDetailsList,
        path: Path,
        items: Iterable[Any],
        position_context: Any,
        later: list[DeferredField],
    ) -> list[Row]:
        inner = item_type.of_type if isinstance(item_type, GraphQLNonNull) else None
        if not isinstance(inner, GraphQLObjectType) or position_context is not None:
            raise Unplannable
        if not isinstance(items, list) or not items:
            raise Unplannable
        return self._rows(inner, details, items, lambda i: path.add_key(i, None), later)

    def _rows(
        self,
        parent: GraphQLObjectType,
        details: FieldDetailsList,
        items: list[Any],
        path_of: PathOf,
        later: list[DeferredField],
    ) -> list[Row]:
        """One dictionary for each item, its keys in the order of the query; deferred fields hold None."""
        kind = _python_type(parent)
        if any(type(item) is not kind for item in items):
            raise Unplannable
        fields, deferred, _ = self.collect_subfields(parent, details)
        if deferred:
            raise Unplannable
        rows: list[Row] = [{} for _ in items]
        for name, field_details in fields.items():
            column = self._column(parent, name, field_details, items, rows, path_of, later)
            for row, value in zip(rows, column, strict=True):
                row[name] = value
        return rows

    def _column(
        self,
        parent: GraphQLObjectType,
        name: str,
        details: FieldDetailsList,
        items: list[Any],
        rows: list[Row],
        path_of: PathOf,
        later: list[DeferredField],
    ) -> list[Any]:
        """The value of one field for every item; None if a resolver has to be run for it later."""
        node: FieldNode = details[0].node
        if node.name.value == "__typename":
            return [parent.name] * len(items)
        field = self.schema.get_field(parent, node.name.value)
        if field is None:
            raise Unplannable
        if field.args or field.resolve is None or not is_default_resolver(field.resolve):
            later.append(DeferredField(parent, name, details, items, rows, path_of))
            return [None] * len(items)
        attribute = field.extensions[GraphQLCoreConverter.DEFINITION_BACKREF].python_name
        values = [getattr(item, attribute) for item in items]

        def path_of_value(place: int) -> Path:
            return Path(path_of(place), name, parent.name)

        return self._completed(field.type, details, values, path_of_value, later)

    def _completed(
        self,
        kind: GraphQLOutputType,
        details: FieldDetailsList,
        values: list[Any],
        path_of: PathOf,
        later: list[DeferredField],
    ) -> list[Any]:
        """The values of a column as the response holds them."""
        if isinstance(kind, GraphQLNonNull):
            if None in values:
                raise Unplannable
            return self._completed(kind.of_type, details, values, path_of, later)
        if isinstance(kind, GraphQLObjectType):
            if None in values:
                raise Unplannable
            return self._rows(kind, details, values, path_of, later)
        if isinstance(kind, GraphQLList):
            item_type = kind.of_type.of_type if isinstance(kind.of_type, GraphQLNonNull) else None
            if isinstance(item_type, GraphQLObjectType):
                return self._lists(item_type, details, values, path_of, later)
            return [leaf_list(kind.of_type, value) for value in values]
        return leaf_column(kind, values)

    def _lists(
        self,
        item_type: GraphQLObjectType,
        details: FieldDetailsList,
        lists: list[Any],
        path_of: PathOf,
        later: list[DeferredField],
    ) -> list[list[Row]]:
        """A column of lists of objects, filled as one list and divided again."""
        if not all(isinstance(items, list) for items in lists):
            raise Unplannable
        places = [(place, i) for place, items in enumerate(lists) for i in range(len(items))]

        def path_of_item(number: int) -> Path:
            place, i = places[number]
            return path_of(place).add_key(i, None)

        flat = [item for items in lists for item in items]
        rows = iter(self._rows(item_type, details, flat, path_of_item, later) if flat else ())
        return [list(islice(rows, len(items))) for items in lists]

    def _run(self, later: list[DeferredField], rows: list[Row]) -> list[Row] | Awaitable[list[Row]]:
        """Run the fields that have resolvers, and put their values in their places."""
        waiting: list[tuple[Row, str]] = []
        awaitables: list[Awaitable[Any]] = []
        try:
            for field in later:
                for place, (row, item) in enumerate(zip(field.rows, field.items, strict=True)):
                    path = Path(field.path_of(place), field.name, field.parent.name)
                    value = self.execute_field(field.parent, item, field.details, path, None)
                    if self.is_awaitable(value):
                        waiting.append((row, field.name))
                        awaitables.append(value)
                    elif value is Undefined:
                        del row[field.name]
                    else:
                        row[field.name] = value
        except Exception:
            if awaitables:
                self.settle_in_background(awaitables)
            raise
        return self._awaited(rows, waiting, awaitables) if awaitables else rows

    async def _awaited(
        self, rows: list[Row], waiting: list[tuple[Row, str]], awaitables: list[Awaitable[Any]]
    ) -> list[Row]:
        values = await gather_with_cancel(*awaitables)
        for (row, name), value in zip(waiting, values, strict=True):
            row[name] = value
        return rows


def _python_type(parent: GraphQLObjectType) -> type:
    """Raises: Unplannable for the types of introspection, which are graphql-core's own."""
    definition = parent.extensions.get(GraphQLCoreConverter.DEFINITION_BACKREF)
    if definition is None:
        raise Unplannable
    return definition.origin  # type: ignore[no-any-return]
