"""Password links, and the state of invitations (C3, C5)."""

from datetime import datetime, timedelta

import pytest
from tortoise.exceptions import IntegrityError

from models.rules.vocabulary import (
    Channel,
    InvitationState,
    LinkPurpose,
    MessageKind,
    OutgoingState,
)
from models.stores.messages.outbox import OutgoingMessage, enqueue_messages
from models.stores.sign_in.password_links import (
    NewPasswordLink,
    latest_invitations,
    resets_since,
    revoke_password_links,
)
from models.tables.messages import OutgoingRow
from models.tables.sign_in import LinkRow
from tests.factories import NOW, House, a_house
from tests.stored_links import insert_password_links

pytestmark = pytest.mark.usefixtures("database")

LATER = NOW + timedelta(minutes=5)
LAPSE = NOW + timedelta(days=15)


async def a_link(
    house: House,
    nonce: str = "n",
    purpose: LinkPurpose = LinkPurpose.CREATE,
    account_id: int | None = None,
    at: datetime = NOW,
) -> int:
    link = NewPasswordLink(account_id or house.paul.id, nonce, nonce * 64)
    return (await insert_password_links([link], purpose, at, LAPSE))[0]


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


async def test_no_two_links_share_a_token() -> None:
    house = await a_house()
    await a_link(house)
    with pytest.raises(IntegrityError):
        await a_link(house)


async def test_an_invitation_has_the_state_of_its_email_and_its_link() -> None:
    house = await a_house()
    link_id = await a_link(house)

    async def state(now: datetime = NOW) -> InvitationState:
        return (await latest_invitations([house.paul.id], now))[house.paul.id].state

    assert await state() is InvitationState.QUEUED
    await an_email(house, link_id)
    assert await state() is InvitationState.QUEUED
    await OutgoingRow.filter(link_id=link_id).update(state=OutgoingState.FAILED)
    assert await state() is InvitationState.FAILED
    await OutgoingRow.filter(link_id=link_id).update(state=OutgoingState.SENT, sent_at=LATER)
    assert await state() is InvitationState.SENT
    assert await state(LAPSE) is InvitationState.LAPSED
    await revoke_password_links([house.paul.id], LATER)
    assert await state(LAPSE) is InvitationState.REVOKED
    await LinkRow.filter(id=link_id).update(used_at=LATER)
    assert await state() is InvitationState.USED


async def test_the_latest_invitation_counts_and_a_reset_link_is_none() -> None:
    house = await a_house()
    await a_link(house, "1")
    await revoke_password_links([house.paul.id], NOW)
    second = await a_link(house, "2")
    await an_email(house, second)
    await OutgoingRow.filter(link_id=second).update(state=OutgoingState.SENT, sent_at=LATER)
    await a_link(house, "3", LinkPurpose.RESET)

    invitations = await latest_invitations([house.paul.id, house.jean.id], NOW)
    assert set(invitations) == {house.paul.id}
    invitation = invitations[house.paul.id]
    assert (invitation.state, invitation.sent_at, invitation.expires_at) == (
        InvitationState.SENT,
        LATER,
        LAPSE,
    )


async def test_revoking_leaves_used_links_and_other_peoples_links_as_they_are() -> None:
    house = await a_house()
    used, waiting = await a_link(house, "1"), await a_link(house, "2")
    theirs = await a_link(house, "3", account_id=house.sara.id)
    await LinkRow.filter(id=used).update(used_at=NOW)
    await revoke_password_links([house.paul.id], LATER)
    revoked = {row.id: row.revoked_at for row in await LinkRow.all()}
    assert revoked == {used: None, waiting: LATER, theirs: None}


async def test_the_links_to_a_new_password_are_counted_for_each_account_from_a_moment_on() -> None:
    house = await a_house()
    await a_link(house, "1", LinkPurpose.RESET, at=NOW)
    await a_link(house, "2", LinkPurpose.RESET, at=LATER)
    await a_link(house, "3", LinkPurpose.RESET, at=LATER + timedelta(minutes=1))
    await a_link(house, "4", LinkPurpose.CREATE, at=LATER)
    await a_link(house, "5", LinkPurpose.RESET, house.sara.id, LATER)
    await a_link(house, "6", LinkPurpose.RESET, house.jean.id, LATER)
    other = await a_house("MAIRIE DE REZÉ")
    await a_link(other, "7", LinkPurpose.RESET, at=LATER)
    assert await resets_since(house.employer_id, NOW) == {
        house.paul.id: [LATER, LATER + timedelta(minutes=1)],
        house.sara.id: [LATER],
        house.jean.id: [LATER],
    }
    assert await resets_since(0, NOW) == {}
