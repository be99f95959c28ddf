"""On SQLite, reading does not wait for a transaction, and sees what is committed."""

import asyncio
from contextvars import Context
from typing import Any

import pytest
from tortoise.connection import get_connections

from models.database import CONNECTION, query, transaction
from models.tables.employers import EmployerRow
from tests.factories import an_employer
from tests.server.graphql.slow_statements import SLOW

pytestmark = [pytest.mark.usefixtures("database"), pytest.mark.only_on("sqlite")]


async def name_of(employer_id: int) -> str:
    return (await EmployerRow.get(id=employer_id)).name


async def test_others_read_what_is_committed_while_a_transaction_is_open() -> None:
    employer_id = await an_employer("BEFORE")
    async with transaction():
        await EmployerRow.filter(id=employer_id).update(name="AFTER")
        assert await name_of(employer_id) == "AFTER"
        others = [asyncio.create_task(name_of(employer_id), context=Context()) for _ in range(20)]
        assert set(await asyncio.gather(*others)) == {"BEFORE"}
    assert await name_of(employer_id) == "AFTER"


async def test_what_was_written_is_read_at_once_outside_a_transaction_too() -> None:
    employer_id = await an_employer()
    for number in range(20):
        await EmployerRow.filter(id=employer_id).update(name=f"NAME {number}")
        assert await name_of(employer_id) == f"NAME {number}"


async def test_a_slow_query_does_not_keep_other_readers_waiting() -> None:
    slow = asyncio.create_task(query(f"SELECT * FROM ({SLOW})", []))
    while not any(reader.is_busy() for reader in readers()):  # noqa: ASYNC110  a lock has no event
        await asyncio.sleep(0)
    assert await query("SELECT 1 AS n", []) == [{"n": 1}]
    assert not slow.done()
    slow.cancel()
    await asyncio.wait({slow})
    assert not any(reader.is_busy() for reader in readers())


async def test_a_connection_for_reading_cannot_write() -> None:
    employer_id = await an_employer("BEFORE")
    with pytest.raises(Exception, match="readonly"):
        await readers()[0].execute_query("UPDATE employer SET name = 'AFTER'")
    assert await name_of(employer_id) == "BEFORE"


def readers() -> list[Any]:
    client: Any = get_connections().get(CONNECTION)
    return list(client._readers)


@pytest.mark.parametrize("turns", [*range(12), 20, 50, 100])
async def test_a_reader_cancelled_twice_while_it_is_opened_reads_afterwards(turns: int) -> None:
    for reader in readers():
        await reader.close()
        opening = asyncio.create_task(reader.fetch("SELECT 1", []))
        for _ in range(turns):
            await asyncio.sleep(0)
        opening.cancel()
        for _ in range(turns % 3 + 1):
            await asyncio.sleep(0)
        opening.cancel()
        await asyncio.wait({opening})
        assert await reader.fetch("SELECT 1", []) == [(1,)]
