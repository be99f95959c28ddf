"""The database of a desk, changed behind the service's back."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import asyncpg

T = TypeVar("T")


def aside(work: Coroutine[None, None, T]) -> T:
    """Run in a thread of its own, for Playwright has a loop in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


def change(url: str, statement: str, *values: object) -> None:
    async def changed() -> None:
        connection = await asyncpg.connect(url)
        try:
            await connection.execute(statement, *values)
        finally:
            await connection.close()

    aside(changed())
