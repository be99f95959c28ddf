"""The drivers of the bare handler, asyncpg and aiosqlite, behind one small interface."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import date
from typing import Any, Protocol

import aiosqlite
import asyncpg

from models.database import Dialect, asyncpg_credentials, dialect_of, sqlite_path


class Database(Protocol):
    like: str
    """The operator that compares without regard to case."""

    async def rows(self, sql: str, *values: object) -> list[dict[str, Any]]: ...

    async def rows_among(self, sql: str, ids: Sequence[int]) -> list[dict[str, Any]]:
        """Return the rows of SQL with `IN ({among})`."""

    async def value(self, sql: str, *values: object) -> Any: ...

    async def renew(self, ids: Sequence[int], until: str) -> int: ...


class Postgresql:
    like = "ILIKE"

    def __init__(self, pool: Any) -> None:
        self._pool = pool

    async def rows(self, sql: str, *values: object) -> list[dict[str, Any]]:
        return [dict(row) for row in await self._pool.fetch(sql, *values)]

    async def rows_among(self, sql: str, ids: Sequence[int]) -> list[dict[str, Any]]:
        return await self.rows(sql.replace("IN ({among})", "= ANY ($1::int[])"), ids)

    async def value(self, sql: str, *values: object) -> Any:
        return await self._pool.fetchval(sql, *values)

    async def renew(self, ids: Sequence[int], until: str) -> int:
        return int(
            await self.value("SELECT renew_accounts($1::int[], $2, 'bench')", ids, date.fromisoformat(until))
        )


class Sqlite:
    like = "LIKE"

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def rows(self, sql: str, *values: object) -> list[dict[str, Any]]:
        return [dict(row) for row in await self._connection.execute_fetchall(_numbered(sql), values)]

    async def rows_among(self, sql: str, ids: Sequence[int]) -> list[dict[str, Any]]:
        return await self.rows(sql.format(among=", ".join("?" * len(ids))), *ids)

    async def value(self, sql: str, *values: object) -> Any:
        rows = list(await self._connection.execute_fetchall(_numbered(sql), values))
        return rows[0][0]

    async def renew(self, ids: Sequence[int], until: str) -> int:
        among = ", ".join(map(str, map(int, ids)))
        await self._connection.execute(
            f"UPDATE account SET expires_on = ?, status = 'ACTIVE' WHERE id IN ({among})", [until]
        )
        written = await self._connection.execute(
            "INSERT INTO history (account_id, at, actor, action, detail) "
            f"SELECT id, datetime('now'), 'bench', 'RENEWED', ? FROM account WHERE id IN ({among})",
            [f"until {until}"],
        )
        await self._connection.commit()
        return written.rowcount


def _numbered(sql: str) -> str:
    """SQLite writes numbered parameters as ?1."""
    return sql.replace("$", "?")


@asynccontextmanager
async def opened(url: str) -> AsyncIterator[Database]:
    if dialect_of(url) is Dialect.POSTGRESQL:
        settings = {"search_path": "peers, public"}
        pool: Any = asyncpg.create_pool(
            **asyncpg_credentials(url), min_size=2, max_size=10, server_settings=settings
        )
        async with pool:
            yield Postgresql(pool)
    else:
        async with aiosqlite.connect(sqlite_path(url)) as connection:
            connection.row_factory = aiosqlite.Row
            await connection.executescript("PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536;")
            yield Sqlite(connection)
