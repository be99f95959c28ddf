"""Sessions, password links and their invitations (C3, C5, P4, P5)."""

from datetime import datetime, timedelta

import pytest
from tortoise.exceptions import IntegrityError

from models.rules.vocabulary import (
    Channel,
    InvitationState,
    LinkPurpose,
    MessageKind,
    OutgoingState,
    Profile,
)
from models.stores.messages.outbox import OutgoingMessage, enqueue_messages
from models.stores.sign_in.credentials import account_with_password_hash, save_password_hash
from models.stores.sign_in.password_links import (
    insert_password_link,
    latest_invitations,
    revoke_password_links,
)
from models.stores.sign_in.sessions import (
    end_all_sessions,
    end_session,
    find_session,
    insert_session,
    touch_session,
)
from models.tables.messages import OutgoingRow
from models.tables.sign_in import LinkRow
from tests.factories import NOW, House, a_house

pytestmark = pytest.mark.usefixtures("database")

LATER = NOW + timedelta(minutes=5)
LAPSE = NOW + timedelta(days=15)


async def a_link(house: House, nonce: str = "n", purpose: LinkPurpose = LinkPurpose.CREATE) -> int:
    return await insert_password_link(house.paul.id, purpose, nonce, nonce * 64, NOW, LAPSE)


async def an_email(house: House, link_id: int) -> None:
    message = OutgoingMessage(
        employer_id=house.employer_id,
        account_id=house.paul.id,
        channel=Channel.EMAIL,
        kind=MessageKind.INVITATION,
        recipient="paul@chu-nantes.example",
        facts={},
        message_id=f"<{link_id}@comptoir>",
        link_id=link_id,
    )
    await enqueue_messages([message], NOW)


async def test_signing_in_finds_the_account_with_its_password_if_it_has_one() -> None:
    house = await a_house()
    assert await account_with_password_hash(house.paul.identifier) == (house.paul, None)
    await save_password_hash(house.paul.id, "first", NOW)
    await save_password_hash(house.paul.id, "second", LATER)
    assert await account_with_password_hash(house.paul.identifier) == (house.paul, "second")
    assert await account_with_password_hash("NOB222222") is None


async def test_a_session_keeps_the_profile_it_began_with_and_when_it_was_last_seen() -> None:
    house = await a_house()
    session_id = await insert_session(house.sara.id, "t" * 64, Profile.USER, NOW)
    await touch_session(session_id, LATER)

    session = await find_session("t" * 64)
    assert session
    assert (session.id, session.account, session.profile) == (session_id, house.sara, Profile.USER)
    assert (session.started_at, session.last_seen_at) == (NOW, LATER)
    assert await find_session("u" * 64) is None


async def test_an_ended_session_is_no_session_and_the_others_go_on() -> None:
    house = await a_house()
    first = await insert_session(house.paul.id, "1" * 64, Profile.USER, NOW)
    await insert_session(house.paul.id, "2" * 64, Profile.USER, NOW)
    await end_session(first, LATER)
    assert await find_session("1" * 64) is None
    assert await find_session("2" * 64)


async def test_all_sessions_of_an_account_end_at_once_and_nobody_elses() -> None:
    house = await a_house()
    for token, account in (("1", house.paul), ("2", house.paul), ("3", house.jean)):
        await insert_session(account.id, token * 64, Profile.USER, NOW)
    await end_all_sessions([house.paul.id], LATER)
    assert [bool(await find_session(token * 64)) for token in "123"] == [False, False, True]


async def test_no_two_sessions_or_links_share_a_token() -> None:
    house = await a_house()
    await insert_session(house.paul.id, "1" * 64, Profile.USER, NOW)
    await a_link(house)
    with pytest.raises(IntegrityError):
        await insert_session(house.jean.id, "1" * 64, Profile.USER, NOW)
    with pytest.raises(IntegrityError):
        await a_link(house)


async def test_an_invitation_stands_where_its_email_and_its_link_stand() -> None:
    house = await a_house()
    link_id = await a_link(house)

    async def stands(now: datetime = NOW) -> InvitationState:
        return (await latest_invitations([house.paul.id], now))[house.paul.id].state

    assert await stands() is InvitationState.QUEUED
    await an_email(house, link_id)
    assert await stands() is InvitationState.QUEUED
    await OutgoingRow.filter(link_id=link_id).update(state=OutgoingState.FAILED)
    assert await stands() is InvitationState.FAILED
    await OutgoingRow.filter(link_id=link_id).update(state=OutgoingState.SENT, sent_at=LATER)
    assert await stands() is InvitationState.SENT
    assert await stands(LAPSE) is InvitationState.LAPSED
    await revoke_password_links([house.paul.id], LATER)
    assert await stands(LAPSE) is InvitationState.REVOKED
    await LinkRow.filter(id=link_id).update(used_at=LATER)
    assert await stands() is InvitationState.USED


async def test_the_latest_invitation_counts_and_a_forgotten_password_is_none() -> None:
    house = await a_house()
    await a_link(house, "1")
    await revoke_password_links([house.paul.id], NOW)
    second = await a_link(house, "2")
    await an_email(house, second)
    await OutgoingRow.filter(link_id=second).update(state=OutgoingState.SENT, sent_at=LATER)
    await a_link(house, "3", LinkPurpose.RESET)

    found = await latest_invitations([house.paul.id, house.jean.id], NOW)
    assert set(found) == {house.paul.id}
    invitation = found[house.paul.id]
    assert (invitation.state, invitation.sent_at, invitation.expires_at) == (
        InvitationState.SENT,
        LATER,
        LAPSE,
    )


async def test_revoking_leaves_used_links_and_other_peoples_links_as_they_are() -> None:
    house = await a_house()
    used, waiting = await a_link(house, "1"), await a_link(house, "2")
    theirs = await insert_password_link(house.sara.id, LinkPurpose.CREATE, "3", "3" * 64, NOW, LAPSE)
    await LinkRow.filter(id=used).update(used_at=NOW)
    await revoke_password_links([house.paul.id], LATER)
    revoked = {row.id: row.revoked_at for row in await LinkRow.all()}
    assert revoked == {used: None, waiting: LATER, theirs: None}
