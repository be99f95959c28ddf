"""Stock execution whose root fields are completed by plans: for mutations, and for documents seen first.

The resolver of a root field runs once, as in stock execution. What it returned is completed by a plan; if the
plan does not cover it, by stock execution, which reports any errors.
"""

from typing import Any, ClassVar

from graphql import GraphQLOutputType, GraphQLResolveInfo
from graphql.execution.collect_fields import FieldDetails
from graphql.pyutils import Path
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from schema.execution.completion import Completer
from schema.execution.planned_query import MAX_VARIANTS, run_info
from schema.execution.planner import Planner
from schema.execution.steps import Column, MaybeLater, Run, Unplannable, now
from schema.limits.document_cache import PlanRoom


class PlannedPayloads(StrawberryGraphQLCoreExecutionContext):
    """The execution of one operation. A subclass with `plans` keeps the plans of its operation."""

    plans: ClassVar[dict[tuple[Any, ...], Completer] | None] = None
    switches: ClassVar[tuple[str, ...]] = ()
    room: ClassVar[PlanRoom | None] = None

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._left_to_stock: set[str | int] = set()

    def complete_value(
        self,
        return_type: GraphQLOutputType,
        field_details_list: list[FieldDetails],
        info: GraphQLResolveInfo[Any],
        path: Path,
        result: Any,
        position_context: Any,
    ) -> Any:
        stock = super().complete_value
        if path.prev is not None or isinstance(result, Exception) or path.key in self._left_to_stock:
            return stock(return_type, field_details_list, info, path, result, position_context)
        self._left_to_stock.add(path.key)

        async def completed() -> Any:
            try:
                return await self._planned(return_type, field_details_list, path, result)
            except Exception:  # stock execution meets it again, and reports it
                self.context_value.start_again()
            value = stock(return_type, field_details_list, info, path, result, position_context)
            return await value if self.is_awaitable(value) else value

        return completed()

    async def _planned(
        self, kind: GraphQLOutputType, details: list[FieldDetails], path: Path, result: Any
    ) -> Any:
        info = run_info(self.schema, self.operation, self.variable_values, self.context_value)
        run = Run(self.context_value, self.variable_values, info)
        (value,) = await now(self._completer(kind, details, path)(run, [result]))
        return value

    def _completer(self, kind: GraphQLOutputType, details: list[FieldDetails], path: Path) -> Completer:
        variant = (path.key, *map(self.variable_values.coerced.get, self.switches))
        known = None if self.plans is None else self.plans.get(variant)
        if known is None:
            left = self.room.left if self.room else 0
            try:
                known = self._made(kind, details)
            except Unplannable:
                known = _left_to_stock
                if self.room:
                    self.room.left = left
            if self.plans is not None and len(self.plans) < MAX_VARIANTS:
                self.plans[variant] = known
        return known

    def _made(self, kind: GraphQLOutputType, details: list[FieldDetails]) -> Completer:
        served: Any = self.schema._strawberry_schema  # type: ignore[attr-defined]
        planner = Planner(
            self.schema,
            served.schema_converter,
            self.operation,
            self.fragments,
            self.variable_values,
            served.declared,
            self.room,
        )
        return planner.completer(kind, details)


def _left_to_stock(_run: Run, _values: Column) -> MaybeLater:
    """In place of a plan that cannot be made, or has no room."""
    raise Unplannable
