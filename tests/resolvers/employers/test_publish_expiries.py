"""The feed publishes each expiry once, in the right order (T2, A5)."""

import asyncio
from contextvars import copy_context
from datetime import UTC, date, datetime, timedelta

import pytest

from models.database import query, transaction
from models.rules.refusals import Refused
from models.stores.partners.feed import feed_page
from models.tables.employers import EmployerRow
from resolvers.accounts.bulk import BulkRequest
from resolvers.accounts.delete import delete
from resolvers.accounts.renew import renew
from resolvers.employer_transaction import employer_transaction
from resolvers.employers import publish_expiries
from tests.factories import NOW, POLICY, TODAY, a_house, an_account, signed_in

pytestmark = pytest.mark.usefixtures("database")

TOMORROW = TODAY + timedelta(days=1)
MIDNIGHT = datetime(2026, 11, 23, 23, 0, tzinfo=UTC)
"""The first moment of 24 November in Paris."""


async def published(*employers: int) -> list[tuple[str, str | None, str, datetime]]:
    return [(c.identifier, c.before, c.after, c.at) for c in await feed_page(0, employers, 1_000)]


async def test_an_account_expires_in_the_feed_at_the_first_moment_after_its_last_day() -> None:
    house = await a_house()
    last = await an_account(house.employer_id, expires_on=TODAY)
    pending = await an_account(house.employer_id, expires_on=TODAY, active=False)

    assert await publish_expiries.publish_all_expiries(MIDNIGHT - timedelta(microseconds=1)) == 0
    assert await published(house.employer_id) == []
    assert await publish_expiries.publish_all_expiries(MIDNIGHT) == 1
    assert await published(house.employer_id) == [
        (last.identifier, "ACTIVE", "EXPIRED", MIDNIGHT),
        (pending.identifier, "PENDING", "EXPIRED", MIDNIGHT),
    ]


async def test_after_downtime_each_expiry_is_published_once_with_the_moment_it_happened() -> None:
    house = await a_house()
    march = await an_account(house.employer_id, expires_on=date(2027, 3, 27))
    spring = await an_account(house.employer_id, expires_on=date(2027, 3, 28))
    week = datetime(2027, 4, 4, 12, tzinfo=UTC)
    for later in (week, week, week + timedelta(days=1)):
        await publish_expiries.publish_all_expiries(later)
    assert await published(house.employer_id) == [
        (march.identifier, "ACTIVE", "EXPIRED", datetime(2027, 3, 27, 23, tzinfo=UTC)),
        # The clocks went forward that night: this day had 23 hours.
        (spring.identifier, "ACTIVE", "EXPIRED", datetime(2027, 3, 28, 22, tzinfo=UTC)),
    ]


async def test_the_first_writer_of_a_new_day_publishes_the_expiries_first() -> None:
    house = await a_house()
    account = await an_account(house.employer_id, expires_on=TODAY)
    jean, later = signed_in(house.jean), MIDNIGHT + timedelta(hours=9)
    await renew(jean, BulkRequest(ids=(account.id,)), later, POLICY)
    assert [change[:3] for change in await published(house.employer_id)] == [
        (account.identifier, "ACTIVE", "EXPIRED"),
        (account.identifier, "EXPIRED", "ACTIVE"),
    ]


async def test_a_refused_write_publishes_nothing_and_the_next_one_does() -> None:
    house = await a_house()
    account = await an_account(house.employer_id, expires_on=TODAY)
    with pytest.raises(Refused):
        await renew(
            signed_in(house.jean), BulkRequest(ids=(account.id,), idempotency_key=""), MIDNIGHT, POLICY
        )
    assert await published(house.employer_id) == []
    await publish_expiries.publish_all_expiries(MIDNIGHT)
    assert len(await published(house.employer_id)) == 1


async def test_who_began_before_midnight_and_got_the_lock_after_it_acts_on_the_new_day() -> None:
    house = await a_house()
    account = await an_account(house.employer_id, expires_on=TODAY)
    await publish_expiries.publish_all_expiries(MIDNIGHT)
    late = MIDNIGHT - timedelta(seconds=1)
    await delete(signed_in(house.jean), BulkRequest(ids=(account.id,)), late, POLICY)
    assert [change[1:3] for change in await published(house.employer_id)] == [
        ("ACTIVE", "EXPIRED"),
        ("EXPIRED", "DELETED"),
    ]


