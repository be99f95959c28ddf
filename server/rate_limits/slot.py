"""A slot in use: what runs in it is timed, and takes turns on the event loop with other groups of callers."""

from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, TypeVar

from models.give_way import Wait, giving_way
from server.rate_limits.loop_timer import LoopTimer, run_timed

T = TypeVar("T")

OVERHEAD_SECONDS = 0.0007
"""What a request takes outside its slot: its head is parsed, and a line is logged."""


class Slot:
    """One slot in use."""

    def __init__(
        self,
        release: Callable[[float], None],
        clock: Callable[[], float],
        charge: Callable[[float], None],
        wait: Wait | None,
    ) -> None:
        self._release, self._clock, self._charge, self._wait = release, clock, charge, wait
        self._began = clock()
        self._timer: LoopTimer[Any] | None = None
        self._held = self._charged = True

    async def run(self, work: Awaitable[T]) -> T:
        """Await `work`, in turn with other groups: it is charged for what it computes, its tasks included."""
        self._timer = timer = LoopTimer(work, self._clock, self._charge)
        with giving_way(self._wait):
            if self._wait is not None:
                try:
                    await self._wait()
                except BaseException:
                    if isinstance(work, Coroutine):
                        work.close()  # it was never begun
                    raise
            return await run_timed(timer)

    @property
    def seconds(self) -> float:
        """How long what ran in the slot has computed; without `run`, how long it was held."""
        return self._timer.seconds if self._timer else self._clock() - self._began

    def waive(self) -> None:
        """Charge no stranger: the caller turned out to be signed in."""
        self._charged = False

    def release(self) -> None:
        """Leave the slot to the next request; a second call does nothing."""
        if self._held:
            self._held = False
            self._release(self.seconds + OVERHEAD_SECONDS if self._charged else 0.0)
