"""Tortoise's SQLite client, but readers do not wait for transactions.

A file that cannot be opened fails at each use and blocks no other task. A cancelled task also interrupts its
statement, and leaves its connection clean for the next task: the threads that run the statements know nothing
of tasks.
"""

import asyncio
import sqlite3
from collections.abc import Sequence
from typing import Any

import aiosqlite
from tortoise.backends.base.client import ConnectionWrapper, TransactionalDBClient, TransactionContext
from tortoise.backends.sqlite.client import (
    SqliteClient,
    SqliteTransactionContext,
    SqliteTransactionWrapper,
)
from tortoise.connection import get_connections
from tortoise.exceptions import IntegrityError, OperationalError

_SECONDS_BETWEEN_INTERRUPTIONS = 0.01
_READING_CONNECTIONS = 2
"""So that a slow search does not keep all other readers waiting. Each has a thread and a cache of pages."""


async def _interrupt_until_idle(connection: aiosqlite.Connection) -> None:
    """Interrupt the connection repeatedly: an interrupt has no effect on a statement that has not begun."""
    idle = asyncio.ensure_future(connection.set_progress_handler(_nothing, 0))  # queued after everything else
    while not idle.done():
        await connection.interrupt()
        await asyncio.wait({idle}, timeout=_SECONDS_BETWEEN_INTERRUPTIONS)


def _nothing() -> None: ...


class _Statement(ConnectionWrapper[aiosqlite.Connection]):
    async def __aenter__(self) -> aiosqlite.Connection:
        await self._lock.acquire()
        try:
            await self.ensure_connection()
        except BaseException:
            self._lock.release()  # Tortoise does not release it
            raise
        return self.connection

    async def __aexit__(self, exc_type: Any, exc_val: Any, exc_tb: Any) -> None:
        try:
            if exc_type is asyncio.CancelledError:
                await _interrupt_until_idle(self.connection)
        finally:
            self._lock.release()


class _Fetching(SqliteClient):
    def acquire_connection(self) -> ConnectionWrapper[aiosqlite.Connection]:
        return _Statement(self._lock, self)

    async def fetch(self, sql: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
        """Run one statement and return its rows. Raises: Tortoise's errors, as its own client does."""
        return await self._fetch(sql, values, None)

    async def fetch_named(self, sql: str, values: Sequence[Any]) -> list[sqlite3.Row]:
        """Run one statement, as `fetch`; the values of a row have names, too."""
        return await self._fetch(sql, values, sqlite3.Row)

    async def _fetch(self, sql: str, values: Sequence[Any], row_factory: Any) -> list[Any]:
        self.log.debug("%s: %s", sql, values)
        try:
            async with self.acquire_connection() as connection:
                connection.row_factory = row_factory
                try:
                    return list(await connection.execute_fetchall(sql, values))
                finally:
                    connection.row_factory = sqlite3.Row  # which Tortoise's own statements need
        except sqlite3.OperationalError as error:
            raise OperationalError(error) from error
        except sqlite3.IntegrityError as error:
            raise IntegrityError(error) from error


class _InTransaction(_Fetching, SqliteTransactionWrapper):
    """The connection of a transaction."""


class _Transaction(SqliteTransactionContext):
    async def __aenter__(self) -> TransactionalDBClient:
        await self._trxlock.acquire()
        try:
            await self.ensure_connection()
            try:
                await self.connection.begin()
            except BaseException:
                # The transaction may have begun, and nothing else would end it.
                await _interrupt_until_idle(self.connection._connection)
                await self.connection._connection.rollback()
                raise
        except BaseException:
            self._trxlock.release()
            raise
        self.token = get_connections().set(self.connection_name, self.connection)
        client: TransactionalDBClient = self.connection
        return client


class _Connection(_Fetching):
    async def create_connection(self, with_db: bool) -> None:
        """Open the connection, whole or not at all: a cancelled task waits until it is open.

        Half open, it would be used without the pragmas that are not set yet, such as foreign_keys.
        """
        opening = asyncio.ensure_future(super().create_connection(with_db))
        cancelled: asyncio.CancelledError | None = None
        while not opening.done():
            try:
                await asyncio.wait({opening})
            except asyncio.CancelledError as error:
                cancelled = error
        if opening.exception() is not None:
            half_open, self._connection = self._connection, None
            if half_open is not None:
                await half_open.close()
        await opening
        if cancelled is not None:
            raise cancelled

    def is_busy(self) -> bool:
        return self._lock.locked()


class _Reader(_Connection):
    """A connection that cannot write: a statement taken for a reading one by mistake fails."""

    async def _post_connect(self) -> None:
        await super()._post_connect()
        assert self._connection is not None  # noqa: S101  it was opened
        await self._connection.execute_fetchall("PRAGMA query_only = ON")


class Client(_Connection):
    """Writes and transactions have one connection. What is read outside a transaction has others.

    In WAL mode readers see what is committed, and never wait for a transaction.
    """

    def __init__(self, file_path: str, **options: Any) -> None:
        super().__init__(file_path, **options)
        count = 0 if file_path == ":memory:" else _READING_CONNECTIONS  # each would be another database
        self._readers = [_Reader(file_path, **options) for _ in range(count)]

    async def close(self) -> None:
        for reader in self._readers:
            await reader.close()
        await super().close()

    async def execute_query(
        self, query: str, values: list[Any] | None = None
    ) -> tuple[int, Sequence[dict[str, Any]]]:
        reader = self._reader(query)
        execute = super().execute_query if reader is None else reader.execute_query
        result: tuple[int, Sequence[dict[str, Any]]] = await execute(query, values)
        return result

    async def execute_query_dict(self, query: str, values: list[Any] | None = None) -> list[dict[str, Any]]:
        reader = self._reader(query)
        execute = super().execute_query_dict if reader is None else reader.execute_query_dict
        rows: list[dict[str, Any]] = await execute(query, values)
        return rows

    async def _fetch(self, sql: str, values: Sequence[Any], row_factory: Any) -> list[Any]:
        reader = self._reader(sql)
        fetch = super()._fetch if reader is None else reader._fetch
        return await fetch(sql, values, row_factory)

    def _reader(self, query: str) -> _Reader | None:
        """Return the connection for a statement that only reads; None if it may write."""
        if not self._readers or not query.startswith("SELECT"):
            return None
        self._readers.append(self._readers.pop(0))  # if all are busy, they take turns
        return next((reader for reader in self._readers if not reader.is_busy()), self._readers[0])

    def _in_transaction(self) -> TransactionContext:
        return _Transaction(_InTransaction(self), self._lock)


client_class = Client
