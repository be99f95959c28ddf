"""The outbox: messages queued, and revoked with their links (C1)."""

import json
from datetime import timedelta

import pytest

from models.rules.vocabulary import (
    Channel,
    LinkPurpose,
    MessageKind,
    OutgoingState,
)
from models.stores.messages.outbox import OutgoingMessage, enqueue_messages
from models.stores.sign_in.password_links import NewPasswordLink, revoke_password_links
from models.tables.messages import OutgoingRow
from tests.factories import NOW, House, a_house
from tests.stored_links import insert_password_links

pytestmark = pytest.mark.usefixtures("database")


def a_message(house: House, number: int, link_id: int | None = None) -> OutgoingMessage:
    return OutgoingMessage(
        employer_id=house.employer_id,
        account_id=house.paul.id,
        channel=Channel.EMAIL,
        kind=MessageKind.INVITATION,
        recipient="paul@chu-nantes.example",
        facts={"name": "L’Hermitte", "days": 15},
        message_id=f"<{number}@comptoir>",
        link_id=link_id,
    )


async def test_a_message_waits_in_the_outbox_with_the_facts_of_its_text() -> None:
    house = await a_house()
    await enqueue_messages([a_message(house, 1)], NOW)
    (row,) = await OutgoingRow.all()
    assert (row.state, row.attempts, row.created_at, row.next_attempt_at) == (
        OutgoingState.QUEUED,
        0,
        NOW,
        NOW,
    )
    assert json.loads(row.facts) == {"name": "L’Hermitte", "days": 15}
    assert [row.sent_at, row.last_error, row.link_id] == [None, None, None]


async def test_only_queued_messages_with_a_link_are_revoked() -> None:
    house = await a_house()
    link = NewPasswordLink(house.paul.id, "n", "h" * 64)
    (link_id,) = await insert_password_links([link], LinkPurpose.CREATE, NOW, NOW + timedelta(days=15))
    await enqueue_messages(
        [a_message(house, 1, link_id), a_message(house, 2), a_message(house, 3, link_id)], NOW
    )
    await OutgoingRow.filter(message_id="<3@comptoir>").update(state=OutgoingState.SENT)

    await revoke_password_links([house.sara.id], NOW)
    assert await OutgoingRow.filter(state=OutgoingState.REVOKED).count() == 0
    await revoke_password_links([house.paul.id], NOW)
    states = [row.state for row in await OutgoingRow.all().order_by("message_id")]
    assert states == [OutgoingState.REVOKED, OutgoingState.QUEUED, OutgoingState.SENT]
