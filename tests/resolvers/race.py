"""Concurrent calls: each in its own task, held at the employer's lock until all that can wait for it do."""

import asyncio
from collections.abc import AsyncIterator, Coroutine, Sequence
from contextlib import asynccontextmanager
from typing import Any, TypeAlias

import asyncpg

from models.rules.refusals import Refused
from models.rules.vocabulary import ErrorCode
from models.stores.registrations.registration_writes import SIRET_LOCK
from resolvers.employer_transaction import MAX_CONCURRENT_TRANSACTIONS

Call: TypeAlias = Coroutine[Any, Any, Any]

_WAITING = "SELECT count(DISTINCT pid) FROM pg_locks WHERE NOT granted"
"""The cluster is used by the tests only. pg_stat_activity does not change until the transaction ends."""

_EMPLOYER_LOCK = "SELECT id FROM employer WHERE id = $1 FOR NO KEY UPDATE"


class Race:
    """Runs calls for one employer concurrently.

    On SQLite no lock is held: one connection serves all tasks, one transaction at a time. The calls still
    overlap, because each checks its caller before the first of them writes.
    """

    def __init__(self, connection: Any = None) -> None:
        self.connection = connection

    async def __call__(self, employer_id: int, *calls: Call) -> list[Any]:
        """Return the result of each call, or the exception that it raised."""
        if self.connection is None:
            return await asyncio.gather(*map(asyncio.create_task, calls), return_exceptions=True)
        return await self._held(_EMPLOYER_LOCK, employer_id, calls)

    async def registering(self, siret: str, *calls: Call) -> list[Any]:
        """As a call, for a SIRET that no employer has yet."""
        if self.connection is None:
            return await asyncio.gather(*map(asyncio.create_task, calls), return_exceptions=True)
        return await self._held(f"SELECT pg_advisory_xact_lock({SIRET_LOCK}, hashtext($1))", siret, calls)

    async def overtaken(self, employer_id: int, call: Call, change: Call) -> Any:
        """Return the result of the call, which the change overtakes: it writes before the call has its lock.

        The call has read by then what it reads before it waits for the employer.
        """
        if self.connection is None:
            # The call's first query has the connection, then the change, and the call's transaction after it.
            result, _ = await asyncio.gather(asyncio.create_task(call), asyncio.create_task(change))
            return result
        async with self.connection.transaction():
            await self.connection.fetchval(_EMPLOYER_LOCK, employer_id)
            task = asyncio.create_task(call)
            while await self.connection.fetchval(_WAITING) < 1:
                assert not task.done(), "the call did not wait"
            await change
        return await task

    async def _held(self, lock: str, key: object, calls: Sequence[Call]) -> list[Any]:
        async with self.connection.transaction():
            await self.connection.fetchval(lock, key)
            tasks = [asyncio.create_task(call) for call in calls]
            while await self.connection.fetchval(_WAITING) < min(len(calls), MAX_CONCURRENT_TRANSACTIONS):
                assert not any(task.done() for task in tasks), "a call did not wait for the others"
        return await asyncio.gather(*tasks, return_exceptions=True)


@asynccontextmanager
async def a_race(url: str) -> AsyncIterator[Race]:
    if url.startswith("sqlite"):
        yield Race()
        return
    connection = await asyncpg.connect(url)
    try:
        yield Race(connection)
    finally:
        await connection.close()


def verdict(outcome: Any) -> ErrorCode | None:
    """Return the code of a refusal, of the call or of its one account; None if it was done."""
    if isinstance(outcome, Refused):
        return outcome.refusals[0].code
    if isinstance(outcome, BaseException):
        raise outcome
    return outcome[0].refusal.code if outcome[0].refusal else None
