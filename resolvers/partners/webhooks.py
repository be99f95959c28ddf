"""Webhooks: a partner says where it wants to be told of changes, and sees what could not be told (T2)."""

import secrets
from collections.abc import Awaitable, Callable, Collection
from datetime import datetime
from typing import TypeAlias

from models.database import transaction
from models.rules.partners.public_addresses import url_refusal
from models.rules.partners.webhooks import (
    MOST,
    MOST_REPLAYED,
    OVERLAP,
    Undelivered,
    Webhook,
    secret_of,
    secret_text,
)
from models.rules.policy import Policy
from models.rules.refusals import (
    Refused,
    key_not_good,
    limit_exceeded,
    no_such_webhook,
    private_address,
    scope_missing,
    too_many_webhooks,
)
from models.rules.vocabulary import DeliveryState, Scope
from models.stores.partners import dead_letters
from models.stores.partners import webhooks as store
from models.stores.partners.partner_keys import is_key_revoked
from models.stores.partners.partners import lock_scopes
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
    await _check_room(partner.id)
    if not await may_reach(url):
        raise Refused(private_address().under("url"))
    nonce = secrets.token_hex(16)
    async with transaction():
        key_id = await _lock(caller, partner.id)
        await _check_room(partner.id)
        webhook = await store.insert_webhook(partner.id, key_id, url, nonce, now)
    return webhook, secret_text(secret_of(policy.secret_key, nonce))


async def rotate_secret(caller: Caller, webhook_id: int, now: datetime, policy: Policy) -> str:
    """Another secret, shown once; for a day, messages are signed with the former one too.

    Errors: as `remove`.
    """
    await _check_own(caller, webhook_id)
    nonce = secrets.token_hex(16)
    async with transaction():
        await store.change_nonce(webhook_id, caller.key_id, nonce, now + OVERLAP, now)
    return secret_text(secret_of(policy.secret_key, nonce))


async def remove(caller: Caller, webhook_id: int, now: datetime) -> None:
    """Errors: Refused, as `partner_for`; NOT_FOUND."""
    await _check_own(caller, webhook_id)
    async with transaction():
        await store.remove_webhook(webhook_id, now)


async def replay(caller: Caller, webhook_id: int, ids: Collection[int] | None, now: datetime) -> int:
    """What was given up is tried again, from the first attempt on; how many it was.

    Errors: as `remove`; LIMIT_EXCEEDED for more than 250.
    """
    await _check_own(caller, webhook_id)
    if ids is not None and len(ids) > MOST_REPLAYED:
        raise Refused(limit_exceeded(MOST_REPLAYED, len(ids)).under("deliveryIds"))
    async with transaction():
        return await dead_letters.replay(webhook_id, ids, now)


async def own_webhooks(caller: Caller) -> list[Webhook]:
    """Errors: Refused, as `partner_for`."""
    return await store.webhooks_of(partner_for(caller, Scope.WEBHOOKS).id)


async def counts(caller: Caller, ids: Collection[int]) -> dict[int, dict[DeliveryState, int]]:
    """Of each of these webhooks, how many changes wait and how many were given up.

    Errors: as `partner_for`.
    """
    return await store.counts_of(ids, partner_for(caller, Scope.WEBHOOKS).id)


async def undelivered(
    caller: Caller, ids: Collection[int], state: DeliveryState, after: int, limit: int
) -> dict[int, list[Undelivered]]:
    """What was tried in vain, and waits to be tried again or was given up, of each of its own webhooks.

    Errors: as `partner_for`.
    """
    partner = partner_for(caller, Scope.WEBHOOKS)
    return await dead_letters.undelivered(partner.id, ids, state, after, limit)


async def _lock(caller: Caller, partner_id: int) -> int:
    """The key that was shown, and from here on is good: all may have changed while the address was looked at.

    Errors: Refused.
    """
    held = await lock_scopes(partner_id)
    if held is None or caller.key_id is None or await is_key_revoked(caller.key_id):
        raise Refused(key_not_good())
    if Scope.WEBHOOKS not in held:
        raise Refused(scope_missing(Scope.WEBHOOKS))
    return caller.key_id


async def _check_room(partner_id: int) -> None:
    if await store.count_webhooks(partner_id) >= MOST:
        raise Refused(too_many_webhooks(MOST).under("url"))


async def _check_own(caller: Caller, webhook_id: int) -> None:
    partner = partner_for(caller, Scope.WEBHOOKS)
    if not await store.is_webhook_of(webhook_id, partner.id):
        raise Refused(no_such_webhook().under("webhookId"))
