"""Filling a database: the service's tables by its own import of employers, the peers' tables from them."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import asyncpg

from models.database import Dialect, asyncpg_credentials, connected, dialect_of, query, sqlite_path
from models.migrate import migrate
from models.rules.paris_calendar import paris_day
from resolvers.employers.import_employer import import_employer
from tests.bench.desk import POLICY
from tests.bench.side_by_side.rows.peer_tables import postgresql_script, sqlite_script
from tests.bench.side_by_side.rows.people import employers


@dataclass(frozen=True, slots=True)
class Loaded:
    """A database that holds everything; the peers' tables are in `peers_url`."""

    url: str
    accounts: int

    @property
    def dialect(self) -> Dialect:
        return dialect_of(self.url)

    @property
    def peers_url(self) -> str:
        """PostgreSQL: the same database, whose schema `peers` the peers name; SQLite: a file beside."""
        if self.dialect is Dialect.POSTGRESQL:
            return self.url
        return f"sqlite://{peers_path(self.url)}"


def peers_path(url: str) -> Path:
    return sqlite_path(url).with_suffix(".peers.db")


async def load(url: str, accounts: int) -> Loaded:
    """Fill an empty database."""
    now = datetime.now(UTC)
    await migrate(url)
    async with connected(url):
        search_indexes = await _drop_search_indexes(url)
        for employer in employers(accounts, paris_day(now)):
            await import_employer(employer, now, POLICY)
        for statement in search_indexes:
            await query(statement, [])
    if dialect_of(url) is Dialect.SQLITE:
        _make_peers_file(url, now)
    else:
        await _make_peers_schema(url, now)
    return Loaded(url, accounts)


async def _drop_search_indexes(url: str) -> list[str]:
    """Drop the trigram indexes, which are cheaper made at the end; return the statements that make them."""
    if dialect_of(url) is Dialect.SQLITE:
        return []
    rows = await query("SELECT indexname, indexdef FROM pg_indexes WHERE indexdef LIKE '% USING gin %'", [])
    for row in rows:
        await query(f"DROP INDEX {row['indexname']}", [])
    return [row["indexdef"] for row in rows]


def _make_peers_file(url: str, now: datetime) -> None:
    with closing(sqlite3.connect(sqlite_path(url))) as connection:
        connection.execute("ATTACH ? AS peers", [str(peers_path(url))])
        connection.execute("PRAGMA peers.journal_mode = WAL")
        connection.executescript(sqlite_script(paris_day(now)))
        connection.execute("ANALYZE")


async def _make_peers_schema(url: str, now: datetime) -> None:
    connection: Any = await asyncpg.connect(**asyncpg_credentials(url))
    try:
        await connection.execute(postgresql_script(paris_day(now)))
        await connection.execute("VACUUM ANALYZE")
    finally:
        await connection.close()
