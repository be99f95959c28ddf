"""Reading accounts. Queries take the employers whose accounts the caller may see (E3)."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any, TypeAlias

from models.rules.accounts.account import Account
from models.rules.accounts.expiry import status_on
from models.rules.partners.feed import PartnerAccountStatus
from models.rules.vocabulary import Civility, Profile
from models.stores.sql import Statement, as_date, as_datetime, as_datetime_or_none, split_lines

ACCOUNT_COLUMNS = """id, employer_id, identifier, civility, last_name, first_name, email, phone, department,
    professional_address, profile, expires_on, password_created_at, last_sign_in_at, locked_until,
    created_at, deleted_at, version"""

_COLUMNS = [name.strip() for name in ACCOUNT_COLUMNS.split(",")]

AccountRecord: TypeAlias = dict[str, Any]
"""An account as the database returned it."""
AccountState: TypeAlias = tuple[Any, ...]
"""The columns of STATE_COLUMNS, of which each write of an account changes one.

If two states are equal, so are all columns that a record has.
"""
STATE_COLUMNS = ("id", "version", "password_created_at", "last_sign_in_at", "locked_until", "last_name")
"""The version counts the changes of details, profile, expiry and deletion; an erasure changes the name."""


_CIVILITIES = {member.value: member for member in Civility}
_PROFILES = {member.value: member for member in Profile}
"""Looking a member up takes a fifth of the time of making one of its value."""


def account_state(row: AccountRecord) -> AccountState:
    return tuple(row[column] for column in STATE_COLUMNS)


def account_from_row(row: AccountRecord) -> Account:
    return account_from_values([row[column] for column in _COLUMNS])


def account_from_values(values: Sequence[Any]) -> Account:
    """The account of these values, which are those of ACCOUNT_COLUMNS in their order."""
    (
        account_id,
        employer_id,
        identifier,
        civility,
        last_name,
        first_name,
        email,
        phone,
        department,
        professional_address,
        profile,
        expires_on,
        password_created_at,
        last_sign_in_at,
        locked_until,
        created_at,
        deleted_at,
        version,
    ) = values
    return Account(
        id=account_id,
        employer_id=employer_id,
        identifier=identifier,
        civility=_CIVILITIES[civility],
        last_name=last_name,
        first_name=first_name,
        email=email,
        phone=phone,
        department=department,
        professional_address=split_lines(professional_address),
        profile=_PROFILES[profile],
        expires_on=as_date(expires_on),
        has_password=password_created_at is not None,
        last_sign_in_at=as_datetime_or_none(last_sign_in_at),
        locked_until=as_datetime_or_none(locked_until),
        created_at=as_datetime(created_at),
        deleted_at=as_datetime_or_none(deleted_at),
        version=version,
    )


async def accounts_by_id(ids: Collection[int], employers: Collection[int]) -> dict[int, Account]:
    """The accounts with these ids that belong to one of `employers`, by id."""
    statement = Statement()
    rows = await statement.rows(
        f"SELECT {ACCOUNT_COLUMNS} FROM account WHERE {statement.among('id', ids)} "
        f"AND {statement.among('account.employer_id', employers)}"
    )
    return {row["id"]: account_from_row(row) for row in rows}


async def employers_of_accounts(ids: Collection[int], employers: Collection[int]) -> set[int]:
    """Those of `employers` to which one of the accounts with these ids belongs."""
    statement = Statement()
    rows = await statement.rows(
        f"SELECT DISTINCT employer_id FROM account WHERE {statement.among('id', ids)} "
        f"AND {statement.among('account.employer_id', employers)}"
    )
    return {row["employer_id"] for row in rows}


async def account_by_identifier(identifier: str, employers: Collection[int]) -> Account | None:
    statement = Statement()
    rows = await statement.rows(
        f"SELECT {ACCOUNT_COLUMNS} FROM account WHERE identifier = {statement.value(identifier)} "
        f"AND {statement.among('account.employer_id', employers)}"
    )
    return account_from_row(rows[0]) if rows else None


async def account_for_operator(identifier: str) -> Account | None:
    """The account with this identifier, whatever its employer: for the command line."""
    statement = Statement()
    rows = await statement.rows(
        f"SELECT {ACCOUNT_COLUMNS} FROM account WHERE identifier = {statement.value(identifier)}"
    )
    return account_from_row(rows[0]) if rows else None


async def administrators_of(employer_id: int) -> list[Account]:
    """The administrators of the employer that are not deleted, by name: for the command line."""
    statement = Statement()
    rows = await statement.rows(
        f"SELECT {ACCOUNT_COLUMNS} FROM account WHERE employer_id = {statement.value(employer_id)} "
        f"AND profile = {statement.value(Profile.ADMINISTRATOR)} AND deleted_at IS NULL "
        "ORDER BY last_name_key, first_name_key, id"
    )
    return [account_from_row(row) for row in rows]


async def partner_account_statuses(
    identifiers: Collection[str], employers: Collection[int], today: date
) -> dict[str, PartnerAccountStatus]:
    """The statuses of accounts with these identifiers that belong to one of `employers`, by identifier."""
    statement = Statement()
    rows = await statement.rows(
        "SELECT identifier, profile, expires_on, deleted_at IS NOT NULL AS deleted, "
        "password_created_at IS NOT NULL AS has_password FROM account "
        f"WHERE {statement.among('identifier', identifiers, 'text')} "
        f"AND {statement.among('account.employer_id', employers)}"
    )
    return {row["identifier"]: _partner_status_from_row(row, today) for row in rows}


def _partner_status_from_row(row: dict[str, Any], today: date) -> PartnerAccountStatus:
    expires_on = as_date(row["expires_on"])
    status = status_on(
        today,
        deleted=bool(row["deleted"]),
        expires_on=expires_on,
        has_password=bool(row["has_password"]),
    )
    return PartnerAccountStatus(row["identifier"], Profile(row["profile"]), expires_on, status)


async def account_for_link(account_id: int) -> Account:
    """The account of a password link. Holding the link's token is the permission to read it."""
    statement = Statement()
    rows = await statement.rows(
        f"SELECT {ACCOUNT_COLUMNS} FROM account WHERE id = {statement.value(account_id)}"
    )
    return account_from_row(rows[0])


