"""Accounts: found, counted, written. Every reading takes the employers it may see (E3)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from tortoise.expressions import F

from models.rules.accounts.account import Account, Details
from models.rules.accounts.expiry import status_on
from models.rules.folding import fold
from models.rules.partners.feed import PartnerAccountStatus
from models.rules.vocabulary import AccountStatus, Civility, Profile
from models.stores.sql import Statement, as_date, as_datetime, as_datetime_or_none, split_lines
from models.tables.accounts import AccountRow

ACCOUNT_COLUMNS = """id, employer_id, identifier, civility, last_name, first_name, email, phone, department,
    professional_address, profile, expires_on, password_created_at, last_sign_in_at, locked_until,
    created_at, deleted_at, version"""


@dataclass(frozen=True, slots=True)
class NewAccount:
    employer_id: int
    identifier: str
    details: Details
    profile: Profile
    expires_on: date
    created_at: datetime


def account_from_row(row: dict[str, Any]) -> Account:
    return Account(
        id=row["id"],
        employer_id=row["employer_id"],
        identifier=row["identifier"],
        civility=Civility(row["civility"]),
        last_name=row["last_name"],
        first_name=row["first_name"],
        email=row["email"],
        phone=row["phone"],
        department=row["department"],
        professional_address=split_lines(row["professional_address"]),
        profile=Profile(row["profile"]),
        expires_on=as_date(row["expires_on"]),
        has_password=row["password_created_at"] is not None,
        last_sign_in_at=as_datetime_or_none(row["last_sign_in_at"]),
        locked_until=as_datetime_or_none(row["locked_until"]),
        created_at=as_datetime(row["created_at"]),
        deleted_at=as_datetime_or_none(row["deleted_at"]),
        version=row["version"],
    )


_STATUSES = {
    AccountStatus.DELETED: "deleted_at IS NOT NULL",
    AccountStatus.EXPIRED: "expires_on < {today}",
    AccountStatus.PENDING: "password_created_at IS NULL",
    AccountStatus.ACTIVE: "id IS NOT NULL",
}
"""A5, in SQL: a status is the first whose condition holds. A test holds this equal to the rule."""


def status_sql(statement: Statement, today: date) -> str:
    """The place of an account's status in `AccountStatus`, for orders and groups."""
    as_date, places = statement.value(today), list(AccountStatus)
    cases = " ".join(
        f"WHEN {condition.format(today=as_date)} THEN {places.index(status)}"
        for status, condition in _STATUSES.items()
    )
    return f"CASE {cases} END"


def has_status(statement: Statement, status: AccountStatus, today: date) -> str:
    """The same as a condition, which the databases can weigh: this holds, and none before it does."""
    known = list(_STATUSES)
    unlike = [f"NOT ({_STATUSES[each]})" for each in known[: known.index(status)]]
    text = " AND ".join([*unlike, f"({_STATUSES[status]})"])
    return text.format(today=statement.value(today)) if "{today}" in text else text


async def accounts_by_id(ids: Collection[int], employers: Collection[int]) -> dict[int, Account]:
    """Those among `ids` that belong to one of `employers`, by id."""
    statement = Statement()
    rows = await statement.rows(
        f"SELECT {ACCOUNT_COLUMNS} FROM account WHERE {statement.among('id', ids)} "
        f"AND {statement.among('employer_id', employers)}"
    )
    return {row["id"]: account_from_row(row) for row in rows}


async def account_by_identifier(identifier: str, employers: Collection[int]) -> Account | None:
    statement = Statement()
    rows = await statement.rows(
        f"SELECT {ACCOUNT_COLUMNS} FROM account WHERE identifier = {statement.value(identifier)} "
        f"AND {statement.among('employer_id', employers)}"
    )
    return account_from_row(rows[0]) if rows else None


async def partner_account_statuses(
    identifiers: Collection[str], employers: Collection[int], today: date
) -> dict[str, PartnerAccountStatus]:
    """Of the accounts with these identifiers that belong to one of `employers`, by identifier."""
    statement = Statement()
    rows = await statement.rows(
        "SELECT identifier, profile, expires_on, deleted_at IS NOT NULL AS deleted, "
        "password_created_at IS NOT NULL AS has_password FROM account "
        f"WHERE {statement.among('identifier', identifiers, 'text')} "
        f"AND {statement.among('employer_id', employers)}"
    )
    return {row["identifier"]: _standing(row, today) for row in rows}


def _standing(row: dict[str, Any], today: date) -> PartnerAccountStatus:
    expires_on = as_date(row["expires_on"])
    status = status_on(
        today,
        deleted=bool(row["deleted"]),
        expires_on=expires_on,
        has_password=bool(row["has_password"]),
    )
    return PartnerAccountStatus(row["identifier"], Profile(row["profile"]), expires_on, status)


