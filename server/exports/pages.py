"""The pages of an export: each is an operation of its caller, with a slot, a price and a time limit."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from strawberry.types import ExecutionResult

from models.rules.vocabulary import Language
from resolvers.caller import Caller
from schema.context import Context
from schema.limits.budget import MIN_REQUEST_COST
from schema.schema import query_cost
from server.exports.lists import Listing
from server.rate_limits.fair_slots import NotBegun, slot_owner
from server.services import Services

PAGE = 200
"""Rows: encoding them keeps other requests waiting for some 20 ms."""
_SHARE_LEFT = 4
"""An export leaves a quarter of the caller's minute to their other requests."""


class PageFailed(Exception):
    """A later page failed: the response is cut off, so that the file is not taken for complete."""


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of one list, for the caller that `recognise` returns, anew for each page (P4, P6)."""

    services: Services
    listing: Listing
    variables: Mapping[str, Any]
    recognise: Callable[[], Awaitable[Caller]]
    address: str
    now: datetime
    language: Language
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep

    @property
    def length(self) -> int:
        """As many rows as one operation may cost, beside its search and filter; 1 if those cost too much."""
        without_rows = query_cost(self.listing.document, {**self.variables, "first": 0})
        rows = (self.services.settings.cost_limit - without_rows) // self.listing.row_cost
        return max(1, min(PAGE, rows))

    async def first(self, caller: Caller) -> tuple[ExecutionResult, Context]:
        """Return the first page, with errors if it is refused. Raises: NotBegun, TimeoutError."""
        return await self._page(caller, None, self.services.settings.operation_seconds)

    async def following(self, first: ExecutionResult) -> AsyncGenerator[Any]:
        """Yield the employer's fields, page by page, the first page included. Raises: PageFailed."""
        page = first
        while True:
            assert page.data is not None  # noqa: S101  it has no errors
            yield page.data["employer"]
            end = page.data["employer"]["page"]["pageInfo"]
            if not end["hasNextPage"]:
                return
            await self.sleep(self._pause(page))
            page = await self._next(end["endCursor"])

    async def _next(self, after: str) -> ExecutionResult:
        """Return the page after this cursor, once the caller's budget has room for it. Raises: PageFailed."""
        while True:
            caller = await self.recognise()
            try:
                page, context = await self._page(caller, after)
            except (TimeoutError, NotBegun):
                raise PageFailed from None
            if not context.seconds_to_wait:
                break
            await self.sleep(context.seconds_to_wait)
        if page.errors or not page.data or not page.data["employer"]:
            raise PageFailed
        return page

    async def _page(
        self, caller: Caller, after: str | None, seconds_to_begin: float | None = None
    ) -> tuple[ExecutionResult, Context]:
        """With a context of its own: what one page has loaded is of no use to the next."""
        settings, budget = self.services.settings, self.services.limits.budget(caller, self.address)
        policy = replace(settings.policy, page=PAGE)
        owner = slot_owner(caller, self.address)
        async with self.services.slots.hold(owner, seconds_to_begin) as slot:
            context = Context(caller, self.now, policy, self.language, budget=budget)
            try:
                async with asyncio.timeout(settings.operation_seconds):
                    page = await slot.run(self._execute(after, context))
            finally:
                context.stop()
        return page, context

    async def _execute(self, after: str | None, context: Context) -> ExecutionResult:
        return await self.services.schema.execute(
            self.listing.document,
            variable_values={**self.variables, "first": self.length, "after": after},
            context_value=context,
        )

    def _pause(self, page: ExecutionResult) -> float:
        """Return the seconds in which the price of this page comes back, once most of the minute is spent."""
        cost, minute = (page.extensions or {})["cost"], self.services.settings.cost_per_minute
        if cost["left"] * _SHARE_LEFT >= minute:
            return 0.0
        return float(60 * max(cost["asked"], MIN_REQUEST_COST) / minute)
