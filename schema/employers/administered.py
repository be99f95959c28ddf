"""The employers that the viewer may act for, and people searched across them (E2)."""

import asyncio
from functools import cached_property
from typing import Annotated, Any, TypeAlias

import strawberry

from models.rules.accounts.search import Search
from resolvers.employers.administered import (
    AdministeredEmployer,
    count_administered_employers,
    read_administered,
    read_people,
)
from schema.accounts.types import Account, to_account
from schema.context import Context
from schema.employers.mandates.types import Mandate, to_mandate
from schema.employers.types import Employer, to_employer
from schema.limits.cost_directives import DATABASE_QUERY_COST
from schema.types.paging import PageInfo, Window, window, write_cursor

FirstOnly: TypeAlias = Annotated[int | None, strawberry.argument(description="How many: 1 to 100; required.")]
AfterOnly: TypeAlias = Annotated[
    str | None, strawberry.argument(description="Only what follows this cursor.")
]


@strawberry.type(description="An employer that the viewer may act for, and what is due there.")
class Administered:
    employer: Employer = strawberry.field(description="The employer.")
    mandate: Mandate | None = strawberry.field(
        description="Under which the viewer acts for it; null for the viewer's own."
    )
    expired: int = strawberry.field(description="How many of its accounts have expired.")
    expiring: int = strawberry.field(description="How many have their last day today or within 60 days.")
    pending: int = strawberry.field(description="How many have not expired and never had a password.")


class AdministeredQuery:
    """A page of employers, read when the first field of the connection needs it."""

    def __init__(
        self, context: Context, terms: tuple[str, ...], due_first: bool, page_window: Window
    ) -> None:
        self.context, self.terms, self.due_first, self.page_window = context, terms, due_first, page_window

    @cached_property
    def page(self) -> "asyncio.Task[tuple[list[Administered], PageInfo]]":
        return asyncio.ensure_future(self._read())

    async def _read(self) -> tuple[list[Administered], PageInfo]:
        context = self.context
        result = await read_administered(
            context.caller,
            self.terms,
            context.today,
            due_first=self.due_first,
            limit=self.page_window.limit,
            beyond=self.page_window.beyond,
        )
        of = _administered_list(context, self.terms, self.due_first)
        ends = [write_cursor(key, of, context.policy) for key in (*result.keys[:1], *result.keys[-1:])]
        nodes = [_to_administered(one, context) for one in result.employers]
        return nodes, self.page_window.page_info(ends, result.more)


@strawberry.type(description="The employers that the viewer may act for, a page at a time.")
class AdministeredConnection:
    query: strawberry.Private[AdministeredQuery]

    @strawberry.field(
        description="How many there are in all, under the same search.", directives=[DATABASE_QUERY_COST]
    )
    async def total_count(self) -> int:
        return await count_administered_employers(self.query.context.caller, self.query.terms)

    @strawberry.field(description="The position of this page.")
    async def page_info(self) -> PageInfo:
        return (await self.query.page)[1]

    @strawberry.field(description="The employers of this page.")
    async def nodes(self) -> list[Administered]:
        return (await self.query.page)[0]


@strawberry.type(description="Accounts of all employers that the viewer may act for, a page at a time.")
class PeopleConnection:
    nodes: list[Account] = strawberry.field(description="The accounts of this page, by name.")
    page_info: PageInfo = strawberry.field(description="The position of this page.")


def administered_connection(
    context: Context, terms: tuple[str, ...], due_first: bool, first: int | None, after: str | None
) -> AdministeredConnection:
    """Raises: Refused(INVALID) for a wrong `first`, or a cursor of another list."""
    of = _administered_list(context, terms, due_first)
    page_window = window(first or 0, after, None, None, of=of, policy=context.policy)
    return AdministeredConnection(query=AdministeredQuery(context, terms, due_first, page_window))


async def people_connection(
    context: Context, search: Search, first: int | None, after: str | None
) -> PeopleConnection:
    """Raises: Refused, as `administered_connection`; NOT_SIGNED_IN or FORBIDDEN unless an administrator."""
    of = ("people", _viewer_id(context), search)
    page_window = window(first or 0, after, None, None, of=of, policy=context.policy)
    page = await read_people(context.caller, search, limit=page_window.limit, beyond=page_window.beyond)
    ends = [write_cursor(key, of, context.policy) for key in (*page.keys[:1], *page.keys[-1:])]
    nodes = [to_account(facts, context) for facts in page.accounts]
    return PeopleConnection(nodes=nodes, page_info=page_window.page_info(ends, page.more))


def _administered_list(context: Context, terms: tuple[str, ...], due_first: bool) -> tuple[Any, ...]:
    """Return what a cursor belongs to."""
    return "administered", _viewer_id(context), terms, due_first


def _viewer_id(context: Context) -> int | None:
    return context.caller.account.id if context.caller.account else None


def _to_administered(one: AdministeredEmployer, context: Context) -> Administered:
    return Administered(
        employer=to_employer(one.employer),
        mandate=to_mandate(one.mandate, context.today) if one.mandate else None,
        expired=one.due.expired,
        expiring=one.due.expiring,
        pending=one.due.pending,
    )
