"""Many webhooks in one process: endpoints that never respond do not delay the others (T2)."""

import asyncio
from collections import Counter
from datetime import UTC, datetime

import pytest

from models.database import transaction
from models.rules.partners.feed import StatusChange
from models.rules.partners.webhooks import WebhookMessage
from models.rules.vocabulary import AccountStatus, Scope
from models.stores.partners.feed import append_to_feed
from models.tables.webhooks import DeliveryRow, WebhookRow
from resolvers.partners import webhooks
from resolvers.partners.deliver_webhooks import (
    CONCURRENT_DELIVERIES,
    DeliveryContext,
    WebhookDeliveryError,
    enqueue_feed_changes,
)
from server.webhooks.sender import MAX_CONCURRENT_WEBHOOKS
from server.workers import webhooks as webhook_workers
from server.workers.webhooks import WebhookWorkers
from tests.factories import NOW, POLICY, House, a_house, a_partner, an_account, asking
from tests.resolvers.partners.registered_webhooks import anywhere

pytestmark = pytest.mark.usefixtures("database")

DEAD = "https://dead.example/"
GOOD = "https://good.example/"
PATIENCE = 120.0
MORE = 10


async def change(house: House, count: int = 1) -> None:
    made = [
        StatusChange(
            (await an_account(house.employer_id)).id, AccountStatus.ACTIVE, AccountStatus.DELETED, NOW
        )
        for _ in range(count)
    ]
    async with transaction():
        await append_to_feed(house.employer_id, made)


async def register(house: House, url: str, count: int) -> None:
    """Register webhooks, ten for each partner, the most it may have."""
    for number in range(count):
        if number % 10 == 0:
            caller = await asking(await a_partner(house.employer_id, scopes=[Scope.WEBHOOKS]))
        await webhooks.register(caller, url, NOW, POLICY, anywhere)


class Partners:
    """Dead endpoints never respond; the good one records that it received its change."""

    def __init__(self) -> None:
        self.tried: Counter[str] = Counter()
        self.delivered, self.all_tried = asyncio.Event(), asyncio.Event()

    async def send(self, message: WebhookMessage) -> None:
        self.tried[message.url] += 1
        if message.url == GOOD:
            self.delivered.set()
            return
        if self.tried[DEAD] >= CONCURRENT_DELIVERIES * (MAX_CONCURRENT_WEBHOOKS + MORE):
            self.all_tried.set()
        await asyncio.sleep(0.05)
        raise WebhookDeliveryError("no answer")


async def test_many_dead_webhooks_delay_a_good_one_by_one_delivery_at_most(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each has a backlog; the good one's change comes last."""
    monkeypatch.setattr(webhook_workers, "POLL_INTERVAL_SECONDS", 0.02)
    house = await a_house()
    await register(house, DEAD, MAX_CONCURRENT_WEBHOOKS + MORE)
    await change(house, 40)
    partners, stop = Partners(), asyncio.Event()
    context = DeliveryContext(partners.send, POLICY, lambda: datetime.now(UTC), lambda: 0.0, stop.is_set)
    delivering = asyncio.create_task(WebhookWorkers(context).deliver_until(stop))
    async with asyncio.timeout(PATIENCE):
        await partners.all_tried.wait()
        await register(house, GOOD, 1)
        before = partners.tried[DEAD]
        await change(house)
        await partners.delivered.wait()
        stop.set()
        await delivering
    assert partners.tried[DEAD] - before <= 2 * CONCURRENT_DELIVERIES * (MAX_CONCURRENT_WEBHOOKS + MORE)
    assert partners.tried[DEAD] < await DeliveryRow.all().count() / 3


async def test_changes_that_cannot_be_enqueued_for_one_webhook_are_for_the_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The first webhook already has a delivery of a change that is still to be enqueued, which fails."""
    house = await a_house()
    await register(house, DEAD, 1)
    (bad,) = await WebhookRow.all()
    await change(house)
    await enqueue_feed_changes(bad.id, NOW)
    await WebhookRow.all().update(place=0)
    await register(house, GOOD, 1)
    await change(house)
    monkeypatch.setattr(webhook_workers, "POLL_INTERVAL_SECONDS", 0.02)
    partners, stop = Partners(), asyncio.Event()
    context = DeliveryContext(partners.send, POLICY, lambda: datetime.now(UTC), lambda: 0.0, stop.is_set)
    turning = asyncio.create_task(WebhookWorkers(context).deliver_until(stop))
    async with asyncio.timeout(PATIENCE):
        await partners.delivered.wait()
        stop.set()
        await turning
