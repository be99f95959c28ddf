"""The cost of an operation, charged before it is executed."""

from collections.abc import AsyncIterator
from typing import Any

from graphql import OperationDefinitionNode
from strawberry.extensions import SchemaExtension

from models.rules.refusals import Refused, rate_limited, too_costly, too_costly_for_strangers
from schema.context import Context
from schema.limits.budget import CHARACTERS_PER_COST_UNIT, MIN_REQUEST_COST
from schema.limits.cost import operation_cost
from schema.limits.cost_directives import field_sizes


class CostLimit(SchemaExtension):
    """Refuses an operation that costs more than one may, or than is left of the caller's minute.

    Without a budget, as in exports and on the command line, nothing is charged.
    """

    _report: dict[str, int] | None = None
    _charged = _left = 0

    async def on_parse(self) -> AsyncIterator[None]:
        """Charge for parsing, even if the document is then refused: more for one that is not in the cache."""
        context = self.execution_context
        cached = context.graphql_document is not None
        await self._spend(
            MIN_REQUEST_COST
            if cached
            else max(MIN_REQUEST_COST, len(context.query or "") // CHARACTERS_PER_COST_UNIT)
        )
        yield

    async def on_execute(self) -> AsyncIterator[None]:
        budget = self.execution_context.context.budget
        if budget is not None:
            cost = self._operation_cost()
            self._report = {"asked": cost, "allowed": budget.allowed, "left": self._left}
            if cost > budget.allowed:
                refusal = too_costly if cost > budget.allowed_signed_in else too_costly_for_strangers
                raise Refused(refusal(budget.allowed, cost))
            await self._spend(cost - self._charged)
            self._report["left"] = self._left
        yield

    async def _spend(self, cost: int) -> None:
        """Charge `cost` to the budget. Raises: Refused(RATE_LIMITED)."""
        context: Context = self.execution_context.context
        if context.budget is None or cost <= 0:
            return
        spent = await context.budget.spend(cost, again=self._charged)
        self._left = spent.left
        if spent.seconds:
            context.seconds_to_wait = spent.seconds
            raise Refused(rate_limited(context.seconds_to_wait))
        self._charged += cost

    def get_results(self) -> dict[str, Any]:
        return {"cost": self._report} if self._report else {}

    def _operation_cost(self) -> int:
        context = self.execution_context
        document, schema = context.graphql_document, context.schema._schema
        assert document is not None  # noqa: S101  it was validated
        operations = [one for one in document.definitions if isinstance(one, OperationDefinitionNode)]
        name = context._provided_operation_name
        operation = next(one for one in operations if name is None or (one.name and one.name.value == name))
        root = schema.get_root_type(operation.operation)
        assert root is not None  # noqa: S101  it was validated
        own = context.context.caller.own_employers
        list_lengths = {"Viewer.employers": own, "Partner.employers": own}
        return operation_cost(
            operation, document, context.variables or {}, field_sizes(schema), root.name, list_lengths
        )
