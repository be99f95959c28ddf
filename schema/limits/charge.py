"""Charges a request to its caller's budget: for reading it, then for what its operation costs."""

from models.rules.refusals import Refused, rate_limited, too_costly, too_costly_for_strangers
from schema.context import Context
from schema.limits.budget import CHARACTERS_PER_COST_UNIT, MIN_REQUEST_COST


class Charge:
    """What one request is charged. Without a budget, as in exports and on the command line, it is nothing."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._charged = self._left = 0
        self.report: dict[str, int] | None = None
        """What the response says about the cost, once that of the operation is known."""

    async def reading(self, text: str, *, cached: bool) -> None:
        """Charge for a document, even if it is then refused: more for one that is not in the cache.

        Raises: Refused(RATE_LIMITED).
        """
        length = 0 if cached else len(text)
        await self._spend(max(MIN_REQUEST_COST, length // CHARACTERS_PER_COST_UNIT))

    async def executing(self, cost: int) -> None:
        """Charge the rest of what the operation costs.

        Raises: Refused, with LIMIT_EXCEEDED if one operation may not cost this much; RATE_LIMITED.
        """
        budget = self._context.budget
        if budget is None:
            return
        self.report = {"asked": cost, "allowed": budget.allowed, "left": self._left}
        if cost > budget.allowed:
            refusal = too_costly if cost > budget.allowed_signed_in else too_costly_for_strangers
            raise Refused(refusal(budget.allowed, cost))
        await self._spend(cost - self._charged)
        self.report["left"] = self._left

    async def _spend(self, cost: int) -> None:
        budget = self._context.budget
        if budget is None or cost <= 0:
            return
        spent = await budget.spend(cost, again=self._charged)
        self._left = spent.left
        if spent.seconds:
            self._context.seconds_to_wait = spent.seconds
            raise Refused(rate_limited(spent.seconds))
        self._charged += cost
