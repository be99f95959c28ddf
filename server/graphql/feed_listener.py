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
        self._position: int | None = None
        self.generation = 0

    async def wait_beyond(self, generation: int, employers: Collection[int], seconds: float) -> None:
        if self._all_at > generation or any(self._grown_at.get(one, 0) > generation for one in employers):
            return
        woken: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting[woken] = employers
        try:
            with suppress(TimeoutError):
                await asyncio.wait_for(woken, seconds)
        finally:
            del self._waiting[woken]

    def notify(self, employers: Collection[int]) -> None:
        """Wake the subscribers of these employers, whose parts of the feed have grown."""
        self.generation += 1
        self._grown_at.update(dict.fromkeys(employers, self.generation))
        for woken, subscribed in self._waiting.items():
            if not woken.done() and any(one in subscribed for one in employers):
                woken.set_result(None)

    def notify_all(self) -> None:
        """Notify all subscribers: any part of the feed may have grown unseen."""
        self.generation += 1
        self._all_at = self.generation
        for woken in self._waiting:
            if not woken.done():
                woken.set_result(None)

    @asynccontextmanager
    async def watching(self) -> AsyncIterator[None]:
        """Listen while the block lasts; at its end all waiting subscribers are notified."""
        follow = self._poll if dialect_of(self._url) is Dialect.SQLITE else self._listen
        task = asyncio.create_task(follow())
        try:
            yield
        finally:
            task.cancel()
            await asyncio.wait({task})
            self.notify_all()

    async def _listen(self) -> None:
        """Listen, and connect again after a failure, which is logged."""
        while True:
            try:
                await listen(self._url, FEED_CHANNEL, self._on_notification)
            except Exception as error:
                log_failure("feed not listened to", error)
            await asyncio.sleep(RETRY_SECONDS)

    def _on_notification(self, payload: str) -> None:
        if payload.isdecimal():
            self.notify([int(payload)])
        else:
            self.notify_all()

    async def _poll(self) -> None:
        while True:
            await asyncio.sleep(POLL_SECONDS)
            if not self._waiting:
                self._position = None
                continue
            try:
                await self._check()
            except Exception as error:
                log_failure("feed not polled", error)

    async def _check(self) -> None:
        former, (self._position, employers) = self._position, await feed_growth_since(self._position)
        if former is None:
            self.notify_all()
        elif employers:
            self.notify(employers)
