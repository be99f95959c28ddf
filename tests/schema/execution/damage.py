"""The database of the comparisons: wrong values can be put into it, and all rows put back as they were."""

import re
import sqlite3
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

import asyncpg

from models.database import Dialect, asyncpg_credentials, dialect_of, sqlite_path

Columns = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with the database while both ways are compared."""

    table: str
    column: str | None = None
    """None: the table is missing, and each statement about it fails."""
    value: str | None = None
    """In place of the column's values, whatever its type and constraints say where the database lets it."""
    row: int | None = None
    """The row's place in the order of the rows' first columns; None for all rows."""


class Damageable(ABC):
    """A database whose constraints and triggers are gone."""

    columns: Columns
    """Of each table; those that the database computes are not among them. The first is the primary key."""

    @abstractmethod
    async def writes(self) -> int:
        """Return a number that changes whenever a transaction of another connection has written."""

    @abstractmethod
    async def restore(self, *tables: str) -> None:
        """Put the rows of these tables back, or of all tables, and the numbers that ids continue from."""

    @abstractmethod
    async def run(self, *statements: str) -> bool:
        """Return False if one of the statements is refused: then none is carried out."""

    @asynccontextmanager
    async def damaged(self, fault: Fault | None) -> AsyncIterator[None]:
        await self._damage(fault)
        try:
            yield
        finally:
            await self._repair(fault)

    async def undo_writes(self, fault: Fault | None) -> None:
        """Put all rows back as they are with this fault."""
        await self._repair(fault)
        await self.restore()
        await self._damage(fault)

    async def _damage(self, fault: Fault | None) -> None:
        """What the database does not let happen is no fault."""
        if fault and fault.column is None:
            await self.run(f'ALTER TABLE "{fault.table}" RENAME TO "{fault.table}_away"')
        elif fault:
            await self.run(self._update(fault))

    async def _repair(self, fault: Fault | None) -> None:
        if fault and fault.column is None:
            await self.run(f'ALTER TABLE "{fault.table}_away" RENAME TO "{fault.table}"')
        elif fault:
            await self.restore(fault.table)

    def _update(self, fault: Fault) -> str:
        value = "NULL" if fault.value is None else "'" + fault.value.replace("'", "''") + "'"
        update = f'UPDATE "{fault.table}" SET "{fault.column}" = {value}'
        if fault.row is None:
            return update
        key = self.columns[fault.table][0]
        rows = f'SELECT "{key}" FROM "{fault.table}" ORDER BY "{key}" LIMIT 1 OFFSET {fault.row}'
        return f'{update} WHERE "{key}" = ({rows})'


_SQLITE_COLUMNS = (
    "SELECT t.name, c.name FROM sqlite_master t JOIN pragma_table_xinfo(t.name) c "
    "WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' AND c.hidden = 0 ORDER BY 1, c.pk = 0, c.cid"
)


class _Sqlite(Damageable):
    def __init__(self, url: str) -> None:
        self._live = sqlite3.connect(sqlite_path(url), isolation_level=None)
        self._live.executescript("PRAGMA ignore_check_constraints = ON; PRAGMA legacy_alter_table = ON;")
        self.columns = _grouped(self._live.execute(_SQLITE_COLUMNS).fetchall())
        triggers = self._live.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for (name,) in triggers:
            self._live.execute(f'DROP TRIGGER "{name}"')
        self._live.create_function("nullable", 1, lambda sql: re.sub("(?<!IS) NOT NULL", "", sql))
        self._live.execute("PRAGMA writable_schema = ON")
        self._live.execute("UPDATE sqlite_master SET sql = nullable(sql) WHERE type = 'table'")
        self._live.execute("PRAGMA writable_schema = RESET")
        self._kept = sqlite3.connect(":memory:")
        self._live.backup(self._kept)

    async def writes(self) -> int:
        return int(self._live.execute("PRAGMA data_version").fetchone()[0])

    async def restore(self, *_tables: str) -> None:
        self._kept.backup(self._live)

    async def run(self, *statements: str) -> bool:
        try:
            self._live.execute("BEGIN IMMEDIATE")
            for statement in statements:
                self._live.execute(statement)
            self._live.execute("COMMIT")
        except sqlite3.Error:
            self._live.execute("ROLLBACK")
            return False
        return True

    def close(self) -> None:
        self._live.close()
        self._kept.close()


