"""Webhooks: a partner says where it wants to be told of changes, and sees what could not be told (T2)."""

import secrets
from collections.abc import Awaitable, Callable, Collection
from datetime import datetime
from typing import TypeAlias

from models.database import transaction
from models.rules.policy import Policy
from models.rules.refusals import Refused, not_found, private_address, too_many_webhooks
from models.rules.vocabulary import Scope
from models.rules.webhooks import MOST, DeadLetter, Webhook, secret_of, secret_text, url_refusal
from models.stores import webhooks as store
from resolvers.caller import Caller, partner_for

MayReach: TypeAlias = Callable[[str], Awaitable[bool]]
"""Whether an address leads to where messages may go, as far as can be seen now."""


async def register(
    caller: Caller, url: str, now: datetime, policy: Policy, may_reach: MayReach
) -> tuple[Webhook, str]:
    """The webhook, and its secret, shown once.

    Errors: Refused, as `partner_for`; INVALID or TOO_LONG for the address; LIMIT_EXCEEDED past ten.
    """
    partner = partner_for(caller, Scope.WEBHOOKS)
    if refusal := url_refusal(url):
        raise Refused(refusal.under("url"))
    if not await may_reach(url):
        raise Refused(private_address().under("url"))
    async with transaction():
        await store.lock_partner(partner.id)
        if len(await store.webhooks_of(partner.id)) >= MOST:
            raise Refused(too_many_webhooks(MOST).under("url"))
        webhook = await store.insert_webhook(partner.id, url, secrets.token_hex(16), now)
    return webhook, secret_text(secret_of(policy.secret_key, webhook.nonce))


async def remove(caller: Caller, webhook_id: int, now: datetime) -> None:
    """Errors: Refused, as `partner_for`; NOT_FOUND."""
    webhook = await _own(caller, webhook_id)
    async with transaction():
        await store.remove_webhook(webhook.id, now)


async def replay(caller: Caller, webhook_id: int, ids: Collection[int] | None, now: datetime) -> int:
    """What was given up is tried again, from the first attempt on; how many it was. Errors: as `remove`."""
    webhook = await _own(caller, webhook_id)
    return await store.replay(webhook.id, ids, now)


async def own_webhooks(caller: Caller) -> list[Webhook]:
    """Errors: Refused, as `partner_for`."""
    return await store.webhooks_of(partner_for(caller, Scope.WEBHOOKS).id)


async def dead_letters(caller: Caller, webhook_id: int, limit: int) -> list[DeadLetter]:
    """Errors: as `remove`."""
    webhook = await _own(caller, webhook_id)
    return await store.dead_letters(webhook.id, limit)


async def _own(caller: Caller, webhook_id: int) -> Webhook:
    found = {webhook.id: webhook for webhook in await own_webhooks(caller)}
    if webhook_id not in found:
        raise Refused(not_found().under("webhookId"))
    return found[webhook_id]
