"""A partner with a webhook that a real HTTPS server receives, and the deliveries to it."""

import asyncio
import base64
import hashlib
import hmac
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from models.database import transaction
from models.rules.accounts.account import Account
from models.rules.partners.feed import StatusChange
from models.rules.partners.webhooks import FailedDelivery
from models.rules.vocabulary import AccountStatus, DeliveryState
from models.stores.partners.feed import append_to_feed
from resolvers.caller import Caller
from resolvers.partners import deliver_webhooks, webhooks
from resolvers.partners.deliver_webhooks import (
    DeliveryContext,
    DeliveryOutcome,
)
from server.webhooks.public_network import PublicNetwork
from server.webhooks.sender import WebhookSender, sender_of
from tests.client import settings_of
from tests.factories import NOW, POLICY, House
from tests.processes.webhook_receiver import Received, Receiver
from tests.resolvers.partners.registered_webhooks import anywhere

DELETED, ACTIVE = AccountStatus.DELETED, AccountStatus.ACTIVE


async def change(house: House, *accounts: Account) -> None:
    """Append a status change for each account: deleted, then active, alternately."""
    made = [
        StatusChange(a.id, ACTIVE if i % 2 == 0 else DELETED, DELETED if i % 2 == 0 else ACTIVE, NOW)
        for i, a in enumerate(accounts)
    ]
    async with transaction():
        await append_to_feed(house.employer_id, made)


@asynccontextmanager
async def a_sender(database_url: str, private_too: bool = True, **more: Any) -> AsyncIterator[WebhookSender]:
    async with sender_of(settings_of(database_url, **more), PublicNetwork(private_too)) as sender:
        yield sender


async def enqueue(now: datetime = NOW) -> None:
    """Enqueue a page of changes for each webhook that is behind the feed."""
    for webhook_id in await deliver_webhooks.webhooks_behind():
        await deliver_webhooks.enqueue_feed_changes(webhook_id, now)


@dataclass
class Subscriber:
    """A partner of a house, the server that receives its webhooks, and a worker that delivers to it."""

    house: House
    caller: Caller
    receiver: Receiver
    send: deliver_webhooks.WebhookPost
    stopping: asyncio.Event = field(default_factory=asyncio.Event)

    async def register(self, url: str | None = None) -> str:
        return (await webhooks.register(self.caller, url or self.receiver.url, NOW, POLICY, anywhere))[1]

    async def deliver(self, now: datetime = NOW) -> dict[DeliveryOutcome, int]:
        """Enqueue and deliver what is due now; return how many by outcome."""
        counts: Counter[DeliveryOutcome] = Counter()
        await enqueue(now)
        context = DeliveryContext(self.send, POLICY, lambda: now, lambda: 0.0, self.stopping.is_set)
        for webhook_id in await deliver_webhooks.webhooks_due(now, 100):
            counts += await deliver_webhooks.deliver_to_webhook(webhook_id, context)
        return dict(counts)

    async def failed(self, state: DeliveryState, after: int = 0) -> list[FailedDelivery]:
        """Return the failed deliveries of its one webhook."""
        (webhook,) = await webhooks.own_webhooks(self.caller)
        deliveries = await webhooks.failed_deliveries(self.caller, [webhook.id], state, after, 10)
        return deliveries.get(webhook.id, [])


def signature(message: Received, secret: str) -> str:
    """Compute the signature as Standard Webhooks specifies."""
    content = (
        f"{message.headers['webhook-id']}.{message.headers['webhook-timestamp']}.".encode() + message.body
    )
    key = base64.b64decode(secret.removeprefix("whsec_"))
    return "v1," + base64.b64encode(hmac.new(key, content, hashlib.sha256).digest()).decode()
