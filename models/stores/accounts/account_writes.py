"""Writing accounts. The use case has checked that the caller may."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from models.rules.accounts.account import Account, Details
from models.rules.accounts.searched_text import account_search_key
from models.rules.folding import fold
from models.rules.vocabulary import Profile
from models.stores.sql import Statement
from models.stores.write_together import Write
from models.tables.accounts import AccountRow


@dataclass(frozen=True, slots=True)
class NewAccount:
    employer_id: int
    identifier: str
    details: Details
    profile: Profile
    expires_on: date
    created_at: datetime


async def identifier_taken(identifier: str) -> bool:
    """Whether any account of any employer has this identifier, deleted ones included (A4)."""
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
    """The columns of the details, with their folded copies (L1, L2)."""
    return {
        "civility": details.civility,
        "last_name": details.last_name,
        "first_name": details.first_name,
        "email": details.email,
        "phone": details.phone,
        "department": details.department,
        "professional_address": "\n".join(details.professional_address),
        "last_name_key": fold(details.last_name),
        "first_name_key": fold(details.first_name),
        "department_key": fold(details.department or ""),
        "search_key": account_search_key(
            last_name=details.last_name,
            first_name=details.first_name,
            identifier=identifier,
            department=details.department,
            email=details.email,
            phone=details.phone,
        ),
    }


async def save_account(account: Account, details: Details, profile: Profile) -> None:
    """Write details and profile, and raise the version by one."""
    await AccountRow.filter(id=account.id).update(
        profile=profile,
        version=account.version + 1,
        **detail_columns(details, account.identifier),
    )


def expiry_write(ids: Collection[int], expires_on: date) -> Write:
    return _update(ids, "expires_on", expires_on)


def deletion_write(ids: Collection[int], deleted_at: datetime | None) -> Write:
    """Delete these accounts at this moment, or restore them if it is None."""
    return _update(ids, "deleted_at", deleted_at)


def _update(ids: Collection[int], column: str, value: date | datetime | None) -> Write:
    """Set one column, and raise the version by one; thousands of ids are sent as one value."""
    statement = Statement()
    return Write(
        statement,
        f"UPDATE account SET {column} = {statement.value(value)}, version = version + 1 "
        f"WHERE {statement.among('id', ids)}",
    )


async def save_password_created_at(account_id: int, at: datetime) -> None:
    """Record a new password: the first makes the account active (A5), and any removes the lock."""
    await AccountRow.filter(id=account_id, password_created_at=None).update(password_created_at=at)
    await AccountRow.filter(id=account_id).update(locked_until=None)


async def save_lock(ids: Collection[int], until: datetime | None) -> None:
    """Lock these accounts until this moment, or unlock them if it is None (P3)."""
    await lock_write(ids, until).run()


def lock_write(ids: Collection[int], until: datetime | None) -> Write:
    """Lock these accounts until this moment, or unlock them if it is None (P3)."""
    statement = Statement()
    return Write(
        statement,
        f"UPDATE account SET locked_until = {statement.value(until)} WHERE {statement.among('id', ids)}",
    )


async def save_sign_in(account_id: int, at: datetime) -> None:
    """Record a sign-in, which changes neither the version nor the history of the account."""
    await AccountRow.filter(id=account_id).update(last_sign_in_at=at)
