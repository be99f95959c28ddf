"""Loads what requests need and starting does not, once a process serves.

Loaded at the start, it delayed it. Loaded by the first request that needs it, it would delay every other
request of the process. What only single features need is loaded with their first use: server/first_use.py.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from server.first_use import loaded

DEFERRED = ("phonenumbers",)


@asynccontextmanager
async def deferred_imports() -> AsyncIterator[asyncio.Task[None]]:
    """Import in a thread, one module after the other, while the block lasts; yield the task that does."""
    task = asyncio.create_task(_load())
    try:
        yield task
    finally:
        task.cancel()  # the thread finishes the module that it is loading
        await asyncio.wait({task})


async def _load() -> None:
    for name in DEFERRED:
        await loaded(name)
