"""A database of one test alone, empty and not migrated."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from secrets import token_hex

import asyncpg

from models.database import Dialect
from models.migrate import versions

MIGRATIONS = len(versions(Dialect.SQLITE))
"""The number that is missing; both dialects have the same."""


@asynccontextmanager
async def fresh_database(server_url: str | None, folder: Path) -> AsyncIterator[str]:
    """Its URL: a new file in the folder, or a new database of the server, dropped afterwards."""
    name = f"fresh_{token_hex(6)}"
    if server_url is None:
        yield f"sqlite://{folder / name}.db"
        return
    server = await asyncpg.connect(server_url)
    try:
        await server.execute(f"CREATE DATABASE {name}")
        yield f"{server_url.rpartition('/')[0]}/{name}"
        await server.execute(f"DROP DATABASE {name} WITH (FORCE)")
    finally:
        await server.close()
