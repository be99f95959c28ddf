"""Accounts as values, for rules that use no database."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from models.rules.accounts.account import Account
from models.rules.vocabulary import AccountStatus, Civility, Profile

TODAY = date(2026, 3, 12)
NOW = datetime(2026, 3, 12, 9, 30, tzinfo=UTC)
CALLER_ID = 1

_JEAN = Account(
    id=7,
    employer_id=3,
    identifier="JLO000439",
    civility=Civility.MONSIEUR,
    last_name="Louty",
    first_name="Jean",
    email="jean.louty@chu-nantes.example",
    phone="+33241051938",
    department="Service paye",
    professional_address=("CHRU de Nantes", "44035 Nantes Cedex 1"),
    profile=Profile.USER,
    expires_on=TODAY + timedelta(days=200),
    has_password=True,
    last_sign_in_at=None,
    locked_until=None,
    created_at=NOW - timedelta(days=300),
    deleted_at=None,
    version=1,
)
_MAKES: dict[AccountStatus, dict[str, Any]] = {
    AccountStatus.PENDING: {"has_password": False},
    AccountStatus.ACTIVE: {"has_password": True},
    AccountStatus.EXPIRED: {"expires_on": TODAY - timedelta(days=1)},
    AccountStatus.DELETED: {"deleted_at": NOW - timedelta(hours=1)},
}


def an_account(**changes: Any) -> Account:
    """Jean Louty's account, of an active user other than the caller, with these changes."""
    return replace(_JEAN, **changes)


def an_account_that_is(status: AccountStatus, **changes: Any) -> Account:
    """Jean Louty's account with this status on TODAY, with these changes."""
    return an_account(**_MAKES[status] | changes)
