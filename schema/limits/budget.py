"""What one request may cost, and where it is counted."""

from dataclasses import dataclass
from typing import Protocol

MIN_REQUEST_COST = 100
"""Each request costs at least this much of a minute's budget."""


CHARACTERS_PER_COST_UNIT = 4
"""A document that is read for the first time counts one for so many characters."""


@dataclass(frozen=True, slots=True)
class BudgetCharge:
    """`seconds` to wait if the caller's minute was used up, and then nothing was counted; else 0."""

    left: int
    seconds: int = 0


class ChargeBudget(Protocol):
    """The edge's count of what a caller asks in a minute."""

    async def __call__(self, cost: int, again: int = 0) -> BudgetCharge:
        """Count `cost`; `again` is what was counted for the same request, and whoever comes again pays."""


@dataclass(frozen=True, slots=True)
class Budget:
    allowed: int
    """At once."""
    spend: ChargeBudget
