"""Points at which long work lets others go on: after each statement, between the slices of a bulk operation.

What is awaited there is set by the part of the service that knows the callers. In a transaction it is
nothing, because others wait for its locks.
"""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeAlias

Wait: TypeAlias = Callable[[], Awaitable[None]]

_wait: ContextVar[Wait | None] = ContextVar("wait", default=None)


@contextmanager
def giving_way(wait: Wait | None) -> Iterator[None]:
    """Await `wait` at each such point of this task, and of those it starts, in the block; None: nothing."""
    token = _wait.set(wait)
    try:
        yield
    finally:
        _wait.reset(token)


async def give_way() -> None:
    """Wait until the caller whose work this is may go on. The work holds no database connection here."""
    wait = _wait.get()
    if wait is not None:
        await wait()
