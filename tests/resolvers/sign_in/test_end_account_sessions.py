"""An administrator ends the sessions of colleagues (P4)."""

from datetime import timedelta

import pytest

from models.rules.vocabulary import ErrorCode, Operation
from resolvers.caller import ANONYMOUS
from resolvers.history.verify import verify_history
from resolvers.sign_in.end_account_sessions import end_account_sessions
from resolvers.sign_in.sessions import sign_in
from tests.factories import NOW, PASSWORD, POLICY, TODAY, a_house, an_account, read, signed_in
from tests.nothing_written import nothing_is_written, refused
from tests.resolvers.invited_holders import a_holder, feed, history
from tests.resolvers.requests import become, codes, these
from tests.resolvers.sign_in.test_sessions import TICK, a_session, known

pytestmark = pytest.mark.usefixtures("database")


async def test_every_session_of_the_colleague_ends_at_once_and_no_other() -> None:
    house = await a_house()
    holder, other = await a_holder(house), await a_holder(house)
    theirs = [(await sign_in(holder.identifier, PASSWORD, NOW, POLICY)).token for _ in range(2)]
    kept = [await a_session(other), await a_session(house.jean)]
    assert codes(await end_account_sessions(signed_in(house.jean), these(holder), NOW, POLICY)) == [None]
    assert [await known(token) is ANONYMOUS for token in theirs] == [True, True]
    assert [await known(token) is ANONYMOUS for token in kept] == [False, False]


async def test_the_holder_signs_in_again_with_the_same_password() -> None:
    house = await a_house()
    holder = await a_holder(house)
    await end_account_sessions(signed_in(house.jean), these(holder), NOW, POLICY)
    token = (await sign_in(holder.identifier, PASSWORD, NOW + TICK, POLICY)).token
    assert (await known(token)).account == await read(holder)


async def test_it_is_recorded_alike_whether_or_not_a_session_was_open() -> None:
    house = await a_house()
    busy, idle = await a_holder(house), await a_holder(house)
    await a_session(busy)
    results = await end_account_sessions(signed_in(house.sara), these(busy, idle), NOW, POLICY)
    assert codes(results) == [None, None]
    entries = [(e["operation"], e["actor_id"], e["account_id"], e["changes"]) for e in await history()]
    assert entries == [(Operation.SESSIONS_ENDED, house.sara.id, one.id, "[]") for one in (busy, idle)]
    assert await feed() == []
    assert (await read(busy)).version == busy.version
    assert (await verify_history())[house.employer_id][1] is None


async def test_where_no_session_can_be_open_it_is_refused_with_a_reason_and_nothing_is_written() -> None:
    house = await a_house()
    waiting = await an_account(house.employer_id, active=False)
    late = await a_holder(house, expires_on=TODAY - timedelta(days=1))
    gone = await a_holder(house, deleted_at=NOW)
    locked = await become(await a_holder(house), locked_until=NOW + TICK)
    request = these(waiting, late, gone, locked, house.jean)
    async with nothing_is_written():
        results = await end_account_sessions(signed_in(house.jean), request, NOW, POLICY)
    assert codes(results) == [
        ErrorCode.ACCOUNT_PENDING,
        ErrorCode.ACCOUNT_EXPIRED,
        ErrorCode.ACCOUNT_DELETED,
        ErrorCode.ACCOUNT_LOCKED,
        ErrorCode.SELF_FORBIDDEN,
    ]


async def test_a_dry_run_ends_no_session_and_the_same_request_twice_is_recorded_once() -> None:
    house = await a_house()
    holder, caller = await a_holder(house), signed_in(house.jean)
    token = await a_session(holder)
    async with nothing_is_written():
        results = await end_account_sessions(caller, these(holder, dry_run=True), NOW, POLICY)
    assert codes(results) == [None]
    assert (await known(token)).account == holder
    for _ in range(2):
        await end_account_sessions(caller, these(holder, key="k"), NOW, POLICY)
    assert len(await history()) == 1


async def test_users_and_administrators_of_other_employers_end_no_session() -> None:
    house, other = await a_house(), await a_house("MAIRIE DE REZÉ")
    holder = await a_holder(house)
    token = await a_session(holder)
    async with refused(ErrorCode.FORBIDDEN):
        await end_account_sessions(signed_in(house.paul), these(holder), NOW, POLICY)
    async with nothing_is_written():
        results = await end_account_sessions(signed_in(other.jean), these(holder), NOW, POLICY)
    assert codes(results) == [ErrorCode.NOT_FOUND]
    assert (await known(token)).account == holder
