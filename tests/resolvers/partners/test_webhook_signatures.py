"""Messages are signed as Standard Webhooks specifies, with each valid secret (T2)."""

from datetime import timedelta

import pytest

from resolvers.partners import webhooks
from tests.factories import NOW, POLICY
from tests.resolvers.partners.webhook_subscriber import Subscriber, change, signature

pytestmark = pytest.mark.usefixtures("database")


async def test_for_a_day_after_a_rotation_messages_are_signed_with_both_secrets(
    subscriber: Subscriber,
) -> None:
    former = await subscriber.register()
    (webhook,) = await webhooks.own_webhooks(subscriber.caller)
    newer = await webhooks.rotate_secret(subscriber.caller, webhook.id, NOW, POLICY)
    for now, secrets in ((NOW, [newer, former]), (NOW + timedelta(days=1), [newer])):
        subscriber.receiver.received.clear()
        await change(subscriber.house, subscriber.house.paul)
        await subscriber.deliver(now)
        (message,) = subscriber.receiver.received
        assert message.headers["webhook-signature"] == " ".join(
            signature(message, secret) for secret in secrets
        )


async def test_after_repeated_rotations_messages_are_still_signed_with_the_first_secret(
    subscriber: Subscriber,
) -> None:
    """As when responses are lost; of more than ten former secrets, those in the middle are dropped."""
    first = await subscriber.register()
    (webhook,) = await webhooks.own_webhooks(subscriber.caller)
    rotated = [await webhooks.rotate_secret(subscriber.caller, webhook.id, NOW, POLICY) for _ in range(14)]
    await change(subscriber.house, subscriber.house.paul)
    await subscriber.deliver()
    (message,) = subscriber.receiver.received
    expected = [rotated[13], rotated[12], *reversed(rotated[:8]), first]
    assert message.headers["webhook-signature"] == " ".join(signature(message, secret) for secret in expected)
