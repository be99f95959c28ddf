"""Webhooks are told in turns, for as long as the service lives: whose time it is, some at once."""

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
    """For as long as the block lasts; what is cut off at its end goes again, under the same id."""
    stop = asyncio.Event()
    async with sender_of(settings, network) as sender:
        given = DeliveryContext(
            sender,
            settings.policy,
            lambda: datetime.now(UTC),
            _draw,
            stop.is_set,
            failed=_failed,
            unforeseen=partial(log_failure, "webhook sender failed"),
            removed=_removed,
        )
        task = asyncio.create_task(WebhookWorkers(given).take_until(stop))
        try:
            yield
        finally:
            stop.set()
            await asyncio.wait({task}, timeout=RESPONSE_TIMEOUT_SECONDS)
            task.cancel()
            await asyncio.wait({task})


def _failed(delivery: WebhookDelivery, reason: str) -> None:
    logger.warning("change not told", webhook=delivery.webhook_id, attempts=delivery.attempts, reason=reason)


def _removed(webhook_id: int) -> None:
    logger.info("webhook removed", webhook=webhook_id, reason="answered 410")


class WebhookWorkers:
    """Of this process. Failures of ours are logged, and end nothing."""

    def __init__(self, given: DeliveryContext) -> None:
        self.given = given
        self.busy: set[int] = set()

    async def take_until(self, stop: asyncio.Event) -> None:
        async with anyio.create_task_group() as turns:
            while not stop.is_set():
                await self.begin(turns)
                with suppress(TimeoutError):
                    await asyncio.wait_for(stop.wait(), POLL_INTERVAL_SECONDS)

    async def begin(self, turns: anyio.abc.TaskGroup) -> None:
        """Take up what is new, and begin the turns of those whose time it is."""
        try:
            for webhook_id in await webhooks_behind():
                await self._take_up(webhook_id)
            for webhook_id in await webhooks_due(self.given.clock(), MAX_CONCURRENT_WEBHOOKS):
                if webhook_id not in self.busy and len(self.busy) < MAX_CONCURRENT_WEBHOOKS:
                    self.busy.add(webhook_id)
                    turns.start_soon(self._turn, webhook_id)
        except Exception as error:
            log_failure("webhooks not looked at", error)

    async def _take_up(self, webhook_id: int) -> None:
        try:
            await enqueue_feed_changes(webhook_id, self.given.clock())
        except Exception as error:
            log_failure("changes not taken up", error)

    async def _turn(self, webhook_id: int) -> None:
        try:
            if counts := await deliver_to_webhook(webhook_id, self.given):
                told = {outcome.value: count for outcome, count in counts.items()}
                logger.info("webhook had its turn", webhook=webhook_id, **told)
        except Exception as error:
            log_failure("webhook not told", error)
        finally:
            self.busy.discard(webhook_id)
