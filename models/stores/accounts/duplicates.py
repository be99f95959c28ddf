"""Finding the accounts that a new account's holder seems to have already."""

from models.rules.accounts.account import Account, Details
from models.rules.folding import fold
from models.stores.accounts.accounts import ACCOUNT_COLUMNS, account_from_row
from models.stores.sql import Statement


async def accounts_like(employer_id: int, details: Details, limit: int) -> list[Account]:
    """The employer's accounts, not deleted, with this e-mail address, or this name in this department.

    Case, accents, hyphens and spaces count for nothing. Those with the address come first.
    """
    statement = Statement()
    email = statement.value(details.email.lower())
    same_email = f"lower(email) = {email}"
    same_person = " AND ".join(
        f"replace({column}, ' ', '') = {statement.value(fold(text or '').replace(' ', ''))}"
        for column, text in (
            ("last_name_key", details.last_name),
            ("first_name_key", details.first_name),
            ("department_key", details.department),
        )
    )
    rows = await statement.rows(
        f"SELECT {ACCOUNT_COLUMNS} FROM account WHERE employer_id = {statement.value(employer_id)} "
        f"AND deleted_at IS NULL AND ({same_email} OR ({same_person})) "
        f"ORDER BY CASE WHEN {same_email} THEN 0 ELSE 1 END, id LIMIT {int(limit)}"
    )
    return [account_from_row(row) for row in rows]
