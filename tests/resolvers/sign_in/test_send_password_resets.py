"""An administrator sends colleagues a link to a new password (P7)."""

from datetime import timedelta

import pytest

from models.rules.vocabulary import ErrorCode, LinkPurpose, MessageKind, Operation
from resolvers.history.verify import verify_history
from resolvers.sign_in.create_password import create_password, find_link
from resolvers.sign_in.send_password_resets import send_password_resets
from resolvers.sign_in.sessions import sign_in
from tests.factories import NOW, PASSWORD, POLICY, TODAY, a_house, an_account, read, signed_in
from tests.nothing_written import nothing_is_written, refused
from tests.resolvers.invited_holders import (
    NEW,
    TICK,
    a_holder,
    cannot_sign_in,
    feed,
    history,
    messages,
    reset_token,
    token_of,
    wrong,
)
from tests.resolvers.requests import codes, these

pytestmark = pytest.mark.usefixtures("database")

HOUR = timedelta(hours=1)


async def test_the_holder_gets_a_link_of_an_hour_in_an_e_mail_that_names_the_administrator() -> None:
    house = await a_house()
    holder = await a_holder(house)
    assert codes(await send_password_resets(signed_in(house.sara), these(holder), NOW, POLICY)) == [None]
    link = await find_link(await token_of(holder))
    assert link is not None
    assert (link.account_id, link.purpose, link.expires_at) == (holder.id, LinkPurpose.RESET, NOW + HOUR)
    (email,) = await messages(MessageKind.PASSWORD_RESET)
    assert (email["recipient"], email["link_id"]) == (holder.email, link.id)
    assert email["facts"]["administrator"]["last_name"] == "Dupont"
    assert holder.identifier not in repr(email["facts"])


async def test_the_old_password_is_good_until_the_new_one_and_only_the_last_link_works() -> None:
    house = await a_house()
    holder = await a_holder(house)
    first = await reset_token(holder)
    await send_password_resets(signed_in(house.jean), these(holder), NOW + TICK, POLICY)
    async with refused(ErrorCode.LINK_UNUSABLE):
        await create_password(first, NEW, NOW, POLICY)
    assert [email["state"] for email in await messages(MessageKind.PASSWORD_RESET)] == ["REVOKED", "QUEUED"]
    await sign_in(holder.identifier, PASSWORD, NOW, POLICY)
    await create_password(await token_of(holder), NEW, NOW, POLICY)
    await cannot_sign_in(holder.identifier, PASSWORD)


async def test_a_locked_holder_gets_a_link_that_lifts_the_lock() -> None:
    house = await a_house()
    holder = await a_holder(house)
    await wrong(holder.identifier, 5)
    assert codes(await send_password_resets(signed_in(house.jean), these(holder), NOW, POLICY)) == [None]
    assert (await read(holder)).locked(NOW)
    await create_password(await token_of(holder), NEW, NOW, POLICY)
    await sign_in(holder.identifier, NEW, NOW, POLICY)


async def test_the_history_records_who_sent_it_and_to_which_address() -> None:
    house = await a_house()
    holder = await a_holder(house)
    await send_password_resets(signed_in(house.sara), these(holder), NOW, POLICY)
    (entry,) = await history()
    assert (entry["operation"], entry["actor_id"]) == (Operation.PASSWORD_RESET_REQUESTED, house.sara.id)
    assert holder.email in entry["changes"]
    assert await feed() == []
    assert (await read(holder)).version == holder.version
    assert (await verify_history())[house.employer_id][1] is None


async def test_holders_without_an_active_account_are_refused_with_a_reason_and_nothing_is_written() -> None:
    house = await a_house()
    waiting = await an_account(house.employer_id, active=False)
    late = await a_holder(house, expires_on=TODAY - timedelta(days=1))
    gone = await a_holder(house, deleted_at=NOW)
    request = these(waiting, late, gone, house.jean)
    async with nothing_is_written():
        results = await send_password_resets(signed_in(house.jean), request, NOW, POLICY)
    assert codes(results) == [
        ErrorCode.ACCOUNT_PENDING,
        ErrorCode.ACCOUNT_EXPIRED,
        ErrorCode.ACCOUNT_DELETED,
        ErrorCode.SELF_FORBIDDEN,
    ]


async def test_three_links_an_hour_are_sent_those_that_the_holder_requests_included() -> None:
    house = await a_house()
    holder, other = await a_holder(house), await a_holder(house)
    await reset_token(holder, NOW)
    for minutes in (1, 2):
        now = NOW + timedelta(minutes=minutes)
        assert codes(await send_password_resets(signed_in(house.jean), these(holder), now, POLICY)) == [None]
    later = NOW + timedelta(minutes=3)
    async with nothing_is_written():
        results = await send_password_resets(signed_in(house.sara), these(holder), later, POLICY)
    assert codes(results) == [ErrorCode.RATE_LIMITED]
    assert results[0].refusal
    assert "57 minutes" in results[0].refusal.english
    both = await send_password_resets(signed_in(house.sara), these(holder, other), later, POLICY)
    assert codes(both) == [ErrorCode.RATE_LIMITED, None]
    again = await send_password_resets(signed_in(house.sara), these(holder), NOW + HOUR, POLICY)
    assert codes(again) == [None]


async def test_a_dry_run_sends_nothing_and_the_same_request_twice_sends_one() -> None:
    house = await a_house()
    holder, caller = await a_holder(house), signed_in(house.jean)
    async with nothing_is_written():
        results = await send_password_resets(caller, these(holder, dry_run=True), NOW, POLICY)
    assert codes(results) == [None]
    for _ in range(2):
        await send_password_resets(caller, these(holder, key="k"), NOW, POLICY)
    assert len(await messages(MessageKind.PASSWORD_RESET)) == 1


async def test_users_and_administrators_of_other_employers_send_nothing() -> None:
    house, other = await a_house(), await a_house("MAIRIE DE REZÉ")
    holder = await a_holder(house)
    async with refused(ErrorCode.FORBIDDEN):
        await send_password_resets(signed_in(house.paul), these(holder), NOW, POLICY)
    async with nothing_is_written():
        results = await send_password_resets(signed_in(other.jean), these(holder), NOW, POLICY)
    assert codes(results) == [ErrorCode.NOT_FOUND]
