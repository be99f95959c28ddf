"""Workers: one lease on a webhook at a time, which a worker that dies leaves to another (T2)."""

import asyncio
from datetime import timedelta

import pytest

from models.rules.accounts.account import Account
from models.rules.partners.webhooks import WebhookMessage
from models.stores.partners.webhook_deliveries import claim_deliveries
from models.tables.webhooks import DeliveryRow
from resolvers.partners import deliver_webhooks
from resolvers.partners.deliver_webhooks import (
    WEBHOOK_LEASE,
    DeliveryContext,
    DeliveryOutcome,
)
from tests.factories import NOW, POLICY, an_account
from tests.processes.webhook_receiver import OK, answering
from tests.resolvers.partners.webhook_subscriber import Subscriber, change, enqueue

pytestmark = pytest.mark.usefixtures("database")


class Killed(BaseException):
    """The end of a worker: an exception that our code does not handle."""


async def test_a_worker_that_dies_before_it_records_a_delivery_sends_again_under_the_same_id(
    subscriber: Subscriber,
) -> None:
    await subscriber.register()
    await change(subscriber.house, subscriber.house.paul)
    await enqueue()
    (webhook_id,) = await deliver_webhooks.webhooks_due(NOW, 100)

    async def die(message: WebhookMessage) -> None:
        await subscriber.send(message)
        raise Killed

    with pytest.raises(BaseExceptionGroup):
        await deliver_webhooks.deliver_to_webhook(
            webhook_id, DeliveryContext(die, POLICY, lambda: NOW, lambda: 0.0)
        )
    assert await subscriber.deliver(NOW + WEBHOOK_LEASE - timedelta(seconds=1)) == {}
    assert await subscriber.deliver(NOW + WEBHOOK_LEASE) == {DeliveryOutcome.DELIVERED: 1}
    first, second = (one.headers["webhook-id"] for one in subscriber.receiver.received)
    assert first == second


async def test_two_workers_that_enqueue_and_claim_at_once_share_the_deliveries(
    subscriber: Subscriber,
) -> None:
    await subscriber.register()
    await change(subscriber.house, *[subscriber.house.paul, subscriber.house.sara] * 3)
    await asyncio.gather(enqueue(), enqueue())
    (webhook_id,) = await deliver_webhooks.webhooks_due(NOW, 100)
    first, second = await asyncio.gather(
        *(claim_deliveries(webhook_id, NOW, NOW + WEBHOOK_LEASE, 1) for _ in range(2))
    )
    more = await claim_deliveries(webhook_id, NOW, NOW + WEBHOOK_LEASE, 16)
    claimed = [d.identifier for d in first + second + more]
    assert sorted(claimed) == sorted([subscriber.house.paul.identifier, subscriber.house.sara.identifier])
    assert await DeliveryRow.all().count() == 6


async def test_of_several_workers_one_holds_the_lease_on_a_webhook(subscriber: Subscriber) -> None:
    await subscriber.register()
    await change(subscriber.house, *[await an_account(subscriber.house.employer_id) for _ in range(10)])
    await enqueue()
    (webhook_id,) = await deliver_webhooks.webhooks_due(NOW, 100)
    context = DeliveryContext(subscriber.send, POLICY, lambda: NOW, lambda: 0.0)
    counts = await asyncio.gather(
        *(deliver_webhooks.deliver_to_webhook(webhook_id, context) for _ in range(3))
    )
    assert sorted(count.total() for count in counts) == [0, 0, 10]
    assert await deliver_webhooks.webhooks_due(NOW + timedelta(days=9), 100) == []


async def test_a_change_enqueued_during_a_delivery_is_delivered_next(subscriber: Subscriber) -> None:
    """A change enqueued while a worker holds the lease makes the webhook due when the lease is released."""
    await subscriber.register()
    late: list[Account] = [subscriber.house.sara]

    async def send(message: WebhookMessage) -> None:
        if late:
            await change(subscriber.house, late.pop())
            await enqueue()
            assert await deliver_webhooks.webhooks_due(NOW, 100) == []  # a worker holds the lease
            assert not await deliver_webhooks.deliver_to_webhook(webhook_id, context)
        await subscriber.send(message)

    await change(subscriber.house, subscriber.house.paul)
    await enqueue()
    (webhook_id,) = await deliver_webhooks.webhooks_due(NOW, 100)
    context = DeliveryContext(send, POLICY, lambda: NOW, lambda: 0.0)
    counts = await deliver_webhooks.deliver_to_webhook(webhook_id, context)
    assert (await subscriber.deliver()).get(DeliveryOutcome.DELIVERED, 0) + counts[
        DeliveryOutcome.DELIVERED
    ] == 2
    assert len(subscriber.receiver.received) == 2


async def test_a_slow_webhook_gives_way_after_ten_seconds(subscriber: Subscriber) -> None:
    await subscriber.register()
    await change(subscriber.house, *[await an_account(subscriber.house.employer_id) for _ in range(40)])
    await enqueue()
    seconds = 0

    async def slowly(message: WebhookMessage) -> None:
        nonlocal seconds
        seconds += 1
        await subscriber.send(message)

    (webhook_id,) = await deliver_webhooks.webhooks_due(NOW, 100)
    context = DeliveryContext(slowly, POLICY, lambda: NOW + timedelta(seconds=seconds), lambda: 0.0)
    counts = await deliver_webhooks.deliver_to_webhook(webhook_id, context)
    assert counts == {DeliveryOutcome.DELIVERED: 12}  # three batches of four
    assert await deliver_webhooks.webhooks_due(NOW + timedelta(seconds=11), 100) == []
    assert await deliver_webhooks.webhooks_due(NOW + timedelta(seconds=12), 100) == [webhook_id]


async def test_a_worker_that_is_stopping_claims_no_more_deliveries(subscriber: Subscriber) -> None:
    await subscriber.register()
    await change(subscriber.house, *[await an_account(subscriber.house.employer_id) for _ in range(10)])
    subscriber.stopping.set()
    assert await subscriber.deliver() == {}
    subscriber.stopping.clear()
    assert await subscriber.deliver() == {DeliveryOutcome.DELIVERED: 10}


async def test_a_lease_without_an_attempt_is_not_a_failure(subscriber: Subscriber) -> None:
    await subscriber.register()
    await change(subscriber.house, subscriber.house.paul)
    subscriber.receiver.answer = lambda _one: answering(500)
    assert await subscriber.deliver() == {DeliveryOutcome.PUT_BACK: 1}
    subscriber.stopping.set()
    assert await subscriber.deliver(NOW + timedelta(seconds=5)) == {}
    subscriber.stopping.clear()
    subscriber.receiver.answer = lambda _one: OK
    assert await subscriber.deliver(NOW + timedelta(seconds=5)) == {DeliveryOutcome.DELIVERED: 1}
