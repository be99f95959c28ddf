"""Everything the database holds, so that a refusal can be seen to have written nothing."""

from typing import Any

from models.database import Dialect, dialect, query

_NAMES = {
    Dialect.SQLITE: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'",
    Dialect.POSTGRESQL: "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
}
NOT_LOOKED_AT = {
    "session",  # changes with each request that a session makes: not what a refusal is about
    "sign_in_guard",  # counts wrong passwords: a refused sign-in must write there, and nowhere else (P3)
}


async def rows_by_table() -> dict[str, list[dict[str, Any]]]:
    """Every row of every table, but for sessions and the count of wrong passwords."""
    names = sorted(row["name"] for row in await query(_NAMES[dialect()], []))
    return {name: await _rows(name) for name in names if name not in NOT_LOOKED_AT}


async def _rows(table: str) -> list[dict[str, Any]]:
    return sorted(await query(f'SELECT * FROM "{table}"', []), key=repr)
