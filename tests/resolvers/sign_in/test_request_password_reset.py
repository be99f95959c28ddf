"""A forgotten password: the link to a new one works for an hour, and a new password ends sessions (P7)."""

from datetime import timedelta

import pytest

from models.rules.vocabulary import ErrorCode, LinkPurpose, LinkState, MessageKind, Operation, OutgoingState
from resolvers.caller import ANONYMOUS
from resolvers.history.verify import verify_history
from resolvers.sign_in.create_password import create_password, find_link
from resolvers.sign_in.request_password_reset import request_password_reset
from resolvers.sign_in.sessions import recognise_session, sign_in
from tests.factories import NOW, PASSWORD, POLICY, TODAY, a_house, read
from tests.nothing_written import all_rows, nothing_is_written, refused
from tests.resolvers.invited_holders import (
    NEW,
    TICK,
    a_holder,
    cannot_sign_in,
    feed,
    history,
    invited,
    messages,
    reset_token,
    token_of,
    wrong,
)
from tests.resolvers.requests import become, count

pytestmark = pytest.mark.usefixtures("database")

HOUR = timedelta(hours=1)


async def test_a_reset_sends_a_link_of_an_hour_to_the_holder() -> None:
    holder = await a_holder()
    await request_password_reset(f" {holder.identifier.lower()} ", NOW, POLICY)
    token = await token_of(holder)
    link = await find_link(token)
    assert link is not None
    assert (link.account_id, link.purpose, link.expires_at) == (holder.id, LinkPurpose.RESET, NOW + HOUR)
    (email,) = await messages(MessageKind.PASSWORD_RESET)
    assert (email["recipient"], email["link_id"]) == (holder.email, link.id)
    assert email["facts"]["minutes"] == 60
    assert holder.identifier not in repr(email["facts"])
    assert token not in repr(await all_rows())


@pytest.mark.parametrize("who", ["unknown", "malformed", "empty", "pending", "expired", "deleted"])
async def test_an_account_that_cannot_sign_in_gets_no_link_and_the_response_is_the_same(who: str) -> None:
    holder = await a_holder()
    identifier = {"unknown": "ABC222222", "malformed": "' OR 1=1 --\x00", "empty": ""}.get(
        who, holder.identifier
    )
    if who == "pending":
        await become(holder, password_created_at=None)
    if who == "expired":
        await become(holder, expires_on=TODAY - timedelta(days=1))
    if who == "deleted":
        await become(holder, deleted_at=NOW)
    async with nothing_is_written():
        await request_password_reset(identifier, NOW, POLICY)


async def test_asking_is_answered_with_nothing_for_known_and_unknown_alike() -> None:
    results = [
        request_password_reset(name, NOW, POLICY) for name in ((await a_holder()).identifier, "ABC222222")
    ]
    assert [await result for result in results] == [None, None]  # type: ignore[func-returns-value]


async def test_a_reset_link_works_for_an_hour_and_once() -> None:
    holder = await a_holder()
    token = await reset_token(holder)
    async with refused(ErrorCode.LINK_UNUSABLE):
        await create_password(token, NEW, NOW + HOUR, POLICY)
    assert await create_password(token, NEW, NOW + HOUR - TICK, POLICY) == holder.identifier
    async with refused(ErrorCode.LINK_UNUSABLE) as refusals:
        await create_password(token, NEW + "!", NOW + HOUR - TICK, POLICY)
    assert "has been used" in refusals[0].english


async def test_until_it_is_used_the_old_password_works() -> None:
    holder = await a_holder()
    token = await reset_token(holder)
    await sign_in(holder.identifier, PASSWORD, NOW, POLICY)
    await create_password(token, NEW, NOW, POLICY)
    await cannot_sign_in(holder.identifier, PASSWORD)
    await sign_in(holder.identifier, NEW, NOW, POLICY)


async def test_a_second_request_revokes_the_first_and_its_e_mail() -> None:
    holder = await a_holder()
    first = await reset_token(holder)
    second = await reset_token(holder, NOW + TICK)
    link = await find_link(first)
    assert link is not None
    assert link.state(NOW) is LinkState.LAPSED
    assert [email["state"] for email in await messages(MessageKind.PASSWORD_RESET)] == ["REVOKED", "QUEUED"]
    async with refused(ErrorCode.LINK_UNUSABLE) as refusals:
        await create_password(first, NEW, NOW, POLICY)
    assert "« Mot de passe oublié »" in refusals[0].french
    await create_password(second, NEW, NOW, POLICY)


async def test_a_new_password_ends_every_session_and_starts_none() -> None:
    house = await a_house()
    holder, other = await a_holder(house), await a_holder(house)
    tokens = [(await sign_in(who.identifier, PASSWORD, NOW, POLICY)).token for who in (holder, holder, other)]
    await create_password(await reset_token(holder), NEW, NOW, POLICY)
    callers = [await recognise_session(token, NOW, POLICY) for token in tokens]
    assert [caller is ANONYMOUS for caller in callers] == [True, True, False]
    assert await count("session") == 3


async def test_a_locked_holder_resets_the_password_and_so_lifts_the_lock() -> None:
    holder = await a_holder()
    await wrong(holder.identifier, 5)
    assert (await read(holder)).locked(NOW)
    await create_password(await reset_token(holder), NEW, NOW, POLICY)
    assert not (await read(holder)).locked(NOW)
    await sign_in(holder.identifier, NEW, NOW, POLICY)
    await wrong(holder.identifier, 4)
    await sign_in(holder.identifier, NEW, NOW, POLICY)


async def test_the_holder_gets_an_e_mail_that_the_password_has_changed() -> None:
    holder = await a_holder()
    await create_password(await reset_token(holder), NEW, NOW, POLICY)
    (email,) = await messages(MessageKind.PASSWORD_CHANGED)
    assert (email["recipient"], email["link_id"], email["state"]) == (
        holder.email,
        None,
        OutgoingState.QUEUED,
    )
    assert email["facts"]["on"] == "2026-11-23"


async def test_the_history_records_the_request_and_the_password_and_the_feed_neither() -> None:
    holder = await a_holder()
    await create_password(await reset_token(holder), NEW, NOW, POLICY)
    recorded = [(entry["operation"], entry["actor_id"]) for entry in await history()]
    assert recorded == [
        (Operation.PASSWORD_RESET_REQUESTED, None),
        (Operation.PASSWORD_CREATED, holder.id),
    ]
    assert await feed() == []
    assert (await verify_history())[holder.employer_id][1] is None


async def test_a_weak_password_is_refused_and_the_link_can_still_be_used() -> None:
    holder = await a_holder()
    token = await reset_token(holder)
    async with refused(ErrorCode.PASSWORD_TOO_WEAK):
        await create_password(token, "Durant-42", NOW, POLICY)
    await create_password(token, NEW, NOW, POLICY)


async def test_an_invitation_is_not_touched_by_a_reset_that_is_not_for_its_account() -> None:
    zoe = await invited()
    await request_password_reset(zoe.account.identifier, NOW, POLICY)
    await request_password_reset((await a_holder(zoe.house)).identifier, NOW, POLICY)
    assert await create_password(zoe.token, NEW, NOW, POLICY) == zoe.account.identifier
