"""The cost that one request may have, and the caller's budget of a minute that it is charged to."""

from dataclasses import dataclass
from typing import Protocol

MIN_REQUEST_COST = 100
"""The least that a request is charged, in cost units."""


CHARACTERS_PER_COST_UNIT = 4
"""A document that is not in the cache is charged one cost unit for this many characters."""


@dataclass(frozen=True, slots=True)
class BudgetCharge:
    """`left` of the minute's budget; `seconds` to wait if too little was left to charge anything, else 0."""

    left: int
    seconds: int = 0


class ChargeBudget(Protocol):
    """The server's count of what a caller has spent in a minute."""

    async def __call__(self, cost: int, again: int = 0) -> BudgetCharge:
        """Charge `cost`; `again` was charged for this request before, and a retry is charged both."""


@dataclass(frozen=True, slots=True)
class Budget:
    allowed: int
    """The highest cost of one operation."""
    allowed_signed_in: int
    """What would be allowed to the caller after signing in; at least `allowed`."""
    spend: ChargeBudget
