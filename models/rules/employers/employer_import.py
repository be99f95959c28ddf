"""An employer imported with all its accounts: the demo's, or one from another system."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from models.rules.accounts.account import Account, Details
from models.rules.accounts.rights import RightsMatrix
from models.rules.employers.employer import Employer, EmployerDetails
from models.rules.paris_calendar import start_of_paris_day
from models.rules.vocabulary import AccountStatus, MandateScope, Operation, Profile


@dataclass(frozen=True, slots=True)
class ImportedAccount:
    """An account with its past: created, perhaps with a password, perhaps deleted; never renewed."""

    identifier: str
    details: Details
    profile: Profile
    created_at: datetime
    expires_on: date
    rights: RightsMatrix
    password_created_at: datetime | None = None
    password: str | None = field(default=None, repr=False)
    """If None, the holder cannot sign in."""
    last_sign_in_at: datetime | None = None
    deleted_at: datetime | None = None

    @property
    def label(self) -> str:
        """The label of the account, equal to `Account.label`."""
        return f"{self.details.first_name} {self.details.last_name} ({self.identifier})"

    @property
    def version(self) -> int:
        """A deletion raises the version; the creation of a password does not."""
        return 1 if self.deleted_at is None else 2


@dataclass(frozen=True, slots=True)
class ImportedMandate:
    """A mandate that the imported employer gave, with its past; both days are included."""

    centre: Employer
    scope: MandateScope
    starts_on: date
    ends_on: date
    proposed_at: datetime
    accepted_at: datetime | None = None
    ended_at: datetime | None = None
    holder: Account | None = None
    """Of the centre."""


@dataclass(frozen=True, slots=True)
class EmployerImport(EmployerDetails):
    """A new employer with its accounts, and the mandates it gave."""

    accounts: tuple[ImportedAccount, ...] = ()
    mandates: tuple[ImportedMandate, ...] = ()


def account_from_import(imported: ImportedAccount, account_id: int, employer_id: int) -> Account:
    """The account as it is today."""
    details = imported.details
    return Account(
        id=account_id,
        employer_id=employer_id,
        identifier=imported.identifier,
        civility=details.civility,
        last_name=details.last_name,
        first_name=details.first_name,
        email=details.email,
        phone=details.phone,
        department=details.department,
        professional_address=details.professional_address,
        profile=imported.profile,
        expires_on=imported.expires_on,
        has_password=imported.password_created_at is not None,
        last_sign_in_at=imported.last_sign_in_at,
        locked_until=None,
        created_at=imported.created_at,
        deleted_at=imported.deleted_at,
        version=imported.version,
    )


@dataclass(frozen=True, slots=True)
class LifeEvent:
    """A change of an account's status. `operation` is None for expiry, which comes by the passing of time."""

    at: datetime
    operation: Operation | None
    before: AccountStatus | None
    after: AccountStatus


def life_events(account: ImportedAccount, today: date) -> list[LifeEvent]:
    """Every change of the account's status until today, oldest first (A5, H1, T2)."""
    expired_at = start_of_paris_day(account.expires_on + timedelta(days=1))
    has_expired = account.expires_on < today and (
        account.deleted_at is None or expired_at <= account.deleted_at
    )
    moments = [
        (account.created_at, Operation.ACCOUNT_CREATED, AccountStatus.PENDING),
        (account.password_created_at, Operation.PASSWORD_CREATED, AccountStatus.ACTIVE),
        (expired_at if has_expired else None, None, AccountStatus.EXPIRED),
        (account.deleted_at, Operation.ACCOUNT_DELETED, AccountStatus.DELETED),
    ]
    events: list[LifeEvent] = []
    before = None
    for at, operation, after in moments:
        if at is not None:
            events.append(LifeEvent(at, operation, before, after))
            before = after
    return events
