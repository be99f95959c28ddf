"""What every field of one request knows: who asks, when it is, in which language to answer."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import TypeAlias

import strawberry

from models.rules.accounts.identifier import normalise_identifier
from models.rules.paris_calendar import paris_day
from models.rules.policy import Policy
from models.rules.refusals import Refused, rate_limited
from models.rules.vocabulary import Language
from resolvers.batch_loader import Loaders
from resolvers.caller import Caller
from resolvers.partners.subscribe import FeedListener
from resolvers.partners.webhooks import ReachabilityCheck
from schema.limits.budget import Budget
from schema.limits.introspection import Introspection


async def reaches_nothing(_url: str) -> bool:
    """For who has no way out."""
    return False


@dataclass(frozen=True, slots=True)
class SubscriptionContext:
    """What a subscription needs of the edge: whether its caller is still good, and when the feed grows."""

    recognise: Callable[[], Awaitable[Caller]]
    growth: FeedListener
    most: int
    """So many streams may a partner follow at once."""
    take_place: Callable[[], bool]
    """False if there is none left for this one."""
    begun: asyncio.Event = field(default_factory=asyncio.Event)
    """Set once it has its place, and nothing stands in the way any more."""


@dataclass
class Context:
    """`now` is fixed when the request comes in, so that every field of an answer is of the same moment."""

    caller: Caller
    now: datetime
    policy: Policy
    language: Language = Language.FRENCH
    wait: Callable[[str, str], Awaitable[int]] | None = field(default=None, repr=False)
    """The edge's limiter: what is tried, and for which identifier → seconds to wait, 0 if it may go on."""
    may_reach: ReachabilityCheck = field(default=reaches_nothing, repr=False)
    """The edge's look at where an address leads."""
    live: SubscriptionContext | None = field(default=None, repr=False)
    """None where nothing can be followed."""
    resume_after: str | None = None
    """The last cursor that the subscriber received, where its transport sends it (Last-Event-ID)."""
    budget: Budget | None = field(default=None, repr=False)
    introspection: Introspection = Introspection.EVERYONE
    seconds_to_wait: int = 0
    """Set when the caller's minute was used up: the edge answers 429."""
    session_token: str | None = field(default=None, repr=False)
    """Set by a sign-in: the edge puts it in the cookie."""
    session_ended: bool = False
    """Set by a sign-out: the edge takes the cookie back."""
    unforeseen: list[Exception] = field(default_factory=list, repr=False)
    """Unexpected errors of fields; the edge checks whether the database is the cause."""

    async def within_limits(self, tried: str, identifier: str) -> None:
        """Raises: Refused(RATE_LIMITED)."""
        seconds = await self.wait(tried, normalise_identifier(identifier)) if self.wait else 0
        if seconds:
            raise Refused(rate_limited(seconds))

    def sign_in(self, caller: Caller, token: str) -> None:
        """From here on, this request is the caller's."""
        self._become(caller)
        self.session_token, self.session_ended = token, False

    def sign_out(self, stranger: Caller) -> None:
        self._become(stranger)
        self.session_token, self.session_ended = None, True

    def stop(self) -> None:
        """Cancel the loads that are still running for this request."""
        loaders = self.__dict__.get("loaders")
        if loaders is not None:
            loaders.stop()

    def _become(self, caller: Caller) -> None:
        self.caller = caller
        self.__dict__.pop("loaders", None)

    @cached_property
    def today(self) -> date:
        return paris_day(self.now)

    @cached_property
    def loaders(self) -> Loaders:
        return Loaders(self.caller, self.now, self.today)


Info: TypeAlias = strawberry.Info[Context, None]
