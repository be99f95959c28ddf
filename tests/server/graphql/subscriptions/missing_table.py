"""A table that the database does not have for a while."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from models.database import query


@asynccontextmanager
async def without(table: str) -> AsyncIterator[None]:
    """For as long as the block lasts, the database fails whoever asks for it."""
    await query(f"ALTER TABLE {table} RENAME TO away", [])
    try:
        yield
    finally:
        await query(f"ALTER TABLE away RENAME TO {table}", [])
