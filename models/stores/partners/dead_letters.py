"""Failed webhook deliveries and dead letters: listed, replayed, purged (T2)."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from models.rules.partners.webhooks import FailedDelivery
from models.rules.vocabulary import AccountStatus, DeliveryState
from models.stores.partners.webhooks import lock_webhook
from models.stores.sql import Statement, as_datetime, as_datetime_or_none
from models.tables.webhooks import DeliveryRow, WebhookRow


async def select_failed_deliveries(
    partner_id: int, webhooks: Collection[int], state: DeliveryState, after: int, limit: int
) -> dict[int, list[FailedDelivery]]:
    """The deliveries in this state whose last attempt failed, of this partner's webhooks among these.

    For each webhook at most `limit` deliveries with an id above `after`, the oldest first.
    """
    statement = Statement()
    rows = await statement.rows(
        "WITH failed AS (SELECT d.*, ROW_NUMBER() OVER (PARTITION BY d.webhook_id ORDER BY d.id) AS number "
        "FROM webhook_delivery d JOIN webhook w ON w.id = d.webhook_id "
        f"WHERE {statement.among('d.webhook_id', webhooks)} AND w.partner_id = {statement.value(partner_id)} "
        f"AND w.removed_at IS NULL AND d.state = {statement.value(state)} AND d.error IS NOT NULL "
        f"AND d.id > {statement.value(after)}) "
        "SELECT failed.id, webhook_id, change_id, identifier, before, after, at, attempts, last_attempt_at, "
        "next_attempt_at, error FROM failed JOIN status_change c ON c.id = failed.change_id "
        f"JOIN account ON account.id = failed.account_id WHERE number <= {statement.value(limit)} "
        "ORDER BY failed.id"
    )
    deliveries: dict[int, list[FailedDelivery]] = {}
    for row in rows:
        deliveries.setdefault(row["webhook_id"], []).append(_failed_delivery_from_row(row, state))
    return deliveries


def _failed_delivery_from_row(row: Mapping[str, Any], state: DeliveryState) -> FailedDelivery:
    return FailedDelivery(
        id=row["id"],
        change_id=row["change_id"],
        identifier=row["identifier"],
        before=AccountStatus(row["before"]) if row["before"] else None,
        after=AccountStatus(row["after"]),
        at=as_datetime(row["at"]),
        attempts=row["attempts"],
        last_attempt_at=as_datetime_or_none(row["last_attempt_at"]),
        next_attempt_at=as_datetime(row["next_attempt_at"]) if state is DeliveryState.QUEUED else None,
        error=row["error"],
    )


async def replay_dead_letters(webhook_id: int, ids: Collection[int] | None, at: datetime) -> int:
    """Queue these dead letters, or all, again from their first attempt; return how many.

    Runs in a transaction. The webhook is due at once, and its pause ends.
    """
    if await lock_webhook(webhook_id) is None:
        return 0
    dead = DeliveryRow.filter(webhook_id=webhook_id, state=DeliveryState.DEAD)
    chosen = dead if ids is None else dead.filter(id__in=list(ids))
    count = await chosen.update(state=DeliveryState.QUEUED, attempts=0, next_attempt_at=at, error=None)
    if count:
        await WebhookRow.filter(id=webhook_id).update(wake_at=at, failures=0, paused_until=None)
    return count


async def purge_dead_letters(before: datetime) -> None:
    """Delete dead letters whose last attempt was before this moment."""
    await DeliveryRow.filter(state=DeliveryState.DEAD, last_attempt_at__lt=before).delete()
