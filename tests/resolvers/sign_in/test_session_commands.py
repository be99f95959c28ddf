"""The operator lists and ends the sessions of an account at the command line (P4, P5)."""

from datetime import timedelta

import pytest

from models.rules.vocabulary import ErrorCode
from resolvers.caller import ANONYMOUS
from resolvers.sign_in.sessions import end_sessions, open_sessions, recognise_session, sign_in
from tests.factories import NOW, PASSWORD, POLICY, TODAY, a_house
from tests.nothing_written import refused
from tests.resolvers.invited_holders import TICK, a_holder
from tests.resolvers.requests import become

pytestmark = pytest.mark.usefixtures("database")


async def test_open_sessions_are_listed_the_latest_first_and_those_of_others_are_not() -> None:
    house = await a_house()
    holder, other = await a_holder(house), await a_holder(house)
    later = NOW + timedelta(minutes=10)
    await sign_in(other.identifier, PASSWORD, NOW, POLICY)
    first = await sign_in(holder.identifier, PASSWORD, NOW, POLICY)
    second = await sign_in(holder.identifier, PASSWORD, later, POLICY)
    sessions = await open_sessions(f" {holder.identifier.lower()} ", later, POLICY)
    assert [session.id for session in sessions] == [second.caller.session_id, first.caller.session_id]
    assert [session.started_at for session in sessions] == [later, NOW]


async def test_sessions_that_lapsed_are_not_listed() -> None:
    holder = await a_holder()
    await sign_in(holder.identifier, PASSWORD, NOW, POLICY)
    half_an_hour = NOW + timedelta(minutes=30)
    assert len(await open_sessions(holder.identifier, half_an_hour, POLICY)) == 1
    assert await open_sessions(holder.identifier, half_an_hour + TICK, POLICY) == []


@pytest.mark.parametrize(
    "since",
    [{"expires_on": TODAY - timedelta(days=1)}, {"deleted_at": NOW}, {"locked_until": NOW + TICK}],
    ids=lambda since: next(iter(since)),
)
async def test_sessions_of_accounts_that_cannot_sign_in_are_not_listed(since: dict[str, object]) -> None:
    holder = await a_holder()
    token = (await sign_in(holder.identifier, PASSWORD, NOW, POLICY)).token
    assert len(await open_sessions(holder.identifier, NOW, POLICY)) == 1
    await become(holder, **since)
    assert await recognise_session(token, NOW, POLICY) is ANONYMOUS
    assert await open_sessions(holder.identifier, NOW, POLICY) == []


async def test_all_sessions_of_the_account_end_at_once_and_are_counted() -> None:
    house = await a_house()
    holder, other = await a_holder(house), await a_holder(house)
    tokens = [(await sign_in(w.identifier, PASSWORD, NOW, POLICY)).token for w in (holder, holder, other)]
    assert await end_sessions(holder.identifier.lower(), NOW, POLICY) == 2
    callers = [await recognise_session(token, NOW, POLICY) for token in tokens]
    assert [caller is ANONYMOUS for caller in callers] == [True, True, False]
    assert await end_sessions(holder.identifier, NOW, POLICY) == 0


@pytest.mark.parametrize("identifier", ["ABC222222", "", "*", "' OR 1=1 --\x00"])
async def test_an_identifier_that_does_not_exist_is_refused(identifier: str) -> None:
    await sign_in((await a_holder()).identifier, PASSWORD, NOW, POLICY)
    for command in (open_sessions, end_sessions):
        async with refused(ErrorCode.NOT_FOUND):
            await command(identifier, NOW, POLICY)
