"""Migrating a database to this version, by aerich's files: one series of migrations for each dialect."""

import fcntl
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

import asyncpg
from tortoise import Tortoise

from models.database import (
    TABLES,
    Dialect,
    applied_versions,
    asyncpg_credentials,
    check_reachable,
    connected,
    dialect_of,
    sqlite_path,
    tortoise_config,
)
from models.stores.catalogue import write_catalogue

MIGRATIONS = Path(__file__).parent.parent / "migrations"
_LOCK = 0x436F6D70
"""The key of PostgreSQL's advisory lock for migrating: "Comp" in ASCII."""


def versions(dialect: Dialect) -> list[str]:
    """The migrations that this version knows, oldest first."""
    files = (MIGRATIONS / dialect / "models").glob("[0-9]*_*.py")
    return [f.name for f in sorted(files, key=lambda f: int(f.name.split("_")[0]))]


async def missing_versions(url: str) -> list[str]:
    """The migrations that the connected database lacks, oldest first."""
    applied = set(await applied_versions())
    return [version for version in versions(dialect_of(url)) if version not in applied]


async def migrate(url: str) -> list[str]:
    """Apply the missing migrations and write the catalogue; return the versions applied.

    Safe to run twice, and by several processes at once: one migrates, the others wait and find nothing to do.
    Raises: errors for which `models.database.is_database_failure` is true.
    """
    from aerich import Command  # serving asks which migrations are missing, and loads no more than that

    tables = (*TABLES, "aerich.models")
    async with _migration_lock(url), connected(url, tables=tables):
        await check_reachable()
        command = Command(tortoise_config(url, tables=tables), location=str(MIGRATIONS / dialect_of(url)))
        await command.init()
        applied = await command.upgrade(run_in_transaction=True)
        await write_catalogue()
        await Tortoise.close_connections()
        return applied


@asynccontextmanager
async def _migration_lock(url: str) -> AsyncIterator[None]:
    if dialect_of(url) is Dialect.SQLITE:
        with _file_lock(sqlite_path(url).with_suffix(".migrating")):
            yield
        return
    connection = await asyncpg.connect(**asyncpg_credentials(url))
    try:
        await connection.execute("SELECT pg_advisory_lock($1)", _LOCK)
        yield
    finally:
        await connection.close()


@contextmanager
def _file_lock(path: Path) -> Iterator[None]:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
