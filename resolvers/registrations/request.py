"""Requesting that an employer be registered: the answer reveals nothing, the e-mail does (N1)."""

from dataclasses import dataclass
from datetime import datetime

from models.database import transaction
from models.rules.accounts.account import Details
from models.rules.employers.employer import EmployerDetails
from models.rules.policy import Policy
from models.rules.refusals import Refusal, Refused
from models.rules.registrations.form import FormAdministrator, FormRepresentative, RegistrationForm
from models.rules.registrations.registration import DECISION_DAYS, end_of_day
from models.rules.registrations.states import RegistrationKind, RegistrationNews
from models.rules.sign_in.tokens import token_hash
from models.rules.vocabulary import Profile
from models.stores.employers.employer_writes import contract_numbers_taken, sirets_taken
from models.stores.messages.outbox import enqueue_messages
from models.stores.registrations.competing import refuse_oldest_unconfirmed
from models.stores.registrations.registration_writes import (
    insert_registration,
    lock_requests,
    replace_draft,
    save_first_answer,
)
from resolvers.accounts.details import DetailsInput, check_details
from resolvers.employers.details import EmployerInput, check_employer_without_funds
from resolvers.messages.registration_news import emails_of_others, named_by_number, news_email
from resolvers.registrations.new_registration import new_registration


@dataclass(frozen=True, slots=True)
class RegistrationRequest:
    """The form; `token` is that of the draft which it goes on with, unknown from then on."""

    employer: EmployerInput
    administrator: DetailsInput
    token: str | None = None


async def request_registration(request: RegistrationRequest, now: datetime, policy: Policy) -> None:
    """Put the request in the operators' queue, and e-mail the first administrator what follows.

    A request for an employer that is registered already is refused at once; only the e-mail says so. Several
    for one SIRET wait side by side, or a stranger who sends one would keep the employer out; of those whose
    e-mail address is not confirmed, the oldest give way. The same statements are run in each case.
    Raises: Refused, with every refusal of the form, under the names of its fields; nothing is written then.
    """
    employer, administrator = _checked(request)
    form = registration_form(employer, administrator)
    new = new_registration(
        RegistrationKind.REGISTRATION,
        administrator.email,
        form,
        end_of_day(now, DECISION_DAYS),
        policy,
        submitted_at=now,
    )
    async with transaction():
        await lock_requests(employer.siret)
        replaced = await replace_draft(token_hash(request.token), new, now) if request.token else None
        registration_id = replaced or await insert_registration(new, now)
        is_taken = bool(await sirets_taken([employer.siret])) | bool(
            await contract_numbers_taken([employer.contract_number])
        )
        refused_for = RegistrationNews.REGISTERED_ALREADY if is_taken else None
        await save_first_answer(registration_id, refused_for, None, now)
        older = await refuse_oldest_unconfirmed(new.kind, employer.siret, None, registration_id, now)
        news, name = refused_for or RegistrationNews.RECEIVED, named_by_number(new.kind, employer.siret)
        email = news_email(news, registration_id, new.kind, new.email, form, name, policy)
        await enqueue_messages([email, *emails_of_others(older, employer.siret, policy)], now)


def registration_form(employer: EmployerDetails | None, administrator: Details) -> RegistrationForm:
    """Return checked details in the form in which they are stored; of a succession, without an employer."""
    person = FormAdministrator(
        civility=administrator.civility,
        last_name=administrator.last_name,
        first_name=administrator.first_name,
        email=administrator.email,
        phone=administrator.phone,
        department=administrator.department,
        professional_address=administrator.professional_address,
    )
    if employer is None:
        return RegistrationForm(administrator=person)
    representative = employer.representative
    return RegistrationForm(
        name=employer.name,
        siret=employer.siret,
        contract_number=employer.contract_number,
        postal_address=employer.postal_address,
        representative=FormRepresentative(
            representative.civility,
            representative.last_name,
            representative.first_name,
            representative.title,
        ),
        administrator=person,
    )


def check_administrator(details_input: DetailsInput) -> Details | list[Refusal]:
    """Return the details of the first administrator, or their refusals under "administrator"."""
    try:
        return check_details(details_input, Profile.ADMINISTRATOR)
    except Refused as error:
        return [refusal.under("administrator", *(refusal.field or ())) for refusal in error.refusals]


def _checked(request: RegistrationRequest) -> tuple[EmployerDetails, Details]:
    rejected: list[Refusal] = []
    employer: EmployerDetails | None = None
    try:
        employer = check_employer_without_funds(request.employer)
    except Refused as error:
        rejected += error.refusals
    administrator = check_administrator(request.administrator)
    if isinstance(administrator, list):
        rejected += administrator
    if employer is None or isinstance(administrator, list):
        raise Refused(*rejected)
    return employer, administrator
