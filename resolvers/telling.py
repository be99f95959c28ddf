"""Telling partners' webhooks what has changed: each change at least once, in order for each account (T2).

Whoever dies between sending and marking sends again, under the same id. Each webhook is told for itself: one
that does not answer keeps no other waiting.
"""

from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TypeAlias

import anyio

from models.database import transaction
from models.rules.policy import Policy
from models.rules.webhooks import Delivery, secret_of, wait_after
from models.stores import webhooks as store
from models.stores.feed import feed_head

PAGE = 500
LANES = 4
"""Messages on their way at once to one webhook, of as many accounts."""
LEASE = timedelta(minutes=2)
"""Longer by far than a sender takes: while it lives, nobody else takes up what it has."""
BACKLOG = 5_000
"""Of one webhook: the rest waits in the feed, where it takes no more room."""


class Told(StrEnum):
    DELIVERED = "delivered"
    PUT_BACK = "put_back"
    GIVEN_UP = "given_up"


class Undeliverable(Exception):
    """`reason` is kept beside the delivery, and holds nothing of what was answered."""

    def __init__(self, reason: str, gone: bool = False) -> None:
        super().__init__(reason)
        self.reason, self.gone = reason, gone


Sender: TypeAlias = Callable[[Delivery, bytes], Awaitable[None]]
"""Sends a delivery, signed with this secret. Errors: Undeliverable."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What it takes to tell; clock and chance are passed in."""

    send: Sender
    policy: Policy
    clock: Callable[[], datetime]
    draw: Callable[[], float]
    """From 0 to 1, for the jitter."""
    stopping: Callable[[], bool] = lambda: False
    """Asked before each batch: what is on its way is finished, nothing else is taken up."""


async def take_up(now: datetime) -> int:
    """Queue what the feed holds and webhooks have not been told; how many changes."""
    count = 0
    for webhook_id in await store.behind(await feed_head()):
        async with transaction():
            count += await store.take_up(webhook_id, PAGE, BACKLOG, now)
    return count


async def webhooks_due(now: datetime) -> list[int]:
    """Those that can be told something now, the one that has waited longest first."""
    return await store.due(now)


async def tell(webhook_id: int, given: Telling) -> Counter[Told]:
    """What is due to this webhook, some at a time, until nothing is or nothing of it could be delivered."""
    counts: Counter[Told] = Counter()
    while not given.stopping():
        now = given.clock()
        claimed = await store.claim(webhook_id, now, now + LEASE, LANES)
        told: Counter[Told] = Counter()
        async with anyio.create_task_group() as lanes:
            for delivery in claimed:
                lanes.start_soon(_tell, delivery, given, told)
        counts += told
        if not told[Told.DELIVERED]:
            break
    return counts


async def _tell(delivery: Delivery, given: Telling, told: Counter[Told]) -> None:
    try:
        await given.send(delivery, secret_of(given.policy.secret_key, delivery.nonce))
    except Undeliverable as error:
        told[await _failed(delivery, error, given)] += 1
        return
    # Whoever stops us now would have it sent twice.
    with anyio.CancelScope(shield=True):
        await store.delivered(delivery.id)
    told[Told.DELIVERED] += 1


async def _failed(delivery: Delivery, error: Undeliverable, given: Telling) -> Told:
    if error.gone:
        async with transaction():
            await store.remove_webhook(delivery.webhook_id, given.clock())
        return Told.GIVEN_UP
    wait = wait_after(delivery.attempts, given.draw())
    if wait is None:
        await store.give_up(delivery.id, error.reason)
        return Told.GIVEN_UP
    await store.put_back(delivery.id, given.clock() + wait, error.reason)
    return Told.PUT_BACK
