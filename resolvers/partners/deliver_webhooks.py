"""Telling partners' webhooks what has changed: each change at least once, in order for each account (T2).

Whoever dies between sending and marking sends again, under the same id. Each webhook is told in turns of its
own; one that takes nothing is left alone for ever longer, so that it keeps no other waiting.
"""

from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TypeAlias

import anyio

from models.database import transaction
from models.rules.partners.webhook_retry import retry_delay
from models.rules.partners.webhooks import (
    WebhookDelivery,
    WebhookMessage,
    derive_webhook_secret,
    webhook_message_id,
)
from models.rules.policy import Policy
from models.stores.partners import webhook_deliveries
from models.stores.partners.webhooks import remove_webhook

ENQUEUE_PAGE_SIZE = 500
CONCURRENT_DELIVERIES = 4
"""Messages on their way at once to one webhook, of as many accounts."""
WEBHOOK_LEASE = timedelta(minutes=2)
"""Longer by far than a sender takes: while it lives, nobody else takes up what it has."""
MAX_LEASE_WORK = timedelta(seconds=10)
"""Whoever takes things slowly gives way to others."""
MAX_QUEUED_DELIVERIES = 5_000
"""Of one webhook: the rest waits in the feed, where it takes no more room."""


class DeliveryOutcome(StrEnum):
    DELIVERED = "delivered"
    PUT_BACK = "put_back"
    GIVEN_UP = "given_up"
    GONE = "gone"
    """The webhook was removed, with all that it was still to be told."""


class WebhookDeliveryError(Exception):
    """`reason` is kept beside the delivery, and holds nothing of what was answered.

    `there`: somebody is, who would take other changes; `gone`: nobody ever will be.
    """

    def __init__(self, reason: str, *, there: bool = False, gone: bool = False) -> None:
        super().__init__(reason)
        self.reason, self.there, self.gone = reason, there, gone


WebhookPost: TypeAlias = Callable[[WebhookMessage], Awaitable[None]]
"""Errors: Undeliverable."""


@dataclass(slots=True)
class BatchResult:
    """What became of how many; whether somebody was there, who took some or refused some."""

    counts: Counter[DeliveryOutcome] = field(default_factory=Counter)
    there: bool = False

    def add(self, told: DeliveryOutcome, *, there: bool) -> None:
        self.counts[told] += 1
        self.there |= there


@dataclass(frozen=True, slots=True)
class DeliveryContext:
    """What it takes to tell; clock and chance are passed in."""

    send: WebhookPost
    policy: Policy
    clock: Callable[[], datetime]
    draw: Callable[[], float]
    """From 0 to 1, for the jitter."""
    stopping: Callable[[], bool] = lambda: False
    """Asked before each batch: what is on its way is finished, nothing else is taken up."""
    failed: Callable[[WebhookDelivery, str], None] = lambda _delivery, _reason: None
    """Told of each attempt in vain, and why."""
    unforeseen: Callable[[Exception], None] = lambda _error: None
    """Told of what went wrong on our side."""
    removed: Callable[[int], None] = lambda _webhook_id: None
    """Told once of each webhook that is gone."""


async def webhooks_behind() -> list[int]:
    """Those for which the feed holds changes that they have not taken up."""
    return await webhook_deliveries.webhooks_behind_feed()


async def enqueue_feed_changes(webhook_id: int, now: datetime) -> int:
    """Queue what the feed holds for it, a page of it; how many changes."""
    async with transaction():
        return await webhook_deliveries.enqueue_changes(
            webhook_id, ENQUEUE_PAGE_SIZE, MAX_QUEUED_DELIVERIES, now
        )


async def webhooks_due(now: datetime, limit: int) -> list[int]:
    """Those whose time it is, the one that has waited longest first."""
    return await webhook_deliveries.due_webhooks(now, limit)


async def deliver_to_webhook(webhook_id: int, given: DeliveryContext) -> Counter[DeliveryOutcome]:
    """A turn: what is due, some at a time, until nothing is, nobody is there, or the turn is over.

    Nothing if it is not its time, or another tells it.
    """
    turn, begun = BatchResult(), given.clock()
    if not await webhook_deliveries.acquire_lease(webhook_id, begun, begun + WEBHOOK_LEASE):
        return turn.counts
    while not given.stopping():
        batch = await _batch(webhook_id, given)
        turn.counts += batch.counts
        turn.there |= batch.there
        if not batch.there or given.clock() - begun >= MAX_LEASE_WORK:
            break
    async with transaction():
        if turn.counts:
            await webhook_deliveries.pause_webhook(webhook_id, given.clock(), there=turn.there)
        await webhook_deliveries.release_lease(webhook_id, given.clock())
    return turn.counts


async def _batch(webhook_id: int, given: DeliveryContext) -> BatchResult:
    now, batch = given.clock(), BatchResult()
    async with anyio.create_task_group() as lanes:
        # One of the newest too: many that are refused time and again keep what is good no longer than that.
        found = await webhook_deliveries.claim_deliveries(
            webhook_id, now, now + WEBHOOK_LEASE, CONCURRENT_DELIVERIES - 1
        )
        found += await webhook_deliveries.claim_deliveries(
            webhook_id, now, now + WEBHOOK_LEASE, 1, newest=True
        )
        for delivery in found:
            lanes.start_soon(_tell, delivery, given, batch)
    return batch


async def _tell(delivery: WebhookDelivery, given: DeliveryContext, batch: BatchResult) -> None:
    try:
        await given.send(_message(delivery, given.policy))
    except WebhookDeliveryError as error:
        failure = error
    except Exception as error:
        given.unforeseen(error)
        failure = WebhookDeliveryError("our own failure")
    else:
        # Whoever stops us now would have it sent twice.
        with anyio.CancelScope(shield=True):
            await webhook_deliveries.delete_delivered(delivery.id)
        batch.add(DeliveryOutcome.DELIVERED, there=True)
        return
    batch.add(await _failed(delivery, failure, given), there=failure.there)


def _message(delivery: WebhookDelivery, policy: Policy) -> WebhookMessage:
    return WebhookMessage(
        id=webhook_message_id(policy.secret_key, delivery.webhook_id, delivery.change_id),
        url=delivery.url,
        secrets=tuple(derive_webhook_secret(policy.secret_key, nonce) for nonce in delivery.nonces),
        identifier=delivery.identifier,
        before=delivery.before,
        after=delivery.after,
        at=delivery.at,
    )


async def _failed(
    delivery: WebhookDelivery, error: WebhookDeliveryError, given: DeliveryContext
) -> DeliveryOutcome:
    given.failed(delivery, error.reason)
    if error.gone:
        async with transaction():
            removed = await remove_webhook(delivery.webhook_id, given.clock())
        if removed:
            given.removed(delivery.webhook_id)
        return DeliveryOutcome.GONE
    wait = retry_delay(delivery.attempts, given.draw())
    if wait is None:
        await webhook_deliveries.mark_dead(delivery.id, error.reason)
        return DeliveryOutcome.GIVEN_UP
    await webhook_deliveries.schedule_retry(delivery.id, given.clock() + wait, error.reason)
    return DeliveryOutcome.PUT_BACK
