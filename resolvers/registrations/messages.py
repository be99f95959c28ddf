"""Queues the e-mails and letters about a registration, which has no account yet (N1, N2)."""

from datetime import date, datetime

from models.rules.accounts.account import Account
from models.rules.employers.employer import Employer, LegalRepresentative
from models.rules.messages.facts_json import facts_to_json
from models.rules.messages.person import Person
from models.rules.messages.registration_facts import (
    RegistrationLetterFacts,
    RegistrationSavedFacts,
    SuccessionNewsFacts,
)
from models.rules.paris_calendar import paris_day
from models.rules.policy import Policy
from models.rules.registrations.form import RegistrationForm
from models.rules.registrations.registration import MAX_CODE_TRIES, last_day
from models.rules.registrations.states import RegistrationKind, SuccessionNews
from models.rules.vocabulary import Channel, Civility
from models.stores.accounts.accounts import administrators_of
from models.stores.messages.outbox import OutgoingMessage, enqueue_messages
from resolvers.messages.compose import email_to, new_message_id, person_from_account
from resolvers.messages.registration_news import person_from_form, queue_news, registration_email

__all__ = ["queue_news"]


async def queue_saved(
    registration_id: int, email: str, now: datetime, until: datetime, policy: Policy
) -> None:
    """Queue the e-mail with the link to a saved form."""
    facts = RegistrationSavedFacts(until=last_day(until))
    await enqueue_messages([registration_email(registration_id, email, facts, policy)], now)


async def queue_code_letter(
    registration_id: int,
    kind: RegistrationKind,
    form: RegistrationForm,
    employer: Employer | None,
    now: datetime,
    until: datetime,
    policy: Policy,
) -> None:
    """Queue the letter with the code: to the representative on file, or, of a new employer, the one typed."""
    representative = employer.representative if employer else representative_from_form(form)
    address = employer.postal_address if employer else form.postal_address or ()
    facts = RegistrationLetterFacts(
        representative=Person(representative.civility, representative.last_name, representative.first_name),
        representative_title=representative.title,
        request=kind,
        administrator=person_from_form(form.administrator),
        on=paris_day(now),
        until=last_day(until),
        tries=MAX_CODE_TRIES,
        employer_name=employer.name if employer else form.name or "",
        siret=employer.siret if employer else form.siret or "",
        contract_number=employer.contract_number if employer else form.contract_number or "",
    )
    letter = OutgoingMessage(
        employer_id=None,
        account_id=None,
        channel=Channel.LETTER,
        kind=facts.kind,
        recipient="\n".join(address),
        facts=facts_to_json(facts),
        message_id=new_message_id(policy),
        registration_id=registration_id,
    )
    await enqueue_messages([letter], now)


async def queue_succession_news(
    news: SuccessionNews, employer: Employer, form: RegistrationForm, now: datetime, policy: Policy
) -> None:
    """Queue an e-mail to each administrator of the employer: expired and locked ones know of it too (N2)."""
    today, successor = paris_day(now), person_from_form(form.administrator)
    emails = (
        _succession_email(news, account, employer, successor, today, policy)
        for account in await administrators_of(employer.id)
    )
    await enqueue_messages(emails, now)


def representative_from_form(form: RegistrationForm) -> LegalRepresentative:
    person = form.representative
    return LegalRepresentative(
        person.civility or Civility.MADAME, person.last_name or "", person.first_name or "", person.title
    )


def _succession_email(
    news: SuccessionNews, account: Account, employer: Employer, successor: Person, on: date, policy: Policy
) -> OutgoingMessage:
    facts = SuccessionNewsFacts(
        administrator=person_from_account(account),
        news=news,
        employer_name=employer.name,
        successor=successor,
        on=on,
    )
    return email_to(account, facts, new_message_id(policy))
