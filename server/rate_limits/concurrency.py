"""Limits how many operations of one caller run at once; further ones wait, first come first served.

Each process counts for itself.
"""

from asyncio import Semaphore
from weakref import WeakValueDictionary

MAX_CONCURRENT_OPERATIONS = 2
"""Two, so that a long operation leaves room for short ones."""
MAX_CONCURRENT_ANONYMOUS_OPERATIONS = 20
"""Anonymous callers at one address may be a whole hospital, and a refused sign-in takes time (P3)."""


class ConcurrencySlots:
    """One semaphore for each caller (`cost_budget.budget_owner`), which exists while the caller uses it."""

    def __init__(self) -> None:
        self._semaphores: WeakValueDictionary[tuple[str, str], Semaphore] = WeakValueDictionary()

    def of(self, caller: tuple[str, str]) -> Semaphore:
        """Return the semaphore to hold while an operation of this caller runs."""
        places = MAX_CONCURRENT_ANONYMOUS_OPERATIONS if caller[0] == "address" else MAX_CONCURRENT_OPERATIONS
        return self._semaphores.setdefault(caller, Semaphore(places))

    def __len__(self) -> int:
        return len(self._semaphores)
