"""Requests to the use cases, and their results as tests compare them."""

from collections.abc import Sequence
from typing import Any

from models.database import query
from models.rules.accounts.account import Account
from models.rules.vocabulary import AccessLevel, Civility, ErrorCode, Profile
from models.tables.accounts import AccountRow
from resolvers.accounts.bulk import BulkItemResult, BulkRequest
from resolvers.accounts.create import Creation
from resolvers.accounts.details import DetailsInput
from resolvers.accounts.modify import AccountModification
from tests.factories import read


def claire() -> DetailsInput:
    return {
        "civility": Civility.MADAME,
        "last_name": "Le Goff-Ménard",
        "first_name": "Claire",
        "email": "claire.menard@chu-nantes.example",
        "phone": "02 41 05 19 38",
        "department": "RH",
        "professional_address": ("CHRU de Nantes", "44035 Nantes Cedex 1"),
    }


def a_creation(
    employer_id: int,
    profile: Profile = Profile.USER,
    rights: Sequence[tuple[str, AccessLevel]] = (),
    key: str | None = None,
    details: DetailsInput | None = None,
) -> Creation:
    """A request to create Claire's account, however often, with some of her details replaced."""
    described = DetailsInput(**{**claire(), **(details or {})})
    return Creation(employer_id, described, profile, tuple(rights), key, allow_duplicate=True)


def a_modification(
    account: Account,
    details: DetailsInput | None = None,
    profile: Profile | None = None,
    rights: Sequence[tuple[str, AccessLevel]] | None = None,
) -> AccountModification:
    """A request to modify the version of the account that was read."""
    rights_request = None if rights is None else tuple(rights)
    return AccountModification(account.id, account.version, details or {}, profile, rights_request)


def these(*accounts: Account, dry_run: bool = False, key: str | None = None) -> BulkRequest:
    return BulkRequest(tuple(account.id for account in accounts), None, dry_run, key)


def codes(outcomes: Sequence[BulkItemResult]) -> list[ErrorCode | None]:
    """Return for each account the code of its refusal, or None if it was done."""
    return [outcome.refusal.code if outcome.refusal else None for outcome in outcomes]


async def become(account: Account, **columns: Any) -> Account:
    """Set columns of the account's row directly, without history."""
    await AccountRow.filter(id=account.id).update(**columns)
    return await read(account)


async def count(table: str) -> int:
    return int((await query(f'SELECT count(*) AS n FROM "{table}"', []))[0]["n"])
