"""Notifies subscribers when the feed grows: by PostgreSQL's NOTIFY, by polling on SQLite (T2)."""

import asyncio
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager, suppress

from models.database import Dialect, dialect_of
from models.listen import listen
from models.rules.partners.feed import FEED_CHANNEL
from resolvers.partners.subscribe import feed_growth_since
from server.logs import log_failure

POLL_SECONDS = 0.5
RETRY_SECONDS = 1.0


class DatabaseFeedListener:
    """One for all subscribers of this process; each is woken for its employers only."""

    def __init__(self, database_url: str) -> None:
        self._url = database_url
        self._waiting: dict[asyncio.Future[None], Collection[int]] = {}
        self._grown_at: dict[int, int] = {}
        self._all_at = 0
        self._place: int | None = None
        self.beat = 0

    async def beyond(self, beat: int, employers: Collection[int], seconds: float) -> None:
        if self._all_at > beat or any(self._grown_at.get(one, 0) > beat for one in employers):
            return
        woken: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting[woken] = employers
        try:
            with suppress(TimeoutError):
                await asyncio.wait_for(woken, seconds)
        finally:
            del self._waiting[woken]

    def grown(self, employers: Collection[int]) -> None:
        """The parts of these employers have."""
        self.beat += 1
        self._grown_at.update(dict.fromkeys(employers, self.beat))
        for woken, theirs in self._waiting.items():
            if not woken.done() and any(one in theirs for one in employers):
                woken.set_result(None)

    def perhaps_grown(self) -> None:
        """Notify all subscribers: any part of the feed may have grown unseen."""
        self.beat += 1
        self._all_at = self.beat
        for woken in self._waiting:
            if not woken.done():
                woken.set_result(None)

    @asynccontextmanager
    async def watching(self) -> AsyncIterator[None]:
        """Listen while the block lasts; at its end all waiting subscribers are notified."""
        follow = self._poll if dialect_of(self._url) is Dialect.SQLITE else self._hear
        task = asyncio.create_task(follow())
        try:
            yield
        finally:
            task.cancel()
            await asyncio.wait({task})
            self.perhaps_grown()

    async def _hear(self) -> None:
        """A connection that is lost is made again; a failure is logged, never the end."""
        while True:
            try:
                await listen(self._url, FEED_CHANNEL, self._heard)
            except Exception as error:
                log_failure("feed not heard", error)
            await asyncio.sleep(RETRY_SECONDS)

    def _heard(self, word: str) -> None:
        if word.isdecimal():
            self.grown([int(word)])
        else:
            self.perhaps_grown()

    async def _poll(self) -> None:
        while True:
            await asyncio.sleep(POLL_SECONDS)
            if not self._waiting:
                self._place = None
                continue
            try:
                await self._look()
            except Exception as error:
                log_failure("feed not looked at", error)

    async def _look(self) -> None:
        known, (self._place, employers) = self._place, await feed_growth_since(self._place)
        if known is None:
            self.perhaps_grown()
        elif employers:
            self.grown(employers)
