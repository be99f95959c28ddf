"""The cost of an operation, charged before it is executed."""

from collections.abc import AsyncIterator
from typing import Any

from graphql import OperationDefinitionNode
from strawberry.extensions import SchemaExtension

from models.rules.refusals import Refused, rate_limited, too_costly
from schema.context import Context
from schema.limits.budget import CHARACTERS_PER_COST_UNIT, MIN_REQUEST_COST
from schema.limits.cost import operation_cost
from schema.limits.cost_directives import field_sizes


class CostLimit(SchemaExtension):
    """Nothing is executed that costs more than is allowed at once, or than is left of the caller's minute.

    Without a budget, as in exports and on the command line, nothing is counted.
    """

    _told: dict[str, int] | None = None
    _counted = _left = 0

    async def on_parse(self) -> AsyncIterator[None]:
        """To be looked at counts too, whatever becomes of it: more for a text that is not known yet."""
        context = self.execution_context
        known = context.graphql_document is not None
        await self._spend(
            MIN_REQUEST_COST
            if known
            else max(MIN_REQUEST_COST, len(context.query or "") // CHARACTERS_PER_COST_UNIT)
        )
        yield

    async def on_execute(self) -> AsyncIterator[None]:
        budget = self.execution_context.context.budget
        if budget is not None:
            asked = self._asked()
            self._told = {"asked": asked, "allowed": budget.allowed, "left": self._left}
            if asked > budget.allowed:
                raise Refused(too_costly(budget.allowed, asked))
            await self._spend(asked - self._counted)
            self._told["left"] = self._left
        yield

    async def _spend(self, cost: int) -> None:
        """Raises: Refused(RATE_LIMITED)."""
        context: Context = self.execution_context.context
        if context.budget is None or cost <= 0:
            return
        spent = await context.budget.spend(cost, again=self._counted)
        self._left = spent.left
        if spent.seconds:
            context.seconds_to_wait = spent.seconds
            raise Refused(rate_limited(context.seconds_to_wait))
        self._counted += cost

    def get_results(self) -> dict[str, Any]:
        return {"cost": self._told} if self._told else {}

    def _asked(self) -> int:
        context = self.execution_context
        document, schema = context.graphql_document, context.schema._schema
        assert document is not None  # noqa: S101  it was validated
        operations = [one for one in document.definitions if isinstance(one, OperationDefinitionNode)]
        named = context._provided_operation_name
        chosen = next(one for one in operations if named is None or (one.name and one.name.value == named))
        root = schema.get_root_type(chosen.operation)
        assert root is not None  # noqa: S101  it was validated
        own = context.context.caller.own_employers
        known = {"Viewer.employers": own, "Partner.employers": own}
        return operation_cost(
            chosen, document, context.variables or {}, field_sizes(schema), root.name, known
        )
