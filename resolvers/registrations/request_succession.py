"""Requesting a new administrator for an employer whose administrators are gone (N2)."""

from dataclasses import dataclass, replace
from datetime import datetime

from models.database import transaction
from models.rules.employers.employer_refusals import employer_number_malformed
from models.rules.looked_up_text import employer_number
from models.rules.policy import Policy
from models.rules.refusals import Refusal, Refused, required
from models.rules.registrations.form import check_reason
from models.rules.registrations.registration import DECISION_DAYS, end_of_day
from models.rules.registrations.states import RegistrationKind, RegistrationNews
from models.stores.employers.employers import employer_id_by_number
from models.stores.registrations.registration_writes import insert_registration, save_first_answer
from models.stores.registrations.registrations import open_request
from resolvers.accounts.details import DetailsInput
from resolvers.registrations.messages import queue_news
from resolvers.registrations.new_registration import new_registration
from resolvers.registrations.request import check_administrator, registration_form


@dataclass(frozen=True, slots=True)
class SuccessionRequest:
    """`employer` is the exact SIRET or contract number."""

    employer: str
    administrator: DetailsInput
    reason: str


async def request_succession(request: SuccessionRequest, now: datetime, policy: Policy) -> int:
    """Put the request in the operators' queue, and e-mail the person what follows; return its number.

    For an unknown employer, or while another request is under way, it is refused at once; only the e-mail
    says so. The same statements are run in each case.
    Raises: Refused, with every refusal of the form; nothing is written then.
    """
    number, rejected = employer_number(request.employer) or "", []
    if not number:
        missing = required() if not request.employer.strip() else employer_number_malformed()
        rejected.append(missing.under("employer"))
    administrator, reason = check_administrator(request.administrator), check_reason(request.reason)
    if isinstance(administrator, list):
        rejected += administrator
    if isinstance(reason, Refusal):
        rejected.append(reason)
    if rejected or isinstance(administrator, list) or isinstance(reason, Refusal):
        raise Refused(*rejected)
    form = replace(registration_form(None, administrator), reason=reason)
    new = new_registration(
        RegistrationKind.SUCCESSION,
        administrator.email,
        form,
        end_of_day(now, DECISION_DAYS),
        policy,
        submitted_at=now,
    )
    async with transaction():
        registration_id = await insert_registration(new, now)
        employer_id = await employer_id_by_number(number, only_open=True)
        other = await open_request(new.kind, "employer_id", employer_id, now, registration_id)
        refused_for = (
            RegistrationNews.EMPLOYER_UNKNOWN
            if employer_id is None
            else RegistrationNews.PENDING_ALREADY
            if other
            else None
        )
        await save_first_answer(registration_id, refused_for, employer_id, now)
        news = refused_for or RegistrationNews.RECEIVED
        # The number: the name of an employer is not for everyone who knows that.
        await queue_news(news, registration_id, new.kind, new.email, form, number, now, policy)
        return registration_id
