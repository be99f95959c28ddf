"""A gate for each caller: few of its operations are under way at one moment, the others wait their turn.

In the order in which they came, in each process for itself.
"""

from asyncio import Semaphore
from weakref import WeakValueDictionary

PLACES = 2
"""One long operation leaves room for short ones; what a browser sends at once takes milliseconds each."""
AT_AN_ADDRESS = 20
"""Strangers at one address may be all of a hospital, and a sign-in takes its time (P3)."""


class Gates:
    """Of callers, as `spending.who` names them. Who has nothing under way has no gate: nothing is kept."""

    def __init__(self) -> None:
        self._gates: WeakValueDictionary[tuple[str, str], Semaphore] = WeakValueDictionary()

    def of(self, caller: tuple[str, str]) -> Semaphore:
        """To be held while something is under way; it lives as long as someone holds it or waits for it."""
        places = AT_AN_ADDRESS if caller[0] == "address" else PLACES
        return self._gates.setdefault(caller, Semaphore(places))

    def __len__(self) -> int:
        return len(self._gates)