async def account_for_link(account_id: int) -> Account:
    """The account that a password link was made for: the link's token is all the right that it takes."""
    statement = Statement()
    rows = await statement.rows(
        f"SELECT {ACCOUNT_COLUMNS} FROM account WHERE id = {statement.value(account_id)}"
    )
    return account_from_row(rows[0])


async def active_administrators(employers: Collection[int], today: date) -> dict[int, list[Account]]:
    """D2: the administrators of each employer who can sign in today, by name."""
    statement = Statement()
    rows = await statement.rows(
        f"SELECT {ACCOUNT_COLUMNS} FROM account WHERE {statement.among('employer_id', employers)} "
        f"AND profile = 'ADMINISTRATOR' AND deleted_at IS NULL AND password_created_at IS NOT NULL "
        f"AND expires_on >= {statement.value(today)} ORDER BY last_name_key, first_name_key, id"
    )
    found: dict[int, list[Account]] = {employer: [] for employer in employers}
    for row in rows:
        found[row["employer_id"]].append(account_from_row(row))
    return found


async def account_labels(ids: Collection[int]) -> dict[int, str]:
    """What people call these accounts, of whatever employer: for the actors of a history that may be read."""
    statement = Statement()
    rows = await statement.rows(f"SELECT {ACCOUNT_COLUMNS} FROM account WHERE {statement.among('id', ids)}")
    return {row["id"]: account_from_row(row).label for row in rows}


async def identifier_taken(identifier: str) -> bool:
    """A4: by any account of any employer, deleted ones included."""
    return await AccountRow.filter(identifier=identifier).exists()


async def insert_account(new: NewAccount) -> Account:
    row = await AccountRow.create(
        employer_id=new.employer_id,
        identifier=new.identifier,
        profile=new.profile,
        expires_on=new.expires_on,
        created_at=new.created_at,
        **detail_columns(new.details, new.identifier),
    )
    return Account(
        id=row.id,
        employer_id=new.employer_id,
        identifier=new.identifier,
        civility=new.details.civility,
        last_name=new.details.last_name,
        first_name=new.details.first_name,
        email=new.details.email,
        phone=new.details.phone,
        department=new.details.department,
        professional_address=new.details.professional_address,
        profile=new.profile,
        expires_on=new.expires_on,
        has_password=False,
        last_sign_in_at=None,
        locked_until=None,
        created_at=new.created_at,
        deleted_at=None,
        version=row.version,
    )


def detail_columns(details: Details, identifier: str) -> dict[str, Any]:
    """The columns that hold the details, with their folded copies (L1, L2)."""
    keys = [fold(details.last_name), fold(details.first_name), fold(details.department or "")]
    return {
        "civility": details.civility,
        "last_name": details.last_name,
        "first_name": details.first_name,
        "email": details.email,
        "phone": details.phone,
        "department": details.department,
        "professional_address": "\n".join(details.professional_address),
        "last_name_key": keys[0],
        "first_name_key": keys[1],
        "department_key": keys[2],
        "search_key": " ".join([keys[0], keys[1], fold(identifier), keys[2]]),
    }


async def save_account(account: Account, details: Details, profile: Profile) -> None:
    """Write details and profile; the version rises by one."""
    await AccountRow.filter(id=account.id).update(
        profile=profile,
        version=account.version + 1,
        **detail_columns(details, account.identifier),
    )


async def save_expiry(ids: Collection[int], expires_on: date) -> None:
    await AccountRow.filter(id__in=list(ids)).update(expires_on=expires_on, version=F("version") + 1)


async def save_deletion(ids: Collection[int], deleted_at: datetime | None) -> None:
    """Deleted at this moment, or restored if None."""
    await AccountRow.filter(id__in=list(ids)).update(deleted_at=deleted_at, version=F("version") + 1)


async def save_password_created_at(account_id: int, at: datetime) -> None:
    """A first password makes the account active (A5); any password lifts the lock."""
    await AccountRow.filter(id=account_id, password_created_at=None).update(password_created_at=at)
    await AccountRow.filter(id=account_id).update(locked_until=None)


async def save_lock(ids: Collection[int], until: datetime | None) -> None:
    """Locked until then, or unlocked if None (P3)."""
    await AccountRow.filter(id__in=list(ids)).update(locked_until=until)


async def save_sign_in(account_id: int, at: datetime) -> None:
    """Not a change to the account: neither its version nor its history moves."""
    await AccountRow.filter(id=account_id).update(last_sign_in_at=at)
