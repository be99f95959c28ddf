"""Endpoints that must not or cannot be reached (T2)."""

import pytest

from models.rules.partners.webhooks import WebhookMessage
from models.tables.webhooks import DeliveryRow
from resolvers.partners.deliver_webhooks import (
    DeliveryOutcome,
    WebhookDeliveryError,
)
from tests.factories import NOW
from tests.processes.ports import free_port
from tests.processes.smtp import Certificate
from tests.resolvers.partners.webhook_subscriber import ACTIVE, Subscriber, a_sender, change

pytestmark = pytest.mark.usefixtures("database")


async def test_a_webhook_into_a_private_network_shows_why_it_failed(
    subscriber: Subscriber, database_url: str, tls: Certificate
) -> None:
    """The name resolved to a public address when the webhook was registered."""
    await subscriber.register()
    await change(subscriber.house, subscriber.house.paul)
    async with a_sender(database_url, private_too=False, webhook_ca_file=tls.certificate) as subscriber.send:
        assert await subscriber.deliver() == {DeliveryOutcome.PUT_BACK: 1}
    (row,) = await DeliveryRow.all()
    assert row.error == "the address leads into a private network"
    assert subscriber.receiver.connections == 0


async def test_nothing_is_sent_to_an_endpoint_with_an_untrusted_certificate(
    subscriber: Subscriber, database_url: str
) -> None:
    await subscriber.register()
    await change(subscriber.house, subscriber.house.paul)
    async with a_sender(database_url) as subscriber.send:
        assert await subscriber.deliver() == {DeliveryOutcome.PUT_BACK: 1}
    assert subscriber.receiver.received == []
    (row,) = await DeliveryRow.all()
    assert row.error == "the certificate is not trusted (self-signed certificate)"


async def test_a_name_that_does_not_resolve_fails_with_that_reason(subscriber: Subscriber) -> None:
    message = WebhookMessage("msg", "https://nowhere.invalid/", (b"secret",), "JLO000439", None, ACTIVE, NOW)
    with pytest.raises(WebhookDeliveryError, match="the name leads nowhere"):
        await subscriber.send(message)


async def test_a_port_without_a_server_fails_with_that_reason(subscriber: Subscriber) -> None:
    message = WebhookMessage(
        "msg", f"https://127.0.0.1:{free_port()}/", (b"s",), "JLO000439", None, ACTIVE, NOW
    )
    with pytest.raises(WebhookDeliveryError, match="the connection is refused"):
        await subscriber.send(message)
