"""The day's change: seen to at midnight in Paris, and whenever the service comes back (T2)."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta

import structlog

from models.rules.paris_calendar import paris_day, start_of_paris_day
from resolvers.employers.publish_expiries import publish_all_expiries
from server.logs import log_failure

MAX_SLEEP_SECONDS = 60.0
"""At the latest: a machine that slept, or whose clock was set, is not waited for until the next midnight."""

logger = structlog.stdlib.get_logger("comptoir.turning")


@asynccontextmanager
async def midnight_worker() -> AsyncIterator[None]:
    """Tell the feeds of what each day's change has done, for as long as the block lasts."""
    stop = asyncio.Event()
    task = asyncio.create_task(_turn_until(stop))
    try:
        yield
    finally:
        stop.set()
        await asyncio.wait({task})


def seconds_until_midnight(now: datetime) -> float:
    """To the next day in Paris, which may be 23 or 25 hours away from the last."""
    return (start_of_paris_day(paris_day(now) + timedelta(days=1)) - now).total_seconds()


async def _turn_until(stop: asyncio.Event) -> None:
    """A failure is logged, never the end."""
    while not stop.is_set():
        now = datetime.now(UTC)
        try:
            if told := await publish_all_expiries(now):
                logger.info("day turned", employers=told)
        except Exception as error:
            log_failure("day not turned", error)
        with suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), min(MAX_SLEEP_SECONDS, seconds_until_midnight(now) + 0.1))
