"""Following the feed as it grows (T2): read page by page from where the subscriber is, never ahead of it.

Nothing is kept for anyone: a slow subscriber is behind in the database, not in memory.
"""

import time
from collections.abc import AsyncIterator, Awaitable, Callable, Collection
from typing import Protocol

from models.rules.partners.feed import ToldChange
from models.rules.vocabulary import Scope
from models.stores.partners.feed import feed_head, grown_after, last_place
from resolvers.caller import Caller, partner_for
from resolvers.partners.statuses import changes_after

PAGE = 50
CHECKED_FOR = 5.0
"""Seconds after which the subscriber is looked at again: a revoked key hears no more (T3)."""


class Growth(Protocol):
    """Tells when the feed has grown, and whose part of it."""

    @property
    def beat(self) -> int:
        """Another number after each growth."""

    async def beyond(self, beat: int, employers: Collection[int], seconds: float) -> None:
        """Returns once one of these employers' parts has grown after this beat, or after so many seconds."""


async def follow(
    recognise: Callable[[], Awaitable[Caller]],
    place: int,
    growth: Growth,
    clock: Callable[[], float] = time.monotonic,
) -> AsyncIterator[ToldChange]:
    """Every change after this place, in order, each once, for as long as the subscriber may hear of them.

    Errors: Refused, as `partner_for`, from the moment that it may not.
    """
    while True:
        beat = growth.beat
        caller, checked = await recognise(), clock()
        employers = partner_for(caller, Scope.CHANGES).employers
        page = await changes_after(caller, place, PAGE)
        for change in page:
            if clock() - checked > CHECKED_FOR:
                break
            yield change
            place = change.place
        else:
            if len(page) < PAGE:
                await growth.beyond(beat, employers, CHECKED_FOR)


async def present_place(caller: Caller) -> int:
    """Where the feed ends now, for this partner: what others do moves it nowhere. Errors: as `follow`."""
    return await last_place(partner_for(caller, Scope.CHANGES).employers)


async def grown_since(place: int | None) -> tuple[int, Collection[int]]:
    """Where the feed of all employers ends, and whose parts have grown since; without a place, nobody's."""
    return (await feed_head(), ()) if place is None else await grown_after(place)
