"""Tortoise's PostgreSQL client over a pool of our own, with a direct way for statements of ours.

A task cancelled while its transaction begins releases its connection.
"""

from collections.abc import Sequence
from typing import Any

import asyncpg
from tortoise.backends.asyncpg.client import AsyncpgDBClient, TransactionWrapper
from tortoise.backends.base.client import (
    TransactionalDBClient,
    TransactionContext,
    TransactionContextPooled,
)
from tortoise.connection import get_connections
from tortoise.exceptions import IntegrityError, OperationalError

from models.postgresql_pool import ConnectionPool

_OPTIONS_OF_A_POOL = (
    "init",
    "max_inactive_connection_lifetime",
    "max_queries",
    "max_size",
    "min_size",
    "reset",
    "setup",
)
"""What a URL may set for asyncpg's pool, and a connection does not know."""
_STATEMENTS_KEPT = 200
"""Prepared statements of each connection."""


async def _fetch(connection: asyncpg.Connection, sql: str, values: Sequence[Any]) -> list[asyncpg.Record]:
    """Run one statement, prepared once a connection. Raises: Tortoise's errors, as its own client does.

    A search is planned each time, for its text: it is not kept, so that PostgreSQL never makes the plan
    for any text, which reads the whole table.
    """
    try:
        if " LIKE " in sql:
            search = await connection.prepare(sql, name="")
            records: list[asyncpg.Record] = await search.fetch(*values)
        else:
            records = await connection.fetch(sql, *values)
    except (asyncpg.SyntaxOrAccessError, asyncpg.DataError) as error:
        raise OperationalError(error) from error
    except asyncpg.IntegrityConstraintViolationError as error:
        raise IntegrityError(error) from error
    return records


class _InTransaction(TransactionWrapper):
    async def fetch(self, sql: str, values: Sequence[Any]) -> list[asyncpg.Record]:
        """Run one statement in this transaction and return its records."""
        self.log.debug("%s: %s", sql, values)
        async with self.acquire_connection() as connection:
            return await _fetch(connection, sql, values)

    fetch_named = fetch  # a record's values have names, too


class _Transaction(TransactionContextPooled):
    async def __aenter__(self) -> TransactionalDBClient:
        try:
            return await super().__aenter__()
        except BaseException:
            # Tortoise would never release the connection: after ten of these the pool is empty. It is closed,
            # for the transaction may still begin, and would swallow what the next one writes.
            if self.client._connection is not None:
                get_connections().reset(self.token)
                self.client._connection.terminate()
                await self.client._parent._pool.release(self.client._connection)
            raise


class Client(AsyncpgDBClient):
    _pool: ConnectionPool | None

    async def create_pool(self, **options: Any) -> ConnectionPool:
        """Open the pool with its first connection. Raises: as `asyncpg.connect`."""
        size = options["max_size"]
        settings = {name: value for name, value in options.items() if name not in _OPTIONS_OF_A_POOL}
        settings.setdefault("statement_cache_size", _STATEMENTS_KEPT)

        async def connect() -> asyncpg.Connection:
            return await asyncpg.connect(**settings)

        pool = ConnectionPool(connect, size)
        try:
            pool.put_back(await pool.acquire())
        except BaseException:
            pool.terminate()  # what is still being opened is closed then
            raise
        return pool

    async def fetch(self, sql: str, values: Sequence[Any]) -> list[asyncpg.Record]:
        """Run one statement outside transactions and return its records."""
        self.log.debug("%s: %s", sql, values)
        pool = self._pool or await self._opened()
        connection = await pool.acquire()
        interrupted = True
        try:
            rows = await _fetch(connection, sql, values)
            interrupted = False
            return rows
        finally:
            pool.put_back(connection, interrupted=interrupted)

    fetch_named = fetch

    async def _opened(self) -> ConnectionPool:
        async with self._pool_init_lock:
            if self._pool is None:
                await self.create_connection(with_db=True)
        assert self._pool is not None  # noqa: S101  it was opened
        return self._pool

    def _in_transaction(self) -> TransactionContext:
        return _Transaction(_InTransaction(self), self._pool_init_lock)


client_class = Client
