"""What is on its way out: messages in the outbox, changes of status in the feed (C1, T2)."""

import json
from datetime import timedelta

import pytest

from models.database import query, transaction
from models.rules.partners.feed import StatusChange
from models.rules.vocabulary import (
    AccountStatus,
    Channel,
    LinkPurpose,
    MessageKind,
    OutgoingState,
)
from models.stores.messages.outbox import OutgoingMessage, enqueue_messages
from models.stores.partners.feed import append_to_feed
from models.stores.sign_in.password_links import insert_password_link, revoke_password_links
from models.tables.messages import OutgoingRow
from tests.factories import NOW, House, a_house

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


async def test_a_message_waits_in_the_outbox_with_what_its_text_is_made_of() -> None:
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


async def test_only_what_waits_and_carries_a_link_is_kept_from_leaving() -> None:
    house = await a_house()
    link_id = await insert_password_link(
        house.paul.id, LinkPurpose.CREATE, "n", "h" * 64, NOW, NOW + timedelta(days=15)
    )
    await enqueue_messages(
        [a_message(house, 1, link_id), a_message(house, 2), a_message(house, 3, link_id)], NOW
    )
    await OutgoingRow.filter(message_id="<3@comptoir>").update(state=OutgoingState.SENT)

    await revoke_password_links([house.sara.id], NOW)
    assert await OutgoingRow.filter(state=OutgoingState.REVOKED).count() == 0
    await revoke_password_links([house.paul.id], NOW)
    states = [row.state for row in await OutgoingRow.all().order_by("message_id")]
    assert states == [OutgoingState.REVOKED, OutgoingState.QUEUED, OutgoingState.SENT]


async def test_the_feed_holds_what_changes_in_order_and_nothing_that_stays() -> None:
    house = await a_house()
    pending, active, expired = AccountStatus.PENDING, AccountStatus.ACTIVE, AccountStatus.EXPIRED
    changes = [
        StatusChange(house.paul.id, None, pending, NOW),
        StatusChange(house.sara.id, active, active, NOW),
        StatusChange(house.paul.id, pending, expired, NOW),
    ]
    async with transaction():
        await append_to_feed(house.employer_id, changes)
        await append_to_feed(house.employer_id, [])
    rows = await query("SELECT account_id, before, after FROM status_change ORDER BY id", [])
    assert [tuple(row.values()) for row in rows] == [
        (house.paul.id, None, "PENDING"),
        (house.paul.id, "PENDING", "EXPIRED"),
    ]
