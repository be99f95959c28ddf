"""Lists of one employer's accounts: pages by sort key, counts and groups (L1–L4)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import groupby
from operator import itemgetter

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
    Direction,
    Grouping,
    OrderField,
)
from models.stores.accounts.accounts import (
    ACCOUNT_COLUMNS,
    STATE_COLUMNS,
    AccountRecord,
    AccountState,
    account_from_row,
)
from models.stores.accounts.search_sql import search_conditions
from models.stores.accounts.status_sql import has_status, status_sql
from models.stores.sign_in.invitation_sql import has_invitation
from models.stores.sql import Statement

SORT_COLUMNS = {
    OrderField.CIVILITY: ("civility", "last_name_key", "first_name_key"),
    OrderField.LAST_NAME: ("last_name_key", "first_name_key"),
    OrderField.FIRST_NAME: ("first_name_key", "last_name_key"),
    OrderField.IDENTIFIER: ("identifier",),
    OrderField.DEPARTMENT: ("department_key", "last_name_key", "first_name_key"),
    OrderField.PROFILE: ("profile", "last_name_key", "first_name_key"),
    OrderField.EXPIRES_ON: ("expires_on", "last_name_key", "first_name_key"),
    OrderField.LAST_SIGN_IN_AT: ("last_sign_in_key", "last_name_key", "first_name_key"),
}


async def page(
    selection: Selection, order: Order, now: datetime, *, limit: int, beyond: SortKey | None, backward: bool
) -> AccountPage:
    """At most `limit` accounts that follow the sort key `beyond`, or precede it if `backward` (L3)."""
    descending = (order.direction is Direction.DESC) != backward
    statement = Statement()
    if order.field is OrderField.STATUS:
        width, sql = 4, _by_status(statement, selection, now, descending, beyond, limit)
    else:
        columns = [*SORT_COLUMNS[order.field], "id"]
        conditions = _conditions(statement, selection, now)
        width, sql = len(columns), _slice(statement, columns, conditions, descending, beyond, limit)
    rows = await statement.rows(sql)
    page_rows = rows[:limit]
    if backward:
        page_rows.reverse()
    keys = [tuple(row[f"k{i}"] for i in range(width)) for row in page_rows]
    return AccountPage([account_from_row(row) for row in page_rows], keys, more=len(rows) > limit)


def _slice(
    statement: Statement,
    columns: Sequence[str],
    conditions: Sequence[str],
    descending: bool,
    beyond: SortKey | None,
    limit: int,
) -> str:
    """A query of one row more than `limit`, in the order of these columns, which it returns as k0, k1…"""
    all_conditions = list(conditions)
    if beyond is not None:
        all_conditions.append(_beyond(statement, columns, beyond, descending))
    sort_columns = ", ".join(f"{column} AS k{i}" for i, column in enumerate(columns))
    return (
        f"SELECT {ACCOUNT_COLUMNS}, {sort_columns} FROM account WHERE {' AND '.join(all_conditions)} "
        f"ORDER BY {_ordered(range(len(columns)), descending)} LIMIT {limit + 1}"
    )


def _by_status(
    statement: Statement,
    selection: Selection,
    now: datetime,
    descending: bool,
    beyond: SortKey | None,
    limit: int,
) -> str:
    """A query of one slice for each status, by name: a status changes with the day and has no index."""
    wanted = selection.filter.statuses
    statuses = [
        status
        for status in AccountStatus
        if (status is not AccountStatus.DELETED if wanted is None else status in wanted)
    ]
    slices = []
    for status in statuses:
        rank = list(AccountStatus).index(status)
        if beyond is not None and (rank > beyond[0] if descending else rank < beyond[0]):
            continue
        of_status = replace(selection, filter=replace(selection.filter, statuses=(status,)))
        conditions = _conditions(statement, of_status, now)
        after = beyond[1:] if beyond is not None and rank == beyond[0] else None
        by_name = [*SORT_COLUMNS[OrderField.LAST_NAME], "id"]
        part = _slice(statement, by_name, conditions, descending, after, limit)
        slices.append(f"SELECT *, {rank} AS rank FROM ({part}) s{rank}")
    if not slices:
        return _slice(statement, ["0", "0", "0", "id"], ["1 = 0"], descending, None, limit)
    union = " UNION ALL ".join(slices)
    return (
        f"SELECT {ACCOUNT_COLUMNS}, rank AS k0, k0 AS k1, k1 AS k2, k2 AS k3 FROM ({union}) s "
        f"ORDER BY rank {_direction(descending)}, {_ordered(range(1, 4), descending)} LIMIT {limit + 1}"
    )


async def count(selection: Selection, now: datetime) -> int:
    statement = Statement()
    where = " AND ".join(_conditions(statement, selection, now))
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
    where = " AND ".join(_conditions(statement, selection, now))
    rows = await statement.rows(
        f"SELECT {key} AS key, count(*) AS n FROM account WHERE {where} GROUP BY 1 ORDER BY 1"
    )
    statuses = list(AccountStatus)
    return [Group(statuses[row["key"]] if by is Grouping.STATUS else row["key"], row["n"]) for row in rows]


async def _departments(statement: Statement, selection: Selection, now: datetime) -> list[Group]:
    """One group for each folded department, which is what the list is ordered by (L2)."""
    where = " AND ".join(_conditions(statement, selection, now))
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
    where = " AND ".join(_conditions(statement, selection, now))
    return await statement.rows(
        f"SELECT {ACCOUNT_COLUMNS} FROM account WHERE {where} ORDER BY id LIMIT {limit + 1}"
    )


async def matching_states(selection: Selection, now: datetime, limit: int) -> Sequence[AccountState]:
    """The states of the same accounts, which are read and compared in a fraction of the time."""
    statement = Statement()
    where = " AND ".join(_conditions(statement, selection, now))
    return await statement.tuples(
        f"SELECT {', '.join(STATE_COLUMNS)} FROM account WHERE {where} ORDER BY id LIMIT {limit + 1}"
    )


def _ordered(places: Iterable[int], descending: bool) -> str:
    return ", ".join(f"k{place} {_direction(descending)}" for place in places)


def _direction(descending: bool) -> str:
    return "DESC" if descending else "ASC"


def _beyond(statement: Statement, columns: Sequence[str], key: SortKey, descending: bool) -> str:
    """One row comparison, for which the databases use the index; they would not for ORs of columns."""
    values = ", ".join(statement.value(value) for value in key)
    return f"({', '.join(columns)}) {'<' if descending else '>'} ({values})"


def _conditions(statement: Statement, selection: Selection, now: datetime) -> list[str]:
    wanted, today = selection.filter, paris_day(now)
    conditions = [f"employer_id = {statement.value(selection.employer_id)}"]
    if wanted.statuses is None or AccountStatus.DELETED not in wanted.statuses:
        conditions.append("deleted_at IS NULL")  # L4
    if wanted.statuses is not None:
        each = [f"({has_status(statement, status, today)})" for status in wanted.statuses]
        conditions.append(f"({' OR '.join(each) or '1 = 0'})")
    if wanted.profiles is not None:
        profiles = ", ".join(statement.value(profile.value) for profile in wanted.profiles) or "NULL"
        conditions.append(f"profile IN ({profiles})")
    if wanted.expires_before is not None:
        conditions.append(f"expires_on < {statement.value(wanted.expires_before)}")
    if wanted.expires_from is not None:
        conditions.append(f"expires_on >= {statement.value(wanted.expires_from)}")
    if wanted.service is not None:
        code, level = wanted.service
        conditions.append(
            "EXISTS (SELECT 1 FROM access_right r WHERE r.account_id = account.id "
            f"AND r.service_id = {statement.value(code)} AND r.level >= {statement.value(level.value)})"
        )
    if wanted.locked is not None:
        until = f"locked_until > {statement.value(now)}"
        conditions.append(until if wanted.locked else f"(locked_until IS NULL OR NOT {until})")
    if wanted.never_signed_in is not None:
        conditions.append(f"last_sign_in_at IS {'' if wanted.never_signed_in else 'NOT '}NULL")
    if wanted.invitations is not None:
        conditions.append(has_invitation(statement, wanted.invitations, now))
    return conditions + search_conditions(statement, selection.search)
