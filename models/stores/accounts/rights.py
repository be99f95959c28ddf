"""Rights: read for many accounts at once, written one change at a time (A7)."""

from collections.abc import Collection, Mapping

from models.database import Dialect
from models.rules.vocabulary import AccessLevel
from models.stores.sql import Statement
from models.tables.accounts import RightRow


async def rights_of(account_ids: Collection[int]) -> dict[int, dict[str, AccessLevel]]:
    """The rights of these accounts, by account, then by service; NONE is left out.

    The ids come from a query limited to what the caller may see.
    """
    statement = Statement()
    rows = await statement.rows(
        "SELECT account_id, service_id, level FROM access_right "
        f"WHERE {statement.among('account_id', account_ids)}"
    )
    rights: dict[int, dict[str, AccessLevel]] = {account_id: {} for account_id in account_ids}
    for row in rows:
        rights[row["account_id"]][row["service_id"]] = AccessLevel(row["level"])
    return rights


def rights_text(statement: Statement, account_id: str) -> str:
    """A subquery of an account's rights as one text, "CODE:level,CODE:level"; '' if it has none.

    `account_id` is the SQL of its id.
    """
    one = "r.service_id || ':' || r.level"
    joined = f"group_concat({one})" if statement.dialect is Dialect.SQLITE else f"string_agg({one}, ',')"
    return f"(SELECT COALESCE({joined}, '') FROM access_right r WHERE r.account_id = {account_id})"


async def save_rights(account_id: int, levels: Mapping[str, AccessLevel]) -> None:
    """Set the levels of these services; those of others do not change."""
    await RightRow.filter(account_id=account_id, service_id__in=list(levels)).delete()
    await RightRow.bulk_create(
        RightRow(account_id=account_id, service_id=code, level=level)
        for code, level in levels.items()
        if level is not AccessLevel.NONE
    )


async def accounts_with_rights_on(employer_id: int, fund: str) -> int:
    """How many accounts of the employer, deleted ones left out, have rights on services of this fund."""
    statement = Statement()
    # A subquery for one value: for a join, PostgreSQL would read the rights of the whole platform.
    rows = await statement.rows(
        "SELECT count(*) AS n FROM account "
        f"WHERE employer_id = {statement.value(employer_id)} AND deleted_at IS NULL "
        "AND (SELECT count(*) FROM access_right r JOIN service s ON s.code = r.service_id "
        f"WHERE r.account_id = account.id AND s.fund = {statement.value(fund)}) > 0"
    )
    return int(rows[0]["n"])
