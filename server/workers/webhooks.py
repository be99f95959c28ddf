"""The webhook worker: enqueues new changes, and delivers to several due webhooks at the same time (T2)."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from functools import partial
from random import SystemRandom

import anyio
import structlog

from models.rules.partners.webhooks import WebhookDelivery
from resolvers.partners.deliver_webhooks import (
    DeliveryContext,
    deliver_to_webhook,
    enqueue_feed_changes,
    webhooks_behind,
    webhooks_due,
)
from server.logs import log_failure
from server.settings import Settings
from server.webhooks.public_network import PublicNetwork
from server.webhooks.sender import MAX_CONCURRENT_WEBHOOKS, RESPONSE_TIMEOUT_SECONDS, sender_of

POLL_INTERVAL_SECONDS = 1.0

logger = structlog.stdlib.get_logger("comptoir.webhooks")
_draw = SystemRandom().random


@asynccontextmanager
async def webhook_worker(settings: Settings, network: PublicNetwork) -> AsyncIterator[None]:
    """Deliver while the block lasts; deliveries cut off at its end are repeated, under the same id."""
    stop = asyncio.Event()
    async with sender_of(settings, network) as sender:
        context = DeliveryContext(
            sender,
            settings.policy,
            lambda: datetime.now(UTC),
            _draw,
            stop.is_set,
            failed=_failed,
            unforeseen=partial(log_failure, "webhook sender failed"),
            removed=_removed,
        )
        task = asyncio.create_task(WebhookWorkers(context).deliver_until(stop))
        try:
            yield
        finally:
            stop.set()
            await asyncio.wait({task}, timeout=RESPONSE_TIMEOUT_SECONDS)
            task.cancel()
            await asyncio.wait({task})


def _failed(delivery: WebhookDelivery, reason: str) -> None:
    logger.warning(
        "change not delivered", webhook=delivery.webhook_id, attempts=delivery.attempts, reason=reason
    )


def _removed(webhook_id: int) -> None:
    logger.info("webhook removed", webhook=webhook_id, reason="answered 410")


class WebhookWorkers:
    """The webhooks that this process delivers to; `busy` are in progress. Our own failures are logged."""

    def __init__(self, context: DeliveryContext) -> None:
        self.context = context
        self.busy: set[int] = set()

    async def deliver_until(self, stop: asyncio.Event) -> None:
        async with anyio.create_task_group() as deliveries:
            while not stop.is_set():
                await self.begin(deliveries)
                with suppress(TimeoutError):
                    await asyncio.wait_for(stop.wait(), POLL_INTERVAL_SECONDS)

    async def begin(self, deliveries: anyio.abc.TaskGroup) -> None:
        """Enqueue new changes, and begin deliveries to the webhooks that are due."""
        try:
            for webhook_id in await webhooks_behind():
                await self._enqueue(webhook_id)
            for webhook_id in await webhooks_due(self.context.clock(), MAX_CONCURRENT_WEBHOOKS):
                if webhook_id not in self.busy and len(self.busy) < MAX_CONCURRENT_WEBHOOKS:
                    self.busy.add(webhook_id)
                    deliveries.start_soon(self._deliver, webhook_id)
        except Exception as error:
            log_failure("due webhooks not read", error)

    async def _enqueue(self, webhook_id: int) -> None:
        try:
            await enqueue_feed_changes(webhook_id, self.context.clock())
        except Exception as error:
            log_failure("changes not enqueued", error)

    async def _deliver(self, webhook_id: int) -> None:
        try:
            if counts := await deliver_to_webhook(webhook_id, self.context):
                outcomes = {outcome.value: count for outcome, count in counts.items()}
                logger.info("webhook delivered", webhook=webhook_id, **outcomes)
        except Exception as error:
            log_failure("webhook delivery failed", error)
        finally:
            self.busy.discard(webhook_id)
