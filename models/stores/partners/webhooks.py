"""Webhooks of partners: registered, listed, secrets rotated, removed (T2)."""

from collections.abc import Collection
from datetime import datetime

from tortoise.expressions import F

from models.database import Dialect, dialect
from models.rules.partners.webhooks import Webhook, add_former_nonce
from models.rules.vocabulary import DeliveryState
from models.stores.partners.feed import feed_end
from models.stores.sql import Statement
from models.tables.webhooks import DeliveryRow, WebhookRow


async def insert_webhook(partner_id: int, key_id: int, url: str, nonce: str, at: datetime) -> Webhook:
    """Register a webhook, which receives the changes from now on."""
    place = await feed_end()
    row = await WebhookRow.create(
        partner_id=partner_id, key_id=key_id, url=url, nonce=nonce, place=place, created_at=at
    )
    return Webhook(row.id, url, at)


async def webhooks_of(partner_id: int) -> list[Webhook]:
    """The webhooks of a partner that are not removed, the oldest first."""
    rows = await WebhookRow.filter(partner_id=partner_id, removed_at=None).order_by("id")
    return [Webhook(row.id, row.url, row.created_at) for row in rows]


async def counts_of(ids: Collection[int], partner_id: int) -> dict[int, dict[DeliveryState, int]]:
    """The number of deliveries in each state, by webhook, for this partner's webhooks among these."""
    statement = Statement()
    rows = await statement.rows(
        "SELECT webhook_id, state, COUNT(*) AS n FROM webhook_delivery d "
        "JOIN webhook w ON w.id = d.webhook_id "
        f"WHERE {statement.among('webhook_id', ids)} AND w.partner_id = {statement.value(partner_id)} "
        "GROUP BY webhook_id, state"
    )
    counts: dict[int, dict[DeliveryState, int]] = {}
    for row in rows:
        counts.setdefault(row["webhook_id"], {})[DeliveryState(row["state"])] = row["n"]
    return counts


async def count_webhooks(partner_id: int) -> int:
    """The number of a partner's webhooks that are not removed."""
    return await WebhookRow.filter(partner_id=partner_id, removed_at=None).count()


async def is_webhook_of(webhook_id: int, partner_id: int) -> bool:
    """Whether the webhook is this partner's and is not removed."""
    return await WebhookRow.filter(id=webhook_id, partner_id=partner_id, removed_at=None).exists()


async def lock_webhook(webhook_id: int) -> WebhookRow | None:
    """Lock the webhook until the transaction ends and return it; None if it was removed."""
    if dialect() is Dialect.SQLITE:
        await Statement().rows("UPDATE webhook SET place = place WHERE id = 0")  # takes the write lock
        return await WebhookRow.get_or_none(id=webhook_id, removed_at=None)
    return await WebhookRow.filter(id=webhook_id, removed_at=None).select_for_update().first()


async def change_nonce(
    webhook_id: int, key_id: int | None, nonce: str, former_until: datetime, now: datetime
) -> None:
    """Replace the nonce of the webhook's secret; the former one is valid until `former_until`.

    The webhook then belongs to this key, whose holder knows the new secret. Runs in a transaction.
    """
    row = await lock_webhook(webhook_id)
    if row is not None:
        formers = add_former_nonce(row.former_nonces, row.nonce, former_until, now)
        await WebhookRow.filter(id=webhook_id).update(key_id=key_id, nonce=nonce, former_nonces=formers)


async def remove_webhook(webhook_id: int, at: datetime) -> bool:
    """Remove the webhook and its queue, in a transaction. Return False if it was removed before."""
    removed = await WebhookRow.filter(id=webhook_id, removed_at=None).update(removed_at=at, wake_at=None)
    await DeliveryRow.filter(webhook_id=webhook_id).delete()
    return removed > 0


async def remove_webhooks_of(
    partner_id: int, at: datetime, *, keys: Collection[int] | None = None, url: str | None = None
) -> int:
    """Remove all webhooks of a partner, or those registered with these keys or this URL; return how many.

    Their queues are removed too. Runs in a transaction.
    """
    webhooks = WebhookRow.filter(partner_id=partner_id, removed_at=None)
    webhooks = webhooks if keys is None else webhooks.filter(key_id__in=list(keys))
    webhooks = webhooks if url is None else webhooks.filter(url=url)
    await webhooks.update(wake_at=None)  # workers that enqueue changes for them wait from here on
    webhook_ids = await webhooks.values_list("id", flat=True)
    for webhook_id in webhook_ids:
        await remove_webhook(int(str(webhook_id)), at)
    return len(webhook_ids)


async def forget_changes(partner_id: int, employers: Collection[int]) -> None:
    """Delete the queued deliveries of these employers' changes, in a transaction."""
    await WebhookRow.filter(partner_id=partner_id, removed_at=None).update(place=F("place"))
    await DeliveryRow.filter(webhook__partner_id=partner_id, change__employer_id__in=list(employers)).delete()
