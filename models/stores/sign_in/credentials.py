"""Password hashes, and the account that a sign-in names (P2)."""

from datetime import datetime

from models.rules.accounts.account import Account
from models.rules.accounts.identifier import is_identifier
from models.stores.accounts.accounts import ACCOUNT_COLUMNS, account_from_row
from models.stores.sql import Statement
from models.tables.accounts import CredentialRow


async def account_with_password_hash(identifier: str) -> tuple[Account, str | None] | None:
    """The account with this identifier and the hash of its password, if any; None without an account.

    The one query of accounts without employers, because the caller is not signed in yet. For sign-in only.
    """
    if not is_identifier(identifier):
        return None
    statement = Statement()
    rows = await statement.rows(
        f"SELECT {ACCOUNT_COLUMNS}, password_hash FROM account "
        "LEFT JOIN credential ON credential.account_id = account.id "
        f"WHERE identifier = {statement.value(identifier)}"
    )
    return (account_from_row(rows[0]), rows[0]["password_hash"]) if rows else None


async def save_password_hash(account_id: int, password_hash: str, at: datetime) -> None:
    await CredentialRow.update_or_create(
        defaults={"password_hash": password_hash, "changed_at": at}, account_id=account_id
    )
