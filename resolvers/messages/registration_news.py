"""The e-mails about a registration, which go to a person without an account (N1, N2)."""

from datetime import datetime

from models.rules.messages.facts import MessageFacts
from models.rules.messages.facts_json import facts_to_json
from models.rules.messages.person import Person
from models.rules.messages.registration_facts import RegistrationNewsFacts
from models.rules.policy import Policy
from models.rules.registrations.form import FormAdministrator, RegistrationForm
from models.rules.registrations.registration import last_day
from models.rules.registrations.states import RegistrationKind, RegistrationNews
from models.rules.vocabulary import Channel, Civility
from models.stores.messages.outbox import OutgoingMessage, enqueue_messages
from resolvers.messages.compose import new_message_id


async def queue_news(
    news: RegistrationNews,
    registration_id: int,
    kind: RegistrationKind,
    email: str,
    form: RegistrationForm,
    employer_name: str,
    now: datetime,
    policy: Policy,
    *,
    reason: str | None = None,
    until: datetime | None = None,
) -> None:
    """Queue the e-mail to the first administrator that says where the request stands."""
    facts = RegistrationNewsFacts(
        administrator=person_from_form(form.administrator),
        request=kind,
        news=news,
        employer_name=employer_name,
        reason=reason,
        until=last_day(until) if until else None,
    )
    await enqueue_messages([registration_email(registration_id, email, facts, policy)], now)


def registration_email(
    registration_id: int, email: str, facts: MessageFacts, policy: Policy
) -> OutgoingMessage:
    return OutgoingMessage(
        employer_id=None,
        account_id=None,
        channel=Channel.EMAIL,
        kind=facts.kind,
        recipient=email,
        facts=facts_to_json(facts),
        message_id=new_message_id(policy),
        registration_id=registration_id,
    )


def person_from_form(administrator: FormAdministrator) -> Person:
    return Person(
        administrator.civility or Civility.MADAME,
        administrator.last_name or "",
        administrator.first_name or "",
    )
