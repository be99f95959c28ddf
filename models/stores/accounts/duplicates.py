"""Finding the accounts that a new account's holder seems to have already."""

from models.rules.accounts.account import Account, Details
from models.rules.accounts.same_person import joined
from models.stores.accounts.accounts import ACCOUNT_COLUMNS, account_from_row
from models.stores.sql import Statement


async def accounts_like(employer_id: int, details: Details, limit: int) -> list[Account]:
    """The employer's accounts, not deleted, with this e-mail address, or this name in this department.

    Case, accents, hyphens and spaces count for nothing. Those with the address come first.
    """
    statement = Statement()
    employer = statement.value(employer_id)
    email = statement.value(details.email.lower())
    last_name = joined(details.last_name)
    same_person = " AND ".join(
        f"replace({column}, ' ', '') = {statement.value(joined(text or ''))}"
        for column, text in (
            ("last_name_key", details.last_name),
            ("first_name_key", details.first_name),
            ("department_key", details.department),
        )
    )
    # Spaces count for nothing, but no name begins with one: the first letter leads into the index of names.
    first, beyond = statement.value(last_name[:1]), statement.value(_after(last_name[:1]))
    initial = f"last_name_key >= {first} AND last_name_key < {beyond}"
    rows = await statement.rows(
        f"SELECT * FROM (SELECT {ACCOUNT_COLUMNS}, 0 AS rank FROM account "
        f"WHERE employer_id = {employer} AND lower(email) = {email} AND deleted_at IS NULL "
        f"UNION ALL SELECT {ACCOUNT_COLUMNS}, 1 AS rank FROM account WHERE employer_id = {employer} "
        f"AND {initial} AND {same_person} AND deleted_at IS NULL AND lower(email) <> {email}) a "
        f"ORDER BY rank, id LIMIT {int(limit)}"
    )
    return [account_from_row(row) for row in rows]


def _after(character: str) -> str:
    """Return the first text, in the order of code points, that begins with none of these characters."""
    return chr(ord(character) + 1) if character else "\U0010ffff"
