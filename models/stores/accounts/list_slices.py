"""The orders of a list, and the slices of it that are each read from one index (L2)."""

from dataclasses import dataclass, replace

from models.rules.accounts.search import Order, Selection
from models.rules.vocabulary import AccountStatus, Civility, OrderField, Profile

_BY_NAME = ("last_name_key", "first_name_key")
SORT_COLUMNS = {
    OrderField.CIVILITY: ("civility", *_BY_NAME),
    OrderField.LAST_NAME: _BY_NAME,
    OrderField.FIRST_NAME: ("first_name_key", "last_name_key"),
    OrderField.IDENTIFIER: ("identifier",),
    OrderField.DEPARTMENT: ("department_key", *_BY_NAME),
    OrderField.PROFILE: ("profile", *_BY_NAME),
    OrderField.STATUS: ("status", *_BY_NAME),
    OrderField.EXPIRES_ON: ("expires_on", *_BY_NAME),
    OrderField.LAST_SIGN_IN_AT: ("last_sign_in_key", *_BY_NAME),
}
"""The columns of each order; the id follows. `status` is no column, but the position in `AccountStatus`."""
_FEW_VALUES = {OrderField.CIVILITY: Civility, OrderField.PROFILE: Profile}


@dataclass(frozen=True, slots=True)
class Slice:
    """A part of a list: the accounts of the selection that meet the condition.

    `rank` is what all of them have in the first column of the order. Where there is one, the slice is read
    from the index of the names; the order needs no index of its own.
    """

    selection: Selection
    rank: int | str | None = None
    condition: str = ""


def slices(selection: Selection, order: Order) -> list[Slice]:
    """The slices of a list in this order, which make up the whole list."""
    statuses = selection.filter.statuses
    if order.field is OrderField.STATUS:
        return [
            Slice(_of_statuses(selection, status), rank)
            for rank, status in enumerate(AccountStatus)
            if (status is not AccountStatus.DELETED if statuses is None else status in statuses)
        ]
    parts = _living_and_deleted(selection)
    if (values := _FEW_VALUES.get(order.field)) is None:
        return [Slice(part) for part in parts]
    column = SORT_COLUMNS[order.field][0]
    return [Slice(part, value, f"{column} = '{value}'") for value in values for part in parts]


def _living_and_deleted(selection: Selection) -> list[Selection]:
    """Each index holds either the accounts that are deleted or the others."""
    statuses = selection.filter.statuses
    if statuses is None or AccountStatus.DELETED not in statuses:
        return [selection]
    others = [status for status in statuses if status is not AccountStatus.DELETED]
    deleted = _of_statuses(selection, AccountStatus.DELETED)
    return [deleted, _of_statuses(selection, *others)] if others else [deleted]


def _of_statuses(selection: Selection, *statuses: AccountStatus) -> Selection:
    return replace(selection, filter=replace(selection.filter, statuses=statuses))
