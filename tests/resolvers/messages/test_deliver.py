"""Messages of the outbox are sent with a valid link and marked, to the right channel."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from models.rules.refusals import Refused
from models.rules.sign_in.tokens import token_hash
from models.rules.vocabulary import (
    Channel,
    InvitationState,
    Language,
    MessageKind,
    OutgoingState,
)
from models.tables.accounts import AccountRow
from models.tables.messages import OutgoingRow
from models.tables.sign_in import LinkRow
from resolvers.accounts.create import create
from resolvers.accounts.modify import AccountModification, modify
from resolvers.messages.deliver import (
    SendOutcome,
    deliver_due_messages,
)
from tests.factories import NOW, POLICY, a_house, signed_in
from tests.resolvers.messages.recording_sender import (
    RecordingSender,
    a_creation,
    delivery_state,
    email_row,
    invitation_state,
    invited,
    outbox_run,
)

pytestmark = pytest.mark.usefixtures("database")


async def test_a_due_message_is_sent_once_and_marked() -> None:
    account, sender = await invited(await a_house()), RecordingSender()
    assert await deliver_due_messages(outbox_run(sender)) == {SendOutcome.SENT: 1}
    assert await deliver_due_messages(outbox_run(sender)) == {}
    row = await email_row()
    assert delivery_state(row) == [OutgoingState.SENT, 1, None]
    assert row.sent_at == NOW
    assert [message.message_id for message in sender.messages] == [row.message_id]
    assert await invitation_state(account) is InvitationState.SENT


async def test_the_link_in_the_message_is_the_one_that_opens_the_account() -> None:
    account, sender = await invited(await a_house()), RecordingSender()
    policy = replace(POLICY, public_url="https://comptoir.example")
    await deliver_due_messages(replace(outbox_run(sender), policy=policy))
    (message,) = sender.messages
    address, _, token = message.link.partition("#")
    assert address == "https://comptoir.example/mot-de-passe"
    assert message.link in message.text.paragraphs
    assert (await LinkRow.get(account_id=account.id)).token_hash == token_hash(token)


async def test_a_creation_sends_an_e_mail_and_the_letter_waits_for_its_own_sender() -> None:
    house = await a_house()
    await create(signed_in(house.jean), a_creation(house.employer_id), NOW, POLICY)
    emails, letters = RecordingSender(), RecordingSender()
    await deliver_due_messages(outbox_run(emails))
    assert [message.kind for message in emails.messages] == [MessageKind.INVITATION]
    letter = await OutgoingRow.get(channel=Channel.LETTER)
    assert (letter.state, letter.attempts, letter.next_attempt_at) == (OutgoingState.QUEUED, 0, NOW)
    await deliver_due_messages(outbox_run(letters, channel=Channel.LETTER))
    (message,) = letters.messages
    assert message.recipient == "5 ALLEE DE L'ILE GLORIETTE\nBP 1005\n44035 NANTES CEDEX 1"
    assert message.text.subject == "Ouverture d'un compte pour Madame Zoé Ménard"
    assert not message.link


async def test_a_new_address_is_notified_to_both_in_the_language_of_the_setting() -> None:
    house = await a_house()
    change = AccountModification(
        house.paul.id, house.paul.version, {"email": "paul.martin@chu-nantes.example"}
    )
    await modify(signed_in(house.jean), change, NOW, POLICY)
    sender = RecordingSender()
    policy = replace(POLICY, language=Language.ENGLISH)
    assert await deliver_due_messages(replace(outbox_run(sender), policy=policy)) == {SendOutcome.SENT: 2}
    subjects = {message.recipient: message.text.subject for message in sender.messages}
    assert set(subjects) == {house.paul.email, "paul.martin@chu-nantes.example"}
    assert set(subjects.values()) == {"The e-mail address of your account has changed"}


@pytest.mark.parametrize("spent", ["used_at", "revoked_at"])
async def test_a_message_whose_link_is_used_or_revoked_is_not_sent(spent: str) -> None:
    account, sender = await invited(await a_house()), RecordingSender()
    await LinkRow.filter(account_id=account.id).update(**{spent: NOW})
    assert await deliver_due_messages(outbox_run(sender)) == {SendOutcome.REVOKED: 1}
    assert (await email_row()).state is OutgoingState.REVOKED
    assert not sender.messages


async def test_a_message_whose_link_has_lapsed_is_not_sent() -> None:
    account, sender = await invited(await a_house()), RecordingSender()
    later = NOW + timedelta(days=POLICY.link_days)
    assert await deliver_due_messages(outbox_run(sender, later)) == {SendOutcome.FAILED: 1}
    assert not sender.messages
    assert await invitation_state(account, later) is InvitationState.LAPSED


async def test_after_a_change_of_key_no_link_that_opens_nothing_is_sent() -> None:
    account, sender = await invited(await a_house()), RecordingSender()
    policy = replace(POLICY, secret_key=b"another key, of no more use than the first one")
    assert await deliver_due_messages(replace(outbox_run(sender), policy=policy)) == {SendOutcome.FAILED: 1}
    assert not sender.messages
    assert await invitation_state(account) is InvitationState.FAILED


@pytest.mark.parametrize(
    "address",
    [
        "zoe@chu-nantes.example\r\nBcc: all@chu-nantes.example",
        "zoe@chu-nantes.example\nSubject: hello",
        "zoe@chu-nantes.example%0aBcc:all@chu-nantes.example\n.",
        "zoe\r@chu-nantes.example",
        "=?utf-8?q?a=0D=0ABcc=3A_all?=@chu-nantes.example",
        "=?utf-8?b?YQpCY2M6IGFsbA==?=@chu-nantes.example",
        "zoe@chu-nantes.example\x00",
        "zoe@chu-nantes.example\u2028Bcc: all@chu-nantes.example",
        "zoe@chu-nantes.example, all@chu-nantes.example",
        "Zoé <zoe@chu-nantes.example>",
        '"zoe\\\r\nBcc: all"@chu-nantes.example',
    ],
)
async def test_an_address_that_could_write_headers_is_refused_at_creation(address: str) -> None:
    house = await a_house()
    with pytest.raises(Refused) as refused:
        await create(signed_in(house.jean), a_creation(house.employer_id, address), NOW, POLICY)
    assert [refusal.field for refusal in refused.value.refusals] == [("email",)]
    assert not await OutgoingRow.exists()
    assert await AccountRow.filter(employer_id=house.employer_id).count() == 3


async def test_moments_with_and_without_fractions_of_a_second_are_compared_correctly() -> None:
    """SQLite compares them as text."""
    await invited(await a_house())
    due = datetime(2026, 11, 23, 9, 0, 0, 500_000, tzinfo=UTC)
    await OutgoingRow.all().update(next_attempt_at=due)
    assert await deliver_due_messages(outbox_run(RecordingSender(), due - timedelta(microseconds=1))) == {}
    assert await deliver_due_messages(outbox_run(RecordingSender(), due + timedelta(milliseconds=500))) == {
        SendOutcome.SENT: 1
    }
