"""Lists of an employer's accounts: what is searched, filtered, ordered and counted (L1–L4)."""

import asyncio
from datetime import date
from functools import cached_property
from typing import Annotated

import strawberry

from models.catalogue import themes
from models.rules.accounts.rights import right_refusal
from models.rules.accounts.search import Filter, Order, Search, Selection, SortKey
from models.rules.refusals import Refused
from resolvers.accounts.read import count_accounts, count_accounts_by_group, read_account_page
from schema.accounts.types import Account, to_account
from schema.context import Context
from schema.limits.cost_directives import Cost
from schema.types.enums import (
    AccessLevel,
    AccountStatus,
    Direction,
    Grouping,
    InvitationState,
    OrderField,
    Profile,
    SearchField,
    TermMatch,
)
from schema.types.paging import COUNTED, PageInfo, Window, write_cursor
from schema.types.search_text import parse_search_terms


@strawberry.input(
    description="Each term is looked for by itself; accents, case, hyphens, apostrophes and dots are ignored."
)
class AccountSearch:
    text: str = strawberry.field(
        description="Terms separated by spaces; blank finds everything.",
        directives=[Cost(weight=0, each=30)],
    )
    in_: SearchField = strawberry.field(
        default=SearchField.ALL, name="in", description="Where to look for them."
    )
    match: TermMatch = strawberry.field(
        default=TermMatch.EVERY_TERM, description="How many of them must be found."
    )

    def to_search(self, *within: str) -> Search:
        """`within` is the path of the surrounding input. Raises: Refused(TOO_LONG or INVALID)."""
        return Search(parse_search_terms(self.text, *within, "search", "text"), self.in_, self.match)


@strawberry.input(description="Who has at least some level on a service.")
class ServiceAccess:
    service: str = strawberry.field(description="A service's code, e.g. CNRACL-01.")
    at_least: AccessLevel = strawberry.field(description="This level or more.")

    def to_minimum_right(self, *within: str) -> tuple[str, AccessLevel] | None:
        """Return None for NONE, which every account has at least (A7).

        Raises: Refused(SERVICE_UNAVAILABLE_TO_EMPLOYER) for a service that is not in the catalogue.
        """
        services = {service.code: service for theme in themes() for service in theme.services}
        if refusal := right_refusal(self.service, AccessLevel.NONE, services):
            raise Refused(refusal.under(*within, "service"))
        return (self.service, self.at_least) if self.at_least else None


@strawberry.input(description="Which accounts to list; a filter left out does not limit.")
class AccountFilter:
    profiles: list[Profile] | None = strawberry.field(default=None, description="Only these profiles.")
    statuses: list[AccountStatus] | None = strawberry.field(
        default=None, description="Only these statuses; left out, all but DELETED."
    )
    expires_before: date | None = strawberry.field(default=None, description="Expiry before this day.")
    expires_from: date | None = strawberry.field(default=None, description="Expiry on this day or after.")
    service: ServiceAccess | None = strawberry.field(
        default=None, description="Only those with this access.", directives=[Cost(weight=500)]
    )
    invitation: list[InvitationState] | None = strawberry.field(
        default=None,
        description="Only those whose latest invitation is in one of these states.",
        directives=[Cost(weight=0, each=500)],
    )
    locked: bool | None = strawberry.field(
        default=None, description="Only those that are locked for now, or only those that are not."
    )
    never_signed_in: bool | None = strawberry.field(
        default=None, description="Only those whose holder never signed in, or only those who did."
    )

    def to_filter(self, *within: str) -> Filter:
        """`within` is the path of the surrounding input. Raises: Refused for an unknown service."""
        return Filter(
            profiles=None if self.profiles is None else tuple(dict.fromkeys(self.profiles)),
            statuses=None if self.statuses is None else tuple(dict.fromkeys(self.statuses)),
            expires_before=self.expires_before,
            expires_from=self.expires_from,
            service=self.service.to_minimum_right(*within, "filter", "service") if self.service else None,
            invitations=None if self.invitation is None else tuple(dict.fromkeys(self.invitation)),
            locked=self.locked,
            never_signed_in=self.never_signed_in,
        )


@strawberry.input(description="How a list is ordered.")
class AccountOrder:
    field: OrderField = strawberry.field(default=OrderField.LAST_NAME, description="The field to sort by.")
    direction: Direction = strawberry.field(default=Direction.ASC, description="Ascending or descending.")

    def to_order(self) -> Order:
        return Order(self.field, self.direction)


@strawberry.type(description="An account in a list.")
class AccountEdge:
    cursor: str = strawberry.field(description="The entry's position in this list.")
    node: Account = strawberry.field(description="The account.")


@strawberry.type(description="How many accounts are of one kind.")
class AccountGroup:
    key: str = strawberry.field(description="The kind, as the grouping names it.")
    count: int = strawberry.field(description="How many.")
    spellings: list[str] = strawberry.field(
        description="Of a department: each way in which these accounts write it, the most frequent first.",
    )


class ListQuery:
    """A page of a list, read when the first field of the connection needs it."""

    def __init__(self, context: Context, selection: Selection, order: Order, page_window: Window) -> None:
        self.context, self.selection, self.order, self.page_window = context, selection, order, page_window

    @cached_property
    def page(self) -> "asyncio.Task[tuple[list[Account], list[SortKey], PageInfo]]":
        return asyncio.ensure_future(self._read())

    async def _read(self) -> tuple[list[Account], list[SortKey], PageInfo]:
        context = self.context
        result = await read_account_page(
            context.caller,
            self.selection,
            self.order,
            context.now,
            limit=self.page_window.limit,
            beyond=self.page_window.beyond,
            backward=self.page_window.backward,
        )
        accounts = [to_account(facts, context) for facts in result.accounts]
        ends = [self.cursor(key) for key in (*result.keys[:1], *result.keys[-1:])]
        return accounts, result.keys, self.page_window.page_info(ends, result.more)

    def cursor(self, key: SortKey) -> str:
        return write_cursor(key, (self.selection, self.order), self.context.policy)


@strawberry.type(description="Accounts of one employer, a page at a time.")
class AccountConnection:
    query: strawberry.Private[ListQuery]

    @strawberry.field(description="The accounts of this page, with their cursors.")
    async def edges(self) -> list[AccountEdge]:
        accounts, keys, _ = await self.query.page
        return [
            AccountEdge(cursor=self.query.cursor(key), node=account)
            for account, key in zip(accounts, keys, strict=True)
        ]

    @strawberry.field(description="The accounts of this page.")
    async def nodes(self) -> list[Account]:
        return (await self.query.page)[0]

    @strawberry.field(description="The position of this page.")
    async def page_info(self) -> PageInfo:
        return (await self.query.page)[2]

    @strawberry.field(
        description="How many accounts there are in all, under the same search and filter.",
        directives=[COUNTED],
    )
    async def total_count(self) -> int:
        context = self.query.context
        return await count_accounts(context.caller, self.query.selection, context.now)

    @strawberry.field(
        description="Counts under the same search and filter, for the panel's 'Grouper par'.",
        directives=[Cost(weight=500)],
    )
    async def groups(
        self, by: Annotated[Grouping, strawberry.argument(description="What to count by.")]
    ) -> list[AccountGroup]:
        context = self.query.context
        groups = await count_accounts_by_group(context.caller, self.query.selection, by, context.now)
        return [
            AccountGroup(key=group.key, count=group.count, spellings=list(group.spellings))
            for group in groups
        ]
