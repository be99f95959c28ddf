"""The link and the code of a registration's messages are made when they leave, and never stored (N1)."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from models.database import query
from models.rules.registrations.form import RegistrationForm
from models.rules.registrations.registration import CODE_DAYS
from models.rules.vocabulary import Channel, MessageKind, OutgoingState
from models.tables.messages import OutgoingRow
from models.tables.registrations import RegistrationRow
from resolvers.employers.mandates.propose import propose_mandate
from resolvers.messages.deliver import OutboxRun, SendOutcome, deliver_due_messages
from resolvers.registrations.save import save_registration
from server.letters.sender import LetterSender
from tests.factories import NOW, POLICY, a_house, signed_in
from tests.resolvers.employers.test_mandates import proposal_to
from tests.resolvers.messages.recording_sender import RecordingSender
from tests.resolvers.registrations.steps import (
    a_registration_request,
    approved,
    approved_succession,
    latest_id,
    registered,
    token_of,
)

pytestmark = pytest.mark.usefixtures("database")


def a_run(sender: RecordingSender, now: datetime = NOW, secret_key: bytes = POLICY.secret_key) -> OutboxRun:
    return OutboxRun(
        senders={Channel.EMAIL: sender, Channel.LETTER: sender},
        policy=replace(POLICY, secret_key=secret_key),
        clock=lambda: now,
        draw=lambda: 0.5,
    )


async def test_the_e_mails_lead_to_their_page_and_the_letter_holds_the_code() -> None:
    one = await approved()
    sender = RecordingSender()
    assert await deliver_due_messages(a_run(sender)) == {SendOutcome.SENT: 3}
    followed = f"{POLICY.public_url}/inscription/suivi#{one.token}"
    emails = [message for message in sender.messages if message.channel is Channel.EMAIL]
    assert [message.link for message in emails] == [followed, followed]
    (letter,) = [message for message in sender.messages if message.channel is Channel.LETTER]
    assert one.code in letter.text.paragraphs
    assert letter.link == ""
    assert not any(one.code in str(message.text) for message in emails)


async def test_neither_the_link_nor_the_code_is_in_the_database() -> None:
    one = await approved()
    rows = await query("SELECT * FROM registration", []) + await query("SELECT * FROM outgoing", [])
    assert one.token not in str(rows)
    assert one.code not in str(rows)


async def test_the_e_mail_of_a_saved_form_leads_back_to_the_form() -> None:
    await save_registration("claire@ancenis.example", RegistrationForm(), None, NOW, POLICY)
    sender = RecordingSender()
    await deliver_due_messages(a_run(sender))
    (message,) = sender.messages
    assert message.link == f"{POLICY.public_url}/inscription#{await token_of(await latest_id())}"


async def test_each_of_several_requests_for_one_employer_has_a_link_of_its_own() -> None:
    number = await registered()
    siret = (await RegistrationRow.get(id=number)).siret
    await registered(a_registration_request(siret=siret))
    sender = RecordingSender()
    await deliver_due_messages(a_run(sender))
    links = {message.link for message in sender.messages}
    assert len(links) == 2
    assert all(links)


async def test_a_letter_whose_code_has_lapsed_does_not_leave() -> None:
    await approved()
    sender = RecordingSender()
    outcomes = await deliver_due_messages(a_run(sender, NOW + timedelta(days=CODE_DAYS + 1)))
    assert outcomes[SendOutcome.FAILED] == 1
    row = await OutgoingRow.get(kind=MessageKind.REGISTRATION_LETTER)
    assert (row.state, row.last_error) == (
        OutgoingState.FAILED,
        "the code lapsed before the letter could leave",
    )


async def test_with_another_secret_key_nothing_leaves() -> None:
    await approved()
    sender = RecordingSender()
    assert await deliver_due_messages(a_run(sender, secret_key=b"another")) == {SendOutcome.FAILED: 3}
    errors = {row.last_error for row in await OutgoingRow.all()}
    assert errors == {"the secret key has changed since: the request has to be sent again"}


def letters_in(folder: Path) -> int:
    return len(list(folder.rglob("*.pdf")))


async def test_the_letters_of_a_succession_and_of_a_mandate_are_letters_like_all_others(
    tmp_path: Path,
) -> None:
    """N4."""
    await approved_succession(await a_house("COMMUNE"))
    giver, centre = await a_house("COMMUNE 2"), await a_house("CENTRE DE GESTION")
    await propose_mandate(signed_in(giver.jean), await proposal_to(giver, centre), NOW, POLICY)
    run = replace(a_run(RecordingSender()), senders={Channel.LETTER: LetterSender(tmp_path)})
    assert await deliver_due_messages(run) == {SendOutcome.SENT: 2}
    assert letters_in(tmp_path) == 2
