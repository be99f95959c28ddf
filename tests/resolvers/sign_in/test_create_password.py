"""Creating the first password: the rules for it, and what it changes (C3, P1, A5, H1)."""

import pytest

from models.rules.refusals import Refused
from models.rules.vocabulary import AccountStatus, ErrorCode, InvitationState, MessageKind, Operation
from models.stores.sign_in.password_links import latest_invitations
from models.tables.messages import OutgoingRow
from resolvers.history.verify import verify_history
from resolvers.sign_in.create_password import create_password, find_link
from resolvers.sign_in.passwords import password_matches
from resolvers.sign_in.sessions import sign_in
from tests.factories import NOW, PASSWORD, POLICY, TODAY, read
from tests.nothing_written import all_rows, refused
from tests.resolvers.invited_holders import (
    NEW,
    TICK,
    cannot_sign_in,
    feed,
    guard_for,
    history,
    invited,
    messages,
    wrong,
)
from tests.resolvers.requests import become, count
from tests.resolvers.sign_in.test_sign_in import hash_of

pytestmark = pytest.mark.usefixtures("database")


async def test_the_holder_signs_in_with_the_password_created_and_not_before() -> None:
    zoe = await invited()
    assert zoe.account.status(TODAY) is AccountStatus.PENDING
    await cannot_sign_in(zoe.account.identifier, NEW)
    assert await create_password(zoe.token, NEW, NOW, POLICY) == zoe.account.identifier
    assert (await read(zoe.account)).status(TODAY) is AccountStatus.ACTIVE
    signed = await sign_in(zoe.account.identifier, NEW, NOW, POLICY)
    assert signed.caller.signed_in().id == zoe.account.id


async def test_creating_a_password_starts_no_session() -> None:
    zoe = await invited()
    await create_password(zoe.token, NEW, NOW, POLICY)
    assert await count("session") == 0
    assert (await read(zoe.account)).last_sign_in_at is None


async def test_the_password_is_kept_as_a_hash_only_and_an_accent_is_one_however_it_is_typed() -> None:
    zoe = await invited()
    await create_password(zoe.token, "Velo-rose\u0301-42", NOW, POLICY)
    assert "Velo-ros" not in repr(await all_rows())
    assert await password_matches("Velo-rosé-42", await hash_of(zoe.account))
    await sign_in(zoe.account.identifier, "Velo-rosé-42", NOW, POLICY)


async def test_the_change_from_pending_to_active_is_in_the_feed_once() -> None:
    zoe = await invited()
    await create_password(zoe.token, NEW, NOW, POLICY)
    with pytest.raises(Refused, match=ErrorCode.LINK_UNUSABLE):
        await create_password(zoe.token, NEW, NOW, POLICY)
    assert await feed() == [(zoe.account.id, "PENDING", "ACTIVE")]


async def test_the_history_records_that_the_holder_created_it() -> None:
    zoe = await invited()
    await create_password(zoe.token, NEW, NOW, POLICY)
    (entry,) = await history()
    assert entry["operation"] == Operation.PASSWORD_CREATED
    assert (entry["account_id"], entry["actor_id"]) == (zoe.account.id, zoe.account.id)
    assert entry["actor_employer_id"] == zoe.house.employer_id
    assert (await verify_history())[zoe.house.employer_id][1] is None


async def test_the_administrator_sees_that_the_invitation_was_used() -> None:
    zoe = await invited()
    await create_password(zoe.token, NEW, NOW, POLICY)
    invitation = (await latest_invitations([zoe.account.id], NOW))[zoe.account.id]
    assert invitation.state is InvitationState.USED
    assert await messages(MessageKind.PASSWORD_CHANGED) == []


@pytest.mark.parametrize(
    ("password", "lacks"),
    [
        ("", "at least 8 characters, a digit"),
        ("Velo-42", "at least 8 characters."),
        ("Velo-Rouge", "a digit."),
        ("velo-rouge-42", "an upper-case letter."),
        ("VELO-ROUGE-42", "a lower-case letter."),
        ("VeloRouge42", "a special character."),
        ("V-4" + "é" * 126, "more than 128 characters"),
        ("P@ssw0rd", "one of the commonest passwords"),
        ("1Qaz@wsx", "one of the commonest passwords"),
        ("Azerty123!", "an everyday word"),
        ("Bordeaux2026!", "the name of a place"),
        ("Paye-2026!", "what is known of you or of your employer"),
        ("5-Goff-2026!", "what is known of you or of your employer"),
        ("Vive-Nantes-42", "your name or your employer's"),
        ("Menard-42", "your identifier, your name"),
        ("4-mÉnArd-", "your identifier, your name"),
        ("zoé-ZOÉ-42", "your identifier, your name"),
        ("Velo-{identifier}", "your identifier, your name"),
        ("velo-V-{lower}", "your identifier, your name"),
    ],
)
async def test_a_weak_password_is_refused_and_the_link_not_used_up(password: str, lacks: str) -> None:
    zoe = await invited()
    identifier = zoe.account.identifier
    password = password.replace("{identifier}", identifier).replace("{lower}", identifier.lower())
    async with refused(ErrorCode.PASSWORD_TOO_WEAK) as refusals:
        await create_password(zoe.token, password, NOW, POLICY)
    assert refusals[0].field == ("password",)
    assert lacks in refusals[0].english
    assert await find_link(zoe.token) is not None
    assert await create_password(zoe.token, NEW, NOW, POLICY) == identifier


async def test_an_unusable_link_is_refused_before_the_password_is_checked() -> None:
    async with refused(ErrorCode.LINK_UNUSABLE):
        await create_password("0" * 64, "weak", NOW, POLICY)


async def test_wrong_passwords_of_before_do_not_count_after() -> None:
    zoe = await invited()
    await wrong(zoe.account.identifier, 5)
    assert (await guard_for(zoe.account.identifier)).locked(NOW)
    await create_password(zoe.token, NEW, NOW, POLICY)
    await sign_in(zoe.account.identifier, NEW, NOW, POLICY)


async def test_an_account_that_expired_meanwhile_keeps_its_password_for_when_it_is_renewed() -> None:
    zoe = await invited()
    await become(zoe.account, expires_on=TODAY.replace(day=1))
    await create_password(zoe.token, PASSWORD, NOW, POLICY)
    assert (await read(zoe.account)).status(TODAY) is AccountStatus.EXPIRED
    assert await feed() == []


async def test_what_still_waited_to_bring_the_link_does_not_leave_once_it_is_used() -> None:
    zoe = await invited()
    await create_password(zoe.token, NEW, NOW + TICK, POLICY)
    assert [row.state for row in await OutgoingRow.all()] == ["REVOKED"]
