"""A refusal writes nothing: all rows of the database are compared, before and after."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from models.database import Dialect, dialect, query
from models.rules.refusals import Refusal, Refused
from models.rules.vocabulary import ErrorCode

_TABLES = {
    Dialect.SQLITE: "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1",
    Dialect.POSTGRESQL: "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
}


GUARD = "sign_in_guard"
"""Counts wrong passwords, and so must be written by the very sign-ins that are refused (P3). It holds a keyed
hash and numbers: nothing of an account."""


TURN = "expiries_told_on"
"""The day up to which an employer's expiries are in its feed: moves with the first lock of a day (T2)."""


async def all_rows() -> dict[str, list[str]]:
    """The rows of each table, as text."""
    tables = [row["name"] for row in await query(_TABLES[dialect()], [])]
    rows_of = {table: await query(f'SELECT * FROM "{table}"', []) for table in tables}
    return {table: sorted(_as_text(row) for row in rows) for table, rows in rows_of.items()}


def _as_text(row: dict[str, object]) -> str:
    return repr({name: value for name, value in row.items() if name != TURN})


async def rows_without_sessions() -> dict[str, list[str]]:
    """The rows to compare around requests over HTTP: each request of a session touches its row."""
    return {table: rows for table, rows in (await _kept_rows()).items() if table != "session"}


async def _kept_rows() -> dict[str, list[str]]:
    return {table: rows for table, rows in (await all_rows()).items() if table != GUARD}


@asynccontextmanager
async def nothing_is_written() -> AsyncIterator[None]:
    """The block writes nothing, except for the count of wrong passwords."""
    before = await _kept_rows()
    assert before["aerich"], "no table was found to look at"
    yield
    assert await _kept_rows() == before


@asynccontextmanager
async def refused(*codes: ErrorCode) -> AsyncIterator[list[Refusal]]:
    """The block is refused as a whole with these codes, in this order, and nothing is written.

    The refusals can be read after the block.
    """
    refusals: list[Refusal] = []
    async with nothing_is_written():
        with pytest.raises(Refused) as caught:
            yield refusals
    refusals.extend(caught.value.refusals)
    assert [refusal.code for refusal in refusals] == list(codes)
