"""Looking at employers, as an operator does on the command line."""

from dataclasses import dataclass
from datetime import datetime

from models.rules.accounts.account import Account
from models.rules.employers.employer import Employer, EmployerSummary
from models.rules.employers.employer_refusals import employer_unknown
from models.rules.paris_calendar import paris_day
from models.rules.refusals import Refused
from models.rules.vocabulary import AccountStatus, InvitationState
from models.stores.accounts.accounts import administrators_of
from models.stores.employers.employers import employer_by_number, employer_summaries
from models.stores.sign_in.password_links import latest_invitations


@dataclass(frozen=True, slots=True)
class AdministratorState:
    account: Account
    status: AccountStatus
    locked: bool
    invitation: InvitationState | None
    """Of the latest invitation; None if there never was one."""


async def list_employers(now: datetime) -> list[EmployerSummary]:
    """Return every employer, with the numbers of its accounts and of its administrators."""
    return await employer_summaries(paris_day(now))


async def find_employer(number: str) -> Employer:
    """Return the employer with this SIRET or contract number. Raises: Refused(NOT_FOUND)."""
    employer = await employer_by_number("".join(number.split()).upper())
    if employer is None:
        raise Refused(employer_unknown(number))
    return employer


async def list_administrators(employer: Employer, now: datetime) -> list[AdministratorState]:
    """Return the employer's own administrators, deleted ones left out."""
    accounts = await administrators_of(employer.id)
    invitations = await latest_invitations([account.id for account in accounts], now)
    return [
        AdministratorState(
            account,
            account.status(paris_day(now)),
            account.locked(now),
            invitations[account.id].state if account.id in invitations else None,
        )
        for account in accounts
    ]
