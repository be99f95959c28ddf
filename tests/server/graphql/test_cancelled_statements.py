"""Statements and transactions that are cancelled leave the database and its connections as they were."""

import asyncio

import pytest
from tortoise.backends.asyncpg.client import TransactionWrapper

from models.database import connected, query, transaction
from models.tables.employers import EmployerRow
from tests.factories import an_employer
from tests.raw_sql import number
from tests.server.graphql.slow_statements import FAR, SLOW


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("steps", range(40))
async def test_a_transaction_cancelled_at_any_moment_leaves_the_database_as_it_was(steps: int) -> None:
    """While a transaction begins, writes or ends: all is written or nothing, and no connection is lost."""
    employer_id = await an_employer()

    async def work() -> None:
        async with transaction():
            await EmployerRow.filter(id=employer_id).update(name="HALF")
            await EmployerRow.filter(id=employer_id).update(name="WHOLE")

    for _ in range(3):
        task = asyncio.create_task(work())
        for step in range(steps):
            await asyncio.sleep(0.0002 if step % 4 == 3 else 0)
        task.cancel()
        await asyncio.wait({task})
        async with asyncio.timeout(FAR):
            assert (await EmployerRow.get(id=employer_id)).name != "HALF"
            await asyncio.gather(*(query("SELECT 1", []) for _ in range(12)))
            async with transaction():
                await EmployerRow.filter(id=employer_id).update(name="BEFORE")


@pytest.mark.only_on("sqlite")
@pytest.mark.usefixtures("database")
async def test_a_statement_that_has_not_begun_is_stopped_as_well() -> None:
    """It waits in the thread's queue; the first interruption comes before it runs, and has no effect."""
    async with asyncio.timeout(FAR):
        for wait in (0, 0, 0.001, 0.05):
            tasks = [asyncio.create_task(query(SLOW, [])) for _ in range(3)]
            await asyncio.sleep(wait)
            for task in tasks:
                task.cancel()
            await asyncio.wait(tasks)
            assert all(task.cancelled() for task in tasks)
            assert await number("SELECT 7") == 7


@pytest.mark.only_on("postgresql")
@pytest.mark.usefixtures("database")
async def test_connections_on_which_no_transaction_could_begin_are_returned(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def never(_wrapper: object) -> None:
        await asyncio.sleep(FAR)

    async def begin() -> None:
        async with transaction():
            raise AssertionError

    with monkeypatch.context() as patched:
        patched.setattr(TransactionWrapper, "begin", never)
        for _ in range(12):  # more than there are connections
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(begin(), 0.02)
    async with asyncio.timeout(FAR):
        assert await number("SELECT 7") == 7


@pytest.mark.only_on("postgresql")
async def test_the_database_server_itself_stops_a_long_statement(database_url: str) -> None:
    async with connected(database_url, statement_seconds=0.2):
        with pytest.raises(Exception, match="statement timeout"):
            await query(SLOW, [])
    async with connected(database_url):
        assert await number("SELECT setting::int FROM pg_settings WHERE name = 'statement_timeout'") == 0
