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
from models.stores.messages.outbox import enqueue_messages
from models.stores.registrations.competing import refuse_oldest_unconfirmed
from models.stores.registrations.registration_writes import (
    insert_registration,
    lock_requests,
    save_first_answer,
)
from resolvers.accounts.details import DetailsInput
from resolvers.messages.registration_news import emails_of_others, named_by_number, news_email
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

    For an unknown employer it is refused at once; only the e-mail says so. Several for one employer wait side
    by side, as registrations do. The same statements are run in each case.
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
        await lock_requests(str(employer_id))
        refused_for = RegistrationNews.EMPLOYER_UNKNOWN if employer_id is None else None
        await save_first_answer(registration_id, refused_for, employer_id, now)
        older = await refuse_oldest_unconfirmed(new.kind, None, employer_id, registration_id, now)
        news = refused_for or RegistrationNews.RECEIVED
        # The number as it was typed: the name of an employer, and its other number, are not for everyone.
        email = news_email(
            news, registration_id, new.kind, new.email, form, named_by_number(new.kind, number), policy
        )
        await enqueue_messages([email, *emails_of_others(older, number, policy)], now)
        return registration_id
