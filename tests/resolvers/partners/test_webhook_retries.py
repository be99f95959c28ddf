"""Failed deliveries: retried with exponential backoff, then dead letters, replayed or purged (T2)."""

from datetime import timedelta

import pytest

from models.rules.partners.partner import RegisteredWebhook
from models.rules.partners.webhooks import WebhookMessage
from models.rules.vocabulary import DeliveryState
from models.tables.webhooks import DeliveryRow
from resolvers.accounts.purge import purge
from resolvers.partners import deliver_webhooks, manage, webhooks
from resolvers.partners.deliver_webhooks import (
    DeliveryContext,
    DeliveryOutcome,
)
from tests.factories import NOW, POLICY, an_account
from tests.processes.webhook_receiver import OK, answering
from tests.resolvers.partners.webhook_subscriber import ACTIVE, DELETED, Subscriber, change, enqueue

pytestmark = pytest.mark.usefixtures("database")


async def test_a_failed_delivery_waits_and_later_changes_of_its_account_wait_behind_it(
    subscriber: Subscriber,
) -> None:
    await subscriber.register()
    paul, sara = subscriber.house.paul, subscriber.house.sara
    subscriber.receiver.answer = lambda one: answering(500) if one.identifier == paul.identifier else OK
    await change(subscriber.house, paul, paul, sara, sara)
    assert await subscriber.deliver() == {DeliveryOutcome.PUT_BACK: 1, DeliveryOutcome.DELIVERED: 2}
    assert [one for one, _ in subscriber.receiver.changes].count(paul.identifier) == 1
    assert [one for one in subscriber.receiver.changes if one[0] == sara.identifier] == [
        (sara.identifier, "DELETED"),
        (sara.identifier, "ACTIVE"),
    ]
    subscriber.receiver.answer = lambda _one: OK
    assert await subscriber.deliver(NOW + timedelta(seconds=4)) == {}
    assert await subscriber.deliver(NOW + timedelta(seconds=5)) == {DeliveryOutcome.DELIVERED: 2}
    ids = [
        one.headers["webhook-id"] for one in subscriber.receiver.received if one.identifier == paul.identifier
    ]
    assert [after for one, after in subscriber.receiver.changes if one == paul.identifier] == [
        "DELETED",
        "DELETED",
        "ACTIVE",
    ]
    assert ids[0] == ids[1] != ids[2]


async def test_a_failed_delivery_shows_its_error_until_it_is_delivered(subscriber: Subscriber) -> None:
    await subscriber.register()
    paul = subscriber.house.paul
    subscriber.receiver.answer = lambda _one: answering(500)
    await change(subscriber.house, paul, paul)
    await subscriber.deliver()
    (retry,) = await subscriber.failed(DeliveryState.QUEUED)
    assert (retry.identifier, retry.before, retry.after, retry.at) == (paul.identifier, ACTIVE, DELETED, NOW)
    assert (retry.attempts, retry.error) == (1, "answered 500")
    assert (retry.last_attempt_at, retry.next_attempt_at) == (NOW, NOW + timedelta(seconds=5))
    subscriber.receiver.answer = lambda _one: OK
    await subscriber.deliver(NOW + timedelta(seconds=5))
    assert await subscriber.failed(DeliveryState.QUEUED) == []


