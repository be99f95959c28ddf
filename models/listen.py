"""Notifications from other processes through PostgreSQL (LISTEN); SQLite has no equivalent."""

import asyncio
from collections.abc import Callable

import asyncpg

from models.database import asyncpg_credentials


async def listen(url: str, channel: str, on_notification: Callable[[str], None]) -> None:
    """Call `on_notification` with the payload of each notification, until the connection is lost or the task
    is cancelled.

    Notifications sent before it listens are lost, so it first calls it with "" as soon as it listens.
    Raises: OSError and asyncpg.PostgresError if the connection cannot be opened.
    """
    connection = await asyncpg.connect(**asyncpg_credentials(url), timeout=10)
    lost = asyncio.Event()

    def received(_connection: object, _pid: int, _channel: str, payload: object) -> None:
        on_notification(str(payload))

    try:
        connection.add_termination_listener(lambda *_: lost.set())
        await connection.add_listener(channel, received)
        on_notification("")
        await lost.wait()
    finally:
        await connection.close(timeout=5)