_POSTGRESQL_COLUMNS = """
    SELECT t.relname, a.attname FROM pg_class t JOIN pg_attribute a ON a.attrelid = t.oid
    LEFT JOIN pg_index i ON i.indrelid = t.oid AND i.indisprimary AND a.attnum = ANY (i.indkey)
    WHERE t.relnamespace = 'public'::regnamespace AND t.relkind = 'r' AND a.attnum > 0
    AND NOT a.attisdropped AND a.attgenerated = '' ORDER BY 1, i.indrelid IS NULL, a.attnum
"""
_RELAX = """
    SET session_replication_role = replica;
    CREATE SCHEMA kept;
    DO $$ DECLARE c record; BEGIN
        FOR c IN SELECT conrelid::regclass AS tbl, conname FROM pg_constraint
            WHERE contype = 'c' AND connamespace = 'public'::regnamespace
        LOOP EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', c.tbl, c.conname); END LOOP;
        FOR c IN SELECT t.oid::regclass AS tbl, a.attname AS col FROM pg_class t
            JOIN pg_attribute a ON a.attrelid = t.oid
            WHERE t.relnamespace = 'public'::regnamespace AND t.relkind = 'r' AND a.attnum > 0
            AND a.attnotnull AND NOT EXISTS (SELECT FROM pg_index i
                WHERE i.indrelid = t.oid AND i.indisprimary AND a.attnum = ANY (i.indkey))
        LOOP EXECUTE format('ALTER TABLE %s ALTER COLUMN %I DROP NOT NULL', c.tbl, c.col); END LOOP;
        FOR c IN SELECT relname AS tbl FROM pg_class
            WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
        LOOP EXECUTE format('CREATE TABLE kept.%I AS TABLE public.%I', c.tbl, c.tbl); END LOOP;
    END $$;
"""


class _Postgresql(Damageable):
    def __init__(self, live: asyncpg.Connection, columns: Columns, sequences: dict[str, int]) -> None:
        self._live, self.columns, self._sequences = live, columns, sequences

    @classmethod
    async def open(cls, url: str) -> "_Postgresql":
        live = await asyncpg.connect(**asyncpg_credentials(url))
        columns = _grouped([tuple(row) for row in await live.fetch(_POSTGRESQL_COLUMNS)])
        await live.execute(_RELAX)
        rows = await live.fetch("SELECT sequencename, coalesce(last_value, 0) AS n FROM pg_sequences")
        return cls(live, columns, {row["sequencename"]: row["n"] for row in rows})

    async def writes(self) -> int:
        return int(await self._live.fetchval("SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint"))

    async def restore(self, *tables: str) -> None:
        statements = []
        for table in tables or self.columns:
            columns = ", ".join(f'"{column}"' for column in self.columns[table])
            statements += [
                f'DELETE FROM public."{table}"',
                f'INSERT INTO public."{table}" ({columns}) SELECT {columns} FROM kept."{table}"',
            ]
        for name, number in self._sequences.items():
            statements.append(f"SELECT setval('public.{name}', {max(number, 1)}, {number > 0})")
        assert await self.run(*statements)

    async def run(self, *statements: str) -> bool:
        try:
            async with self._live.transaction():
                await self._live.execute(";".join(statements))
        except asyncpg.PostgresError:
            return False
        return True

    async def close(self) -> None:
        await self._live.close()


def _grouped(pairs: Sequence[tuple[str, ...]]) -> dict[str, list[str]]:
    columns: dict[str, list[str]] = {}
    for table, column in pairs:
        columns.setdefault(table, []).append(column)
    return columns


@asynccontextmanager
async def damageable(url: str) -> AsyncIterator[Damageable]:
    """Remove the constraints and triggers of this database for good, and keep a copy of its rows."""
    if dialect_of(url) is Dialect.SQLITE:
        sqlite = _Sqlite(url)
        try:
            yield sqlite
        finally:
            sqlite.close()
    else:
        postgresql = await _Postgresql.open(url)
        try:
            yield postgresql
        finally:
            await postgresql.close()
