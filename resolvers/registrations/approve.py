"""An operator approves a registration or succession: the letter with the code leaves (N1, N2)."""

import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from models.rules.employers.employer import Employer
from models.rules.history_entry import Actor, Change
from models.rules.paris_calendar import paris_day
from models.rules.policy import Policy
from models.rules.refusals import Refusal, Refused
from models.rules.registrations.registration import CODE_DAYS, Registration, end_of_day
from models.rules.registrations.registration_refusals import other_approved, registered_already
from models.rules.registrations.states import RegistrationKind, RegistrationNews, SuccessionNews
from models.rules.vocabulary import Operation
from models.stores.employers.employer_writes import contract_numbers_taken, sirets_taken
from models.stores.registrations.registration_writes import lock_requests, save_approval
from models.stores.registrations.registrations import approved_request
from resolvers.employers.details import check_funds
from resolvers.history.record import employer_event, record_history
from resolvers.registrations.competitors import employer_key, refuse_competitors
from resolvers.registrations.decide import deciding, refuse_decided
from resolvers.registrations.messages import queue_code_letter, queue_news, queue_succession_news


async def approve_registration(
    registration_id: int, funds: Sequence[str], actor: Actor, now: datetime, policy: Policy
) -> None:
    """Approve a request: queue the letter with the code, and the e-mail with the link to the code's page.

    `funds` are the contracts of a new employer, which its form does not name; of a succession there are none.
    Administrators of an employer that gets a successor are e-mailed too, so that they can object. Other
    requests for the same employer that wait are refused, and their senders e-mailed.

    Raises: Refused, with NOT_FOUND for an unknown number; CONFLICT if the request waits no more, another one
    for the same employer is approved, or the SIRET or contract number is taken; REQUIRED or INVALID under
    "funds". Nothing is written then.
    """
    async with deciding(registration_id, now) as (registration, employer):
        form = registration.form
        if employer is None:
            checked = check_funds(tuple(funds))
            if isinstance(checked, Refusal):
                raise Refused(checked.under("funds", *(checked.field or ())))
            form = replace(form, funds=tuple(sorted(checked)))
        await lock_requests(employer_key(registration))
        until = end_of_day(now, CODE_DAYS)
        nonce = secrets.token_hex(16)
        if not await save_approval(registration.id, form, actor.name, nonce, now, until):
            await refuse_decided(registration.id, now)
        await _check_free(registration, now)
        name = employer.name if employer else form.name or ""
        await queue_code_letter(registration.id, registration.kind, form, employer, now, until, policy)
        await queue_news(
            RegistrationNews.APPROVED,
            registration.id,
            registration.kind,
            registration.email,
            form,
            name,
            now,
            policy,
            until=until,
        )
        await refuse_competitors(registration, employer, RegistrationNews.OTHER_APPROVED, now, policy)
        if employer:
            await _record(registration, employer, actor, now, policy)


async def _record(
    registration: Registration, employer: Employer, actor: Actor, now: datetime, policy: Policy
) -> None:
    await queue_succession_news(SuccessionNews.APPROVED, employer, registration.form, now, policy)
    event = employer_event(
        Operation.SUCCESSION_APPROVED, [Change("registration", None, str(registration.id))]
    )
    await record_history(employer.id, actor, [event], [], now, paris_day(now))


async def _check_free(registration: Registration, now: datetime) -> None:
    """Raises: Refused(CONFLICT) if the employer is registered, or another request for it is approved."""
    if registration.kind is RegistrationKind.REGISTRATION:
        column, value = "siret", registration.siret or ""
        if await sirets_taken([value]) or await contract_numbers_taken([registration.contract_number or ""]):
            raise Refused(registered_already())
        other = await approved_request(registration.kind, column, value, now, registration.id)
    else:
        other = await approved_request(
            registration.kind, "employer_id", registration.employer_id, now, registration.id
        )
    if other is not None:
        raise Refused(other_approved(other.id))
