"""Recognising the caller of a session, and when a session ends (P5)."""

from datetime import datetime, timedelta

import pytest

from models.database import query
from models.rules.accounts.account import Account
from models.rules.sign_in.tokens import token_hash
from models.rules.vocabulary import Profile
from models.stores.sign_in.sessions import insert_session
from resolvers.caller import ANONYMOUS, Caller
from resolvers.sign_in.sessions import recognise_session, session_lapses_at, sign_out
from tests.factories import NOW, POLICY, a_house, a_mandate
from tests.nothing_written import nothing_is_written

pytestmark = pytest.mark.usefixtures("database")

TICK = timedelta(microseconds=1)


async def a_session(account: Account, at: datetime = NOW) -> str:
    """Insert a session; return its token."""
    token = f"token of session {account.id}"
    await insert_session(account.id, token_hash(token), account.profile, at)
    return token


async def known(token: str, now: datetime = NOW) -> Caller:
    return await recognise_session(token, now, POLICY)


async def test_a_session_has_its_caller_and_the_employers_that_they_administer() -> None:
    house, other = await a_house(), await a_house("MAIRIE DE REZÉ")
    await a_mandate(house.jean, other.employer_id)
    caller = await known(await a_session(house.jean))
    assert (caller.account, caller.profile) == (house.jean, Profile.ADMINISTRATOR)
    assert caller.administers == {house.employer_id, other.employer_id}
    user = await known(await a_session(house.paul))
    assert (user.account, user.administers) == (house.paul, frozenset())


async def test_an_unknown_token_is_an_anonymous_caller() -> None:
    house = await a_house()
    token = await a_session(house.jean)
    for wrong in ("", token.upper(), token_hash(token), "\x00"):
        assert await known(wrong) is ANONYMOUS


async def test_a_session_ends_after_30_idle_minutes() -> None:
    house = await a_house()
    token = await a_session(house.paul)
    seen = NOW + timedelta(minutes=30)
    assert (await known(token, seen)).account == house.paul
    assert (await known(token, seen + timedelta(minutes=30))).account == house.paul
    late = seen + timedelta(minutes=60) + TICK
    async with nothing_is_written():
        assert await known(token, late) is ANONYMOUS


async def test_a_session_ends_after_8_hours_however_busy() -> None:
    house = await a_house()
    token, now = await a_session(house.paul), NOW
    while now < NOW + timedelta(hours=8):
        assert (await known(token, now)).account == house.paul
        now += timedelta(minutes=20)
    assert now == NOW + timedelta(hours=8)
    assert (await known(token, now)).account == house.paul
    assert await known(token, now + TICK) is ANONYMOUS


async def test_a_request_within_the_same_minute_writes_nothing() -> None:
    house = await a_house()
    token = await a_session(house.paul)
    async with nothing_is_written():
        await known(token, NOW + timedelta(minutes=1) - TICK)
    await known(token, NOW + timedelta(minutes=1))
    assert (await known(token, NOW + timedelta(minutes=31))).account == house.paul


async def test_clients_can_read_when_the_session_lapses() -> None:
    house = await a_house()
    caller = await known(await a_session(house.paul))
    assert session_lapses_at(caller, NOW, POLICY) == NOW + timedelta(minutes=30)
    evening = NOW + timedelta(hours=7, minutes=45)
    assert session_lapses_at(caller, evening, POLICY) == NOW + timedelta(hours=8)
    assert session_lapses_at(ANONYMOUS, NOW, POLICY) is None


async def test_signing_out_ends_this_session_and_no_other() -> None:
    house = await a_house()
    jean, sara = await a_session(house.jean), await a_session(house.sara)
    caller = await known(jean)
    await sign_out(caller, NOW)
    assert await known(jean) is ANONYMOUS
    assert (await known(sara)).account == house.sara
    async with nothing_is_written():
        await sign_out(caller, NOW + timedelta(hours=1))
        await sign_out(ANONYMOUS, NOW)


async def test_the_database_keeps_the_moment_a_session_ended() -> None:
    house = await a_house()
    token = await a_session(house.paul)
    await sign_out(await known(token), NOW)
    rows = await query("SELECT token_hash, ended_at FROM session", [])
    assert [row["ended_at"] is not None for row in rows] == [True]
    assert rows[0]["token_hash"] == token_hash(token)
