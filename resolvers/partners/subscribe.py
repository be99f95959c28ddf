"""Following the feed as it grows (T2): read page by page from where the subscriber is, never ahead of it.

Nothing is kept for anyone: a slow subscriber is behind in the database, not in memory.
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
"""Seconds after which the subscriber is looked at again: a revoked key hears no more (T3)."""


class FeedListener(Protocol):
    """Tells when the feed has grown, and whose part of it."""

    @property
    def beat(self) -> int:
        """Another number after each growth."""

    async def beyond(self, beat: int, employers: Collection[int], seconds: float) -> None:
        """Returns once one of these employers' parts has grown after this beat, or after so many seconds."""


async def follow_feed(
    recognise: Callable[[], Awaitable[Caller]],
    place: int,
    growth: FeedListener,
    clock: Callable[[], float] = time.monotonic,
) -> AsyncIterator[PublishedChange]:
    """Every change after this place, in order, each once, for as long as the subscriber may hear of them.

    Raises: Refused, as `require_partner`, from the moment that it may not.
    """
    while True:
        beat = growth.beat
        caller, checked = await recognise(), clock()
        employers = require_partner(caller, Scope.CHANGES).employers
        page = await read_changes(caller, place, FEED_PAGE_SIZE)
        for change in page:
            if clock() - checked > AUTHORISATION_SECONDS:
                break
            yield change
            place = change.place
        else:
            if len(page) < FEED_PAGE_SIZE:
                await growth.beyond(beat, employers, AUTHORISATION_SECONDS)


async def latest_feed_position(caller: Caller) -> int:
    """Return where the feed of this partner's employers ends now; changes of other employers do not move it.

    Raises: Refused, as `follow_feed`.
    """
    return await last_feed_position(require_partner(caller, Scope.CHANGES).employers)


async def feed_growth_since(place: int | None) -> tuple[int, Collection[int]]:
    """Return the end of the whole feed, and the employers with changes after `place` (none without one)."""
    return (await feed_end(), ()) if place is None else await employers_changed_after(place)
