"""Delivers status changes to partners' webhooks: at least once, in order for each account (T2).

A worker that dies between sending and recording sends again, under the same id. Workers hold a lease on the
webhook that they deliver to. A webhook that does not respond is paused with exponential backoff, so that it
does not delay the others.
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
"""Messages sent at once to one webhook, each about another account."""
WEBHOOK_LEASE = timedelta(minutes=2)
"""Far longer than one message takes: while a worker lives, no other claims its deliveries."""
MAX_LEASE_WORK = timedelta(seconds=10)
"""After this, a slow webhook gives way to others."""
MAX_QUEUED_DELIVERIES = 5_000
"""Changes enqueued for one webhook; the rest waits in the feed."""


class DeliveryOutcome(StrEnum):
    DELIVERED = "delivered"
    PUT_BACK = "put_back"
    GIVEN_UP = "given_up"
    GONE = "gone"
    """The webhook was removed, with everything enqueued for it."""


class WebhookDeliveryError(Exception):
    """A message was not accepted. `reason` is stored with the delivery and holds nothing of the response.

    `responded`: the endpoint responds and may accept other changes; `gone`: it will accept none any more.
    """

    def __init__(self, reason: str, *, responded: bool = False, gone: bool = False) -> None:
        super().__init__(reason)
        self.reason, self.responded, self.gone = reason, responded, gone


WebhookPost: TypeAlias = Callable[[WebhookMessage], Awaitable[None]]
"""Sends a message. Raises: WebhookDeliveryError."""


@dataclass(slots=True)
class BatchResult:
    """The number of deliveries by outcome; `responded`: whether the endpoint responded to any of them."""

    counts: Counter[DeliveryOutcome] = field(default_factory=Counter)
    responded: bool = False

    def add(self, outcome: DeliveryOutcome, *, responded: bool) -> None:
        self.counts[outcome] += 1
        self.responded |= responded


@dataclass(frozen=True, slots=True)
class DeliveryContext:
    """What a worker needs; the clock and the random numbers are passed in."""

    send: WebhookPost
    policy: Policy
    clock: Callable[[], datetime]
    draw: Callable[[], float]
    """From 0 to 1, for the jitter."""
    stopping: Callable[[], bool] = lambda: False
    """Checked before each batch: messages being sent are finished, no others are claimed."""
    failed: Callable[[WebhookDelivery, str], None] = lambda _delivery, _reason: None
    """Called for each failed attempt, with the reason."""
    unforeseen: Callable[[Exception], None] = lambda _error: None
    """Called for errors on our side."""
    removed: Callable[[int], None] = lambda _webhook_id: None
    """Called once for each webhook that was removed."""


async def webhooks_behind() -> list[int]:
    """Return the ids of webhooks for which the feed holds changes that are not enqueued yet."""
    return await webhook_deliveries.webhooks_behind_feed()


async def enqueue_feed_changes(webhook_id: int, now: datetime) -> int:
    """Enqueue one page of the changes that the feed holds for a webhook; return how many."""
    async with transaction():
        return await webhook_deliveries.enqueue_changes(
            webhook_id, ENQUEUE_PAGE_SIZE, MAX_QUEUED_DELIVERIES, now
        )


async def webhooks_due(now: datetime, limit: int) -> list[int]:
    """Return the ids of webhooks with due deliveries, the one that has waited longest first."""
    return await webhook_deliveries.due_webhooks(now, limit)


async def deliver_to_webhook(webhook_id: int, context: DeliveryContext) -> Counter[DeliveryOutcome]:
    """Deliver what is due, a batch at a time, until nothing is due, the endpoint fails, or time is up.

    Does nothing if the webhook is not due, or if another worker holds the lease.
    """
    total, started_at = BatchResult(), context.clock()
    if not await webhook_deliveries.acquire_lease(webhook_id, started_at, started_at + WEBHOOK_LEASE):
        return total.counts
    while not context.stopping():
        batch = await _batch(webhook_id, context)
        total.counts += batch.counts
        total.responded |= batch.responded
        if not batch.responded or context.clock() - started_at >= MAX_LEASE_WORK:
            break
    async with transaction():
        if total.counts:
            await webhook_deliveries.pause_webhook(webhook_id, context.clock(), responded=total.responded)
        await webhook_deliveries.release_lease(webhook_id, context.clock())
    return total.counts


async def _batch(webhook_id: int, context: DeliveryContext) -> BatchResult:
    now, batch = context.clock(), BatchResult()
    async with anyio.create_task_group() as tasks:
        # One of them is the newest: changes that are refused again and again do not delay all others.
        deliveries = await webhook_deliveries.claim_deliveries(
            webhook_id, now, now + WEBHOOK_LEASE, CONCURRENT_DELIVERIES - 1
        )
        deliveries += await webhook_deliveries.claim_deliveries(
            webhook_id, now, now + WEBHOOK_LEASE, 1, newest=True
        )
        for delivery in deliveries:
            tasks.start_soon(_deliver, delivery, context, batch)
    return batch


async def _deliver(delivery: WebhookDelivery, context: DeliveryContext, batch: BatchResult) -> None:
    try:
        await context.send(_message(delivery, context.policy))
    except WebhookDeliveryError as error:
        failure = error
    except Exception as error:
        context.unforeseen(error)
        failure = WebhookDeliveryError("our own failure")
    else:
        # If the worker were cancelled here, the message would be sent twice.
        with anyio.CancelScope(shield=True):
            await webhook_deliveries.delete_delivered(delivery.id)
        batch.add(DeliveryOutcome.DELIVERED, responded=True)
        return
    batch.add(await _failed(delivery, failure, context), responded=failure.responded)


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
    delivery: WebhookDelivery, error: WebhookDeliveryError, context: DeliveryContext
) -> DeliveryOutcome:
    context.failed(delivery, error.reason)
    if error.gone:
        async with transaction():
            removed = await remove_webhook(delivery.webhook_id, context.clock())
        if removed:
            context.removed(delivery.webhook_id)
        return DeliveryOutcome.GONE
    wait = retry_delay(delivery.attempts, context.draw())
    if wait is None:
        await webhook_deliveries.mark_dead(delivery.id, error.reason)
        return DeliveryOutcome.GIVEN_UP
    await webhook_deliveries.schedule_retry(delivery.id, context.clock() + wait, error.reason)
    return DeliveryOutcome.PUT_BACK
