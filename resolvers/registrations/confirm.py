"""Entering the code of the letter: the first administrator's account opens, or the successor's (N1, N2)."""

from datetime import datetime

from models.rules.accounts.account import Account
from models.rules.employers.employer import Employer
from models.rules.history_entry import SYSTEM, Change
from models.rules.paris_calendar import paris_day
from models.rules.policy import Policy
from models.rules.refusals import Refusal, Refused
from models.rules.registrations.code import is_code, make_code
from models.rules.registrations.registration import MAX_CODE_TRIES, Registration
from models.rules.registrations.registration_refusals import (
    code_tries_used_up,
    code_wrong,
    employer_taken_meanwhile,
)
from models.rules.registrations.states import RegistrationNews, SuccessionNews
from models.rules.sign_in.tokens import registration_code_key
from models.rules.vocabulary import Operation, Profile
from models.stores.employers.employer_writes import insert_employer
from models.stores.employers.employers import employers_by_id
from models.stores.registrations.registration_writes import count_code_try, lock_requests, save_opening
from resolvers.accounts.details import check_details
from resolvers.accounts.open_account import AccountOpening, open_account
from resolvers.employers.details import check_employer
from resolvers.history.record import employer_event, record_history
from resolvers.registrations.approved import approved_registration
from resolvers.registrations.competitors import employer_key, refuse_competitors
from resolvers.registrations.decide import registration_transaction
from resolvers.registrations.form_inputs import details_input, employer_input
from resolvers.registrations.messages import queue_succession_news


async def confirm_registration(token: str, code: str, now: datetime, policy: Policy) -> Account:
    """Open the account, with a new employer or at the one on file; its invitation is queued. One transaction.

    Each try is counted, whatever the code, and also if many come at the same moment; after 5 a right code is
    refused too. The administrators of before keep their accounts, and are e-mailed (N2). Requests for the
    employer that have come since the approval are refused, and their senders e-mailed.

    Raises: Refused, as `approved_registration`; BAD_CREDENTIALS for a wrong code; LIMIT_EXCEEDED once the
    tries are used up; CONFLICT if the SIRET or contract number has been taken meanwhile. Nothing but the try
    is written then.
    """
    registration = await approved_registration(token, now)
    refusal: Refusal
    async with registration_transaction(registration, now) as employer:
        counted = await count_code_try(registration.id, now)
        if counted is None:
            await approved_registration(token, now)  # opened at the same moment
            raise Refused(code_tries_used_up())
        nonce, tries = counted
        if is_code(code, make_code(registration_code_key(policy.secret_key, nonce))):
            return await _open(registration, employer, now, policy)
        refusal = code_wrong(MAX_CODE_TRIES - tries)
    # Raised outside, or the count would be rolled back.
    raise Refused(refusal)


async def _open(
    registration: Registration, employer: Employer | None, now: datetime, policy: Policy
) -> Account:
    form, today = registration.form, paris_day(now)
    details = check_details(details_input(form.administrator), Profile.ADMINISTRATOR)
    operation, refused_for, on_file = Operation.SUCCESSION_DONE, RegistrationNews.OTHER_APPROVED, employer
    if employer is None:
        refused_for = RegistrationNews.REGISTERED_ALREADY
        operation = Operation.EMPLOYER_REGISTERED
        employer_id = await insert_employer(check_employer(employer_input(form)), today)
        if employer_id is None:
            raise Refused(employer_taken_meanwhile())
        employer = (await employers_by_id([employer_id]))[employer_id]
    else:
        await queue_succession_news(SuccessionNews.DONE, employer, form, now, policy)
    opening = AccountOpening(details, Profile.ADMINISTRATOR, {})
    account = await open_account(opening, employer, None, SYSTEM, now, today, policy)
    # The identifier only: a name would outlast the erasure of the account (D1).
    event = employer_event(
        operation,
        [
            Change("registration", None, str(registration.id)),
            Change("approvedBy", None, registration.decided_by),
            Change("administrator", None, account.identifier),
        ],
    )
    await record_history(employer.id, SYSTEM, [event], [], now, today)
    await save_opening(registration.id, employer.id, account.id, now)
    await lock_requests(employer_key(registration))
    await refuse_competitors(registration, on_file, refused_for, now, policy)
    return account
