"""The queue of webhook deliveries: enqueued from the feed, leased, delivered, retried, dead-lettered (T2)."""

from collections.abc import Collection
from datetime import datetime

from models.database import Dialect
from models.rules.partners.webhook_retry import failures_in_a_row, pause_duration
from models.rules.partners.webhooks import WebhookDelivery, valid_nonces
from models.rules.vocabulary import AccountStatus, DeliveryState
from models.stores.bulk_insert import bulk_insert
from models.stores.partners.feed import feed_end, feed_positions_after
from models.stores.partners.webhooks import lock_webhook
from models.stores.sql import Statement, as_datetime
from models.tables.partners import PartnerEmployerRow
from models.tables.webhooks import DeliveryRow, WebhookRow

_FIRST = """d.state = 'QUEUED' AND NOT EXISTS (SELECT 1 FROM webhook_delivery e WHERE e.state = 'QUEUED'
    AND e.webhook_id = d.webhook_id AND e.account_id = d.account_id AND e.id < d.id)"""
"""Only the first queued change of each account, so that changes arrive in order."""


async def webhooks_behind_feed() -> list[int]:
    """Return the ids of webhooks for which the feed holds changes that are not enqueued yet.

    Webhooks of partners for which the feed holds nothing new are moved to its end, all in one statement. If
    no webhook is behind, nothing is written.
    """
    end = await feed_end()
    if not await _webhooks_before(end):
        return []
    statement = Statement()
    head = statement.value(end)
    has_changes = (
        "EXISTS (SELECT 1 FROM partner_employer p JOIN status_change c ON c.employer_id = p.employer_id "
        "WHERE p.partner_id = webhook.partner_id AND c.id > webhook.place)"
    )
    await statement.rows(
        f"UPDATE webhook SET place = {head} WHERE removed_at IS NULL AND place < {head} AND NOT {has_changes}"
    )
    return await _webhooks_before(await feed_end())


async def _webhooks_before(position: int) -> list[int]:
    statement = Statement()
    rows = await statement.rows(
        f"SELECT id FROM webhook WHERE removed_at IS NULL AND place < {statement.value(position)} ORDER BY id"
    )
    return [row["id"] for row in rows]


async def enqueue_changes(webhook_id: int, limit: int, backlog: int, at: datetime) -> int:
    """Enqueue the changes that follow the webhook's feed position, of its partner's employers.

    Returns how many. Runs inside a transaction: of two workers at once, the second finds nothing left. A
    paused webhook wakes up for them when its pause ends.
    """
    row = await lock_webhook(webhook_id)
    waiting = DeliveryRow.filter(webhook_id=webhook_id, state=DeliveryState.QUEUED)
    if row is None or await waiting.count() >= backlog:
        return 0
    head = await feed_end()  # read before the employers: no change of an employer added meanwhile is skipped
    employers = await PartnerEmployerRow.filter(partner_id=row.partner_id).values_list(
        "employer_id", flat=True
    )
    changes = await feed_positions_after(row.place, [int(str(one)) for one in employers], limit)
    queued = {"webhook_id": webhook_id, "state": DeliveryState.QUEUED, "attempts": 0, "next_attempt_at": at}
    await bulk_insert(
        "webhook_delivery",
        ({**queued, "change_id": change_id, "account_id": account_id} for change_id, account_id in changes),
    )
    last = changes[-1][0] if changes else 0
    position = last if len(changes) == limit else max(head, last)
    await WebhookRow.filter(id=webhook_id).update(
        place=position, wake_at=_wake_at(row, at) if changes else row.wake_at
    )
    return len(changes)


def _wake_at(row: WebhookRow, at: datetime) -> datetime:
    wake_at = max(at, row.paused_until or at)
    return min(wake_at, row.wake_at or wake_at)


async def due_webhooks(now: datetime, limit: int) -> list[int]:
    """Return the ids of webhooks with due deliveries, the one that has waited longest first."""
    statement = Statement()
    rows = await statement.rows(
        f"SELECT id FROM webhook WHERE {_due(statement, now)} "
        f"ORDER BY wake_at, id LIMIT {statement.value(limit)}"
    )
    return [row["id"] for row in rows]


def _due(statement: Statement, now: datetime) -> str:
    at = statement.value(now)
    return f"wake_at <= {at} AND (turn_until IS NULL OR turn_until <= {at})"


