"""Webhooks: partners register URLs for changes, and see and replay failed deliveries (T2)."""

import secrets
from collections.abc import Awaitable, Callable, Collection
from datetime import datetime
from typing import TypeAlias

from models.database import transaction
from models.rules.partners.public_addresses import webhook_url_refusal
from models.rules.partners.webhooks import (
    MAX_REPLAYED_DELIVERIES,
    MAX_WEBHOOKS_PER_PARTNER,
    SECRET_OVERLAP,
    FailedDelivery,
    Webhook,
    derive_webhook_secret,
    format_webhook_secret,
)
from models.rules.policy import Policy
from models.rules.refusals import (
    Refused,
    invalid_key,
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
from resolvers.caller import Caller, require_partner

ReachabilityCheck: TypeAlias = Callable[[str], Awaitable[bool]]
"""Returns whether messages may be sent to the host of a URL, as it resolves now."""


async def register(
    caller: Caller, url: str, now: datetime, policy: Policy, may_reach: ReachabilityCheck
) -> tuple[Webhook, str]:
    """Register a webhook; return it with its secret, which is shown once (T2).

    Raises: Refused, as `require_partner`; INVALID or TOO_LONG for the URL; LIMIT_EXCEEDED for more than ten.
    """
    partner = require_partner(caller, Scope.WEBHOOKS)
    if refusal := webhook_url_refusal(url):
        raise Refused(refusal.under("url"))
    await _check_room(partner.id)
    if not await may_reach(url):
        raise Refused(private_address().under("url"))
    nonce = secrets.token_hex(16)
    async with transaction():
        key_id = await _lock(caller, partner.id)
        await _check_room(partner.id)
        webhook = await store.insert_webhook(partner.id, key_id, url, nonce, now)
    return webhook, format_webhook_secret(derive_webhook_secret(policy.secret_key, nonce))


async def rotate_secret(caller: Caller, webhook_id: int, now: datetime, policy: Policy) -> str:
    """Return a new secret, shown once; for a day, messages are signed with the former one too.

    Raises: Refused, as `require_partner`; NOT_FOUND.
    """
    await _check_own(caller, webhook_id)
    nonce = secrets.token_hex(16)
    async with transaction():
        await store.change_nonce(webhook_id, caller.key_id, nonce, now + SECRET_OVERLAP, now)
    return format_webhook_secret(derive_webhook_secret(policy.secret_key, nonce))


async def remove(caller: Caller, webhook_id: int, now: datetime) -> None:
    """Remove a webhook and its queue. Raises: Refused, as `require_partner`; NOT_FOUND."""
    await _check_own(caller, webhook_id)
    async with transaction():
        await store.remove_webhook(webhook_id, now)


async def replay(caller: Caller, webhook_id: int, ids: Collection[int] | None, now: datetime) -> int:
    """Enqueue dead deliveries again, all or those with these ids, with no attempt counted; return how many.

    Raises: Refused, as `require_partner`; NOT_FOUND; LIMIT_EXCEEDED for more than 250.
    """
    await _check_own(caller, webhook_id)
    if ids is not None and len(ids) > MAX_REPLAYED_DELIVERIES:
        raise Refused(limit_exceeded(MAX_REPLAYED_DELIVERIES, len(ids)).under("deliveryIds"))
    async with transaction():
        return await dead_letters.replay_dead_letters(webhook_id, ids, now)


async def own_webhooks(caller: Caller) -> list[Webhook]:
    """Return the webhooks of the partner. Raises: Refused, as `require_partner`."""
    return await store.webhooks_of(require_partner(caller, Scope.WEBHOOKS).id)


async def delivery_counts(caller: Caller, ids: Collection[int]) -> dict[int, dict[DeliveryState, int]]:
    """Return, of each of these webhooks, how many deliveries are in each state.

    Raises: Refused, as `require_partner`.
    """
    return await store.counts_of(ids, require_partner(caller, Scope.WEBHOOKS).id)


async def failed_deliveries(
    caller: Caller, ids: Collection[int], state: DeliveryState, after: int, limit: int
) -> dict[int, list[FailedDelivery]]:
    """Return the failed deliveries in a state, of each of the partner's own webhooks: at most `limit` each.

    Raises: Refused, as `require_partner`.
    """
    partner = require_partner(caller, Scope.WEBHOOKS)
    return await dead_letters.select_failed_deliveries(partner.id, ids, state, after, limit)


async def _lock(caller: Caller, partner_id: int) -> int:
    """Lock the partner; return the caller's key, which stays valid until the transaction ends.

    The key and its scopes may have changed while the host was looked up. Raises: Refused.
    """
    held = await lock_scopes(partner_id)
    if held is None or caller.key_id is None or await is_key_revoked(caller.key_id):
        raise Refused(invalid_key())
    if Scope.WEBHOOKS not in held:
        raise Refused(scope_missing(Scope.WEBHOOKS))
    return caller.key_id


async def _check_room(partner_id: int) -> None:
    if await store.count_webhooks(partner_id) >= MAX_WEBHOOKS_PER_PARTNER:
        raise Refused(too_many_webhooks(MAX_WEBHOOKS_PER_PARTNER).under("url"))


async def _check_own(caller: Caller, webhook_id: int) -> None:
    partner = require_partner(caller, Scope.WEBHOOKS)
    if not await store.is_webhook_of(webhook_id, partner.id):
        raise Refused(no_such_webhook().under("webhookId"))
