"""Searching a person among the accounts of several employers, to look at them (E2)."""

from collections.abc import Collection

from models.rules.accounts.search import AccountPage, Search, SortKey
from models.stores.accounts.accounts import ACCOUNT_COLUMNS, account_from_row
from models.stores.accounts.search_sql import search_conditions
from models.stores.sql import Statement

_COLUMNS = ("last_name_key", "first_name_key", "id")


async def people_page(
    employers: Collection[int], search: Search, *, limit: int, beyond: SortKey | None
) -> AccountPage:
    """Return at most `limit` accounts of these employers, by name, that follow the sort key `beyond`."""
    statement = Statement()
    conditions = ["deleted_at IS NULL", *search_conditions(statement, search)]
    if beyond is not None:
        values = ", ".join(statement.value(value) for value in beyond)
        conditions.append(f"({', '.join(_COLUMNS)}) > ({values})")
    where, order = " AND ".join(conditions), f"ORDER BY {', '.join(_COLUMNS)} LIMIT {limit + 1}"
    rows = await statement.rows(
        f"SELECT {ACCOUNT_COLUMNS}, last_name_key, first_name_key FROM account "
        f"WHERE {statement.among('employer_id', employers)} AND {where} {order}"
    )
    page = rows[:limit]
    keys = [tuple(row[column] for column in _COLUMNS) for row in page]
    return AccountPage([account_from_row(row) for row in page], keys, more=len(rows) > limit)
