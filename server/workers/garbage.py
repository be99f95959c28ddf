"""Collects garbage between requests: a full collection in the midst of one would delay all the others.

What a process holds once it serves stays until its end, and is left out of every collection.
"""

import asyncio
import gc
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

CHECK_SECONDS = 1.0
MAX_CHECKS_BUSY = 30
"""The number of checks at which requests ran, after which garbage is collected all the same."""
YOUNG_OBJECTS = 2_000
"""New objects after which the young ones are collected at once, which takes less than a millisecond."""
_NEVER = 1_000_000_000


@asynccontextmanager
async def collected_between_requests(is_busy: Callable[[], bool]) -> AsyncIterator[None]:
    """While the block lasts, the old are collected only where `is_busy` says that no request runs."""
    before = gc.get_threshold()
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG_OBJECTS, before[1], _NEVER)
    task = asyncio.create_task(_collect(is_busy))
    try:
        yield
    finally:
        task.cancel()
        await asyncio.wait({task})
        gc.set_threshold(*before)
        gc.unfreeze()


async def _collect(is_busy: Callable[[], bool]) -> None:
    checks_busy = 0
    while True:
        await asyncio.sleep(CHECK_SECONDS)
        checks_busy += 1
        if (not is_busy() or checks_busy > MAX_CHECKS_BUSY) and is_due():
            gc.collect()
            checks_busy = 0


def is_due() -> bool:
    """Return whether young objects have grown old since the last full collection."""
    return gc.get_count()[2] > 0
