"""A refusal writes nothing: all rows of the database are compared, before and after."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from models.database import Dialect, dialect, query
from models.rules.refusals import Refusal, Refused
from models.rules.vocabulary import ErrorCode

_COLUMNS = {
    Dialect.SQLITE: (
        "SELECT t.name AS tbl, c.name AS col FROM sqlite_master t JOIN pragma_table_info(t.name) c "
        "WHERE t.type = 'table' ORDER BY 1, c.cid"
    ),
    Dialect.POSTGRESQL: (
        "SELECT t.relname AS tbl, c.attname AS col FROM pg_class t JOIN pg_attribute c ON c.attrelid = t.oid "
        "WHERE t.relnamespace = 'public'::regnamespace AND t.relkind = 'r' AND c.attnum > 0 "
        "AND NOT c.attisdropped ORDER BY 1, c.attnum"
    ),
}
_QUOTE = {Dialect.SQLITE: "quote", Dialect.POSTGRESQL: "quote_nullable"}


GUARD = "sign_in_guard"
"""Counts wrong passwords, and so must be written by the very sign-ins that are refused (P3). It holds a keyed
hash and numbers: nothing of an account."""


TURN = "expiries_told_on"
"""The day up to which an employer's expiries are in its feed: moves with the first lock of a day (T2)."""


async def all_rows() -> dict[str, list[str]]:
    """The rows of each table, as text; read in two statements, for tests do it thousands of times."""
    columns: dict[str, list[str]] = {}
    for column in await query(_COLUMNS[dialect()], []):
        columns.setdefault(column["tbl"], []).append(column["col"])
    rows: dict[str, list[str]] = {table: [] for table in columns}
    for row in await query(" UNION ALL ".join(map(_select_as_text, columns, columns.values())), []):
        rows[row["tbl"]].append(row["txt"])
    return {table: sorted(texts) for table, texts in rows.items()}


def _select_as_text(table: str, columns: list[str]) -> str:
    values = [f'{_QUOTE[dialect()]}("{column}")' for column in columns if column != TURN]
    text = " || ', ' || ".join(values)
    return f"SELECT '{table}' AS tbl, {text} AS txt FROM \"{table}\""


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
