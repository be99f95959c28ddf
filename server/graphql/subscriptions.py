"""Subscriptions over either protocol: their callers, how many at once, their budget, their end (T2, T3)."""

import asyncio
from collections import Counter
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Mapping
from contextlib import aclosing, asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from strawberry.types import ExecutionResult

from models.database import is_database_failure
from models.rules.vocabulary import Language
from resolvers.caller import Caller
from resolvers.partners.subscribe import FEED_PAGE_SIZE
from schema.context import Context, SubscriptionContext
from schema.limits.budget import MIN_REQUEST_COST, Budget
from server.graphql.feed_listener import DatabaseFeedListener
from server.rate_limits.fair_queue import SlotOwner
from server.rate_limits.fair_slots import slot_owner
from server.services import Services
from server.workers.shutdown import set_on_shutdown

SEND_TIMEOUT_SECONDS = 10.0
"""Seconds that a message may wait for a subscriber that does not read; then its stream ends."""


class SubscriptionInterrupted(Exception):
    """A temporary failure ends the stream; the subscriber resumes after the last cursor that it read."""


@dataclass(frozen=True, slots=True)
class SubscriptionStream:
    """A subscription. `results` ends when it is closed or the service stops.

    It raises SubscriptionInterrupted if the database fails.
    """

    context: Context
    live: SubscriptionContext
    results: AsyncGenerator[ExecutionResult, None]


class Subscriptions:
    """The streams of this process."""

    def __init__(self, services: Services) -> None:
        self.services = services
        self.max_per_partner = services.settings.subscriptions
        self.seconds_to_send = SEND_TIMEOUT_SECONDS
        self.feed_listener = DatabaseFeedListener(services.settings.database_url)
        self.ending = asyncio.Event()
        self.open_sockets: Counter[int] = Counter()
        """The WebSocket connections of each partner, with or without a subscription."""
        self._open: Counter[int] = Counter()
        self._count_changed = asyncio.Event()

    def stream(
        self,
        bearer: str | None,
        caller: Caller,
        address: str,
        language: Language,
        operation: Mapping[str, Any],
        resume_after: str | None = None,
    ) -> SubscriptionStream:
        """Prepare a subscription: nothing is counted or read before its first result is requested."""
        partner_id = caller.partner.id if caller.partner else 0

        async def recognise() -> Caller:
            return await self.services.recognise_partner_again(bearer or "", datetime.now(UTC))

        def take_place() -> bool:
            free = self._open[partner_id] < self.max_per_partner
            self._count(partner_id, int(free))
            return free

        live = SubscriptionContext(recognise, self.feed_listener, self.max_per_partner, take_place)
        context = Context(
            caller=caller,
            now=datetime.now(UTC),
            policy=self.services.settings.policy,
            language=language,
            budget=self.services.limits.budget(caller, address),
            introspection=self.services.settings.introspection,
            live=live,
            resume_after=resume_after,
        )
        results = self.services.schema.follow(**operation, context_value=context)
        in_turn = self._begun_in_turn(slot_owner(caller, address), live, results)
        return SubscriptionStream(context, live, self._results(partner_id, context, live, in_turn))

    async def _begun_in_turn(
        self,
        owner: SlotOwner,
        live: SubscriptionContext,
        results: AsyncGenerator[ExecutionResult, None],
    ) -> AsyncGenerator[ExecutionResult, None]:
        """The results; a slot is held until the subscription has begun, or is refused.

        After that it waits for changes most of the time. Raises: NotBegun.
        """
        async with aclosing(results):
            async with self.services.slots.hold(owner, self.services.settings.operation_seconds):
                upcoming = asyncio.ensure_future(anext(results, None))
                begun = asyncio.ensure_future(live.begun.wait())
                try:
                    await asyncio.wait({upcoming, begun}, return_when=asyncio.FIRST_COMPLETED)
                except BaseException:
                    await cancel_and_wait(upcoming)
                    raise
                finally:
                    begun.cancel()
            try:
                first = await upcoming
            finally:
                await cancel_and_wait(upcoming)
            if first is not None:
                yield first
                async for result in results:
                    yield result

    async def _results(
        self,
        partner_id: int,
        context: Context,
        live: SubscriptionContext,
        in_turn: AsyncGenerator[ExecutionResult, None],
    ) -> AsyncGenerator[ExecutionResult, None]:
        try:
            async with aclosing(in_turn) as results:
                count = 0
                async for result in until_shutdown(self.ending, results):
                    if any(map(is_database_failure, context.unforeseen)):
                        raise SubscriptionInterrupted(
                            "The database does not answer: resume after the last cursor read"
                        )
                    yield result
                    count += 1
                    if count % FEED_PAGE_SIZE == 0:
                        await self._pay(context.budget)
        finally:
            self._count(partner_id, -int(live.begun.is_set()))

    async def _pay(self, budget: Budget | None) -> None:
        """Charge a page as one request; wait until the budget suffices, or the service stops."""
        while budget and (seconds := (await budget.spend(MIN_REQUEST_COST)).seconds):
            with suppress(TimeoutError):
                await asyncio.wait_for(self.ending.wait(), seconds)
                return

    def count(self, partner_id: int) -> int:
        """The number of open streams of this partner."""
        return self._open[partner_id]

    async def changed(self, holds: Callable[[], bool]) -> None:
        """Return once the condition holds, which is checked whenever a stream begins or ends."""
        while not holds():
            await self._count_changed.wait()

    def _count(self, partner_id: int, change: int) -> None:
        self._open[partner_id] += change
        self._count_changed.set()
        self._count_changed = asyncio.Event()

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        """Listen to the feed while the block lasts; streams end on SIGTERM or at its end."""
        with set_on_shutdown(self.ending):
            async with self.feed_listener.watching():
                yield


async def until_shutdown(
    ending: asyncio.Event, results: AsyncGenerator[ExecutionResult, None]
) -> AsyncGenerator[ExecutionResult, None]:
    """The results, until `ending` is set."""
    end = asyncio.ensure_future(ending.wait())
    try:
        while True:
            upcoming = asyncio.ensure_future(anext(results, None))
            try:
                await asyncio.wait({upcoming, end}, return_when=asyncio.FIRST_COMPLETED)
                if not upcoming.done():
                    return
                result = upcoming.result()
            finally:
                await cancel_and_wait(upcoming)
            if result is None:
                return
            yield result
    finally:
        end.cancel()


async def cancel_and_wait(task: asyncio.Future[Any]) -> None:
    """Cancel the task, and return when it has ended, even if the waiting task is cancelled meanwhile.

    An asynchronous generator cannot be closed while a task runs in it.
    """
    task.cancel()
    while not task.done():
        with suppress(asyncio.CancelledError):
            await asyncio.wait({task})
