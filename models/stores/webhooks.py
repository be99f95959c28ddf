"""Webhooks of partners: kept, taken up to the feed, and what each is still to be told (T2)."""

from collections.abc import Collection
from datetime import datetime

from tortoise.expressions import F

from models.database import Dialect, dialect
from models.rules.vocabulary import AccountStatus, DeliveryState
from models.rules.webhooks import DeadLetter, Delivery, Webhook
from models.stores.feed import feed_head
from models.stores.statement import Statement, moment, moment_or_none
from models.stores.writing import write_rows
from models.tables.partner import PartnerEmployerRow, PartnerRow
from models.tables.webhook import DeliveryRow, WebhookRow


async def lock_partner(partner_id: int) -> None:
    """Whoever else registers for this partner waits; the first statement of its transaction."""
    await PartnerRow.filter(id=partner_id).update(name=F("name"))


async def insert_webhook(partner_id: int, url: str, nonce: str, at: datetime) -> Webhook:
    """It hears of what comes after now."""
    row = await WebhookRow.create(
        partner_id=partner_id, url=url, nonce=nonce, place=await feed_head(), created_at=at
    )
    return Webhook(row.id, partner_id, url, nonce, at)


async def webhooks_of(partner_id: int) -> list[Webhook]:
    """Those not removed, the oldest first, with how many changes wait and how many were given up."""
    statement = Statement()
    counted = "(SELECT COUNT(*) FROM webhook_delivery d WHERE d.webhook_id = w.id AND d.state = {})"
    rows = await statement.rows(
        f"SELECT w.*, {counted.format(statement.value(DeliveryState.QUEUED))} AS waiting, "
        f"{counted.format(statement.value(DeliveryState.DEAD))} AS dead FROM webhook w "
        f"WHERE partner_id = {statement.value(partner_id)} AND removed_at IS NULL ORDER BY id"
    )
    return [
        Webhook(
            row["id"],
            partner_id,
            row["url"],
            row["nonce"],
            moment(row["created_at"]),
            row["waiting"],
            row["dead"],
        )
        for row in rows
    ]


async def remove_webhook(webhook_id: int, at: datetime) -> None:
    """With what it was still to be told."""
    await WebhookRow.filter(id=webhook_id, removed_at=None).update(removed_at=at)
    await DeliveryRow.filter(webhook_id=webhook_id).delete()


async def dead_letters(webhook_id: int, limit: int) -> list[DeadLetter]:
    """The oldest first."""
    statement = Statement()
    rows = await statement.rows(
        "SELECT d.id, identifier, after, attempts, last_attempt_at, error FROM webhook_delivery d "
        "JOIN status_change c ON c.id = d.change_id JOIN account ON account.id = d.account_id "
        f"WHERE webhook_id = {statement.value(webhook_id)} AND d.state = 'DEAD' "
        f"ORDER BY d.id LIMIT {statement.value(limit)}"
    )
    return [
        DeadLetter(
            row["id"],
            row["identifier"],
            AccountStatus(row["after"]),
            row["attempts"],
            moment_or_none(row["last_attempt_at"]),
            row["error"],
        )
        for row in rows
    ]


async def replay(webhook_id: int, ids: Collection[int] | None, at: datetime) -> int:
    """Given-up changes wait again, from the first attempt on: these, or all; how many it was."""
    dead = DeliveryRow.filter(webhook_id=webhook_id, state=DeliveryState.DEAD)
    chosen = dead if ids is None else dead.filter(id__in=list(ids))
    return await chosen.update(state=DeliveryState.QUEUED, attempts=0, next_attempt_at=at, error=None)


async def behind(head: int) -> list[int]:
    """The webhooks, of partners that were not revoked, that have not taken up all of the feed."""
    return [
        int(str(found))
        for found in await WebhookRow.filter(
            removed_at=None, place__lt=head, partner__revoked_at=None
        ).values_list("id", flat=True)
    ]


async def take_up(webhook_id: int, limit: int, backlog: int, at: datetime) -> int:
    """Queue the changes that follow its place, of the employers that its partner may ask about now.

    Inside a transaction: of two that do so at once, the second finds nothing left. How many changes there
    were to look at; fewer than `limit` if it has caught up.
    """
    row = await _locked(webhook_id)
    waiting = DeliveryRow.filter(webhook_id=webhook_id, state=DeliveryState.QUEUED)
    if row is None or await waiting.count() >= backlog:
        return 0
    employers = [
        int(str(found))
        for found in await PartnerEmployerRow.filter(partner_id=row.partner_id).values_list(
            "employer_id", flat=True
        )
    ]
    statement = Statement()
    head = await feed_head()
    found = await statement.rows(
        f"SELECT id, account_id FROM status_change WHERE id > {statement.value(row.place)} "
        f"AND id <= {statement.value(head)} AND {statement.among('employer_id', employers)} "
        f"ORDER BY id LIMIT {statement.value(limit)}"
    )
    queued = {"webhook_id": webhook_id, "state": DeliveryState.QUEUED, "attempts": 0, "next_attempt_at": at}
    await write_rows(
        "webhook_delivery",
        ({**queued, "change_id": one["id"], "account_id": one["account_id"]} for one in found),
    )
    place = found[-1]["id"] if len(found) == limit else head
    await WebhookRow.filter(id=webhook_id).update(place=place)
    return len(found)


