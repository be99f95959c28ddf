"""The e-mails about a registration, which go to a person without an account (N1, N2)."""

from collections.abc import Iterable
from datetime import datetime

from models.rules.messages.facts import MessageFacts
from models.rules.messages.facts_json import facts_to_json
from models.rules.messages.person import Person
from models.rules.messages.registration_facts import RegistrationNewsFacts
from models.rules.policy import Policy
from models.rules.registrations.form import FormAdministrator, RegistrationForm
from models.rules.registrations.registration import Registration, last_day
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
    email_ = news_email(
        news, registration_id, kind, email, form, employer_name, policy, reason=reason, until=until
    )
    await enqueue_messages([email_], now)


async def queue_news_of_others(
    others: Iterable[Registration], employer_number: str, now: datetime, policy: Policy
) -> None:
    """Queue the e-mails about requests that were refused by themselves, each with what it was refused for."""
    await enqueue_messages(emails_of_others(others, employer_number, policy), now)


def emails_of_others(
    others: Iterable[Registration], employer_number: str, policy: Policy
) -> list[OutgoingMessage]:
    """Return these e-mails, with the employer's number only: an operator has not looked at the requests."""
    return [
        news_email(
            one.refused_for,
            one.id,
            one.kind,
            one.email,
            one.form,
            named_by_number(one.kind, employer_number),
            policy,
        )
        for one in others
        if one.refused_for is not None
    ]


def named_by_number(kind: RegistrationKind, number: str) -> str:
    """Return how e-mails name the employer before an operator has looked at the request."""
    return f"SIRET {number}" if kind is RegistrationKind.REGISTRATION else number


def news_email(
    news: RegistrationNews,
    registration_id: int,
    kind: RegistrationKind,
    email: str,
    form: RegistrationForm,
    employer_name: str,
    policy: Policy,
    *,
    reason: str | None = None,
    until: datetime | None = None,
) -> OutgoingMessage:
    facts = RegistrationNewsFacts(
        administrator=person_from_form(form.administrator),
        request=kind,
        news=news,
        employer_name=employer_name,
        reason=reason,
        until=last_day(until) if until else None,
    )
    return registration_email(registration_id, email, facts, policy)


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