async def test_after_ten_attempts_a_delivery_is_a_dead_letter_and_later_changes_are_delivered(
    subscriber: Subscriber,
) -> None:
    await subscriber.register()
    paul = subscriber.house.paul
    subscriber.receiver.answer = lambda _one: answering(503)
    await change(subscriber.house, paul, paul)
    now = NOW
    for _ in range(10):
        await subscriber.deliver(now)
        now += timedelta(days=2)
    (webhook,) = await webhooks.own_webhooks(subscriber.caller)
    (letter,) = await subscriber.failed(DeliveryState.DEAD)
    assert (letter.identifier, letter.after, letter.attempts) == (paul.identifier, DELETED, 10)
    assert (letter.error, letter.next_attempt_at) == ("answered 503", None)
    assert await subscriber.failed(DeliveryState.DEAD, letter.id) == []
    counts = await webhooks.delivery_counts(subscriber.caller, [webhook.id])
    assert counts == {webhook.id: {DeliveryState.QUEUED: 1, DeliveryState.DEAD: 1}}
    (operators,) = await manage.list_partners()
    assert operators.webhooks == (RegisteredWebhook(webhook.url, operators.keys[0].hint, waiting=1, dead=1),)

    subscriber.receiver.answer = lambda _one: OK
    subscriber.receiver.received.clear()
    assert await webhooks.replay(subscriber.caller, webhook.id, [letter.id], now) == 1
    assert await subscriber.deliver(now) == {DeliveryOutcome.DELIVERED: 2}
    assert subscriber.receiver.changes == [(paul.identifier, "DELETED"), (paul.identifier, "ACTIVE")]
    assert await webhooks.replay(subscriber.caller, webhook.id, None, now) == 0


async def test_dead_letters_are_purged_after_thirty_days(subscriber: Subscriber) -> None:
    await subscriber.register()
    await change(subscriber.house, subscriber.house.paul, subscriber.house.sara)
    await enqueue()
    await DeliveryRow.all().update(state=DeliveryState.DEAD, last_attempt_at=NOW)
    await DeliveryRow.filter(account_id=subscriber.house.sara.id).update(
        last_attempt_at=NOW - timedelta(seconds=1)
    )
    await purge(NOW + timedelta(days=30), POLICY)
    assert [row.account_id for row in await DeliveryRow.all()] == [subscriber.house.paul.id]


@pytest.mark.parametrize(
    "response", [b"", b"nonsense\r\n\r\n", answering(302, "location: https://elsewhere.example/")]
)
async def test_a_delivery_without_a_valid_response_is_retried(
    subscriber: Subscriber, response: bytes
) -> None:
    await subscriber.register()
    subscriber.receiver.answer = lambda _one: response
    await change(subscriber.house, subscriber.house.paul)
    assert await subscriber.deliver() == {DeliveryOutcome.PUT_BACK: 1}
    assert subscriber.receiver.connections <= 2
    (row,) = await DeliveryRow.all()
    assert row.error
    assert "elsewhere" not in row.error


async def test_a_webhook_that_accepts_nothing_is_paused_with_exponential_backoff(
    subscriber: Subscriber,
) -> None:
    """New changes do not shorten the pause; one accepted delivery ends it."""
    await subscriber.register()
    people = [await an_account(subscriber.house.employer_id) for _ in range(20)]
    await change(subscriber.house, *people)
    subscriber.receiver.answer = lambda _one: answering(500)
    assert await subscriber.deliver() == {DeliveryOutcome.PUT_BACK: deliver_webhooks.CONCURRENT_DELIVERIES}
    now = NOW
    for pause in (5, 10, 20):
        await change(subscriber.house, await an_account(subscriber.house.employer_id))
        assert await subscriber.deliver(now + timedelta(seconds=pause - 1)) == {}
        now += timedelta(seconds=pause)
        assert await subscriber.deliver(now) == {
            DeliveryOutcome.PUT_BACK: deliver_webhooks.CONCURRENT_DELIVERIES
        }
    subscriber.receiver.answer = lambda _one: OK
    now += timedelta(seconds=40)
    assert sum((await subscriber.deliver(now)).values()) > 4 * deliver_webhooks.CONCURRENT_DELIVERIES
    await change(subscriber.house, await an_account(subscriber.house.employer_id))
    assert await subscriber.deliver(now + timedelta(seconds=1)) == {DeliveryOutcome.DELIVERED: 1}


