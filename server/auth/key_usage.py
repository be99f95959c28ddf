"""Counts the uses of partners' keys (T3): in memory, written to the database every few seconds.

Otherwise each request would write the same row. Counts are written once or not at all: a process that is
killed loses those of the last seconds, and a write that fails is not repeated: it may have been committed.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import datetime

from resolvers.partners.recognise import record_key_uses
from server.logs import log_failure

FLUSH_INTERVAL_SECONDS = 5.0


class KeyUsageCounter:
    def __init__(self) -> None:
        self._counted: dict[int, tuple[int, datetime]] = {}

    def count(self, key_id: int, now: datetime) -> None:
        uses, last = self._counted.get(key_id, (0, now))
        self._counted[key_id] = (uses + 1, max(last, now))

    async def write(self) -> None:
        """Write the counts to the database, each at most once."""
        counted, self._counted = self._counted, {}
        for key_id, (uses, last) in counted.items():
            try:
                await record_key_uses(key_id, uses, last)
            except Exception as error:
                log_failure("uses not written", error)

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[None]:
        """Write every few seconds while the block lasts, and once more at its end."""
        stop = asyncio.Event()

        async def work() -> None:
            while not stop.is_set():
                with suppress(TimeoutError):
                    await asyncio.wait_for(stop.wait(), FLUSH_INTERVAL_SECONDS)
                await self.write()

        task = asyncio.create_task(work())
        try:
            yield
        finally:
            stop.set()
            await asyncio.wait({task})
