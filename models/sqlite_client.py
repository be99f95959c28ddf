"""Tortoise's SQLite, but a file that cannot be opened fails each time it is asked, and blocks nobody.

Whoever is cancelled stops their statement, too, and leaves the one connection as they found it: the thread
that works for it knows nothing of tasks.
"""

import asyncio
from typing import Any

import aiosqlite
from tortoise.backends.base.client import ConnectionWrapper, TransactionalDBClient, TransactionContext
from tortoise.backends.sqlite.client import (
    SqliteClient,
    SqliteTransactionContext,
    SqliteTransactionWrapper,
)
from tortoise.connection import get_connections

_SECONDS_BETWEEN_INTERRUPTIONS = 0.01


async def stopped(connection: aiosqlite.Connection) -> None:
    """Returns when the connection does nothing any more.

    Interrupted again and again: what has not begun yet does not hear the first time.
    """
    idle = asyncio.ensure_future(connection.set_progress_handler(_nothing, 0))  # comes after all the rest
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
            self._lock.release()  # Tortoise does not give it back
            raise
        return self.connection

    async def __aexit__(self, exc_type: Any, exc_val: Any, exc_tb: Any) -> None:
        try:
            if exc_type is asyncio.CancelledError:
                await stopped(self.connection)
        finally:
            self._lock.release()


class _InTransaction(SqliteTransactionWrapper):
    def acquire_connection(self) -> ConnectionWrapper[aiosqlite.Connection]:
        return _Statement(self._lock, self)


class _Transaction(SqliteTransactionContext):
    async def __aenter__(self) -> TransactionalDBClient:
        await self._trxlock.acquire()
        try:
            await self.ensure_connection()
            try:
                await self.connection.begin()
            except BaseException:
                # The transaction may have begun, and nothing else would end it.
                await stopped(self.connection._connection)
                await self.connection._connection.rollback()
                raise
        except BaseException:
            self._trxlock.release()
            raise
        self.token = get_connections().set(self.connection_name, self.connection)
        begun: TransactionalDBClient = self.connection
        return begun


class Client(SqliteClient):
    async def create_connection(self, with_db: bool) -> None:
        try:
            await super().create_connection(with_db)
        except BaseException:
            # Half open, it would go on without the pragmas that are still to come: foreign_keys is one.
            await self.close()
            raise

    def acquire_connection(self) -> ConnectionWrapper[aiosqlite.Connection]:
        return _Statement(self._lock, self)

    def _in_transaction(self) -> TransactionContext:
        return _Transaction(_InTransaction(self), self._lock)


client_class = Client
