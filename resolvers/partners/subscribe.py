"""Subscriptions to the feed (T2): each subscriber reads page by page from its own position.

Nothing is buffered for a subscriber: what a slow one has not read waits in the database, not in memory.
"""

import time
from collections.abc import AsyncIterator, Awaitable, Callable, Collection
from typing import Protocol

from models.rules.partners.feed import PublishedChange
from models.rules.vocabulary import Scope
from models.stores.partners.feed import employers_changed_after, feed_end, last_feed_position
from resolvers.caller import Caller, require_partner
from resolvers.partners.statuses import read_changes

FEED_PAGE_SIZE = 50
AUTHORISATION_SECONDS = 5.0
"""Seconds after which the subscriber is authorised again, so that a revoked key gets no more (T3)."""


class FeedListener(Protocol):
    """Notifies when the feed has grown, and for which employers."""

    @property
    def generation(self) -> int:
        """A number that changes each time the feed grows."""

    async def wait_beyond(self, generation: int, employers: Collection[int], seconds: float) -> None:
        """Wait until the feed has grown for one of these employers after `generation`, at most `seconds`."""


async def follow_feed(
    recognise: Callable[[], Awaitable[Caller]],
    position: int,
    listener: FeedListener,
    clock: Callable[[], float] = time.monotonic,
) -> AsyncIterator[PublishedChange]:
    """Yield every change after this position, in order and once, as long as the subscriber is authorised.

    Raises: Refused, as `require_partner`, as soon as it is not.
    """
    while True:
        generation = listener.generation
        caller, checked = await recognise(), clock()
        employers = require_partner(caller, Scope.CHANGES).employers
        page = await read_changes(caller, position, FEED_PAGE_SIZE)
        for change in page:
            if clock() - checked > AUTHORISATION_SECONDS:
                break
            yield change
            position = change.position
        else:
            if len(page) < FEED_PAGE_SIZE:
                await listener.wait_beyond(generation, employers, AUTHORISATION_SECONDS)


async def latest_feed_position(caller: Caller) -> int:
    """Return where the feed of this partner's employers ends now; changes of other employers do not move it.

    Raises: Refused, as `follow_feed`.
    """
    return await last_feed_position(require_partner(caller, Scope.CHANGES).employers)


async def feed_growth_since(position: int | None) -> tuple[int, Collection[int]]:
    """Return the end of the whole feed, and the employers with changes after `position`, if there is one."""
    return (await feed_end(), ()) if position is None else await employers_changed_after(position)
