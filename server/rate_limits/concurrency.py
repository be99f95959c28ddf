"""A gate for each caller: few of its operations are under way at one moment, the others wait their turn.

In the order in which they came, in each process for itself.
"""

from asyncio import Semaphore
from weakref import WeakValueDictionary

MAX_CONCURRENT_OPERATIONS = 2
"""One long operation leaves room for short ones; what a browser sends at once takes milliseconds each."""
MAX_CONCURRENT_ANONYMOUS_OPERATIONS = 20
"""Strangers at one address may be all of a hospital, and a sign-in takes its time (P3)."""


class ConcurrencySlots:
    """Of callers, as `spending.who` names them. Who has nothing under way has no gate: nothing is kept."""

    def __init__(self) -> None:
        self._gates: WeakValueDictionary[tuple[str, str], Semaphore] = WeakValueDictionary()

    def of(self, caller: tuple[str, str]) -> Semaphore:
        """To be held while something is under way; it lives as long as someone holds it or waits for it."""
        places = MAX_CONCURRENT_ANONYMOUS_OPERATIONS if caller[0] == "address" else MAX_CONCURRENT_OPERATIONS
        return self._gates.setdefault(caller, Semaphore(places))

    def __len__(self) -> int:
        return len(self._gates)
