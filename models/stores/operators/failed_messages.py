"""Failed messages of the outbox and of webhooks: listed, and queued again (N3)."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from models.rules.operators.failed_message import (
    FailedChannel,
    FailedKey,
    FailedMessage,
    FailedSource,
    FailedState,
)
from models.rules.vocabulary import MessageKind
from models.stores.accounts.erasure import NO_FACTS
from models.stores.sql import Statement, as_datetime, as_datetime_or_none


async def failed_message_page(after: FailedKey | None, limit: int) -> tuple[list[FailedMessage], bool]:
    """At most `limit` failed messages after this key, and whether more follow.

    Those of the outbox come first, then webhook deliveries; of each, the newest first.
    """
    page: list[FailedMessage] = []
    if after is None or after.source is FailedSource.OUTBOX:
        page += await _failed_in_outbox(after.id if after else None, limit + 1)
    if len(page) <= limit:
        beyond = after.id if after and after.source is FailedSource.WEBHOOKS else None
        page += await _failed_webhook_deliveries(beyond, limit + 1 - len(page))
    return page[:limit], len(page) > limit


async def employers_of_dead_letters(ids: Collection[int]) -> dict[int, int | None]:
    """The employer of each of these messages that gave up, by the message's id; None without employer.

    A message whose facts were erased cannot be sent any more, and is left out.
    """
    statement = Statement()
    rows = await statement.rows(
        f"SELECT id, employer_id FROM outgoing WHERE {statement.among('id', ids)} "
        f"AND state = 'FAILED' AND facts <> {statement.value(NO_FACTS)}"
    )
    return {row["id"]: row["employer_id"] for row in rows}


async def queue_again(ids: Collection[int], at: datetime) -> list[int]:
    """Queue these messages again from their first attempt, due at once; return the ids of those that gave up.

    Runs in a transaction. They keep their Message-ID, and the moment at which they were queued first.
    """
    statement = Statement()
    rows = await statement.rows(
        f"UPDATE outgoing SET state = 'QUEUED', attempts = 0, next_attempt_at = {statement.value(at)} "
        f"WHERE {statement.among('id', ids)} AND state = 'FAILED' "
        f"AND facts <> {statement.value(NO_FACTS)} RETURNING id"
    )
    return [row["id"] for row in rows]


async def webhooks_of_dead_letters(ids: Collection[int]) -> dict[int, list[int]]:
    """The dead letters among these webhook deliveries, by webhook."""
    statement = Statement()
    rows = await statement.rows(
        f"SELECT id, webhook_id FROM webhook_delivery WHERE {statement.among('id', ids)} AND state = 'DEAD' "
        "ORDER BY webhook_id, id"
    )
    deliveries: dict[int, list[int]] = {}
    for row in rows:
        deliveries.setdefault(row["webhook_id"], []).append(row["id"])
    return deliveries


async def _failed_in_outbox(before_id: int | None, limit: int) -> list[FailedMessage]:
    statement = Statement()
    older = "" if before_id is None else f"AND o.id < {statement.value(before_id)} "
    rows = await statement.rows(
        "SELECT o.id, o.channel, o.kind, o.state, o.created_at, o.attempts, o.next_attempt_at, o.last_error, "
        "e.id AS employer_id, e.name AS employer_name, e.siret AS employer_siret FROM outgoing o "
        # A message about a succession, or an opened registration, has its employer by way of the request.
        "LEFT JOIN registration r ON r.id = o.registration_id "
        "LEFT JOIN employer e ON e.id = coalesce(o.employer_id, r.employer_id) "
        f"WHERE o.state IN ('QUEUED', 'FAILED') AND o.last_error IS NOT NULL {older}"
        f"ORDER BY o.id DESC LIMIT {int(limit)}"
    )
    return [_from_outbox(row) for row in rows]


def _from_outbox(row: dict[str, Any]) -> FailedMessage:
    gave_up = row["state"] == "FAILED"
    return FailedMessage(
        key=FailedKey(FailedSource.OUTBOX, row["id"]),
        channel=FailedChannel(row["channel"]),
        state=FailedState.GAVE_UP if gave_up else FailedState.RETRYING,
        kind=MessageKind(row["kind"]),
        employer_id=row["employer_id"],
        employer_name=row["employer_name"],
        employer_siret=row["employer_siret"],
        partner_name=None,
        since=as_datetime(row["created_at"]),
        attempts=row["attempts"],
        last_attempt_at=None,
        next_attempt_at=None if gave_up else as_datetime(row["next_attempt_at"]),
        reason=row["last_error"],
    )


async def _failed_webhook_deliveries(before_id: int | None, limit: int) -> list[FailedMessage]:
    statement = Statement()
    older = "" if before_id is None else f"AND d.id < {statement.value(before_id)} "
    rows = await statement.rows(
        "SELECT d.id, d.state, d.attempts, d.next_attempt_at, d.last_attempt_at, d.error, c.at, "
        "e.id AS employer_id, e.name AS employer_name, e.siret AS employer_siret, p.name AS partner_name "
        "FROM webhook_delivery d "
        "JOIN webhook w ON w.id = d.webhook_id JOIN partner p ON p.id = w.partner_id "
        "JOIN status_change c ON c.id = d.change_id JOIN employer e ON e.id = c.employer_id "
        f"WHERE d.error IS NOT NULL {older}ORDER BY d.id DESC LIMIT {int(limit)}"
    )
    return [_from_webhook(row) for row in rows]


def _from_webhook(row: dict[str, Any]) -> FailedMessage:
    gave_up = row["state"] == "DEAD"
    return FailedMessage(
        key=FailedKey(FailedSource.WEBHOOKS, row["id"]),
        channel=FailedChannel.WEBHOOK,
        state=FailedState.GAVE_UP if gave_up else FailedState.RETRYING,
        kind=None,
        employer_id=row["employer_id"],
        employer_name=row["employer_name"],
        employer_siret=row["employer_siret"],
        partner_name=row["partner_name"],
        since=as_datetime(row["at"]),
        attempts=row["attempts"],
        last_attempt_at=as_datetime_or_none(row["last_attempt_at"]),
        next_attempt_at=None if gave_up else as_datetime(row["next_attempt_at"]),
        reason=row["error"],
    )
