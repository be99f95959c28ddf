"""What the passing of time does to accounts: told in the feed once, before anything else is (T2, A5)."""

from datetime import date, datetime, timedelta

from models.database import transaction
from models.rules.accounts.expiry import paris_day
from models.stores.employers import employers_to_tell, expiries_told_on, lock_employer, save_expiries_told
from models.stores.partners.feed import append_feed, expiries, unexpired

_TOMORROW = timedelta(days=1)


async def lock(employer_id: int, now: datetime) -> date:
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
        told = unexpired(employer_id, today, now) if early else expiries(employer_id, told_on, today)
        await append_feed(employer_id, await told)
        await save_expiries_told(employer_id, today)
    return today


async def tell(employer_id: int, now: datetime) -> None:
    """The same beforehand, by itself: transactions append to the feed last, for others wait from there on."""
    told_on, today = await expiries_told_on(employer_id), paris_day(now)
    if today <= told_on <= today + _TOMORROW:
        return
    async with transaction():
        await lock(employer_id, now)


async def tell_expiries(now: datetime) -> int:
    """For every employer, however long nobody did: of how many. Safe to run by several processes at once."""
    today = paris_day(now)
    waiting = await employers_to_tell(today, today + _TOMORROW)
    for employer_id in waiting:
        await tell(employer_id, now)
    return len(waiting)
