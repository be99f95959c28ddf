"""Publishes expiries to the feed: an account expires by the date alone, without a request (T2, A5, P4)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from models.database import transaction
from models.rules.employers.employer_refusals import employer_closed
from models.rules.hash_chain import ChainHead
from models.rules.paris_calendar import paris_day
from models.rules.refusals import Refused
from models.stores.employers.employers import (
    employers_with_unpublished_expiries,
    expiries_published_on,
    lock_employer,
    save_expiries_published,
)
from models.stores.partners.feed import append_to_feed, expired_since, no_longer_expired
from models.stores.sign_in.sessions import end_sessions_of_expired

_TOMORROW = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class HeldLock:
    """What is known of an employer whose lock is held."""

    today: date
    """The date in Paris under the lock."""
    chain_head: ChainHead
    """The end of its history (H2)."""


async def lock_if_published(employer_id: int, now: datetime, *, only_open: bool = False) -> HeldLock | None:
    """Lock the employer, as the first statement of a transaction; None if its expiries are not published yet.

    A transaction that began before midnight and got the lock after it works on the new day. Raises: Refused,
    with `only_open`, if the operator has closed the employer.
    """
    locked, today = await lock_employer(employer_id), paris_day(now)
    if only_open and locked.closed_on is not None:
        raise Refused(employer_closed())
    if today <= locked.expiries_published_on <= today + _TOMORROW:
        return HeldLock(locked.expiries_published_on, locked.chain_head)
    return None


async def lock_and_publish_expiries(employer_id: int, now: datetime, *, only_open: bool = False) -> HeldLock:
    """Lock the employer, as the first statement of a transaction, and publish its expiries.

    The first writer of a new day publishes the expiries of the days before, so that no later change precedes
    them in the feed, and ends the sessions of those accounts for good: neither a renewal nor a clock that is
    set back revives them (P4). If the clock had run ahead and an expiry was published too early, the
    correction is published.

    Raises: Refused, as `lock_if_published`.
    """
    held = await lock_if_published(employer_id, now, only_open=only_open)
    if held is not None:
        return held
    locked, today = await lock_employer(employer_id), paris_day(now)
    published_on = locked.expiries_published_on
    if published_on > today:
        changes = await no_longer_expired(employer_id, today, now)
    else:
        changes = await expired_since(employer_id, published_on, today)
        await end_sessions_of_expired(employer_id, published_on, today, now)
    await append_to_feed(employer_id, changes)
    await save_expiries_published(employer_id, today)
    return HeldLock(today, locked.chain_head)


async def lock_several_and_publish_expiries(employer_ids: Collection[int], now: datetime) -> date:
    """Do the same for several employers, in the order of their ids, so that two of these never deadlock.

    All are locked before the first publishes, which takes the lock of the feed.
    """
    ordered = sorted(set(employer_ids))
    for employer_id in ordered:
        await lock_employer(employer_id)
    days = [(await lock_and_publish_expiries(employer_id, now)).today for employer_id in ordered]
    return max(days, default=paris_day(now))


async def publish_employer_expiries(employer_id: int, now: datetime) -> None:
    """Publish in a transaction of its own, so that other transactions append to the feed last."""
    published_on, today = await expiries_published_on(employer_id), paris_day(now)
    if today <= published_on <= today + _TOMORROW:
        return
    async with transaction():
        await lock_and_publish_expiries(employer_id, now)


async def publish_all_expiries(now: datetime) -> int:
    """Publish for every employer; return for how many. Several processes may run this at once."""
    today = paris_day(now)
    employer_ids = await employers_with_unpublished_expiries(today, today + _TOMORROW)
    for employer_id in employer_ids:
        await publish_employer_expiries(employer_id, now)
    return len(employer_ids)
