"""Limits how many operations of one caller run at once; further ones wait, first come first served.

Each process counts for itself.
"""

from asyncio import Semaphore
from weakref import WeakValueDictionary

MAX_CONCURRENT_OPERATIONS = 2
"""Two, so that a long operation leaves room for short ones."""
MAX_CONCURRENT_ANONYMOUS_OPERATIONS = 20
"""Anonymous callers at one address may be a whole hospital, and a refused sign-in takes time (P3)."""


MAX_CONCURRENT_EXPORTS = 1
"""Of one caller: a file is many operations, one after the other."""


class ConcurrencySlots:
    """One semaphore for each caller (`cost_budget.budget_owner`), which exists while the caller uses it."""

    def __init__(
        self,
        places: int = MAX_CONCURRENT_OPERATIONS,
        anonymous_places: int = MAX_CONCURRENT_ANONYMOUS_OPERATIONS,
    ) -> None:
        self._places, self._anonymous_places = places, anonymous_places
        self._semaphores: WeakValueDictionary[tuple[str, str], Semaphore] = WeakValueDictionary()

    def of(self, caller: tuple[str, str]) -> Semaphore:
        """Return the semaphore to hold while an operation of this caller runs."""
        places = self._anonymous_places if caller[0] == "address" else self._places
        return self._semaphores.setdefault(caller, Semaphore(places))

    def __len__(self) -> int:
        return len(self._semaphores)
