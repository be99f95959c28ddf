"""Lists of one employer's accounts: pages by sort key, counts and groups (L1–L4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import Any

from models.database import query_tuples
from models.rules.accounts.account import Account
from models.rules.accounts.search import (
    AccountPage,
    Group,
    Order,
    Selection,
    SortKey,
    department_group,
)
from models.rules.paris_calendar import paris_day
from models.rules.vocabulary import (
    AccountStatus,
    Grouping,
)
from models.stores.accounts.accounts import (
    ACCOUNT_COLUMNS,
    STATE_COLUMNS,
    AccountRecord,
    AccountState,
    account_from_row,
)
from models.stores.accounts.page_sql import page_sql
from models.stores.accounts.selection_sql import selection_conditions
from models.stores.accounts.status_sql import status_sql
from models.stores.sql import Statement

_COLUMNS = ACCOUNT_COLUMNS.replace(",", " ").split()


@dataclass(frozen=True, slots=True)
class PageRows:
    """Rows of a page as the driver returns them. `more`: others follow in that direction.

    `total` counts the whole selection; None if it was not counted.
    """

    rows: list[tuple[Any, ...]]
    more: bool
    total: int | None


async def page(
    selection: Selection, order: Order, now: datetime, *, limit: int, beyond: SortKey | None, backward: bool
) -> AccountPage:
    """At most `limit` accounts that follow the sort key `beyond`, or precede it if `backward` (L3)."""
    result = await page_rows(
        selection, order, now, columns=_COLUMNS, limit=limit, beyond=beyond, backward=backward
    )
    accounts = [account_from_row(dict(zip(_COLUMNS, row, strict=False))) for row in result.rows]
    return AccountPage(accounts, [row[len(_COLUMNS) :] for row in result.rows], result.more)


async def page_rows(
    selection: Selection,
    order: Order,
    now: datetime,
    *,
    columns: Sequence[str],
    limit: int,
    beyond: SortKey | None,
    backward: bool,
    rights: bool = False,
    counted: bool = False,
) -> PageRows:
    """The page of `page` as tuples, in the order in which it is shown, read by one statement.

    Each row holds: the values of `columns` (names of columns of `account`, or SQL expressions over them); its
    sort key, of `sort_width(order)` values, the account's id last; if `rights`, the rights above NONE as one
    text, "CODE:level,CODE:level", in no order, '' for none; if `counted`, the total of the selection. Values
    are those of the driver: on SQLite, days and moments are texts.

    A second statement counts only if the page is empty and not the first one.
    """
    statement = Statement()
    sql = page_sql(
        statement,
        selection,
        order,
        now,
        columns=columns,
        limit=limit,
        beyond=beyond,
        backward=backward,
        rights=rights,
        counted=counted,
    )
    rows = await query_tuples(sql, statement.values)
    total = None
    if counted:
        total = rows[0][-1] if rows else 0 if beyond is None else await count(selection, now)
    shown = list(rows[:limit])
    if backward:
        shown.reverse()
    return PageRows(shown, len(rows) > limit, total)


async def count(selection: Selection, now: datetime) -> int:
    statement = Statement()
    where = " AND ".join(selection_conditions(statement, selection, now))
    rows = await statement.rows(f"SELECT count(*) AS n FROM account WHERE {where}")
    return int(rows[0]["n"])


async def groups(selection: Selection, by: Grouping, now: datetime) -> list[Group]:
    """The groups of these accounts, in the order in which a list ordered by the same field shows them."""
    statement = Statement()
    if by is Grouping.DEPARTMENT:
        return await _departments(statement, selection, now)
    key = {
        Grouping.PROFILE: "profile",
        Grouping.EXPIRY_MONTH: "substr(CAST(expires_on AS text), 1, 7)",
    }.get(by) or status_sql(statement, paris_day(now))
    where = " AND ".join(selection_conditions(statement, selection, now))
    rows = await statement.rows(
        f"SELECT {key} AS key, count(*) AS n FROM account WHERE {where} GROUP BY 1 ORDER BY 1"
    )
    statuses = list(AccountStatus)
    return [Group(statuses[row["key"]] if by is Grouping.STATUS else row["key"], row["n"]) for row in rows]


async def _departments(statement: Statement, selection: Selection, now: datetime) -> list[Group]:
    """One group for each folded department, which is what the list is ordered by (L2)."""
    where = " AND ".join(selection_conditions(statement, selection, now))
    rows = await statement.rows(
        f"SELECT department_key, department, count(*) AS n FROM account WHERE {where} "
        "GROUP BY 1, 2 ORDER BY 1"
    )
    return [
        department_group(folded, {row["department"]: row["n"] for row in spelled})
        for folded, spelled in groupby(rows, key=itemgetter("department_key"))
    ]


async def all_matching(selection: Selection, now: datetime, limit: int) -> list[Account]:
    """Every account that matches, by id; at most `limit` + 1, which shows that there are more."""
    return [account_from_row(row) for row in await matching_rows(selection, now, limit)]


async def matching_rows(selection: Selection, now: datetime, limit: int) -> list[AccountRecord]:
    """The same as the rows of the database: making accounts of thousands takes longer than reading them."""
    statement = Statement()
    where = " AND ".join(selection_conditions(statement, selection, now))
    return await statement.rows(
        f"SELECT {ACCOUNT_COLUMNS} FROM account WHERE {where} ORDER BY id LIMIT {limit + 1}"
    )


async def matching_states(selection: Selection, now: datetime, limit: int) -> list[AccountState]:
    """The states of the same accounts, which are read and compared in a fraction of the time."""
    statement = Statement()
    where = " AND ".join(selection_conditions(statement, selection, now))
    return await query_tuples(
        f"SELECT {', '.join(STATE_COLUMNS)} FROM account WHERE {where} ORDER BY id LIMIT {limit + 1}",
        statement.values,
    )
