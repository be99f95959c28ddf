"""An administrator unlocks an account (P3)."""

from datetime import timedelta

import pytest

from models.rules.vocabulary import ErrorCode, Operation
from resolvers.accounts.unlock import unlock
from resolvers.history.verify import verify_history
from resolvers.sign_in.sessions import sign_in
from tests.factories import NOW, PASSWORD, POLICY, a_house, read, signed_in
from tests.nothing_written import nothing_is_written, refused
from tests.resolvers.invited_holders import a_holder, feed, guard_for, history, wrong
from tests.resolvers.requests import become, codes, these

pytestmark = pytest.mark.usefixtures("database")


async def test_an_unlocked_holder_signs_in_and_the_count_begins_anew() -> None:
    house = await a_house()
    holder = await a_holder(house)
    await wrong(holder.identifier, 5)
    assert codes(await unlock(signed_in(house.jean), these(holder), NOW, POLICY)) == [None]
    await wrong(holder.identifier, 4)
    await sign_in(holder.identifier, PASSWORD, NOW, POLICY)
    await wrong(holder.identifier, 5)
    assert (await read(holder)).locked_until == NOW + timedelta(minutes=15)


async def test_several_are_unlocked_at_once_and_the_others_are_refused_with_a_reason() -> None:
    house = await a_house()
    locked = [await a_holder(house) for _ in range(2)]
    for holder in locked:
        await wrong(holder.identifier, 5)
    free, gone = await a_holder(house), await a_holder(house, deleted_at=NOW)
    results = await unlock(signed_in(house.jean), these(*locked, free, gone), NOW, POLICY)
    assert codes(results) == [None, None, ErrorCode.INVALID, ErrorCode.ACCOUNT_DELETED]
    assert [(await read(holder)).locked_until for holder in locked] == [None, None]
    assert [(await guard_for(holder.identifier)).locks for holder in locked] == [0, 0]


async def test_a_lock_that_is_over_is_no_lock() -> None:
    house = await a_house()
    holder = await become(await a_holder(house), locked_until=NOW)
    async with nothing_is_written():
        results = await unlock(signed_in(house.jean), these(holder), NOW, POLICY)
    assert codes(results) == [ErrorCode.INVALID]


async def test_the_history_records_who_unlocked_it_and_until_when_it_was_locked() -> None:
    house = await a_house()
    holder = await a_holder(house)
    await wrong(holder.identifier, 5)
    await unlock(signed_in(house.sara), these(holder), NOW, POLICY)
    entry = (await history())[-1]
    assert (entry["operation"], entry["actor_id"]) == (Operation.ACCOUNT_UNLOCKED, house.sara.id)
    assert '["lockedUntil", "2026-11-23T09:15:00+00:00", null]' in entry["changes"]
    assert await feed() == []
    assert (await verify_history())[house.employer_id][1] is None


async def test_users_and_administrators_of_other_employers_unlock_no_account() -> None:
    house, other = await a_house(), await a_house("MAIRIE DE REZÉ")
    holder = await a_holder(house)
    await wrong(holder.identifier, 5)
    async with refused(ErrorCode.FORBIDDEN):
        await unlock(signed_in(house.paul), these(holder), NOW, POLICY)
    async with nothing_is_written():
        results = await unlock(signed_in(other.jean), these(holder), NOW, POLICY)
    assert codes(results) == [ErrorCode.NOT_FOUND]
    assert (await guard_for(holder.identifier)).locked(NOW)


async def test_a_dry_run_unlocks_no_account() -> None:
    house = await a_house()
    holder = await a_holder(house)
    await wrong(holder.identifier, 5)
    async with nothing_is_written():
        assert codes(await unlock(signed_in(house.jean), these(holder, dry_run=True), NOW, POLICY)) == [None]
    assert (await guard_for(holder.identifier)).locked(NOW)
