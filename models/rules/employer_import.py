"""An employer that arrives with all its accounts at once: the demo's, or one taken over from elsewhere."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from models.rules.accounts.account import Account, Details
from models.rules.accounts.rights import RightsMatrix
from models.rules.employer import LegalRepresentative
from models.rules.paris_calendar import start_of_paris_day
from models.rules.vocabulary import AccountStatus, Operation, Profile


@dataclass(frozen=True, slots=True)
class ImportedAccount:
    """An account with its life so far: created, perhaps given a password, perhaps deleted; never renewed."""

    identifier: str
    details: Details
    profile: Profile
    created_at: datetime
    expires_on: date
    rights: RightsMatrix
    password_created_at: datetime | None = None
    password: str | None = field(default=None, repr=False)
    """None: the holder cannot sign in."""
    last_sign_in_at: datetime | None = None
    deleted_at: datetime | None = None

    @property
    def label(self) -> str:
        """As `Account.label`."""
        return f"{self.details.first_name} {self.details.last_name} ({self.identifier})"

    @property
    def version(self) -> int:
        """Its deletion has raised it; that its password was created has not."""
        return 1 if self.deleted_at is None else 2


@dataclass(frozen=True, slots=True)
class EmployerImport:
    """A new employer and everything it starts with."""

    name: str
    siret: str
    contract_number: str
    postal_address: tuple[str, ...]
    representative: LegalRepresentative
    funds: frozenset[str]
    accounts: tuple[ImportedAccount, ...] = ()


def account_from_import(founded: ImportedAccount, account_id: int, employer_id: int) -> Account:
    """The account as it is today."""
    details = founded.details
    return Account(
        id=account_id,
        employer_id=employer_id,
        identifier=founded.identifier,
        civility=details.civility,
        last_name=details.last_name,
        first_name=details.first_name,
        email=details.email,
        phone=details.phone,
        department=details.department,
        professional_address=details.professional_address,
        profile=founded.profile,
        expires_on=founded.expires_on,
        has_password=founded.password_created_at is not None,
        last_sign_in_at=founded.last_sign_in_at,
        locked_until=None,
        created_at=founded.created_at,
        deleted_at=founded.deleted_at,
        version=founded.version,
    )


@dataclass(frozen=True, slots=True)
class LifeEvent:
    """A moment of an account's life. Expiry comes by the passing of time: no operation brings it."""

    at: datetime
    operation: Operation | None
    before: AccountStatus | None
    after: AccountStatus


def life_events(account: ImportedAccount, today: date) -> list[LifeEvent]:
    """All that has happened to the account until today, oldest first (A5, H1, T2)."""
    lapse = start_of_paris_day(account.expires_on + timedelta(days=1))
    lapsed = account.expires_on < today and (account.deleted_at is None or lapse <= account.deleted_at)
    moments = [
        (account.created_at, Operation.ACCOUNT_CREATED, AccountStatus.PENDING),
        (account.password_created_at, Operation.PASSWORD_CREATED, AccountStatus.ACTIVE),
        (lapse if lapsed else None, None, AccountStatus.EXPIRED),
        (account.deleted_at, Operation.ACCOUNT_DELETED, AccountStatus.DELETED),
    ]
    turns: list[LifeEvent] = []
    before = None
    for at, operation, after in moments:
        if at is not None:
            turns.append(LifeEvent(at, operation, before, after))
            before = after
    return turns
