"""A table that is missing for a while, so that the database fails."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from models.database import query


@asynccontextmanager
async def without(table: str) -> AsyncIterator[None]:
    """While the block lasts, every query on this table fails."""
    await query(f"ALTER TABLE {table} RENAME TO away", [])
    try:
        yield
    finally:
        await query(f"ALTER TABLE away RENAME TO {table}", [])
