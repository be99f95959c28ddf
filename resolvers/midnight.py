"""What the passing of time does to accounts: told in the feed once, before anything else is (T2, A5)."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, datetime, timedelta
from weakref import WeakValueDictionary

import anyio

from models.database import transaction
from models.rules.expiry import paris_day
from models.stores.employers import employers_not_told, lock_employer, save_expiries_told
from models.stores.feed import append_feed, expiries

AT_ONCE = 2
"""Of one process, for one employer: one that writes, and one that waits in the database to be next."""
_queues: WeakValueDictionary[int, anyio.Semaphore] = WeakValueDictionary()


@asynccontextmanager
async def turn(employer_id: int, now: datetime) -> AsyncIterator[date]:
    """A transaction in which one writes for this employer, as `lock`; the day it is in Paris.

    The others of this process wait for it without a connection: however many write for one employer, whoever
    reads or writes for another finds one.
    """
    queue = _queues.setdefault(employer_id, anyio.Semaphore(AT_ONCE))
    async with queue, transaction():
        yield await lock(employer_id, now)


async def lock(employer_id: int, now: datetime) -> date:
    """The employer's lock, for a transaction's first statement; the day it is in Paris under it.

    Whoever writes first on a new day tells first what the days since have done, so that no change that
    follows comes before them. Who began just before midnight and waited until after it acts on the new
    day: told is told.
    """
    told_on = await lock_employer(employer_id)
    today = paris_day(now)
    if told_on == today + timedelta(days=1):
        return told_on
    if told_on < today:
        await append_feed(employer_id, await expiries(employer_id, told_on, today))
        await save_expiries_told(employer_id, today)
    return today


async def tell_expiries(now: datetime) -> int:
    """For every employer, however long nobody did: of how many. Safe to run by several processes at once."""
    waiting = await employers_not_told(paris_day(now))
    for employer_id in waiting:
        async with turn(employer_id, now):
            pass
    return len(waiting)
