"""Inserting many rows at once, and reserving their ids, inside the caller's transaction."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import chain, islice
from typing import Any, cast

import asyncpg
from tortoise.connection import get_connections
from tortoise.exceptions import IntegrityError, OperationalError

from models.database import CONNECTION, Dialect, dialect
from models.stores.sql import Statement

_BATCH = 2_000


async def reserve_ids(table: str, count: int) -> list[int]:
    """Return ids for new rows of the table, in ascending order, inside the caller's writing transaction."""
    statement = Statement()
    if dialect() is Dialect.SQLITE:
        # The write lock is held. AUTOINCREMENT never reuses an id, so the highest one ever is recorded here.
        rows = await statement.rows(f"SELECT seq FROM sqlite_sequence WHERE name = {statement.value(table)}")
        last = int(rows[0]["seq"]) if rows else 0
        return list(range(last + 1, last + count + 1))
    rows = await statement.rows(
        f"SELECT nextval(pg_get_serial_sequence({statement.value(table)}, 'id')) AS id "
        f"FROM generate_series(1, {statement.value(count)})"
    )
    return [row["id"] for row in rows]


def storable(value: datetime) -> object:
    """A moment as the driver stores it: converted once, not for each of thousands of rows."""
    return sqlite3.adapt(value, sqlite3.PrepareProtocol) if dialect() is Dialect.SQLITE else value


def separated(values: Iterable[str | int | None]) -> str:
    """Return one text of these values, for `array_of`. No value is an empty text, or has a line feed."""
    return _SEPARATOR.join(["" if value is None else str(value) for value in values])


def array_of(statement: Statement, texts: Iterable[str], kind: str) -> str:
    """Return an array in PostgreSQL's SQL of what these `separated` texts hold, one after the other.

    It is sent as one text: the driver takes long for an array. `kind` is the type of the elements.
    """
    return f"string_to_array({statement.value(_SEPARATOR.join(texts))}, chr(10), '')::{kind}[]"


_SEPARATOR = "\n"


async def bulk_insert(table: str, rows: Iterable[Mapping[str, object]]) -> None:
    """Insert rows by COPY on PostgreSQL, in batches on SQLite: far cheaper than as many model instances.

    All rows name the same columns in the same order; they are consumed one at a time or one batch at a time.
    Raises: tortoise's IntegrityError and OperationalError, as any other write does.
    """
    remaining = iter(rows)
    first = next(remaining, None)
    if first is not None:
        records = (tuple(row.values()) for row in chain([first], remaining))
        await bulk_insert_records(table, tuple(first), records)


async def bulk_insert_records(
    table: str, columns: Sequence[str], records: Iterable[tuple[object, ...]]
) -> None:
    """Insert records that hold the values of these columns. A list is one statement on SQLite too.

    Raises: as `bulk_insert`.
    """
    client = get_connections().get(CONNECTION)
    if dialect() is Dialect.POSTGRESQL:
        async with client.acquire_connection() as connection:
            try:
                await cast(Any, connection).copy_records_to_table(table, records=records, columns=columns)
            except asyncpg.IntegrityConstraintViolationError as error:
                raise IntegrityError(error) from error
            except asyncpg.PostgresError as error:
                raise OperationalError(error) from error
        return
    placeholders = ", ".join("?" for _ in columns)
    sql = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({placeholders})"
    remaining, size = iter(records), len(records) if isinstance(records, list) else _BATCH
    while batch := list(islice(remaining, size)):
        await client.execute_many(sql, cast(list[list[Any]], batch))