async def active_administrators(employers: Collection[int], today: date) -> dict[int, list[Account]]:
    """D2: the administrators of each employer who can sign in today, in the order of their names."""
    statement = Statement()
    rows = await statement.rows(
        f"SELECT {ACCOUNT_COLUMNS} FROM account WHERE {statement.among('account.employer_id', employers)} "
        f"AND profile = 'ADMINISTRATOR' AND deleted_at IS NULL AND password_created_at IS NOT NULL "
        f"AND expires_on >= {statement.value(today)} ORDER BY last_name_key, first_name_key, id"
    )
    administrators: dict[int, list[Account]] = {employer: [] for employer in employers}
    for row in rows:
        administrators[row["employer_id"]].append(account_from_row(row))
    return administrators


async def sole_administrators(today: date) -> list[Account]:
    """Return the administrator of each employer of which one alone can sign in today (N2), by employer."""
    statement = Statement()
    rows = await statement.rows(
        f"SELECT {ACCOUNT_COLUMNS} FROM account WHERE id IN (SELECT min(id) FROM account "
        "WHERE profile = 'ADMINISTRATOR' AND deleted_at IS NULL AND password_created_at IS NOT NULL "
        f"AND expires_on >= {statement.value(today)} GROUP BY employer_id HAVING count(*) = 1) "
        "ORDER BY employer_id"
    )
    return [account_from_row(row) for row in rows]


async def account_labels(ids: Collection[int]) -> dict[int, str]:
    """The labels of these accounts, of any employer, for the actors in a history that the caller may read."""
    statement = Statement()
    rows = await statement.rows(f"SELECT {ACCOUNT_COLUMNS} FROM account WHERE {statement.among('id', ids)}")
    return {row["id"]: account_from_row(row).label for row in rows}
