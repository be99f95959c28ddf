"""Connecting to the database that a URL names, its SQL dialect, transactions and failures."""

import os
import sqlite3
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from enum import StrEnum
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import models.table_sources  # noqa: F401

# isort: split

import asyncpg
from tortoise import Tortoise
from tortoise.backends.base.config_generator import expand_db_url
from tortoise.connection import get_connections
from tortoise.exceptions import BaseORMException, DBConnectionError, OperationalError
from tortoise.transactions import in_transaction

from models.give_way import give_way, giving_way

CONNECTION = "default"
TABLES = (
    "models.tables.employers",
    "models.tables.accounts",
    "models.tables.mandates",
    "models.tables.registrations",
    "models.tables.history",
    "models.tables.sign_in",
    "models.tables.messages",
    "models.tables.partners",
    "models.tables.webhooks",
    "models.tables.operators",
)


class Dialect(StrEnum):
    SQLITE = "sqlite"
    POSTGRESQL = "postgresql"


class DatabaseUnreachable(Exception):
    """The database cannot be connected to, or does not respond. The text holds no address and no password."""


def dialect_of(url: str) -> Dialect:
    """The dialect of a URL. Raises: ValueError for a scheme other than sqlite, postgres or postgresql."""
    scheme = urlsplit(url).scheme
    if scheme == "sqlite":
        return Dialect.SQLITE
    if scheme in {"postgres", "postgresql"}:
        return Dialect.POSTGRESQL
    raise ValueError(f"{scheme!r} is no database we speak to: use sqlite:// or postgres://")


def tortoise_config(
    url: str, statement_seconds: float | None = None, tables: Sequence[str] = TABLES
) -> dict[str, Any]:
    """Tortoise's configuration for a URL such as sqlite://var/comptoir.db or postgres://me@host/comptoir.

    PostgreSQL cancels a statement that runs longer than `statement_seconds`; None sets no limit.
    """
    connection = expand_db_url(url)
    credentials = connection["credentials"]
    if dialect_of(url) is Dialect.SQLITE:
        connection["engine"] = "models.sqlite_client"
        credentials |= {"busy_timeout": 10_000, "synchronous": "NORMAL", "foreign_keys": "ON"}
        credentials["recursive_triggers"] = "ON"  # or INSERT OR REPLACE bypasses delete triggers
        credentials["cache_size"] = -65_536  # 64 MiB: a large employer's index stays in memory
    else:
        connection["engine"] = "models.postgresql_client"
        credentials.setdefault("maxsize", 10)
        # Compiling a count takes 100 ms or more, and what is planned each time is compiled each time.
        credentials["server_settings"] = {"timezone": "UTC", "jit": "off"}
        if statement_seconds:
            credentials["server_settings"]["statement_timeout"] = f"{statement_seconds * 1_000:.0f}ms"
    return {
        "connections": {CONNECTION: connection},
        "apps": {"models": {"models": [*tables], "default_connection": CONNECTION}},
        "use_tz": True,
        "timezone": "UTC",
    }


def asyncpg_credentials(url: str) -> dict[str, Any]:
    """Credentials for a connection outside Tortoise's pool.

    The URL itself will not do: asyncpg and Tortoise read its query string differently.
    """
    credentials = tortoise_config(url)["connections"][CONNECTION]["credentials"]
    known = ("host", "port", "user", "password", "database", "ssl")
    return {name: credentials[name] for name in known if name in credentials}


@asynccontextmanager
async def connected(
    url: str, statement_seconds: float | None = None, tables: Sequence[str] = TABLES
) -> AsyncIterator[None]:
    """Connect Tortoise to this database, for every task, until the block ends.

    `statement_seconds` limits statements while requests are served; migrations, demos and purges have none.
    `tables` are the modules of Tortoise's models.
    """
    if dialect_of(url) is Dialect.SQLITE:
        _create_sqlite_file(sqlite_path(url))
    await Tortoise.init(config=tortoise_config(url, statement_seconds, tables), _enable_global_fallback=True)
    try:
        yield
    finally:
        await Tortoise.close_connections()


def _create_sqlite_file(path: Path) -> None:
    """Create the file for its owner alone; SQLite gives the files beside it the same permissions.

    What stands in the way is reported when the database is opened.
    """
    if path.name == ":memory:":
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with suppress(OSError):
        os.close(os.open(path, os.O_CREAT | os.O_RDONLY, 0o600))


def sqlite_path(url: str) -> Path:
    return Path(url.removeprefix("sqlite://").partition("?")[0])


def dialect() -> Dialect:
    """The dialect of the connected database."""
    name = get_connections().get(CONNECTION).capabilities.dialect
    return Dialect.SQLITE if name == "sqlite" else Dialect.POSTGRESQL


@asynccontextmanager
async def transaction() -> AsyncIterator[None]:
    """One transaction: everything written inside is committed, or nothing.

    Never use `asyncio.gather` inside. On SQLite the first statement must be a write, which takes the write
    lock at once: a transaction that begins with a read can no longer write after another process has written.
    """
    with giving_way(None):
        async with in_transaction(CONNECTION):
            yield


async def query(sql: str, values: list[Any]) -> list[dict[str, Any]]:
    """Run one statement, in the dialect of the connected database, and return its rows.

    Outside a transaction other callers may go on before what follows is computed.
    """
    client: Any = get_connections().get(CONNECTION)
    rows = await client.fetch_named(sql, values)
    await give_way()
    return [dict(row) for row in rows]


async def query_tuples(sql: str, values: list[Any]) -> Sequence[tuple[Any, ...]]:
    """Run one statement, as `query`, and return the driver's own rows, whose values are read by position.

    On PostgreSQL they are asyncpg's records, which behave as tuples and equal tuples of the same values.
    """
    client: Any = get_connections().get(CONNECTION)
    rows: Sequence[tuple[Any, ...]] = await client.fetch(sql, values)
    await give_way()
    return rows


_FAILURES = (
    OSError,
    DBConnectionError,
    DatabaseUnreachable,
    sqlite3.OperationalError,
    # Tortoise translates the errors of a statement; these concern the server or the connection.
    asyncpg.PostgresError,
    asyncpg.InterfaceError,
)


def is_database_failure(error: BaseException) -> bool:
    """True if the database could not be reached, cancelled the statement, or lacks a table.

    A violated constraint, a missing row and a value that no column can hold are not failures of the database.
    """
    if type(error) is OperationalError:
        return not isinstance(error.__cause__, asyncpg.DataError)
    return isinstance(error, _FAILURES) or type(error) is sqlite3.DatabaseError


async def check_reachable() -> None:
    """Run a trivial statement. Raises: DatabaseUnreachable."""
    try:
        await query("SELECT 1", [])
    except Exception as error:
        if not is_database_failure(error):
            raise
        raise DatabaseUnreachable(type(error).__name__) from error


async def applied_versions() -> list[str]:
    """The migrations recorded in the database, oldest first; none if it has no table of migrations.

    Raises: DatabaseUnreachable.
    """
    await check_reachable()
    try:
        return [row["version"] for row in await query("SELECT version FROM aerich ORDER BY id", [])]
    except BaseORMException:
        return []
