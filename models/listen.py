"""Hearing what other processes tell through PostgreSQL (LISTEN); SQLite has nothing of the kind."""

import asyncio
from collections.abc import Callable

import asyncpg

from models.database import asyncpg_credentials


async def listen(url: str, channel: str, heard: Callable[[str], None]) -> None:
    """Calls `heard` with each word, and with none once it listens, until the connection is lost or the task
    cancelled.

    Notifications sent before it listens are lost: hence the first call. Raises: those of
    asyncpg and OSError, if there is no connection to begin with.
    """
    connection = await asyncpg.connect(**asyncpg_credentials(url), timeout=10)
    lost = asyncio.Event()
    try:
        connection.add_termination_listener(lambda *_: lost.set())
        await connection.add_listener(channel, lambda _connection, _pid, _channel, word: heard(str(word)))
        heard("")
        await lost.wait()
    finally:
        await connection.close(timeout=5)
