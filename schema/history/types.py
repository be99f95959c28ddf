"""The history as administrators read it (H1–H3)."""

import asyncio
from collections.abc import Collection, Sequence
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Annotated

import strawberry

from models.rules.history_entry import Entry, HistoryFilter, HistoryScope
from resolvers.batch_loader import load_each
from resolvers.history.read import check_may_read_history, count_history_entries, read_history_page
from schema.context import Context, Info
from schema.history.enums import Operation
from schema.ids import Kind, decode_id, encode_id
from schema.limits.cost_directives import Cost, ListSize
from schema.types.node import Node
from schema.types.paging import COUNTED, PageInfo, Window, window, write_cursor
from schema.types.search_text import parse_search_terms

if TYPE_CHECKING:
    from schema.accounts.types import Account
    from schema.employers.types import Employer


@strawberry.input(
    name="HistoryFilter", description="Which history entries to list; a filter left out does not limit."
)
class HistoryFilterInput:
    operations: list[Operation] | None = strawberry.field(default=None, description="Only these operations.")
    from_: datetime | None = strawberry.field(
        default=None,
        name="from",
        description="From this moment on, included.",
        directives=[Cost(weight=200)],
    )
    until: datetime | None = strawberry.field(
        default=None, description="Before this moment.", directives=[Cost(weight=200)]
    )
    text: str | None = strawberry.field(
        default=None,
        description="Every term is found in any searched field of the holder or of the actor; for an actor "
        "from another employer, in the name or identifier.",
        directives=[Cost(weight=2_000, each=900)],
    )
    group: strawberry.ID | None = strawberry.field(
        default=None, description="Only the entries of one group: the id of any of them."
    )

    def to_filter(self) -> HistoryFilter:
        """Return the filter of the rules. Raises: Refused(TOO_LONG or INVALID)."""
        group = self.group
        return HistoryFilter(
            operations=tuple(dict.fromkeys(self.operations)) if self.operations is not None else None,
            start=self.from_,
            end=self.until,
            terms=parse_search_terms(self.text or "", "filter", "text"),
            group=None if group is None else decode_id(Kind.HISTORY_ENTRY, group, "filter", "group"),
        )


@strawberry.type(description="One field that changed.")
class Change:
    field: str = strawberry.field(description='E.g. "email", "expiresOn", "rights.CNRACL-01".')
    before: str | None = strawberry.field(description="Its value before, as text; null if it had none.")
    after: str | None = strawberry.field(description="Its value after, as text; null if it has none.")


@strawberry.type(description="What was done to an account, by whom and when. Never changed, never removed.")
class HistoryEntry(Node):
    at: datetime = strawberry.field(description="When.")
    operation: Operation = strawberry.field(description="What.")
    changes: list[Change] = strawberry.field(
        description="Each field before and after; empty once personal data has been erased.",
        directives=[ListSize(assumed_size=4)],
    )
    hash: str = strawberry.field(description="Hex SHA-256 of this entry chained to the one before.")
    actor: str = strawberry.field(
        description="Who, for people: Jean Louty (JLO000439), or system.", directives=[Cost(weight=1)]
    )
    account: Annotated["Account", strawberry.lazy("schema.accounts.types")] | None = strawberry.field(
        description="The account it was done to."
    )
    entry: strawberry.Private[Entry]

    @strawberry.field(
        description="The employer it was done for, when the actor belongs to another one (mandate)."
    )
    async def on_behalf_of(
        self, info: Info
    ) -> Annotated["Employer", strawberry.lazy("schema.employers.types")] | None:
        return (await employers_acted_for(info.context, [self]))[0]


async def employers_acted_for(context: Context, nodes: Sequence[HistoryEntry]) -> list["Employer | None"]:
    """Return for each entry the employer it was done for; None where the actor belongs to it."""
    from schema.employers.types import to_employer

    ids = [
        None if node.entry.actor_employer_id in {None, node.entry.employer_id} else node.entry.employer_id
        for node in nodes
    ]
    facts = await load_each(context.loaders.employers, {key for key in ids if key is not None})
    return [to_employer(facts[key]) if key is not None and key in facts else None for key in ids]


