"""Publishes the day's expiries to the feed at midnight in Paris, and when the service starts (T2)."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta

import structlog

from models.rules.paris_calendar import paris_day, start_of_paris_day
from resolvers.employers.publish_expiries import publish_all_expiries
from server.logs import log_failure

MAX_SLEEP_SECONDS = 60.0
"""The worker checks this often, in case the machine slept or its clock was set."""

logger = structlog.stdlib.get_logger("comptoir.midnight")


@asynccontextmanager
async def midnight_worker() -> AsyncIterator[None]:
    """Publish each day's expiries while the block lasts."""
    stop = asyncio.Event()
    task = asyncio.create_task(_publish_until(stop))
    try:
        yield
    finally:
        stop.set()
        await asyncio.wait({task})


def seconds_until_midnight(now: datetime) -> float:
    """Seconds to the next day in Paris; a day may have 23 or 25 hours."""
    return (start_of_paris_day(paris_day(now) + timedelta(days=1)) - now).total_seconds()


async def _publish_until(stop: asyncio.Event) -> None:
    """Publish, wait, publish again; a failure is logged, and the worker goes on."""
    while not stop.is_set():
        now = datetime.now(UTC)
        try:
            if employers := await publish_all_expiries(now):
                logger.info("expiries published", employers=employers)
        except Exception as error:
            log_failure("expiries not published", error)
        with suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), min(MAX_SLEEP_SECONDS, seconds_until_midnight(now) + 0.1))
