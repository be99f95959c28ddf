"""Each change is delivered to webhooks at least once, in order for each account, over real HTTPS (T2)."""

import pytest

from models.rules.vocabulary import Scope
from models.tables.employers import EmployerRow
from models.tables.webhooks import DeliveryRow
from resolvers.partners import deliver_webhooks, manage, webhooks
from resolvers.partners.deliver_webhooks import (
    DeliveryContext,
    DeliveryOutcome,
)
from tests.factories import NOW, POLICY, a_house
from tests.processes.webhook_receiver import answering
from tests.resolvers.partners.webhook_subscriber import Subscriber, change, enqueue, signature

pytestmark = pytest.mark.usefixtures("database")


async def test_each_change_is_delivered_once_in_order_and_signed(subscriber: Subscriber) -> None:
    await change(subscriber.house, subscriber.house.paul)
    secret = await subscriber.register()
    paul, sara = subscriber.house.paul, subscriber.house.sara
    await change(subscriber.house, paul, paul, sara)
    assert await subscriber.deliver() == {DeliveryOutcome.DELIVERED: 3}
    deliveries = subscriber.receiver.changes
    assert [one for one in deliveries if one[0] == paul.identifier] == [
        (paul.identifier, "DELETED"),
        (paul.identifier, "ACTIVE"),
    ]
    assert [one for one in deliveries if one[0] == sara.identifier] == [(sara.identifier, "DELETED")]
    assert await DeliveryRow.all().count() == 0
    assert len({one.headers["webhook-id"] for one in subscriber.receiver.received}) == 3
    for one in subscriber.receiver.received:
        assert one.path == "/suivi"
        assert one.headers["host"] == subscriber.receiver.url.split("/")[2]
        assert one.headers["webhook-signature"] == signature(one, secret)
        assert one.content["type"] == "account.status_changed"
        assert one.content["data"].keys() == {"identifier", "before", "after", "at"}


async def test_a_webhook_whose_endpoint_responds_410_is_removed(subscriber: Subscriber) -> None:
    await subscriber.register()
    subscriber.receiver.answer = lambda _one: answering(410)
    await change(subscriber.house, subscriber.house.paul, subscriber.house.sara)
    (webhook,) = await webhooks.own_webhooks(subscriber.caller)
    await enqueue()
    removed: list[int] = []
    context = DeliveryContext(subscriber.send, POLICY, lambda: NOW, lambda: 0.0, removed=removed.append)
    assert await deliver_webhooks.deliver_to_webhook(webhook.id, context) == {DeliveryOutcome.GONE: 2}
    assert removed == [webhook.id]
    assert await webhooks.own_webhooks(subscriber.caller) == []
    assert await DeliveryRow.all().count() == 0


async def test_nothing_is_delivered_to_a_revoked_partner_or_a_removed_webhook(subscriber: Subscriber) -> None:
    await subscriber.register()
    (webhook,) = await webhooks.own_webhooks(subscriber.caller)
    await change(subscriber.house, subscriber.house.paul)
    await enqueue()
    await webhooks.remove(subscriber.caller, webhook.id, NOW)
    assert await subscriber.deliver() == {}
    await subscriber.register()
    await change(subscriber.house, subscriber.house.paul)
    await enqueue()
    assert subscriber.caller.partner
    await manage.revoke_partner(subscriber.caller.partner.name, NOW)
    await change(subscriber.house, subscriber.house.sara)
    assert await subscriber.deliver() == {}
    assert subscriber.receiver.received == []


async def test_changes_of_employers_that_are_withdrawn_are_not_delivered(subscriber: Subscriber) -> None:
    """Nor are those that were enqueued before."""
    assert subscriber.caller.partner
    name, other = subscriber.caller.partner.name, await a_house("MAIRIE DE REZÉ")
    row, more = [await EmployerRow.get(id=house.employer_id) for house in (subscriber.house, other)]
    await manage.extend_partner(name, [more.contract_number], [])
    await subscriber.register()
    await change(subscriber.house, subscriber.house.paul)
    await change(other, other.paul)
    await enqueue()
    await manage.restrict_partner(name, [row.contract_number], [], NOW)
    await change(subscriber.house, subscriber.house.sara)
    assert await subscriber.deliver() == {DeliveryOutcome.DELIVERED: 1}
    assert subscriber.receiver.changes == [(other.paul.identifier, "DELETED")]
    await change(other, other.paul)
    await manage.restrict_partner(name, [], [Scope.WEBHOOKS], NOW)
    assert await subscriber.deliver() == {}


async def test_only_changes_of_the_partners_employers_are_delivered(subscriber: Subscriber) -> None:
    elsewhere = await a_house("MAIRIE DE REZÉ")
    await subscriber.register()
    await change(elsewhere, elsewhere.paul)
    await change(subscriber.house, subscriber.house.paul)
    assert await subscriber.deliver() == {DeliveryOutcome.DELIVERED: 1}
    assert subscriber.receiver.changes == [(subscriber.house.paul.identifier, "DELETED")]


async def test_a_backlog_stays_in_the_feed(subscriber: Subscriber, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deliver_webhooks, "ENQUEUE_PAGE_SIZE", 2)
    monkeypatch.setattr(deliver_webhooks, "MAX_QUEUED_DELIVERIES", 3)
    await subscriber.register()
    await change(subscriber.house, *[subscriber.house.paul] * 9)
    for _ in range(5):
        await enqueue()
    assert await DeliveryRow.all().count() == 4
    while await subscriber.deliver():
        pass
    assert len(subscriber.receiver.received) == 9