@strawberry.type(description="A history entry in a list.")
class HistoryEdge:
    cursor: str = strawberry.field(description="The entry's position in this list.")
    node: HistoryEntry = strawberry.field(description="The entry.")


class HistoryQuery:
    """A page of the history, read when the first field of the connection needs it."""

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
    def page(self) -> "asyncio.Task[tuple[list[HistoryEntry], PageInfo]]":
        return asyncio.ensure_future(self._read())

    async def _read(self) -> tuple[list[HistoryEntry], PageInfo]:
        beyond = self.page_window.beyond[0] if self.page_window.beyond else None
        entries, more = await read_history_page(
            self.context.caller,
            self.scope,
            self.history_filter,
            limit=self.page_window.limit,
            beyond=beyond,
            backward=self.page_window.backward,
        )
        nodes = await to_history_entries(entries, self.context)
        ends = [self.cursor(node) for node in (*nodes[:1], *nodes[-1:])]
        return nodes, self.page_window.page_info(ends, more)

    def cursor(self, node: HistoryEntry) -> str:
        list_key = (self.scope, self.history_filter)
        return write_cursor((node.entry.sequence,), list_key, self.context.policy)


@strawberry.type(description="History entries, newest first.")
class HistoryConnection:
    query: strawberry.Private[HistoryQuery]

    @strawberry.field(description="The entries of this page, with their cursors.")
    async def edges(self) -> list[HistoryEdge]:
        nodes, _ = await self.query.page
        return [HistoryEdge(cursor=self.query.cursor(node), node=node) for node in nodes]

    @strawberry.field(description="The entries of this page.")
    async def nodes(self) -> list[HistoryEntry]:
        return (await self.query.page)[0]

    @strawberry.field(description="The position of this page.")
    async def page_info(self) -> PageInfo:
        return (await self.query.page)[1]

    @strawberry.field(
        description="How many entries there are in all, under the same filter.", directives=[COUNTED]
    )
    async def total_count(self) -> int:
        return await count_history_entries(
            self.query.context.caller, self.query.scope, self.query.history_filter
        )


def history_connection(
    info: Info,
    scope: HistoryScope,
    history_filter: HistoryFilter,
    first: int | None,
    after: str | None,
    last: int | None,
    before: str | None,
) -> HistoryConnection:
    """Raises: Refused, for invalid page arguments, or a caller who may not read this history."""
    context = info.context
    check_may_read_history(context.caller, scope)
    page_window = window(first, after, last, before, of=(scope, history_filter), policy=context.policy)
    return HistoryConnection(query=HistoryQuery(context, scope, history_filter, page_window))


async def to_history_entries(entries: Collection[tuple[int, Entry]], context: Context) -> list[HistoryEntry]:
    """Return entries, by id, with their accounts and actors: read for all of them at once."""
    from schema.accounts.types import to_account

    loaders = context.loaders
    holders = {entry.account_id for _, entry in entries if entry.account_id is not None}
    facts = await load_each(loaders.accounts, holders)
    actors = {entry.actor_id for _, entry in entries if entry.actor_id is not None}
    labels = await load_each(loaders.labels, actors)
    accounts = {key: to_account(account, context) for key, account in facts.items()}
    return [
        HistoryEntry(
            id=encode_id(Kind.HISTORY_ENTRY, key),
            at=entry.at,
            operation=entry.operation,
            changes=[Change(field=c.field, before=c.before, after=c.after) for c in entry.changes or ()],
            hash=entry.hash,
            actor=(entry.actor_name if entry.actor_id is None else labels.get(entry.actor_id)) or "",
            account=None if entry.account_id is None else accounts.get(entry.account_id),
            entry=entry,
        )
        for key, entry in entries
    ]
