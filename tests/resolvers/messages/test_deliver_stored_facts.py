"""Rows that former versions wrote to the outbox are sent, as after a backup was restored."""

import pytest

from models.rules.vocabulary import Channel, MessageKind, OutgoingState
from models.tables.messages import OutgoingRow
from resolvers.messages.deliver import OutboxMessage, OutboxRun, SendOutcome, deliver_due_messages
from tests.factories import NOW, POLICY, a_house
from tests.models.rules.messages.stored_facts import STORED_FACTS
from tests.resolvers.messages.recording_sender import RecordingSender

pytestmark = pytest.mark.usefixtures("database")

SUBJECTS = {
    MessageKind.INVITATION: "Vous pouvez créer votre mot de passe",
    MessageKind.EMAIL_CHANGED: "L'adresse de courriel de votre compte a changé",
    MessageKind.PASSWORD_RESET: "Choisissez un nouveau mot de passe",
    MessageKind.PASSWORD_CHANGED: "Votre mot de passe a changé",
    MessageKind.ACCOUNT_LOCKED: "Votre compte est verrouillé pour un temps",
    MessageKind.EXPIRY_REMINDER: "Votre compte expire le 31/01/2027",
    MessageKind.INVITATION_REMINDER: "Votre compte attend son mot de passe",
    MessageKind.ADMINISTRATOR_DIGEST: "Comptes à revoir (2)",
    MessageKind.CREATION_LETTER: "Ouverture d'un compte pour Madame Claire Le Goff-Ménard",
    MessageKind.PROMOTION_LETTER: "Monsieur Paul Martin devient administrateur des comptes",
    MessageKind.MANDATE_NEWS: "Un établissement vous propose un mandat",
    MessageKind.MANDATE_LETTER: "Mandat proposé à CENTRE DE GESTION",
    MessageKind.REGISTRATION_SAVED: "Reprenez l'inscription de votre établissement",
    MessageKind.REGISTRATION_NEWS: "Votre demande est acceptée",
    MessageKind.REGISTRATION_LETTER: "Code pour un nouvel administrateur",
    MessageKind.SUCCESSION_NEWS: "Un nouvel administrateur est arrivé",
    MessageKind.SOLE_ADMINISTRATOR: "Vous êtes le seul administrateur de votre établissement",
    MessageKind.EMPLOYER_LETTER: "Les coordonnées de COMMUNE ont changé",
}


async def store(kind: MessageKind, facts: str) -> None:
    house = await a_house()
    await OutgoingRow.create(
        employer_id=house.employer_id,
        account_id=house.paul.id,
        channel=Channel.LETTER if kind.endswith("_LETTER") else Channel.EMAIL,
        kind=kind,
        recipient=house.paul.email,
        facts=facts,
        message_id=f"{kind}@comptoir",
        created_at=NOW,
        next_attempt_at=NOW,
    )


def outbox_run(sender: RecordingSender, errors: list[Exception]) -> OutboxRun:
    return OutboxRun(
        senders={Channel.EMAIL: sender, Channel.LETTER: sender},
        policy=POLICY,
        clock=lambda: NOW,
        draw=lambda: 0.5,
        unexpected=errors.append,
    )


@pytest.mark.parametrize("kind", MessageKind)
async def test_a_row_of_the_former_form_is_sent(kind: MessageKind) -> None:
    await store(kind, STORED_FACTS[kind])
    sender = RecordingSender()
    assert await deliver_due_messages(outbox_run(sender, [])) == {SendOutcome.SENT: 1}
    (message,) = sender.messages
    assert (message.kind, message.text.subject) == (kind, SUBJECTS[kind])


async def test_a_row_whose_facts_cannot_be_read_is_reported_and_retried() -> None:
    """A newer version may be able to read it; the report holds no personal data."""
    await store(MessageKind.EXPIRY_REMINDER, '{"holder": "Zoé Ménard"}')
    sender, errors = RecordingSender(), list[Exception]()
    assert await deliver_due_messages(outbox_run(sender, errors)) == {SendOutcome.PUT_BACK: 1}
    assert sender.messages == list[OutboxMessage]()
    assert [str(error) for error in errors] == ["EXPIRY_REMINDER.holder is not an object"]
    row = await OutgoingRow.get()
    assert (row.state, row.last_error) == (OutgoingState.QUEUED, "unexpected ValueError")
