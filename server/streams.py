"""What streams share, whatever carries them: who follows, how many at once, when they end (T2, T3)."""

import asyncio
import signal
import threading
from collections import Counter
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Mapping
from contextlib import aclosing, asynccontextmanager, suppress
from datetime import UTC, datetime
from types import FrameType
from typing import Any

from strawberry.types import ExecutionResult

from models.rules.refusals import Refused, key_not_good
from models.rules.vocabulary import Language
from resolvers.caller import Caller
from resolvers.following import PAGE
from schema.budget import LEAST, Budget
from schema.build import ServedSchema
from schema.context import Context, Live
from server.bearer import recognise_bearer
from server.growth import FeedGrowth
from server.limits import Limits
from server.settings import Settings
from server.tokens import Issuer
from server.uses import Uses

SECONDS_TO_SEND = 10.0
"""How long one message may wait for a subscriber that does not read: then it is let go, and resumes."""
_ASKED_TO_STOP = (signal.SIGTERM, signal.SIGINT)


class Streams:
    """The streams of this process."""

    def __init__(
        self, settings: Settings, schema: ServedSchema, issuer: Issuer, limits: Limits, uses: Uses
    ) -> None:
        self.policy = settings.policy
        self.most = settings.subscriptions
        self.seconds_to_send = SECONDS_TO_SEND
        self.introspection = settings.introspection
        self.schema, self.issuer, self.limits, self.uses = schema, issuer, limits, uses
        self.growth = FeedGrowth(settings.database_url)
        self.ending = asyncio.Event()
        self._open: Counter[int] = Counter()
        self._turn = asyncio.Event()

    async def answers(
        self,
        bearer: str | None,
        caller: Caller,
        address: str,
        language: Language,
        asked: Mapping[str, Any],
        resume_after: str | None = None,
    ) -> AsyncGenerator[ExecutionResult, None]:
        """A subscription's answers, until it ends, is closed, or the service does."""
        partner_id = caller.partner.id if caller.partner else 0

        async def recognise() -> Caller:
            known = await recognise_bearer(bearer or "", self.issuer, datetime.now(UTC))
            if known is None:
                raise Refused(key_not_good())
            return known.caller

        live = Live(recognise, self.growth, self.most, self._open[partner_id] < self.most)
        budget = self.limits.budget(caller, address)
        context = Context(
            caller=caller,
            now=datetime.now(UTC),
            policy=self.policy,
            language=language,
            budget=budget,
            introspection=self.introspection,
            live=live,
            resume_after=resume_after,
        )
        self._count(partner_id, 1)
        try:
            async with aclosing(self.schema.follow(**asked, context_value=context)) as answers:
                count = 0
                async for answer in until(self.ending, answers):
                    yield answer
                    count += 1
                    if count % PAGE == 0:
                        await self._pay(budget)
        finally:
            self._count(partner_id, -1)

    async def _pay(self, budget: Budget) -> None:
        """Each page counts as a request; who has used up the minute waits here for the next."""
        while seconds := (await budget.spend(LEAST)).seconds:
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

    async def caller_of(self, bearer: str | None) -> Caller | None:
        """Whose bearer this is, and a use of it; None for strangers, who follow nothing, nor do sessions."""
        now = datetime.now(UTC)
        known = await recognise_bearer(bearer or "", self.issuer, now)
        if known is None:
            return None
        self.uses.count(known.key.id, now)
        return known.caller

    def _count(self, partner_id: int, more: int) -> None:
        self._open[partner_id] += more
        self._turn.set()
        self._turn = asyncio.Event()

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        """For as long as the service lives. Asked to stop, it ends the streams first: they would be waited
        for otherwise, and they never end by themselves."""
        loop = asyncio.get_running_loop()
        formers: dict[int, Callable[[int, FrameType | None], Any]] = {
            number: former
            for number in _ASKED_TO_STOP
            if _in_main_thread() and callable(former := signal.getsignal(number))
        }

        def stop(number: int, frame: FrameType | None) -> None:
            loop.call_soon_threadsafe(self.ending.set)
            formers[number](number, frame)

        for number in formers:
            signal.signal(number, stop)
        try:
            async with self.growth.watching():
                yield
        finally:
            self.ending.set()
            for number, former in formers.items():
                signal.signal(number, former)


async def until(
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
                await ended(upcoming)
            if answer is None:
                return
            yield answer
    finally:
        end.cancel()


async def ended(task: asyncio.Future[Any]) -> None:
    """Cancels it, and returns when it has ended, however often the one who waits here is cancelled too.

    A generator that is still at work for a task cannot be closed.
    """
    task.cancel()
    while not task.done():
        with suppress(asyncio.CancelledError):
            await asyncio.wait({task})


def _in_main_thread() -> bool:
    return threading.current_thread() is threading.main_thread()
