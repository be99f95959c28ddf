"""Loads what requests need and starting does not, once a process serves.

Loaded at the start, they delayed it. Loaded by the first request that needs one, they would delay every other
request of the process.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module

import anyio.to_thread

DEFERRED = ("server.auth.public_keys", "phonenumbers", "dns.asyncresolver")
"""In the order in which they are likely to be needed; `server.auth.public_keys` loads joserfc.

Not zxcvbn and typst, which take up 19 MB: they are used in threads only, and so load beside other requests.
"""


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
        await anyio.to_thread.run_sync(import_module, name)
