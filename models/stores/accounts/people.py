"""Searching a person among the accounts of several employers, to look at them (E2)."""

from collections.abc import Collection

from models.database import Dialect
from models.rules.accounts.search import AccountPage, Search, SortKey
from models.stores.accounts.accounts import ACCOUNT_COLUMNS, account_from_row
from models.stores.accounts.search_sql import search_conditions
from models.stores.sql import Statement

_COLUMNS = ("last_name_key", "first_name_key", "id")
_SELECTED = f"{ACCOUNT_COLUMNS}, last_name_key, first_name_key"
_TRIGRAM = 3


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
    if statement.dialect is Dialect.POSTGRESQL and not any(map(_has_trigram, search.terms)):
        accounts = (
            f"{statement.each(employers, 'e')} CROSS JOIN LATERAL (SELECT * FROM account "
            f"WHERE employer_id = e.value AND {where} {order}) account"
        )
        rows = await statement.rows(f"SELECT {_SELECTED} FROM {accounts} {order}")
    else:
        own = statement.among("account.employer_id", employers)
        rows = await statement.rows(f"SELECT {_SELECTED} FROM account WHERE {own} AND {where} {order}")
    page = rows[:limit]
    keys = [tuple(row[column] for column in _COLUMNS) for row in page]
    return AccountPage([account_from_row(row) for row in page], keys, more=len(rows) > limit)


def _has_trigram(term: str) -> bool:
    """Whether PostgreSQL's index of three letters at a time finds the term.

    For shorter ones the first accounts by name are read of each employer, instead of the whole platform's.
    """
    return len(term) >= _TRIGRAM
