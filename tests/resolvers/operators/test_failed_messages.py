"""Messages that failed: an operator sees that they failed and why, and sends them again (N3)."""

from dataclasses import replace
from typing import Any

import pytest

from models.rules.history_entry import Change
from models.rules.operators.failed_message import (
    MAX_RESENT_MESSAGES,
    FailedChannel,
    FailedKey,
    FailedSource,
    FailedState,
)
from models.rules.vocabulary import Channel, DeliveryState, ErrorCode, MessageKind, Operation, OutgoingState
from models.stores.accounts.erasure import NO_FACTS
from models.tables.messages import OutgoingRow
from models.tables.webhooks import DeliveryRow
from resolvers.accounts.delete import delete
from resolvers.operators.failed_messages import read_failed_messages, resend_messages
from resolvers.registrations.request_succession import request_succession
from tests.factories import NOW, POLICY, House, a_house, an_operator, operating, signed_in
from tests.nothing_written import nothing_is_written, refused
from tests.resolvers.operators.test_find_person import latest_entry
from tests.resolvers.registrations.steps import a_succession_request
from tests.resolvers.requests import these
from tests.schema.callers import a_partner_with_a_webhook

pytestmark = pytest.mark.usefixtures("database")


async def a_failed_message(house: House, number: int = 1, **columns: Any) -> FailedKey:
    values: dict[str, Any] = {
        "channel": Channel.EMAIL,
        "kind": MessageKind.ACCOUNT_LOCKED,
        "recipient": house.paul.email,
        "facts": '{"holder": "Paul"}',
        "message_id": f"{house.employer_id}-{number}@comptoir.example",
        "state": OutgoingState.FAILED,
        "created_at": NOW,
        "attempts": 7,
        "next_attempt_at": NOW,
        "last_error": "no such mailbox",
    }
    row = await OutgoingRow.create(
        employer_id=house.employer_id, account_id=house.paul.id, **values | columns
    )
    return FailedKey(FailedSource.OUTBOX, row.id)


async def a_failed_delivery(house: House) -> FailedKey:
    """A dead letter of a webhook, about the deletion of Paul."""
    await delete(signed_in(house.jean), these(house.paul), NOW, POLICY)
    await a_partner_with_a_webhook(house)
    row = await DeliveryRow.all().order_by("-id").first()
    assert row
    await DeliveryRow.filter(id=row.id).update(state=DeliveryState.DEAD, attempts=9)
    return FailedKey(FailedSource.WEBHOOKS, row.id)


async def test_a_message_that_gave_up_is_listed_with_its_reason_and_without_the_person() -> None:
    house, caller = await a_house(), await operating(await an_operator())
    key = await a_failed_message(house, channel=Channel.LETTER, kind=MessageKind.CREATION_LETTER)
    (message,), more = await read_failed_messages(caller, None, 10)
    assert not more
    assert (message.key, message.channel, message.state) == (key, FailedChannel.LETTER, FailedState.GAVE_UP)
    assert (message.reason, message.attempts, message.next_attempt_at) == ("no such mailbox", 7, None)
    assert message.employer_name == "CHRU DE NANTES"
    assert house.paul.email not in repr(message)
    assert house.paul.last_name not in repr(message)


async def test_what_is_retried_is_listed_and_what_never_failed_or_has_left_is_not() -> None:
    house, caller = await a_house(), await operating(await an_operator())
    await a_failed_message(house, 1, state=OutgoingState.QUEUED)
    await a_failed_message(house, 2, state=OutgoingState.QUEUED, last_error=None)
    await a_failed_message(house, 3, state=OutgoingState.SENT)
    await a_failed_message(house, 4, state=OutgoingState.REVOKED)
    messages, _ = await read_failed_messages(caller, None, 10)
    assert [message.state for message in messages] == [FailedState.RETRYING]
    assert messages[0].next_attempt_at == NOW


async def test_pages_follow_one_another_from_the_outbox_to_the_webhooks_without_gap_or_repetition() -> None:
    house, caller = await a_house(), await operating(await an_operator())
    keys = [await a_failed_message(house, number) for number in range(3)]
    delivery = await a_failed_delivery(house)
    seen: list[FailedKey] = []
    more = True
    while more:
        page, more = await read_failed_messages(caller, seen[-1] if seen else None, 1)
        seen += [message.key for message in page]
    assert seen == [*reversed(keys), delivery]


async def test_messages_leave_again_from_their_first_attempt_and_the_history_counts_them() -> None:
    house, reze, caller = await a_house(), await a_house("REZÉ"), await operating(await an_operator())
    keys = [await a_failed_message(house, 1), await a_failed_message(house, 2), await a_failed_message(reze)]
    assert await resend_messages(caller, keys, NOW) == 3
    for row in await OutgoingRow.all():
        assert (row.state, row.attempts, row.next_attempt_at) == (OutgoingState.QUEUED, 0, NOW)
    for employer, count in ((house, "2"), (reze, "1")):
        assert await latest_entry(employer) == (
            Operation.MESSAGES_RESENT,
            "operator Odile Brun",
            None,
            (Change("messages", None, count),),
        )


async def test_a_webhook_delivery_is_posted_again() -> None:
    house, caller = await a_house(), await operating(await an_operator())
    key = await a_failed_delivery(house)
    assert await resend_messages(caller, [key], NOW) == 1
    row = await DeliveryRow.get(id=key.id)
    assert (row.state, row.attempts, row.error) == (DeliveryState.QUEUED, 0, None)


async def test_what_is_retried_or_erased_or_sent_is_left_as_it_is() -> None:
    house, caller = await a_house(), await operating(await an_operator())
    keys = [
        await a_failed_message(house, 1, state=OutgoingState.QUEUED),
        await a_failed_message(house, 2, state=OutgoingState.SENT),
        await a_failed_message(house, 3, facts=NO_FACTS),
        FailedKey(FailedSource.OUTBOX, 2**62),
        FailedKey(FailedSource.WEBHOOKS, 2**62),
    ]
    async with nothing_is_written():
        assert await resend_messages(caller, keys, NOW) == 0


async def test_sending_twice_sends_once() -> None:
    house, caller = await a_house(), await operating(await an_operator())
    key = await a_failed_message(house)
    assert await resend_messages(caller, [key, key], NOW) == 1
    assert await resend_messages(caller, [key], NOW) == 0


async def test_too_many_at_once_are_refused() -> None:
    caller = await operating(await an_operator())
    keys = [FailedKey(FailedSource.OUTBOX, number) for number in range(1, MAX_RESENT_MESSAGES + 2)]
    async with refused(ErrorCode.LIMIT_EXCEEDED):
        await resend_messages(caller, keys, NOW)


async def test_accounts_neither_see_nor_send_failed_messages() -> None:
    house = await a_house()
    key = await a_failed_message(house)
    async with refused(ErrorCode.FORBIDDEN):
        await read_failed_messages(signed_in(house.jean), None, 10)
    async with refused(ErrorCode.FORBIDDEN):
        await resend_messages(signed_in(house.jean), [key], NOW)


async def test_a_message_about_a_succession_names_the_employer_and_one_of_no_employer_none() -> None:
    house, caller = await a_house("COMMUNE"), await operating(await an_operator())
    known = await a_succession_request(house)
    for request in (known, replace(known, employer="VF999999")):
        await request_succession(request, NOW, POLICY)
    await OutgoingRow.all().update(state=OutgoingState.FAILED, last_error="no such mailbox")
    messages, _ = await read_failed_messages(caller, None, 10)
    assert [message.employer_name for message in messages] == [None, "COMMUNE"]
