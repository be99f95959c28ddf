"""Five wrong passwords lock an account, for longer each time (P3)."""

from datetime import timedelta

import pytest
from tortoise.exceptions import OperationalError

from models.database import query
from models.rules.vocabulary import ErrorCode, MessageKind, Operation
from resolvers.accounts.delete import delete
from resolvers.accounts.restore import restore
from resolvers.accounts.unlock import unlock
from resolvers.caller import ANONYMOUS
from resolvers.history.verify import verify_history
from resolvers.sign_in.lockout import record_right_password, record_wrong_password
from resolvers.sign_in.sessions import recognise_session, sign_in
from tests.factories import NOW, PASSWORD, POLICY, TODAY, a_house, read, signed_in
from tests.nothing_written import nothing_is_written, refused
from tests.resolvers.accounts.create.test_create_is_atomic import out_of_reach
from tests.resolvers.invited_holders import (
    TICK,
    a_holder,
    cannot_sign_in,
    feed,
    guard_for,
    history,
    invited,
    messages,
    wrong,
)
from tests.resolvers.requests import codes, count, these

pytestmark = pytest.mark.usefixtures("database")

MINUTE = timedelta(minutes=1)


async def test_five_wrong_passwords_lock_the_account_for_15_minutes() -> None:
    holder = await a_holder()
    async with nothing_is_written():
        await wrong(holder.identifier, 4)
    await wrong(holder.identifier)
    assert (await read(holder)).locked_until == NOW + 15 * MINUTE
    await cannot_sign_in(holder.identifier, PASSWORD, NOW + 15 * MINUTE - TICK)
    await sign_in(holder.identifier, PASSWORD, NOW + 15 * MINUTE, POLICY)


async def test_a_lock_is_twice_as_long_each_time_up_to_a_day() -> None:
    holder, now = await a_holder(), NOW
    for minutes in (15, 30, 60, 120, 240, 480, 960, 1440, 1440):
        await wrong(holder.identifier, 5, now)
        now += minutes * MINUTE
        assert (await read(holder)).locked_until == now
    await sign_in(holder.identifier, PASSWORD, now, POLICY)


async def test_what_is_tried_while_locked_counts_for_nothing() -> None:
    holder = await a_holder()
    await wrong(holder.identifier, 5)
    locked = await guard_for(holder.identifier)
    async with nothing_is_written():
        await wrong(holder.identifier, 12, NOW + 14 * MINUTE)
        await cannot_sign_in(holder.identifier, PASSWORD, NOW + 14 * MINUTE)
    assert await guard_for(holder.identifier) == locked
    await wrong(holder.identifier, 4, NOW + 15 * MINUTE)
    await sign_in(holder.identifier, PASSWORD, NOW + 15 * MINUTE, POLICY)


async def test_a_right_password_makes_the_count_begin_anew() -> None:
    holder = await a_holder()
    for _ in range(3):
        await wrong(holder.identifier, 4)
        await sign_in(holder.identifier, PASSWORD, NOW, POLICY)
    assert await count("sign_in_guard") == 0
    await wrong(holder.identifier, 5)
    assert (await read(holder)).locked_until == NOW + 15 * MINUTE


async def test_a_right_password_on_an_expired_account_makes_the_count_begin_anew_too() -> None:
    holder = await a_holder(expires_on=TODAY - timedelta(days=1))
    for _ in range(3):
        await wrong(holder.identifier, 4)
        async with refused(ErrorCode.ACCOUNT_EXPIRED):
            await sign_in(holder.identifier, PASSWORD, NOW, POLICY)
    assert await count("sign_in_guard") == 0


async def test_a_right_password_that_comes_too_late_lifts_no_lock() -> None:
    holder = await a_holder()
    await wrong(holder.identifier, 5)
    locked = await guard_for(holder.identifier)
    await record_right_password(holder.identifier, NOW + 15 * MINUTE - TICK, POLICY)
    assert await guard_for(holder.identifier) == locked
    await record_right_password(holder.identifier, NOW + 15 * MINUTE, POLICY)
    assert await count("sign_in_guard") == 0


@pytest.mark.parametrize("table", ["account", "session", "outgoing", "history"])
async def test_the_count_that_locks_and_the_lock_are_written_together_or_not_at_all(table: str) -> None:
    """Otherwise an account could not be signed in to, and an administrator would see no lock to lift."""
    house = await a_house()
    holder = await a_holder(house)
    await wrong(holder.identifier, 4)
    four = await guard_for(holder.identifier)
    async with nothing_is_written(), out_of_reach(table):
        with pytest.raises(OperationalError):
            await record_wrong_password(holder.identifier, holder, NOW, POLICY)
    assert await guard_for(holder.identifier) == four
    await wrong(holder.identifier)
    assert (await read(holder)).locked(NOW)
    assert codes(await unlock(signed_in(house.jean), these(holder), NOW, POLICY)) == [None]
    await sign_in(holder.identifier, PASSWORD, NOW, POLICY)