async def acquire_lease(webhook_id: int, now: datetime, lease: datetime) -> bool:
    """Return False if the webhook is not due or leased by another worker. The lease ends at `lease`."""
    statement = Statement()
    rows = await statement.rows(
        f"UPDATE webhook SET turn_until = {statement.value(lease)} "
        f"WHERE id = {statement.value(webhook_id)} AND {_due(statement, now)} RETURNING id"
    )
    return bool(rows)


async def pause_webhook(webhook_id: int, now: datetime, *, responded: bool) -> None:
    """Pause the webhook, longer after each lease in a row without a response. Runs in a transaction.

    `responded`: the receiver responded during the lease that ends.
    """
    row = await lock_webhook(webhook_id)
    if row is not None:
        failures = failures_in_a_row(row.failures, responded=responded)
        await WebhookRow.filter(id=webhook_id).update(
            failures=failures, paused_until=now + pause_duration(failures)
        )


async def release_lease(webhook_id: int, now: datetime) -> None:
    """End the lease; the webhook wakes up when a delivery is due and its pause is over. In a transaction.

    Never in the past: other webhooks have waited longer than this one.
    """
    row = await lock_webhook(webhook_id)
    if row is None:
        return
    statement = Statement()
    rows = await statement.rows(
        "SELECT d.next_attempt_at FROM webhook_delivery d "
        f"WHERE d.webhook_id = {statement.value(webhook_id)} AND {_FIRST} ORDER BY d.next_attempt_at LIMIT 1"
    )
    wake_at = max(as_datetime(rows[0]["next_attempt_at"]), row.paused_until or now, now) if rows else None
    await WebhookRow.filter(id=webhook_id).update(wake_at=wake_at, turn_until=None)


async def claim_deliveries(
    webhook_id: int, now: datetime, lease: datetime, limit: int, *, newest: bool = False
) -> list[WebhookDelivery]:
    """Claim the deliveries that have been due for longest, or the newest.

    If the worker dies, they are due again at `lease`.
    """
    statement = Statement()
    until, moment, max_rows = statement.value(lease), statement.value(now), statement.value(limit)
    skip = "" if statement.dialect is Dialect.SQLITE else "FOR UPDATE SKIP LOCKED"
    # Materialized, or PostgreSQL may run the subquery again for each row, and exceed the limit.
    rows = await statement.rows(
        "WITH chosen AS MATERIALIZED (SELECT d.id FROM webhook_delivery d "
        f"WHERE d.webhook_id = {statement.value(webhook_id)} AND d.next_attempt_at <= {moment} AND {_FIRST} "
        f"ORDER BY {'d.id DESC' if newest else 'd.next_attempt_at, d.id'} LIMIT {max_rows} {skip}) "
        f"UPDATE webhook_delivery SET next_attempt_at = {until}, last_attempt_at = {moment}, "
        "attempts = attempts + 1 WHERE id IN (SELECT id FROM chosen) RETURNING id"
    )
    return await _deliveries([row["id"] for row in rows], now)


async def _deliveries(ids: Collection[int], now: datetime) -> list[WebhookDelivery]:
    if not ids:
        return []
    statement = Statement()
    rows = await statement.rows(
        "SELECT d.id, webhook_id, change_id, url, nonce, former_nonces, attempts, identifier, before, after, "
        "at FROM webhook_delivery d "
        "JOIN webhook w ON w.id = d.webhook_id JOIN status_change c ON c.id = d.change_id "
        f"JOIN account ON account.id = d.account_id WHERE {statement.among('d.id', ids)} ORDER BY d.id"
    )
    return [
        WebhookDelivery(
            id=row["id"],
            webhook_id=row["webhook_id"],
            change_id=row["change_id"],
            url=row["url"],
            nonces=valid_nonces(row["nonce"], row["former_nonces"], now),
            attempts=row["attempts"],
            identifier=row["identifier"],
            before=AccountStatus(row["before"]) if row["before"] else None,
            after=AccountStatus(row["after"]),
            at=as_datetime(row["at"]),
        )
        for row in rows
    ]


async def delete_delivered(delivery_id: int) -> None:
    await DeliveryRow.filter(id=delivery_id).delete()


async def schedule_retry(delivery_id: int, until: datetime, error: str) -> None:
    await DeliveryRow.filter(id=delivery_id).update(next_attempt_at=until, error=error)


async def mark_dead(delivery_id: int, error: str) -> None:
    await DeliveryRow.filter(id=delivery_id).update(state=DeliveryState.DEAD, error=error)
