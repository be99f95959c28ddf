"""Loads what requests need and starting does not: in a thread, so that other requests go on meanwhile.

Loaded at the start, it would delay the start and take up memory in processes that never need it.
"""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module

import anyio.to_thread

DEFERRED = ("phonenumbers",)
"""Loaded once a process serves: it takes up little, and the use cases that need it load it where they run."""
JOSERFC = "server.auth.public_keys"
"""Of the partners that use access tokens; with joserfc and cryptography, 9 MB."""
DNS = "dns.asyncresolver"
"""Of webhooks, 2 MB."""


async def loaded(name: str) -> None:
    """Import a module before its first use, in a thread; later calls return at once."""
    if name not in sys.modules:
        await anyio.to_thread.run_sync(import_module, name)


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
