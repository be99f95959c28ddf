"""Concurrent wrong passwords are each counted, and a lock is recorded once (P3)."""

import asyncio
from collections import Counter
from datetime import timedelta
from typing import Any

import pytest

from models.database import transaction
from models.rules.refusals import Refused
from models.rules.sign_in.lockout import LockoutState
from models.rules.vocabulary import ErrorCode, MessageKind, Operation
from models.stores.sign_in.lockouts import count_failure
from resolvers.accounts.unlock import unlock
from resolvers.sign_in.lockout import record_wrong_password
from resolvers.sign_in.sessions import SignedIn, sign_in
from tests.factories import NOW, PASSWORD, POLICY, TODAY, a_house, read, signed_in
from tests.resolvers.invited_holders import a_holder, guard_for, history, messages
from tests.resolvers.race import Call, Race
from tests.resolvers.requests import become, codes, count, these
from tests.resolvers.sign_in.races.test_concurrent_sign_ins import comparing

pytestmark = pytest.mark.usefixtures("database")

QUARTER = timedelta(minutes=15)


async def at_once(*calls: Call) -> list[Any]:
    return await asyncio.gather(*map(asyncio.create_task, calls), return_exceptions=True)


async def counted(key: str) -> LockoutState:
    async with transaction():
        return await count_failure(key, NOW)


async def test_as_many_as_come_at_once_are_each_counted() -> None:
    for round_ in range(10):
        results = await at_once(*(counted(f"key {round_}") for _ in range(4)))
        assert sorted(guard.failures for guard in results) == [1, 2, 3, 4]
    assert await count("sign_in_guard") == 10


async def test_of_many_at_once_the_fifth_locks_and_the_rest_count_for_nothing() -> None:
    results = await at_once(*(counted("key") for _ in range(12)))
    locked = LockoutState(0, 1, NOW + QUARTER)
    assert Counter(results) == {**{LockoutState(n): 1 for n in (1, 2, 3, 4)}, locked: 8}


async def test_simultaneous_guesses_lock_the_account_once_and_send_one_e_mail() -> None:
    holder = await a_holder()
    guesses = [f"guess {number}" for number in range(12)]
    results = await at_once(*(sign_in(holder.identifier, guess, NOW, POLICY) for guess in guesses))
    assert {type(result) for result in results} == {Refused}
    assert (await read(holder)).locked_until == NOW + QUARTER
    assert (await guard_for(holder.identifier)) == LockoutState(0, 1, NOW + QUARTER)
    assert len(await messages(MessageKind.ACCOUNT_LOCKED)) == 1
    assert [entry["operation"] for entry in await history()] == [Operation.ACCOUNT_LOCKED]


async def test_those_who_give_the_last_wrong_password_together_write_the_lock_once(race: Race) -> None:
    holder = await a_holder()
    for _ in range(4):
        await record_wrong_password(holder.identifier, holder, NOW, POLICY)
    calls = (record_wrong_password(holder.identifier, holder, NOW, POLICY) for _ in range(4))
    assert await race(holder.employer_id, *calls) == [None] * 4
    assert len(await messages(MessageKind.ACCOUNT_LOCKED)) == 1
    assert await count("history") == 1


async def test_a_lock_that_was_lifted_meanwhile_is_not_put_back(race: Race) -> None:
    house = await a_house()
    holder = await a_holder(house)
    await become(holder, locked_until=NOW + timedelta(minutes=1))
    for _ in range(4):
        await record_wrong_password(holder.identifier, holder, NOW, POLICY)
    results = await race(
        house.employer_id,
        unlock(signed_in(house.jean), these(holder), NOW, POLICY),
        record_wrong_password(holder.identifier, holder, NOW, POLICY),
    )
    assert (codes(results[0]), results[1]) == ([None], None)
    locked = (await history())[-1]["operation"] == Operation.ACCOUNT_LOCKED
    assert (await read(holder)).locked(NOW) is locked
    assert (await guard_for(holder.identifier)).locked(NOW) is locked


async def test_honest_sign_ins_at_once_are_all_let_in() -> None:
    house = await a_house()
    holders = [await a_holder(house) for _ in range(3)]
    calls = [sign_in(who.identifier, PASSWORD, NOW, POLICY) for who in holders for _ in range(3)]
    assert [type(result) for result in await at_once(*calls)] == [SignedIn] * 9


async def test_an_honest_sign_in_beside_four_wrong_ones_is_let_in() -> None:
    holder = await a_holder()
    calls = [sign_in(holder.identifier, "wrong", NOW, POLICY) for _ in range(4)]
    results = await at_once(*calls, sign_in(holder.identifier, PASSWORD, NOW, POLICY))
    assert [type(result) for result in results] == [Refused] * 4 + [SignedIn]
    assert not (await read(holder)).locked(NOW)


@pytest.mark.parametrize("late", [0, 1], ids=["active", "expired"])
async def test_a_right_guess_among_many_sent_at_once_gives_nothing_away_once_locked(late: int) -> None:
    """All requests arrive before the first response; the right password is compared after the lock."""
    holder = await a_holder()
    await become(holder, expires_on=TODAY - timedelta(days=late))
    async with comparing(holder.identifier) as right:
        for _ in range(5):
            await record_wrong_password(holder.identifier, holder, NOW, POLICY)
    with pytest.raises(Refused, match=ErrorCode.BAD_CREDENTIALS):
        await right
    assert await count("session") == 0
