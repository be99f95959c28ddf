"""Transactions that write for an employer: the caller is checked again under the lock (D2, E1, P4)."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import asyncpg
import pytest

from models.rules.vocabulary import ErrorCode
from models.tables.mandates import MandateRow
from resolvers.accounts.create import create
from resolvers.accounts.renew import renew
from resolvers.employer_transaction import MAX_CONCURRENT_TRANSACTIONS, caller_transaction
from resolvers.employers.publish_expiries import publish_all_expiries
from tests.factories import NOW, POLICY, TODAY, House, a_house, a_mandate, signed_in
from tests.nothing_written import nothing_is_written, refused
from tests.resolvers.requests import a_creation, become, codes, these

pytestmark = pytest.mark.usefixtures("database")


async def two_houses() -> tuple[House, House]:
    return await a_house(), await a_house("MAIRIE DE REZÉ")


async def test_the_desk_gives_the_day_it_is_in_paris() -> None:
    house = await a_house()
    late = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
    async with caller_transaction(signed_in(house.jean), house.employer_id, late) as today:
        assert today == TODAY + timedelta(days=1)


@pytest.mark.parametrize(
    "lost",
    [
        {"deleted_at": NOW},
        {"expires_on": TODAY - timedelta(days=1)},
        {"password_created_at": None},
        {"locked_until": NOW + timedelta(minutes=15)},
    ],
    ids=["deleted", "expired", "without a password", "locked"],
)
async def test_a_caller_who_has_lost_access_meanwhile_writes_nothing(lost: dict[str, Any]) -> None:
    house = await a_house()
    caller = signed_in(house.jean)
    await become(house.jean, **lost)
    async with refused(ErrorCode.NOT_SIGNED_IN):
        await create(caller, a_creation(house.employer_id), NOW, POLICY)


async def test_a_lock_that_is_over_does_not_hinder_writing() -> None:
    house = await a_house()
    await become(house.jean, locked_until=NOW)
    assert codes(await renew(signed_in(house.jean), these(house.paul), NOW, POLICY)) == [None]


async def test_the_day_of_expiry_is_valid_until_midnight_in_paris() -> None:
    house = await a_house()
    await become(house.jean, expires_on=TODAY)
    caller = signed_in(house.jean)
    last = datetime(2026, 11, 23, 22, 59, 59, tzinfo=UTC)
    assert codes(await renew(caller, these(house.paul), last, POLICY)) == [None]
    await publish_all_expiries(last + timedelta(seconds=1))  # which a refusal does not undo
    async with refused(ErrorCode.NOT_SIGNED_IN):
        await renew(caller, these(house.paul), last + timedelta(seconds=1), POLICY)


async def test_a_mandate_lets_an_administrator_act_for_another_employer() -> None:
    house, other = await two_houses()
    await a_mandate(house.jean, other.employer_id)
    caller = signed_in(house.jean, other.employer_id)
    account = await create(caller, a_creation(other.employer_id), NOW, POLICY)
    assert account.employer_id == other.employer_id


@pytest.mark.parametrize(
    "lost",
    [
        {"ended_at": NOW},
        {"ends_on": TODAY - timedelta(days=1), "starts_on": TODAY - timedelta(days=9)},
        {"starts_on": TODAY + timedelta(days=1)},
    ],
    ids=["ended", "over", "not begun"],
)
async def test_a_mandate_that_has_ended_permits_no_write(lost: dict[str, Any]) -> None:
    house, other = await two_houses()
    await a_mandate(house.jean, other.employer_id)
    await MandateRow.all().update(**lost)
    caller = signed_in(house.jean, other.employer_id)
    async with refused(ErrorCode.NOT_SIGNED_IN):
        await renew(caller, these(other.paul), NOW, POLICY)
    assert codes(await renew(caller, these(house.paul), NOW, POLICY)) == [None]


async def test_a_mandate_for_one_employer_opens_no_other() -> None:
    house, other = await two_houses()
    third = await a_house("CENTRE DE GESTION")
    await a_mandate(house.jean, other.employer_id)
    caller = signed_in(house.jean, other.employer_id)
    async with nothing_is_written():
        outcomes = await renew(caller, these(third.paul), NOW, POLICY)
    assert codes(outcomes) == [ErrorCode.NOT_FOUND]


@pytest.mark.only_on("postgresql")
async def test_however_many_wait_for_one_employer_requests_for_another_are_served(
    database_url: str,
) -> None:
    """Twice as many as there are connections; the lock is held by another process."""
    house, other = await two_houses()
    held = await asyncpg.connect(database_url)
    try:
        async with held.transaction():
            await held.execute("SELECT id FROM employer WHERE id = $1 FOR NO KEY UPDATE", house.employer_id)
            jean = signed_in(house.jean)
            waiting = [asyncio.create_task(renew(jean, these(house.paul), NOW, POLICY)) for _ in range(20)]
            while (
                await held.fetchval("SELECT count(*) FROM pg_locks WHERE NOT granted")
                < MAX_CONCURRENT_TRANSACTIONS
            ):
                assert not any(task.done() for task in waiting)
            async with asyncio.timeout(120):
                assert codes(await renew(signed_in(other.jean), these(other.paul), NOW, POLICY)) == [None]
            assert not any(task.done() for task in waiting)
    finally:
        await held.close()
    assert [codes(await task) for task in waiting] == [[None]] * 20
