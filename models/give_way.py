"""Points at which long work lets others go on: after each statement, between the slices of a bulk operation.

What is awaited there is set by the part of the service that knows the callers. In a transaction it is
nothing, because others wait for its locks.
"""

from collections.abc import Awaitable, Callable
from contextvars import ContextVar, Token
from typing import TypeAlias

Wait: TypeAlias = Callable[[], Awaitable[None]]

_wait: ContextVar[Wait | None] = ContextVar("wait", default=None)


class GivingWay:
    """Await `wait` at each such point of this task, and of those it starts, in the block; None: nothing.

    A class, because each request enters two such blocks: as a generator, one took a microsecond more.
    """

    __slots__ = ("_token", "_wait")
    _token: Token[Wait | None]

    def __init__(self, wait: Wait | None) -> None:
        self._wait = wait

    def __enter__(self) -> None:
        self._token = _wait.set(self._wait)

    def __exit__(self, *_: object) -> None:
        _wait.reset(self._token)


giving_way = GivingWay


async def give_way() -> None:
    """Wait until the caller whose work this is may go on. The work holds no database connection here."""
    wait = _wait.get()
    if wait is not None:
        await wait()
