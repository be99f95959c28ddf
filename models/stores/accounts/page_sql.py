"""The query of a page of accounts: from its sort key on, in one of the orders of a list (L2, L3)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from models.rules.accounts.search import Order, Selection, SortKey
from models.rules.vocabulary import AccountStatus, Direction, OrderField
from models.stores.accounts.rights import rights_text
from models.stores.accounts.selection_sql import selection_conditions
from models.stores.employers.employers import funds_text
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


def sort_width(order: Order) -> int:
    """The number of values of a sort key in this order."""
    return 4 if order.field is OrderField.STATUS else len(SORT_COLUMNS[order.field]) + 1


def page_sql(
    statement: Statement,
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
) -> str:
    """The query of `page_rows`: one row more than `limit`, and if `backward` in the opposite order."""
    descending = (order.direction is Direction.DESC) != backward
    conditions: list[str] = []
    if counted or order.field is not OrderField.STATUS:
        conditions = selection_conditions(statement, selection, now)
    if order.field is OrderField.STATUS:
        rows = _by_status(statement, selection, now, columns, descending, beyond, limit)
    else:
        sort_columns = [*SORT_COLUMNS[order.field], "id"]
        rows = _slice(statement, columns, sort_columns, conditions, descending, beyond, limit)
    width = sort_width(order)
    if not rights and not counted:
        return rows
    # The page comes first: where the database sorts, it would otherwise read the rights of every account.
    selected = ["p.*"]
    if rights:
        selected.append(rights_text(statement, f"p.k{width - 1}"))
        selected.append(funds_text(statement, statement.value(selection.employer_id)))
    if counted:
        selected.append(f"(SELECT count(*) FROM account WHERE {' AND '.join(conditions)})")
    return f"SELECT {', '.join(selected)} FROM ({rows}) p ORDER BY {_ordered(range(width), descending)}"


def _slice(
    statement: Statement,
    columns: Sequence[str],
    sort_columns: Sequence[str],
    conditions: Sequence[str],
    descending: bool,
    beyond: SortKey | None,
    limit: int,
) -> str:
    """A query of one row more than `limit` in the order of `sort_columns`: c0, c1… and the key as k0, k1…"""
    all_conditions = list(conditions)
    if beyond is not None:
        all_conditions.append(_beyond(statement, sort_columns, beyond, descending))
    return (
        f"SELECT {', '.join([*_named(columns, 'c'), *_named(sort_columns, 'k')])} "
        f"FROM account WHERE {' AND '.join(all_conditions)} "
        f"ORDER BY {_ordered(range(len(sort_columns)), descending)} LIMIT {limit + 1}"
    )


def _by_status(
    statement: Statement,
    selection: Selection,
    now: datetime,
    columns: Sequence[str],
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
    by_name = [*SORT_COLUMNS[OrderField.LAST_NAME], "id"]
    slices = []
    for status in statuses:
        rank = list(AccountStatus).index(status)
        if beyond is not None and (rank > beyond[0] if descending else rank < beyond[0]):
            continue
        of_status = replace(selection, filter=replace(selection.filter, statuses=(status,)))
        conditions = selection_conditions(statement, of_status, now)
        after = beyond[1:] if beyond is not None and rank == beyond[0] else None
        part = _slice(statement, columns, by_name, conditions, descending, after, limit)
        slices.append(f"SELECT *, {rank} AS rank FROM ({part}) s{rank}")
    if not slices:
        return _slice(statement, columns, ["0", "0", "0", "id"], ["1 = 0"], descending, None, limit)
    shown = "".join(f"c{place}, " for place in range(len(columns)))
    return (
        f"SELECT {shown}rank AS k0, k0 AS k1, k1 AS k2, k2 AS k3 FROM ({' UNION ALL '.join(slices)}) s "
        f"ORDER BY rank {_direction(descending)}, {_ordered(range(1, 4), descending)} LIMIT {limit + 1}"
    )


def _named(columns: Sequence[str], letter: str) -> list[str]:
    return [f"{column} AS {letter}{place}" for place, column in enumerate(columns)]


def _ordered(places: Iterable[int], descending: bool) -> str:
    return ", ".join(f"k{place} {_direction(descending)}" for place in places)


def _direction(descending: bool) -> str:
    return "DESC" if descending else "ASC"


def _beyond(statement: Statement, columns: Sequence[str], key: SortKey, descending: bool) -> str:
    """One row comparison, for which the databases use the index; they would not for ORs of columns."""
    values = ", ".join(statement.value(value) for value in key)
    return f"({', '.join(columns)}) {'<' if descending else '>'} ({values})"
