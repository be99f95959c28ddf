"""Loads what single features need, before its first use: in a thread, so that other requests go on meanwhile.

Loaded at the start, it would delay the start and use memory in processes that never need it.
"""

import sys
from importlib import import_module

import anyio.to_thread

JOSERFC = "server.auth.public_keys"
"""Of the partners that use access tokens; with joserfc and cryptography, 9 MB."""
DNS = "dns.asyncresolver"
"""Of webhooks, 2 MB."""


async def loaded(name: str) -> None:
    """Import a module in a thread; return at once if it is there already."""
    if name not in sys.modules:
        await anyio.to_thread.run_sync(import_module, name)
