"""Statements and tampering that no store would do, on the connected database."""

from typing import Any

from models.database import Dialect, dialect, query, transaction

GUARDED = ("account", "history", "status_change")


async def run(*statements: str) -> None:
    for statement in statements:
        await query(statement, [])


async def number(statement: str) -> int:
    """The one number that the query selects."""
    (row,) = await query(statement, [])
    (value,) = row.values()
    return int(value)


async def unguarded(*statements: str) -> None:
    """The same, as someone does who can take the triggers away; they are back afterwards."""
    async with transaction():
        if dialect() is Dialect.POSTGRESQL:
            for table in GUARDED:
                await run(f"ALTER TABLE {table} DISABLE TRIGGER USER")
            await run(*statements)
            for table in GUARDED:
                await run(f"ALTER TABLE {table} ENABLE TRIGGER USER")
            return
        triggers = await query("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'", [])
        await run(*(f"DROP TRIGGER {trigger['name']}" for trigger in triggers))
        await run(*statements)
        await run(*(trigger["sql"] for trigger in triggers))


async def explained(statement: str, values: list[Any]) -> str:
    """The database's plan for this query."""
    word = "EXPLAIN QUERY PLAN" if dialect() is Dialect.SQLITE else "EXPLAIN"
    rows = await query(f"{word} {statement}", values)
    return "\n".join(str(row.get("detail") or row.get("QUERY PLAN")) for row in rows)
