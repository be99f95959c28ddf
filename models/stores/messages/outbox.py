"""The outbox: e-mails and letters, queued in the transaction of the change they report (C1), then sent."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tortoise.expressions import F

from models.database import Dialect
from models.rules.vocabulary import Channel, MessageKind, OutgoingState
from models.stores.bulk_insert import bulk_insert
from models.stores.sql import Statement, as_datetime
from models.tables.messages import OutgoingRow
from models.tables.sign_in import LinkRow


@dataclass(frozen=True, slots=True)
class OutgoingMessage:
    """A message to queue. Its text is composed from `facts`, which do not hold the token of its link."""

    employer_id: int | None
    account_id: int | None
    """Both None for a message about a registration, which has no account yet (N1)."""
    channel: Channel
    kind: MessageKind
    recipient: str
    facts: Mapping[str, object]
    message_id: str
    link_id: int | None = None
    registration_id: int | None = None


@dataclass(frozen=True, slots=True)
class LinkToSend:
    nonce: str
    token_hash: str
    expires_at: datetime
    spent: bool
    """Used or revoked since the message was queued."""


@dataclass(frozen=True, slots=True)
class RegistrationToSend:
    """The registration that a message is about: its link and its code are derived from the nonces."""

    nonce: str
    token_hash: str
    code_nonce: str | None
    lapses_at: datetime
    revoked: bool = False
    """The message was revoked since it was claimed: the nonces are those of a newer link or code."""


@dataclass(frozen=True, slots=True)
class ClaimedMessage:
    """A message claimed by one worker: until `lease`, no other worker claims it."""

    id: int
    channel: Channel
    kind: MessageKind
    recipient: str
    facts: Mapping[str, Any]
    message_id: str
    created_at: datetime
    attempts: int
    lease: datetime
    link: LinkToSend | None
    registration: RegistrationToSend | None = None


async def enqueue_messages(messages: Iterable[OutgoingMessage], at: datetime) -> None:
    """Insert the messages as queued, due at once."""
    await bulk_insert(
        "outgoing",
        (
            {
                "employer_id": message.employer_id,
                "account_id": message.account_id,
                "link_id": message.link_id,
                "registration_id": message.registration_id,
                "channel": message.channel,
                "kind": message.kind,
                "recipient": message.recipient,
                "facts": json.dumps(message.facts, ensure_ascii=False),
                "message_id": message.message_id,
                "state": OutgoingState.QUEUED,
                "created_at": at,
                "attempts": 0,
                "next_attempt_at": at,
            }
            for message in messages
        ),
    )


async def already_queued(messages: Collection[OutgoingMessage]) -> set[str]:
    """The Message-IDs of those of these messages that were queued before, in whatever state they are.

    Compared by the part before the @: the host after it is the one configured when a message was queued.
    """
    statement = Statement()
    rows = await statement.rows(
        "SELECT message_id FROM outgoing "
        f"WHERE "
        f"{statement.among('account_id', {m.account_id for m in messages if m.account_id is not None})} "
        f"AND {statement.among('kind', {message.kind for message in messages}, 'text')}"
    )
    queued = {row["message_id"].partition("@")[0] for row in rows}
    return {message.message_id for message in messages if message.message_id.partition("@")[0] in queued}


async def has_due_messages(channels: Collection[Channel], now: datetime) -> bool:
    """Return whether any message is due. A plain read, cheaper than a claim that finds nothing."""
    return await OutgoingRow.filter(
        state=OutgoingState.QUEUED, channel__in=list(channels), next_attempt_at__lte=now
    ).exists()


async def claim_message(
    channels: Collection[Channel], now: datetime, lease: datetime
) -> ClaimedMessage | None:
    """Claim the message of these channels that has been due for longest; None if none is due.

    One statement, which is its own transaction: two workers never get the same message. If this worker dies,
    the message is due again at `lease`.
    """
    statement = Statement()
    until = statement.value(lease)
    skip = "" if statement.dialect is Dialect.SQLITE else "FOR UPDATE SKIP LOCKED"
    rows = await statement.rows(
        f"UPDATE outgoing SET next_attempt_at = {until} WHERE id = ("
        f"SELECT id FROM outgoing WHERE state = 'QUEUED' AND next_attempt_at <= {statement.value(now)} "
        f"AND {statement.among('channel', channels, 'text')} ORDER BY next_attempt_at, id LIMIT 1 {skip}) "
        "RETURNING id, channel, kind, recipient, facts, message_id, created_at, attempts, link_id, "
        "registration_id"
    )
    if not rows:
        return None
    row = rows[0]
    return ClaimedMessage(
        id=row["id"],
        channel=Channel(row["channel"]),
        kind=MessageKind(row["kind"]),
        recipient=row["recipient"],
        facts=json.loads(row["facts"]),
        message_id=row["message_id"],
        created_at=as_datetime(row["created_at"]),
        attempts=row["attempts"],
        lease=lease,
        link=await _link(row["link_id"]) if row["link_id"] is not None else None,
        registration=await _registration(row["id"]) if row["registration_id"] is not None else None,
    )


async def mark_sent(claimed: ClaimedMessage, at: datetime) -> None:
    """Mark the message as sent, even if another worker has claimed it since."""
    await OutgoingRow.filter(id=claimed.id, state=OutgoingState.QUEUED).update(
        state=OutgoingState.SENT, sent_at=at, attempts=F("attempts") + 1, last_error=None
    )


async def schedule_retry(claimed: ClaimedMessage, until: datetime, reason: str) -> None:
    """Record a failed attempt; the message is due again at `until`."""
    await _update_claimed(claimed, next_attempt_at=until, attempts=claimed.attempts + 1, last_error=reason)


async def mark_failed(claimed: ClaimedMessage, reason: str) -> None:
    """Make the message a dead letter: it stays, with the reason, and is not retried."""
    attempts = claimed.attempts + 1
    await _update_claimed(claimed, state=OutgoingState.FAILED, attempts=attempts, last_error=reason)


async def mark_revoked(claimed: ClaimedMessage) -> None:
    """Revoke the message, whose link can no longer be used: it is not sent."""
    await _update_claimed(claimed, state=OutgoingState.REVOKED)


async def _update_claimed(claimed: ClaimedMessage, **columns: Any) -> None:
    """Update the message, unless another worker has claimed it since or it was revoked."""
    await OutgoingRow.filter(id=claimed.id, state=OutgoingState.QUEUED, next_attempt_at=claimed.lease).update(
        **columns
    )


async def _link(link_id: int) -> LinkToSend:
    row = await LinkRow.get(id=link_id)
    return LinkToSend(
        nonce=row.nonce,
        token_hash=row.token_hash,
        expires_at=row.expires_at,
        spent=row.used_at is not None or row.revoked_at is not None,
    )


async def _registration(message_id: int) -> RegistrationToSend:
    """One statement: nonces are replaced and messages revoked in one transaction."""
    statement = Statement()
    rows = await statement.rows(
        "SELECT r.token_nonce, r.token_hash, r.code_nonce, r.lapses_at, o.state FROM outgoing o "
        f"JOIN registration r ON r.id = o.registration_id WHERE o.id = {statement.value(message_id)}"
    )
    row = rows[0]
    return RegistrationToSend(
        nonce=row["token_nonce"],
        token_hash=row["token_hash"],
        code_nonce=row["code_nonce"],
        lapses_at=as_datetime(row["lapses_at"]),
        revoked=row["state"] == OutgoingState.REVOKED,
    )