async def test_one_account_whose_changes_fail_delays_those_of_others_by_seconds_only(
    subscriber: Subscriber,
) -> None:
    await subscriber.register()
    paul, sara = subscriber.house.paul, subscriber.house.sara
    subscriber.receiver.answer = lambda one: answering(500) if one.identifier == paul.identifier else OK
    await change(subscriber.house, paul)
    assert await subscriber.deliver() == {DeliveryOutcome.PUT_BACK: 1}
    assert await subscriber.deliver(NOW + timedelta(seconds=5)) == {
        DeliveryOutcome.PUT_BACK: 1
    }  # the next attempt is in 5 minutes
    await change(subscriber.house, sara)
    assert await subscriber.deliver(NOW + timedelta(seconds=14)) == {}
    assert await subscriber.deliver(NOW + timedelta(seconds=15)) == {DeliveryOutcome.DELIVERED: 1}


@pytest.mark.parametrize(("status", "seconds"), [(422, 0), (500, 5)])
async def test_many_accounts_whose_changes_are_refused_delay_those_of_others_no_longer(
    subscriber: Subscriber, status: int, seconds: int
) -> None:
    """An endpoint that responds with a refusal is not paused; each batch holds the newest delivery too."""
    await subscriber.register()
    people = [await an_account(subscriber.house.employer_id) for _ in range(40)]
    refused = {one.identifier for one in people}
    subscriber.receiver.answer = lambda one: answering(status) if one.identifier in refused else OK
    await change(subscriber.house, *people)
    await subscriber.deliver()
    await change(subscriber.house, subscriber.house.sara)
    counts = await subscriber.deliver(NOW + timedelta(seconds=seconds))
    assert counts[DeliveryOutcome.DELIVERED] == 1


async def test_an_endpoint_that_refuses_one_change_for_the_last_time_gets_the_others(
    subscriber: Subscriber,
) -> None:
    await subscriber.register()
    paul = subscriber.house.paul
    subscriber.receiver.answer = lambda one: answering(422) if one.identifier == paul.identifier else OK
    await change(subscriber.house, paul)
    await subscriber.deliver()
    await DeliveryRow.all().update(attempts=9)
    assert await subscriber.deliver(NOW + timedelta(days=3)) == {DeliveryOutcome.GIVEN_UP: 1}
    await change(subscriber.house, subscriber.house.sara)
    assert await subscriber.deliver(NOW + timedelta(days=3)) == {DeliveryOutcome.DELIVERED: 1}


async def test_an_error_on_our_side_is_reported_and_the_delivery_is_retried_and_given_up(
    subscriber: Subscriber,
) -> None:
    await subscriber.register()
    await change(subscriber.house, subscriber.house.paul)
    await enqueue()
    errors: list[Exception] = []

    async def fail(_message: WebhookMessage) -> None:
        raise ValueError("Paul Durand")

    (webhook_id,) = await deliver_webhooks.webhooks_due(NOW, 100)
    context = DeliveryContext(fail, POLICY, lambda: NOW, lambda: 0.0, unforeseen=errors.append)
    assert await deliver_webhooks.deliver_to_webhook(webhook_id, context) == {DeliveryOutcome.PUT_BACK: 1}
    assert [type(error) for error in errors] == [ValueError]
    (retry,) = await subscriber.failed(DeliveryState.QUEUED)
    assert (retry.error, retry.attempts) == ("our own failure", 1)
    assert await deliver_webhooks.webhooks_due(NOW + timedelta(seconds=5), 100) == [
        webhook_id
    ]  # the lease is released
    await DeliveryRow.all().update(attempts=9)
    later = DeliveryContext(fail, POLICY, lambda: NOW + timedelta(days=3), lambda: 0.0)
    assert await deliver_webhooks.deliver_to_webhook(webhook_id, later) == {DeliveryOutcome.GIVEN_UP: 1}
    (letter,) = await subscriber.failed(DeliveryState.DEAD)
    assert (letter.error, letter.attempts) == ("our own failure", 10)
