"""On SIGTERM or SIGINT, streams end first: uvicorn waits for them, and they do not end by themselves."""

import asyncio
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

_ASKED_TO_STOP = (signal.SIGTERM, signal.SIGINT)


@contextmanager
def set_on_shutdown(ending: asyncio.Event) -> Iterator[None]:
    """Set `ending` on SIGTERM or SIGINT, and at the end of the block; earlier handlers are still called."""
    loop = asyncio.get_running_loop()
    formers: dict[int, Callable[[int, FrameType | None], Any]] = {
        number: former
        for number in _ASKED_TO_STOP
        if _in_main_thread() and callable(former := signal.getsignal(number))
    }

    def stop(number: int, frame: FrameType | None) -> None:
        loop.call_soon_threadsafe(ending.set)
        formers[number](number, frame)

    for number in formers:
        signal.signal(number, stop)
    try:
        yield
    finally:
        ending.set()
        for number, former in formers.items():
            signal.signal(number, former)


def _in_main_thread() -> bool:
    return threading.current_thread() is threading.main_thread()
