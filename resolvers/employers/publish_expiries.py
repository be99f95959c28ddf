"""What the passing of time does to accounts: told in the feed once, before anything else is (T2, A5)."""

from datetime import date, datetime, timedelta

from models.database import transaction
from models.rules.paris_calendar import paris_day
from models.stores.employers import (
    employers_with_unpublished_expiries,
    expiries_published_on,
    lock_employer,
    save_expiries_published,
)
from models.stores.partners.feed import append_to_feed, expired_since, no_longer_expired

_TOMORROW = timedelta(days=1)


async def lock_and_publish_expiries(employer_id: int, now: datetime) -> date:
    """The employer's lock, for a transaction's first statement; the day it is in Paris under it.

    Whoever writes first on a new day tells first what the days since have done, so that no change that
    follows comes before them. Who began just before midnight and waited until after it acts on the new
    day: told is told. What a clock that ran ahead of that made to expire is told back.
    """
    told_on, today = await lock_employer(employer_id), paris_day(now)
    if told_on == today + _TOMORROW:
        return told_on
    if told_on != today:
        early = told_on > today
        told = (
            no_longer_expired(employer_id, today, now)
            if early
            else expired_since(employer_id, told_on, today)
        )
        await append_to_feed(employer_id, await told)
        await save_expiries_published(employer_id, today)
    return today


async def publish_employer_expiries(employer_id: int, now: datetime) -> None:
    """The same beforehand, by itself: transactions append to the feed last, for others wait from there on."""
    told_on, today = await expiries_published_on(employer_id), paris_day(now)
    if today <= told_on <= today + _TOMORROW:
        return
    async with transaction():
        await lock_and_publish_expiries(employer_id, now)


async def publish_all_expiries(now: datetime) -> int:
    """For every employer, however long nobody did: of how many. Safe to run by several processes at once."""
    today = paris_day(now)
    waiting = await employers_with_unpublished_expiries(today, today + _TOMORROW)
    for employer_id in waiting:
        await publish_employer_expiries(employer_id, now)
    return len(waiting)
