"""What streams share, whatever carries them: who follows, how many at once, when they end (T2, T3)."""

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
from server.services import Services
from server.workers.shutdown import set_on_shutdown

SEND_TIMEOUT_SECONDS = 10.0
"""How long one message may wait for a subscriber that does not read: then it is let go, and resumes."""


class SubscriptionInterrupted(Exception):
    """What passes: the subscriber is let go, and resumes after the last cursor that it read."""


@dataclass(frozen=True, slots=True)
class SubscriptionStream:
    """A subscription. `answers` ends when it does, is closed, or the service stops; errors: Interrupted."""

    context: Context
    live: SubscriptionContext
    answers: AsyncGenerator[ExecutionResult, None]


class Subscriptions:
    """The streams of this process."""

    def __init__(self, edge: Services) -> None:
        self.edge = edge
        self.most = edge.settings.subscriptions
        self.seconds_to_send = SEND_TIMEOUT_SECONDS
        self.growth = DatabaseFeedListener(edge.settings.database_url)
        self.ending = asyncio.Event()
        self.sockets: Counter[int] = Counter()
        """Of each partner, whether they follow anything or not."""
        self._open: Counter[int] = Counter()
        self._turn = asyncio.Event()

    def stream(
        self,
        bearer: str | None,
        caller: Caller,
        address: str,
        language: Language,
        asked: Mapping[str, Any],
        resume_after: str | None = None,
    ) -> SubscriptionStream:
        """Prepare a subscription: nothing is counted or read before its first result is requested."""
        partner_id = caller.partner.id if caller.partner else 0

        async def recognise() -> Caller:
            return await self.edge.still(bearer or "", datetime.now(UTC))

        def take_place() -> bool:
            free = self._open[partner_id] < self.most
            self._count(partner_id, int(free))
            return free

        live = SubscriptionContext(recognise, self.growth, self.most, take_place)
        context = Context(
            caller=caller,
            now=datetime.now(UTC),
            policy=self.edge.settings.policy,
            language=language,
            budget=self.edge.limits.budget(caller, address),
            introspection=self.edge.settings.introspection,
            live=live,
            resume_after=resume_after,
        )
        return SubscriptionStream(context, live, self._answers(partner_id, context, live, asked))

    async def _answers(
        self, partner_id: int, context: Context, live: SubscriptionContext, asked: Mapping[str, Any]
    ) -> AsyncGenerator[ExecutionResult, None]:
        try:
            async with aclosing(self.edge.schema.follow(**asked, context_value=context)) as answers:
                count = 0
                async for answer in until_shutdown(self.ending, answers):
                    if any(map(is_database_failure, context.unforeseen)):
                        raise SubscriptionInterrupted(
                            "The database does not answer: resume after the last cursor read"
                        )
                    yield answer
                    count += 1
                    if count % FEED_PAGE_SIZE == 0:
                        await self._pay(context.budget)
        finally:
            self._count(partner_id, -int(live.begun.is_set()))

    async def _pay(self, budget: Budget | None) -> None:
        """Each page counts as a request; who has used up the minute waits here for the next."""
        while budget and (seconds := (await budget.spend(MIN_REQUEST_COST)).seconds):
            with suppress(TimeoutError):
                await asyncio.wait_for(self.ending.wait(), seconds)
                return

    def count(self, partner_id: int) -> int:
        """The streams that this partner follows now."""
        return self._open[partner_id]

    async def changed(self, holds: Callable[[], bool]) -> None:
        """Returns once this holds, looked at whenever a stream begins or ends."""
        while not holds():
            await self._turn.wait()

    def _count(self, partner_id: int, more: int) -> None:
        self._open[partner_id] += more
        self._turn.set()
        self._turn = asyncio.Event()

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        """For as long as the service lives, or until it is asked to stop."""
        with set_on_shutdown(self.ending):
            async with self.growth.watching():
                yield


async def until_shutdown(
    ending: asyncio.Event, answers: AsyncGenerator[ExecutionResult, None]
) -> AsyncGenerator[ExecutionResult, None]:
    """The answers, as long as nothing has to end."""
    end = asyncio.ensure_future(ending.wait())
    try:
        while True:
            upcoming = asyncio.ensure_future(anext(answers, None))
            try:
                await asyncio.wait({upcoming, end}, return_when=asyncio.FIRST_COMPLETED)
                if not upcoming.done():
                    return
                answer = upcoming.result()
            finally:
                await cancel_and_wait(upcoming)
            if answer is None:
                return
            yield answer
    finally:
        end.cancel()


async def cancel_and_wait(task: asyncio.Future[Any]) -> None:
    """Cancels it, and returns when it has ended, however often the one who waits here is cancelled too.

    A generator that is still at work for a task cannot be closed.
    """
    task.cancel()
    while not task.done():
        with suppress(asyncio.CancelledError):
            await asyncio.wait({task})
