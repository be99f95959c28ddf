"""Tortoise's SQLite client, but a file that cannot be opened fails at each use and blocks no other task.

A cancelled task also interrupts its statement, and leaves the one connection clean for the next task: the
thread that runs the statements knows nothing of tasks.
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
                await _interrupt_until_idle(self.connection._connection)
                await self.connection._connection.rollback()
                raise
        except BaseException:
            self._trxlock.release()
            raise
        self.token = get_connections().set(self.connection_name, self.connection)
        client: TransactionalDBClient = self.connection
        return client


class Client(SqliteClient):
    async def create_connection(self, with_db: bool) -> None:
        try:
            await super().create_connection(with_db)
        except BaseException:
            # Half open, it would be used without the pragmas that are not set yet, such as foreign_keys.
            await self.close()
            raise

    def acquire_connection(self) -> ConnectionWrapper[aiosqlite.Connection]:
        return _Statement(self._lock, self)

    def _in_transaction(self) -> TransactionContext:
        return _Transaction(_InTransaction(self), self._lock)


client_class = Client
