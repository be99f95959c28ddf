"""Knowing at once that the feed has grown: PostgreSQL tells every process, SQLite is looked at (T2)."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from models.database import Dialect, dialect_of
from models.listening import listen
from models.rules.feed import CHANNEL
from resolvers.following import present_place
from server.telemetry import log_failure

POLL_SECONDS = 0.5
RETRY_SECONDS = 1.0


class FeedGrowth:
    """One for all subscribers of this process."""

    def __init__(self, database_url: str) -> None:
        self._url = database_url
        self._grown = asyncio.Event()
        self._waiting = 0
        self._head = -1
        self.beat = 0

    async def beyond(self, beat: int, seconds: float) -> None:
        if self.beat != beat:
            return
        self._waiting += 1
        try:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._grown.wait(), seconds)
        finally:
            self._waiting -= 1

    def grown(self) -> None:
        self.beat += 1
        self._grown.set()
        self._grown = asyncio.Event()

    @asynccontextmanager
    async def watching(self) -> AsyncIterator[None]:
        """For as long as the block lasts; whoever waits when it ends is let go."""
        follow = self._poll if dialect_of(self._url) is Dialect.SQLITE else self._hear
        task = asyncio.create_task(follow())
        try:
            yield
        finally:
            task.cancel()
            await asyncio.wait({task})
            self.grown()

    async def _hear(self) -> None:
        """A connection that is lost is made again; a failure is logged, never the end."""
        while True:
            try:
                await listen(self._url, CHANNEL, self.grown)
            except Exception as error:
                log_failure("feed not heard", error)
            await asyncio.sleep(RETRY_SECONDS)

    async def _poll(self) -> None:
        while True:
            await asyncio.sleep(POLL_SECONDS)
            if not self._waiting:
                continue
            try:
                head = await present_place()
            except Exception as error:
                log_failure("feed not looked at", error)
                continue
            if head != self._head:
                self._head = head
                self.grown()
