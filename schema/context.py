"""What the fields of one request share: the caller, the time, the language of messages, the limits."""

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


async def unreachable(_url: str) -> bool:
    """Return False for every webhook address: the default of a context without a network."""
    return False


@dataclass(frozen=True, slots=True)
class SubscriptionContext:
    """What a subscription needs from the server: its caller, read anew, and when the feed grows."""

    recognise: Callable[[], Awaitable[Caller]]
    """Return the caller as their access is now."""
    listener: FeedListener
    max_streams: int
    """How many streams a partner may have open at once."""
    acquire_slot: Callable[[], bool]
    """Count this stream; False, and nothing counted, if the partner has `max_streams` open."""
    begun: asyncio.Event = field(default_factory=asyncio.Event)
    """Set once the subscription has its slot: it can no longer be refused for lack of one."""


@dataclass
class Context:
    """`now` is fixed when the request arrives, so that all fields of a response show the same moment."""

    caller: Caller
    now: datetime
    policy: Policy
    language: Language = Language.FRENCH
    wait: Callable[[str, str], Awaitable[int]] | None = field(default=None, repr=False)
    """The server's rate limiter: action and identifier → seconds to wait, 0 if the request may proceed."""
    may_reach: ReachabilityCheck = field(default=unreachable, repr=False)
    """The server's check that a webhook address leads to where messages may be posted."""
    live: SubscriptionContext | None = field(default=None, repr=False)
    """None where the request is no subscription."""
    resume_after: str | None = None
    """The last cursor that the subscriber received, where its transport sends it (Last-Event-ID)."""
    budget: Budget | None = field(default=None, repr=False)
    introspection: Introspection = Introspection.EVERYONE
    seconds_to_wait: int = 0
    """Set when the caller's budget for the minute is used up: the server responds with 429."""
    session_token: str | None = field(default=None, repr=False)
    """Set by a sign-in: the server puts it in the cookie."""
    session_ended: bool = False
    """Set by a sign-out: the server removes the cookie."""
    unforeseen: list[Exception] = field(default_factory=list, repr=False)
    """Unexpected errors of fields; the server checks whether the database is the cause."""

    async def check_rate_limit(self, action: str, identifier: str) -> None:
        """Count one `action`, e.g. sign_in, for this identifier. Raises: Refused(RATE_LIMITED)."""
        seconds = await self.wait(action, normalise_identifier(identifier)) if self.wait else 0
        if seconds:
            raise Refused(rate_limited(seconds))

    def sign_in(self, caller: Caller, token: str) -> None:
        """Make `caller` the caller of the rest of this request; `token` opens their session."""
        self._set_caller(caller)
        self.session_token, self.session_ended = token, False

    def sign_out(self, anonymous: Caller) -> None:
        """Make `anonymous` the caller of the rest of this request, and end the session."""
        self._set_caller(anonymous)
        self.session_token, self.session_ended = None, True

    def stop(self) -> None:
        """Cancel the loads that are still running for this request."""
        loaders = self.__dict__.get("loaders")
        if loaders is not None:
            loaders.stop()

    def start_again(self) -> None:
        """Forget what the loaders have read: the operation is executed anew, from its beginning."""
        self.stop()
        self.__dict__.pop("loaders", None)

    def _set_caller(self, caller: Caller) -> None:
        self.caller = caller
        self.__dict__.pop("loaders", None)

    @cached_property
    def today(self) -> date:
        return paris_day(self.now)

    @cached_property
    def loaders(self) -> Loaders:
        return Loaders(self.caller, self.now, self.today)


Info: TypeAlias = strawberry.Info[Context, None]
