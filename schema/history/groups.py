"""The history by groups: what one bulk request recorded is one item (H3)."""

import asyncio
from functools import cached_property

import strawberry

from models.rules.history_entry import HistoryFilter, HistoryScope
from resolvers.history.read import check_may_read_history, count_history_groups, read_history_group_page
from schema.context import Context, Info
from schema.history.types import HistoryEntry, to_history_entries
from schema.types.paging import COUNTED, PageInfo, Window, window, write_cursor


@strawberry.type(
    description="What one request did to several accounts, as one; or a single history entry. "
    "With `filter.text` or `filter.group` each entry is an item of its own."
)
class HistoryGroup:
    count: int = strawberry.field(description="How many entries; `filter.group` lists them.")
    entry: HistoryEntry = strawberry.field(
        description="The first of them; moment, operation and actor are those of all."
    )


@strawberry.type(description="A group of history entries in a list.")
class HistoryGroupEdge:
    cursor: str = strawberry.field(description="The group's position in this list.")
    node: HistoryGroup = strawberry.field(description="The group.")


class HistoryGroupQuery:
    """A page of groups, read when the first field of the connection needs it."""

    def __init__(
        self, context: Context, scope: HistoryScope, history_filter: HistoryFilter, page_window: Window
    ) -> None:
        self.context, self.scope, self.history_filter, self.page_window = (
            context,
            scope,
            history_filter,
            page_window,
        )

    @cached_property
    def page(self) -> "asyncio.Task[tuple[list[HistoryGroup], PageInfo]]":
        return asyncio.ensure_future(self._read())

    async def _read(self) -> tuple[list[HistoryGroup], PageInfo]:
        groups, more = await read_history_group_page(
            self.context.caller,
            self.scope,
            self.history_filter,
            limit=self.page_window.limit,
            beyond=self.page_window.beyond[0] if self.page_window.beyond else None,
            backward=self.page_window.backward,
        )
        entries = await to_history_entries([(group.id, group.first) for group in groups], self.context)
        nodes = [
            HistoryGroup(count=group.count, entry=entry) for group, entry in zip(groups, entries, strict=True)
        ]
        ends = [self.cursor(node) for node in (*nodes[:1], *nodes[-1:])]
        return nodes, self.page_window.page_info(ends, more)

    def cursor(self, node: HistoryGroup) -> str:
        key = (node.entry.entry.sequence,)
        return write_cursor(key, _list_key(self.scope, self.history_filter), self.context.policy)


@strawberry.type(description="Groups of history entries, newest first.")
class HistoryGroupConnection:
    query: strawberry.Private[HistoryGroupQuery]

    @strawberry.field(description="The groups of this page, with their cursors.")
    async def edges(self) -> list[HistoryGroupEdge]:
        nodes, _ = await self.query.page
        return [HistoryGroupEdge(cursor=self.query.cursor(node), node=node) for node in nodes]

    @strawberry.field(description="The groups of this page.")
    async def nodes(self) -> list[HistoryGroup]:
        return (await self.query.page)[0]

    @strawberry.field(description="The position of this page.")
    async def page_info(self) -> PageInfo:
        return (await self.query.page)[1]

    @strawberry.field(
        description="How many groups there are in all, under the same filter.", directives=[COUNTED]
    )
    async def total_count(self) -> int:
        query = self.query
        return await count_history_groups(query.context.caller, query.scope, query.history_filter)


def history_group_connection(
    info: Info,
    employer_id: int,
    history_filter: HistoryFilter,
    first: int | None,
    after: str | None,
    last: int | None,
    before: str | None,
) -> HistoryGroupConnection:
    """Raises: Refused, for invalid page arguments, or a caller who may not read this history."""
    context, scope = info.context, HistoryScope(employer_id)
    check_may_read_history(context.caller, scope)
    of = _list_key(scope, history_filter)
    page_window = window(first, after, last, before, of=of, policy=context.policy)
    return HistoryGroupConnection(query=HistoryGroupQuery(context, scope, history_filter, page_window))


def _list_key(scope: HistoryScope, history_filter: HistoryFilter) -> tuple[str, HistoryScope, HistoryFilter]:
    """What the cursors of this list are for: those of the entries themselves are of another list."""
    return "groups", scope, history_filter
