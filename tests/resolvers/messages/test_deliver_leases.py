"""Each message is sent once while its worker lives, and is never lost."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from tortoise.exceptions import BaseORMException

from models.database import query
from models.rules.vocabulary import (
    Channel,
    OutgoingState,
)
from models.stores.messages.outbox import claim_message, mark_failed, mark_revoked, mark_sent, schedule_retry
from models.tables.messages import OutgoingRow
from resolvers.messages.deliver import (
    MESSAGE_LEASE,
    SEND_TIMEOUT,
    OutboxMessage,
    SendOutcome,
    deliver_due_messages,
)
from tests.factories import NOW, a_house
from tests.resolvers.messages.recording_sender import (
    RecordingSender,
    delivery_state,
    email_row,
    invited,
    outbox_run,
)

pytestmark = pytest.mark.usefixtures("database")


async def test_several_workers_at_once_send_each_message_once() -> None:
    house = await a_house()
    for number in range(30):
        await invited(house, "Ménard" + "x" * number)

    async def slow(_message: OutboxMessage) -> None:
        await asyncio.sleep(0)

    senders = [RecordingSender(slow) for _ in range(4)]
    counts = await asyncio.gather(*(deliver_due_messages(outbox_run(sender)) for sender in senders))
    assert sum(count[SendOutcome.SENT] for count in counts) == 30
    message_ids = [message.message_id for sender in senders for message in sender.messages]
    assert len(message_ids) == len(set(message_ids)) == 30
    assert await OutgoingRow.filter(state=OutgoingState.SENT, attempts=1).count() == 30


async def test_while_a_worker_has_a_message_no_other_worker_claims_it() -> None:
    await invited(await a_house())
    claimed = await claim_message([Channel.EMAIL], NOW, NOW + MESSAGE_LEASE)
    assert claimed
    assert (
        await claim_message(
            [Channel.EMAIL], NOW + MESSAGE_LEASE - timedelta(seconds=1), NOW + 2 * MESSAGE_LEASE
        )
        is None
    )
    assert MESSAGE_LEASE >= 2 * SEND_TIMEOUT


async def test_a_worker_whose_lease_has_passed_to_another_undoes_nothing() -> None:
    await invited(await a_house())
    late = await claim_message([Channel.EMAIL], NOW, NOW + MESSAGE_LEASE)
    current = await claim_message([Channel.EMAIL], NOW + MESSAGE_LEASE, NOW + 2 * MESSAGE_LEASE)
    assert late
    assert current
    for settle in (schedule_retry(late, NOW, "late"), mark_failed(late, "late"), mark_revoked(late)):
        await settle
        row = await email_row()
        assert delivery_state(row) == [OutgoingState.QUEUED, 0, None]
        assert row.next_attempt_at == NOW + 2 * MESSAGE_LEASE
    await mark_sent(current, NOW)
    await schedule_retry(current, NOW, "late")
    assert (await email_row()).state is OutgoingState.SENT


async def test_a_message_that_was_sent_but_not_marked_is_sent_again_as_the_same_message() -> None:
    await invited(await a_house())

    async def table_is_gone(_message: OutboxMessage) -> None:
        await query('ALTER TABLE "outgoing" RENAME TO "elsewhere"', [])

    first, second = RecordingSender(table_is_gone), RecordingSender()
    try:
        with pytest.raises(BaseORMException):
            await deliver_due_messages(outbox_run(first))
    finally:
        await query('ALTER TABLE "elsewhere" RENAME TO "outgoing"', [])
    assert await deliver_due_messages(outbox_run(second)) == {}
    assert await deliver_due_messages(outbox_run(second, NOW + MESSAGE_LEASE)) == {SendOutcome.SENT: 1}
    assert second.messages == first.messages


async def test_a_worker_that_is_stopped_finishes_what_it_sends_and_claims_no_other_message() -> None:
    house = await a_house()
    for number in range(10):
        await invited(house, "Ménard" + "x" * number)
    stop = asyncio.Event()

    async def stop_worker(_message: OutboxMessage) -> None:
        stop.set()

    run = replace(outbox_run(RecordingSender(stop_worker)), stopping=stop.is_set)
    counts = await deliver_due_messages(run)
    assert 1 <= counts[SendOutcome.SENT] <= 4
    assert (
        await OutgoingRow.filter(state=OutgoingState.QUEUED, next_attempt_at=NOW).count()
        == 10 - counts[SendOutcome.SENT]
    )


async def test_a_message_that_was_sent_when_the_worker_was_cancelled_is_marked() -> None:
    await invited(await a_house())
    sender, leaving = RecordingSender(), asyncio.Event()

    async def cut_off(_message: OutboxMessage) -> None:
        leaving.set()

    sender.before = cut_off
    delivering = asyncio.create_task(deliver_due_messages(outbox_run(sender)))
    await leaving.wait()
    delivering.cancel()
    with pytest.raises(asyncio.CancelledError):
        await delivering
    assert sender.messages
    assert (await email_row()).state is OutgoingState.SENT