async def test_identifiers_that_do_not_exist_are_counted_and_locked_alike() -> None:
    holder = await a_holder()
    for identifier in (holder.identifier, "ABC222222", "' OR 1=1 --\x00", "", "\N{SNOWMAN}" * 1_000):
        await wrong(identifier, 5)
    assert await count("sign_in_guard") == 5
    for identifier in (holder.identifier, "ABC222222", "' OR 1=1 --\x00", ""):
        assert await guard_for(identifier) == await guard_for(holder.identifier)
        assert (await guard_for(identifier)).locked(NOW)
    assert await guard_for("\N{SNOWMAN}" * 40) == await guard_for(holder.identifier)


async def test_however_the_identifier_is_written_it_is_counted_as_one() -> None:
    holder = await a_holder(identifier="TSTABCDEF")
    for written in ("TSTABCDEF", "tstabcdef", " TstAbcDef ", "TSTabcdef\n", "\ttstABCDEF"):
        await wrong(written)
    assert await count("sign_in_guard") == 1
    assert (await read(holder)).locked(NOW)


async def test_one_holders_lock_is_no_matter_to_another() -> None:
    house = await a_house()
    holder, other = await a_holder(house), await a_holder(house)
    await wrong(holder.identifier, 5)
    await sign_in(other.identifier, PASSWORD, NOW, POLICY)


async def test_a_lock_ends_the_sessions_and_is_e_mailed_and_recorded_once() -> None:
    house = await a_house()
    holder, other = await a_holder(house), await a_holder(house)
    tokens = [(await sign_in(who.identifier, PASSWORD, NOW, POLICY)).token for who in (holder, other)]
    await wrong(holder.identifier, 9)
    later = NOW + 16 * MINUTE
    assert await recognise_session(tokens[0], later, POLICY) is ANONYMOUS
    assert (await recognise_session(tokens[1], later, POLICY)).account is not None
    (email,) = await messages(MessageKind.ACCOUNT_LOCKED)
    assert (email["recipient"], email["facts"]["minutes"]) == (holder.email, 15)
    assert holder.identifier not in repr(email["facts"])
    (entry,) = await history()
    assert (entry["operation"], entry["account_id"]) == (Operation.ACCOUNT_LOCKED, holder.id)
    assert (entry["actor_id"], entry["actor_name"]) == (None, "system")
    assert "2026-11-23T09:15:00+00:00" in entry["changes"]
    assert await feed() == []
    assert (await verify_history())[house.employer_id][1] is None


async def test_the_next_lock_is_e_mailed_again_with_its_own_length() -> None:
    holder = await a_holder()
    await wrong(holder.identifier, 5)
    await wrong(holder.identifier, 5, NOW + 15 * MINUTE)
    assert [e["facts"]["minutes"] for e in await messages(MessageKind.ACCOUNT_LOCKED)] == [15, 30]
    assert [entry["operation"] for entry in await history()] == [Operation.ACCOUNT_LOCKED] * 2


async def test_guesses_lock_a_pending_account_without_an_e_mail() -> None:
    zoe = await invited()
    async with nothing_is_written():
        await wrong(zoe.account.identifier, 6)
    assert (await guard_for(zoe.account.identifier)).locked(NOW)


async def test_an_expired_account_is_locked_too_and_then_does_not_say_that_it_has_expired() -> None:
    holder = await a_holder(expires_on=TODAY - timedelta(days=1))
    async with refused(ErrorCode.ACCOUNT_EXPIRED):
        await sign_in(holder.identifier, PASSWORD, NOW, POLICY)
    await wrong(holder.identifier, 5)
    assert (await read(holder)).locked_until == NOW + 15 * MINUTE
    async with refused(ErrorCode.BAD_CREDENTIALS):
        await sign_in(holder.identifier, PASSWORD, NOW, POLICY)


async def test_a_deleted_account_is_not_marked_and_once_restored_begins_anew() -> None:
    house = await a_house()
    holder = await a_holder(house)
    await delete(signed_in(house.jean), these(holder), NOW, POLICY)
    async with nothing_is_written():
        await wrong(holder.identifier, 5)
    await restore(signed_in(house.jean), these(holder), NOW, POLICY)
    await sign_in(holder.identifier, PASSWORD, NOW, POLICY)


async def test_the_table_does_not_show_whose_passwords_were_guessed() -> None:
    holder = await a_holder()
    await wrong(holder.identifier)
    rows = await query("SELECT * FROM sign_in_guard", [])
    assert holder.identifier not in repr(rows)
    assert "wrong" not in repr(rows)