async def test_an_expiry_published_too_early_by_a_clock_that_ran_ahead_is_corrected() -> None:
    """Otherwise subscribers would take the account for expired until it expires again."""
    house = await a_house()
    good = await an_account(house.employer_id, expires_on=TODAY + timedelta(days=5))
    pending = await an_account(house.employer_id, expires_on=TODAY + timedelta(days=5), active=False)
    gone = await an_account(house.employer_id, expires_on=TODAY + timedelta(days=5), deleted_at=NOW)
    await publish_expiries.publish_all_expiries(NOW + timedelta(days=30))
    assert len(await published(house.employer_id)) == 2
    for later in (NOW, NOW, NOW + timedelta(hours=1)):
        await publish_expiries.publish_all_expiries(later)
    assert (await published(house.employer_id))[2:] == [
        (good.identifier, "EXPIRED", "ACTIVE", NOW),
        (pending.identifier, "EXPIRED", "PENDING", NOW),
    ]
    assert gone.identifier not in repr(await published(house.employer_id))
    await publish_expiries.publish_all_expiries(NOW + timedelta(days=6))
    assert [change[:3] for change in (await published(house.employer_id))[4:]] == [
        (good.identifier, "ACTIVE", "EXPIRED"),
        (pending.identifier, "PENDING", "EXPIRED"),
    ]


async def test_after_such_a_clock_is_set_right_writers_work_on_the_right_day() -> None:
    house = await a_house()
    account = await an_account(house.employer_id, expires_on=TODAY + timedelta(days=5))
    await publish_expiries.publish_all_expiries(NOW + timedelta(days=30))
    outcomes = await delete(signed_in(house.jean), BulkRequest(ids=(account.id,)), NOW, POLICY)
    assert [outcome.refusal for outcome in outcomes] == [None]
    assert [change[1:3] for change in await published(house.employer_id)] == [
        ("ACTIVE", "EXPIRED"),
        ("EXPIRED", "ACTIVE"),
        ("ACTIVE", "DELETED"),
    ]


@pytest.mark.only_on("postgresql")
async def test_the_first_write_of_a_day_does_not_keep_other_employers_from_publishing() -> None:
    houses = [await a_house(name) for name in ("A", "B")]
    for house in houses:
        await an_account(house.employer_id, expires_on=TODAY)
    outside = copy_context()
    async with employer_transaction(houses[0].employer_id, MIDNIGHT):
        other = asyncio.create_task(_turned(houses[1].employer_id), context=outside)
        async with asyncio.timeout(120):
            await other
    assert len(await published(*(house.employer_id for house in houses))) == 2


async def test_deleted_accounts_and_expiries_published_already_are_not_published() -> None:
    house = await a_house()
    await an_account(house.employer_id, expires_on=TODAY, deleted_at=NOW)
    known = await an_account(house.employer_id, expires_on=TODAY - timedelta(days=400))
    await EmployerRow.filter(id=house.employer_id).update(expiries_told_on=date(1900, 1, 1))
    await publish_expiries.publish_all_expiries(NOW)
    await EmployerRow.filter(id=house.employer_id).update(expiries_told_on=date(1900, 1, 1))
    await publish_expiries.publish_all_expiries(NOW)
    assert [change[0] for change in await published(house.employer_id)] == [known.identifier]


async def test_many_processes_that_publish_at_once_publish_each_expiry_once() -> None:
    house, other = await a_house(), await a_house("RÉGION")
    for employer_id in (house.employer_id, other.employer_id):
        for _ in range(3):
            await an_account(employer_id, expires_on=TODAY)
    await asyncio.gather(*(publish_expiries.publish_all_expiries(MIDNIGHT) for _ in range(4)))
    changes = await published(house.employer_id, other.employer_id)
    assert len(changes) == len({change[0] for change in changes}) == 6


@pytest.mark.only_on("postgresql")
async def test_a_reader_never_passes_a_place_that_is_still_to_be_filled() -> None:
    """Employers wait for each other only here: the first change is written, but not visible yet."""
    houses = [await a_house(name) for name in ("A", "B")]
    accounts = [await an_account(house.employer_id, expires_on=TODAY) for house in houses]
    employers = [house.employer_id for house in houses]
    outside = copy_context()  # a task made inside a transaction would be part of it
    async with transaction():
        await publish_expiries.lock_and_publish_expiries(employers[0], MIDNIGHT)
        other = asyncio.create_task(_turned(employers[1]), context=outside)
        while (await query(_WAITING, []))[0]["n"] == 0:
            assert not other.done(), "the second did not wait"
    await other
    assert [c.account_id for c in await feed_page(0, employers, 10)] == [account.id for account in accounts]


async def _turned(employer_id: int) -> None:
    async with transaction():
        await publish_expiries.lock_and_publish_expiries(employer_id, MIDNIGHT)


_WAITING = "SELECT count(*) AS n FROM pg_locks WHERE NOT granted AND locktype = 'advisory'"
