"""Changing one's own password (P1, P4)."""

from datetime import timedelta

import pytest

from models.rules.accounts.account import Account
from models.rules.refusals import Refused
from models.rules.vocabulary import ErrorCode, MessageKind, Operation, Profile
from resolvers.caller import ANONYMOUS, Caller
from resolvers.sign_in.change_password import change_password
from resolvers.sign_in.create_password import create_password
from resolvers.sign_in.sessions import recognise_session, session_lapses_at, sign_in
from tests.factories import ADDRESS, NOW, PASSWORD, POLICY, read, signed_in
from tests.nothing_written import nothing_is_written, refused
from tests.resolvers.invited_holders import (
    NEW,
    a_holder,
    cannot_sign_in,
    feed,
    history,
    messages,
    reset_token,
    wrong,
)
from tests.resolvers.requests import become, count

pytestmark = pytest.mark.usefixtures("database")


async def in_session(holder: Account) -> tuple[Caller, str]:
    """Sign in; return the caller and the session's token."""
    signed = await sign_in(holder.identifier, PASSWORD, NOW, POLICY)
    return await recognise_session(signed.token, NOW, POLICY), signed.token


async def not_changed(caller: Caller, current: str, times: int = 1) -> None:
    """Try to change the password this many times with a wrong current password."""
    for _ in range(times):
        with pytest.raises(Refused, match=ErrorCode.BAD_CREDENTIALS):
            await change_password(caller, current, NEW, NOW, POLICY)


async def test_the_new_password_is_the_one_that_counts() -> None:
    holder = await a_holder()
    caller, _ = await in_session(holder)
    await change_password(caller, PASSWORD, NEW, NOW, POLICY)
    await cannot_sign_in(holder.identifier, PASSWORD)
    await sign_in(holder.identifier, NEW, NOW, POLICY)


async def test_all_sessions_end_and_the_holder_goes_on_in_a_new_one() -> None:
    holder = await a_holder()
    (caller, token), (_, elsewhere) = await in_session(holder), await in_session(holder)
    later = NOW + timedelta(minutes=20)
    after, newer = await change_password(caller, PASSWORD, NEW, later, POLICY)
    for ended in (token, elsewhere):
        assert await recognise_session(ended, later, POLICY) is ANONYMOUS
    known = await recognise_session(newer, later, POLICY)
    assert known.account == await read(holder)
    assert known.session_id == after.session_id != caller.session_id
    assert session_lapses_at(known, later, POLICY) == session_lapses_at(after, later, POLICY)
    assert known.session_ends_at == after.session_ends_at == later + timedelta(hours=8)


async def test_a_promotion_still_counts_from_the_next_sign_in_only() -> None:
    holder = await a_holder()
    caller, _ = await in_session(holder)
    await become(holder, profile=Profile.ADMINISTRATOR, professional_address="\n".join(ADDRESS))
    _, newer = await change_password(caller, PASSWORD, NEW, NOW, POLICY)
    known = await recognise_session(newer, NOW, POLICY)
    assert (known.profile, known.administers) == (Profile.USER, frozenset())
    after, _ = await change_password(signed_in(await read(holder)), NEW, PASSWORD, NOW, POLICY)
    assert after.profile is Profile.ADMINISTRATOR


async def test_a_wrong_current_password_changes_nothing_and_ends_nothing() -> None:
    holder = await a_holder()
    caller, token = await in_session(holder)
    async with refused(ErrorCode.BAD_CREDENTIALS) as refusals:
        await change_password(caller, "wrong", NEW, NOW, POLICY)
    assert refusals[0].field == ("currentPassword",)
    assert (await recognise_session(token, NOW, POLICY)).account == await read(holder)


async def test_a_stolen_session_cannot_try_passwords_for_ever() -> None:
    holder = await a_holder()
    caller, token = await in_session(holder)
    await wrong(holder.identifier, 2)
    async with nothing_is_written():
        await not_changed(caller, "wrong", 2)
    await not_changed(caller, "wrong")
    assert (await read(holder)).locked_until == NOW + timedelta(minutes=15)
    assert await recognise_session(token, NOW + timedelta(minutes=16), POLICY) is ANONYMOUS
    assert [email["recipient"] for email in await messages(MessageKind.ACCOUNT_LOCKED)] == [holder.email]
    assert [entry["operation"] for entry in await history()] == [Operation.ACCOUNT_LOCKED]
    async with nothing_is_written():
        await not_changed(caller, PASSWORD)
        await cannot_sign_in(holder.identifier)


async def test_the_right_current_password_makes_the_count_begin_anew() -> None:
    holder = await a_holder()
    caller, _ = await in_session(holder)
    for _ in range(2):
        await not_changed(caller, "wrong", 4)
        async with refused(ErrorCode.PASSWORD_TOO_WEAK):
            await change_password(caller, PASSWORD, "weak", NOW, POLICY)
    assert await count("sign_in_guard") == 0


async def test_a_weak_new_password_changes_nothing() -> None:
    holder = await a_holder()
    caller, _ = await in_session(holder)
    async with refused(ErrorCode.PASSWORD_TOO_WEAK) as refusals:
        await change_password(caller, PASSWORD, f"{holder.identifier}-v", NOW, POLICY)
    assert refusals[0].field == ("newPassword",)


async def test_an_anonymous_caller_changes_no_password() -> None:
    async with refused(ErrorCode.NOT_SIGNED_IN):
        await change_password(ANONYMOUS, PASSWORD, NEW, NOW, POLICY)


async def test_the_holder_gets_an_e_mail_and_the_history_an_entry_and_the_feed_nothing() -> None:
    holder = await a_holder()
    caller, _ = await in_session(holder)
    await change_password(caller, PASSWORD, NEW, NOW, POLICY)
    assert [email["recipient"] for email in await messages(MessageKind.PASSWORD_CHANGED)] == [holder.email]
    assert [(e["operation"], e["actor_id"]) for e in await history()] == [
        (Operation.PASSWORD_CREATED, holder.id)
    ]
    assert await feed() == []


async def test_a_link_requested_before_is_revoked() -> None:
    holder = await a_holder()
    token = await reset_token(holder)
    caller, _ = await in_session(holder)
    await change_password(caller, PASSWORD, NEW, NOW, POLICY)
    async with refused(ErrorCode.LINK_UNUSABLE):
        await create_password(token, "Un-autre#2026", NOW, POLICY)
    assert [email["state"] for email in await messages(MessageKind.PASSWORD_RESET)] == ["REVOKED"]
