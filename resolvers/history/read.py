"""Reading the history of an employer's accounts, by its administrators (H3)."""

from collections.abc import Collection, Mapping

from models.rules.history_entry import Entry, EntryGroup, HistoryFilter, HistoryScope
from models.stores.history import (
    count_history,
    entries_by_id,
    history_page,
)
from models.stores.history_groups import count_history_groups as count_groups
from models.stores.history_groups import history_group_page
from resolvers.caller import Caller, require_administrator_of


def check_may_read_history(caller: Caller, scope: HistoryScope) -> None:
    """Check that the caller may read this history (H3). Raises: Refused, as `require_administrator_of`."""
    require_administrator_of(caller, scope.employer_id)


async def read_history_page(
    caller: Caller,
    scope: HistoryScope,
    history_filter: HistoryFilter,
    *,
    limit: int,
    beyond: int | None,
    backward: bool,
) -> tuple[list[tuple[int, Entry]], bool]:
    """Return entries with their ids, newest first, and whether there are more.

    Raises: Refused, as `require_administrator_of`.
    """
    check_may_read_history(caller, scope)
    return await history_page(scope, history_filter, limit=limit, beyond=beyond, backward=backward)


async def count_history_entries(caller: Caller, scope: HistoryScope, history_filter: HistoryFilter) -> int:
    check_may_read_history(caller, scope)
    return await count_history(scope, history_filter)


async def read_history_group_page(
    caller: Caller,
    scope: HistoryScope,
    history_filter: HistoryFilter,
    *,
    limit: int,
    beyond: int | None,
    backward: bool,
) -> tuple[list[EntryGroup], bool]:
    """Return groups, newest first, and whether there are more. Raises: Refused, as `read_history_page`."""
    check_may_read_history(caller, scope)
    return await history_group_page(scope, history_filter, limit=limit, beyond=beyond, backward=backward)


async def count_history_groups(caller: Caller, scope: HistoryScope, history_filter: HistoryFilter) -> int:
    check_may_read_history(caller, scope)
    return await count_groups(scope, history_filter)


async def read_history_entries(caller: Caller, ids: Collection[int]) -> Mapping[int, Entry]:
    """Return the entries among `ids` of the employers that the caller administers. Raises: Refused."""
    caller.signed_in()
    return await entries_by_id(ids, caller.administers)