async def _locked(webhook_id: int) -> WebhookRow | None:
    """The webhook, held until the transaction ends; None if it was removed."""
    if dialect() is Dialect.SQLITE:
        await Statement().rows("UPDATE webhook SET place = place WHERE id = 0")  # takes the write lock
        return await WebhookRow.get_or_none(id=webhook_id, removed_at=None)
    return await WebhookRow.filter(id=webhook_id, removed_at=None).select_for_update().first()


_FIRST_DUE = """FROM webhook_delivery d JOIN webhook w ON w.id = d.webhook_id
    JOIN partner p ON p.id = w.partner_id
    WHERE d.state = 'QUEUED' AND d.next_attempt_at <= {due} AND p.revoked_at IS NULL AND w.removed_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM webhook_delivery e WHERE e.webhook_id = d.webhook_id
        AND e.account_id = d.account_id AND e.state = 'QUEUED' AND e.id < d.id)"""
"""What can be told now: of each webhook and account the first change only, so that they come in order."""


async def due(now: datetime) -> list[int]:
    """The webhooks that can be told something now, the one that has waited longest first."""
    statement = Statement()
    rows = await statement.rows(
        f"SELECT d.webhook_id {_FIRST_DUE.format(due=statement.value(now))} "
        "GROUP BY d.webhook_id ORDER BY MIN(d.next_attempt_at), d.webhook_id"
    )
    return [row["webhook_id"] for row in rows]


async def claim(webhook_id: int, now: datetime, lease: datetime, limit: int) -> list[Delivery]:
    """Take up what has been due to this webhook for longest, of each account the first change only.

    If whoever claims dies, it is due again at `lease`.
    """
    statement = Statement()
    until, due, most = statement.value(lease), statement.value(now), statement.value(limit)
    skip = "" if statement.dialect is Dialect.SQLITE else "FOR UPDATE OF d SKIP LOCKED"
    # Materialized, or PostgreSQL may choose again for each row, and go past the limit.
    rows = await statement.rows(
        f"WITH chosen AS MATERIALIZED (SELECT d.id {_FIRST_DUE.format(due=due)} "
        f"AND d.webhook_id = {statement.value(webhook_id)} "
        f"ORDER BY d.next_attempt_at, d.id LIMIT {most} {skip}) "
        f"UPDATE webhook_delivery SET next_attempt_at = {until}, last_attempt_at = {due}, "
        "attempts = attempts + 1 WHERE id IN (SELECT id FROM chosen) RETURNING id"
    )
    return await _deliveries([row["id"] for row in rows])


async def _deliveries(ids: Collection[int]) -> list[Delivery]:
    if not ids:
        return []
    statement = Statement()
    rows = await statement.rows(
        "SELECT d.id, webhook_id, change_id, url, nonce, attempts, identifier, before, after, at "
        "FROM webhook_delivery d "
        "JOIN webhook w ON w.id = d.webhook_id JOIN status_change c ON c.id = d.change_id "
        f"JOIN account ON account.id = d.account_id WHERE {statement.among('d.id', ids)} ORDER BY d.id"
    )
    return [
        Delivery(
            id=row["id"],
            webhook_id=row["webhook_id"],
            change_id=row["change_id"],
            url=row["url"],
            nonce=row["nonce"],
            attempts=row["attempts"],
            identifier=row["identifier"],
            before=AccountStatus(row["before"]) if row["before"] else None,
            after=AccountStatus(row["after"]),
            at=moment(row["at"]),
        )
        for row in rows
    ]


async def delivered(delivery_id: int) -> None:
    await DeliveryRow.filter(id=delivery_id).delete()


async def put_back(delivery_id: int, again: datetime, error: str) -> None:
    await DeliveryRow.filter(id=delivery_id).update(next_attempt_at=again, error=error)


async def give_up(delivery_id: int, error: str) -> None:
    await DeliveryRow.filter(id=delivery_id).update(state=DeliveryState.DEAD, error=error)


async def forget_dead_letters(before: datetime) -> None:
    """Those tried last before this moment: nobody has asked for them since."""
    await DeliveryRow.filter(state=DeliveryState.DEAD, last_attempt_at__lt=before).delete()
