"""Limits how many exports of one caller run at once; further ones wait, first come first served.

Each process counts for itself. Operations have their own slots (fair_slots.py).
"""

from asyncio import Semaphore
from weakref import WeakValueDictionary

MAX_CONCURRENT_EXPORTS = 1
"""Of one caller: a file is many operations, one after the other."""


class ExportPlaces:
    """One semaphore for each caller (`cost_budget.budget_owner`), which exists while the caller uses it."""

    def __init__(self) -> None:
        self._semaphores: WeakValueDictionary[tuple[str, str], Semaphore] = WeakValueDictionary()

    def of(self, caller: tuple[str, str]) -> Semaphore:
        """Return the semaphore to hold while an export of this caller runs."""
        return self._semaphores.setdefault(caller, Semaphore(MAX_CONCURRENT_EXPORTS))
