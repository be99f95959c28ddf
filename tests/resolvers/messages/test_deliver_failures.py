"""A message that cannot be sent is retried, or becomes a dead letter; the others are sent."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from models.rules.vocabulary import (
    Channel,
    InvitationState,
    OutgoingState,
)
from models.tables.messages import OutgoingRow
from resolvers.accounts.create import create
from resolvers.messages.deliver import OutboxMessage, SendOutcome, deliver_due_messages
from resolvers.messages.sending import PermanentSendError, TemporarySendError
from tests.factories import NOW, POLICY, a_house, signed_in
from tests.resolvers.messages.recording_sender import (
    RecordingSender,
    a_creation,
    delivery_state,
    email_row,
    failing_sender,
    invitation_state,
    invited,
    outbox_run,
)

pytestmark = pytest.mark.usefixtures("database")


async def test_a_message_that_cannot_be_sent_now_stays_with_the_reason_and_is_retried() -> None:
    account = await invited(await a_house())
    assert await deliver_due_messages(outbox_run(failing_sender(TemporarySendError("RCPT 450")))) == {
        SendOutcome.PUT_BACK: 1
    }
    row = await email_row()
    assert delivery_state(row) == [OutgoingState.QUEUED, 1, "RCPT 450"]
    assert row.next_attempt_at == NOW + timedelta(minutes=1)
    assert await invitation_state(account) is InvitationState.QUEUED
    assert await deliver_due_messages(
        outbox_run(failing_sender(TemporarySendError("no")), NOW + timedelta(minutes=1))
    ) == {SendOutcome.PUT_BACK: 1}
    row = await email_row()
    assert row.next_attempt_at == NOW + timedelta(minutes=3)
    later = NOW + timedelta(minutes=3)
    assert await deliver_due_messages(outbox_run(RecordingSender(), later)) == {SendOutcome.SENT: 1}
    assert delivery_state(await email_row()) == [OutgoingState.SENT, 3, None]


async def test_after_three_days_a_message_is_a_dead_letter_that_the_administrator_sees() -> None:
    account, later = await invited(await a_house()), NOW + timedelta(days=3)
    sender = failing_sender(TemporarySendError("CONNECT 421"))
    assert await deliver_due_messages(outbox_run(sender, later)) == {SendOutcome.FAILED: 1}
    assert delivery_state(await email_row()) == [OutgoingState.FAILED, 1, "CONNECT 421"]
    assert await invitation_state(account, later) is InvitationState.FAILED
    assert await deliver_due_messages(outbox_run(RecordingSender(), later + timedelta(days=1))) == {}


async def test_after_a_long_outage_of_the_service_a_message_is_still_sent() -> None:
    await invited(await a_house())
    later = NOW + timedelta(days=5)
    assert await deliver_due_messages(outbox_run(RecordingSender(), later)) == {SendOutcome.SENT: 1}


async def test_a_message_with_a_permanent_error_is_a_dead_letter_at_once() -> None:
    account = await invited(await a_house())
    assert await deliver_due_messages(outbox_run(failing_sender(PermanentSendError("RCPT 550 5.1.1")))) == {
        SendOutcome.FAILED: 1
    }
    assert (await email_row()).last_error == "RCPT 550 5.1.1"
    assert await invitation_state(account) is InvitationState.FAILED


async def test_a_message_that_hangs_does_not_delay_the_others() -> None:
    house, others_left = await a_house(), asyncio.Event()
    for number in range(12):
        await invited(house, f"Ménard {'abcdefghijkl'[number]}")
    stuck = await OutgoingRow.all().order_by("id").first()
    assert stuck
    sender = RecordingSender()

    async def hang(message: OutboxMessage) -> None:
        if message.message_id == stuck.message_id:
            await others_left.wait()
        elif len(sender.messages) == 10:
            others_left.set()

    sender.before = hang
    assert await deliver_due_messages(outbox_run(sender)) == {SendOutcome.SENT: 12}


async def test_a_sender_that_never_returns_times_out_and_the_message_is_put_back() -> None:
    await invited(await a_house())
    never = asyncio.Event()

    async def hang(_message: OutboxMessage) -> None:
        await never.wait()

    impatient = replace(outbox_run(RecordingSender(hang)), patience=timedelta(milliseconds=20))
    assert await deliver_due_messages(impatient) == {SendOutcome.PUT_BACK: 1}
    assert (await email_row()).last_error == "not sent within 0.02 seconds"


async def test_a_failure_of_one_message_does_not_stop_the_others() -> None:
    house = await a_house()
    await invited(house)
    await create(signed_in(house.jean), a_creation(house.employer_id, "nobody@nowhere.example"), NOW, POLICY)
    errors: list[Exception] = []
    broken = ZeroDivisionError("zoe@chu-nantes.example")
    run = replace(outbox_run(failing_sender(broken, "nowhere")), unexpected=errors.append)
    assert await deliver_due_messages(run) == {SendOutcome.SENT: 1, SendOutcome.PUT_BACK: 1}
    row = await OutgoingRow.get(state=OutgoingState.QUEUED, channel=Channel.EMAIL)
    assert row.last_error == "unexpected ZeroDivisionError"
    assert errors == [broken]
