"""How long work computes on the event loop, the tasks that it starts included.

The clocks return monotonic seconds: on a busy machine, what computes keeps others waiting for longer.
"""

import asyncio
from asyncio import AbstractEventLoop, Task
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Generator
from contextlib import asynccontextmanager
from contextvars import ContextVar
from typing import Any, Generic, TypeVar, cast

T = TypeVar("T")


def _nothing(_seconds: float) -> None: ...


class LoopTimer(Generic[T]):
    """Awaits a coroutine, and counts how long it computed; what it awaited does not count.

    `charge` is called with the seconds of each step, from one `await` to the next.
    """

    def __init__(
        self,
        coroutine: Awaitable[T],
        clock: Callable[[], float],
        charge: Callable[[float], None] = _nothing,
    ) -> None:
        self._coroutine, self._clock, self._charge = coroutine.__await__(), clock, charge
        self._seconds = 0.0
        self._step_began: float | None = None

    @property
    def seconds(self) -> float:
        """How long the coroutine and its tasks have computed, the step included that it is in."""
        return self._seconds + (0.0 if self._step_began is None else self._clock() - self._step_began)

    def of_task(self, coroutine: Coroutine[Any, Any, T]) -> "LoopTimer[T]":
        """Return a timer for a task of this work: its seconds count here too."""
        return LoopTimer(coroutine, self._clock, self._add)

    def _add(self, seconds: float) -> None:
        self._seconds += seconds
        self._charge(seconds)

    def __await__(self) -> Generator[Any, Any, T]:
        step: Callable[[Any], Any] = self._coroutine.send
        value: Any = None
        while True:
            self._step_began = began = self._clock()
            try:
                awaited = step(value)
            except StopIteration as finished:
                result: T = finished.value
                return result
            finally:
                self._step_began = None
                self._add(self._clock() - began)
            try:
                value = yield awaited
                step = self._coroutine.send
            except BaseException as error:
                step, value = self._coroutine.throw, error


_timer: ContextVar[LoopTimer[Any] | None] = ContextVar("timer", default=None)


async def run_timed(timer: LoopTimer[T]) -> T:
    """Await the work of this timer; the tasks that it starts count too, where `tasks_timed` is in use."""
    token = _timer.set(timer)
    try:
        return await timer
    finally:
        _timer.reset(token)


@asynccontextmanager
async def tasks_timed() -> AsyncIterator[None]:
    """While the block lasts, tasks that are started by timed work count as part of it."""
    loop = asyncio.get_running_loop()
    before = loop.get_task_factory()

    def timed_task(
        loop: AbstractEventLoop, coroutine: Coroutine[Any, Any, T], **options: Any
    ) -> asyncio.Future[T]:
        timer = _timer.get()
        work = coroutine if timer is None else _awaited(timer.of_task(coroutine))
        return before(loop, work, **options) if before else Task(work, loop=loop, **options)

    loop.set_task_factory(cast(Any, timed_task))
    try:
        yield
    finally:
        loop.set_task_factory(before)


async def _awaited(timer: LoopTimer[T]) -> T:
    return await timer
