"""Sends the e-mails and letters of the outbox: a worker claims a message, sends it, and records that.

Nothing is sent inside a transaction. After a crash between sending and marking, the message goes again when
its lease ends, under the same Message-ID.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

import anyio

from models.rules.messages.emails import MessageText
from models.rules.messages.outbox_retry import is_retry_period_over, next_attempt
from models.rules.policy import Policy
from models.rules.sign_in.tokens import link_token, token_hash
from models.rules.vocabulary import Channel, Language, MessageKind
from models.stores.messages.outbox import (
    ClaimedMessage,
    claim_message,
    has_due_messages,
    mark_failed,
    mark_revoked,
    mark_sent,
    schedule_retry,
)
from resolvers.messages.render import Facts, render_text

MAX_CONCURRENT_SENDS = 4
"""Messages sent at once, so that one that hangs delays few others."""
SEND_TIMEOUT = timedelta(minutes=4)
"""For one message."""
MESSAGE_LEASE = timedelta(minutes=10)
"""Far longer than SEND_TIMEOUT: while a worker lives, no other claims its messages."""


class SendOutcome(StrEnum):
    SENT = "sent"
    PUT_BACK = "put_back"
    FAILED = "failed"
    REVOKED = "revoked"


class SendError(Exception):
    """The message was not sent. `reason` is stored with it and holds no personal data."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class TemporarySendError(SendError):
    """The message stays in the outbox and is retried."""


class PermanentSendError(SendError):
    """The message is not retried: it becomes a dead letter."""


@dataclass(frozen=True, slots=True)
class OutboxMessage:
    """What a sender is given. A second delivery of the same message is equal to the first."""

    channel: Channel
    kind: MessageKind
    recipient: str
    """An e-mail address, or the lines of a postal one."""
    message_id: str
    created_at: datetime
    facts: Facts
    text: MessageText
    link: str
    """The paragraph of the text that is one; empty if there is none."""
    language: Language


class MessageSender(Protocol):
    """One channel's way out."""

    async def send(self, message: OutboxMessage, /) -> None:
        """Raises: Temporary, Permanent."""


MessageSenders = Mapping[Channel, MessageSender]


@dataclass(frozen=True, slots=True)
class OutboxRun:
    """What a deliverer works with; clock and chance are passed in."""

    senders: MessageSenders
    """A channel without a sender keeps its messages until one is given."""
    policy: Policy
    clock: Callable[[], datetime]
    draw: Callable[[], float]
    """From 0 to 1, for the jitter."""
    stopping: Callable[[], bool] = lambda: False
    """Checked before each message: those being sent are finished, no other is claimed."""
    unexpected: Callable[[Exception], None] = lambda _error: None
    """Called for errors that no sender should raise."""
    patience: timedelta = SEND_TIMEOUT


async def deliver_due_messages(given: OutboxRun) -> Counter[SendOutcome]:
    """Everything that is due, a few at a time; how many of each outcome.

    Raises: those of the database, once what is on its way has been finished.
    """
    counts: Counter[SendOutcome] = Counter()
    broken: list[Exception] = []

    async def lane() -> None:
        while not (given.stopping() or broken):
            try:
                outcome = await _deliver_one(given)
            except Exception as error:
                broken.append(error)
                return
            if outcome is None:
                return
            counts[outcome] += 1

    if await has_due_messages(given.senders, given.clock()):
        async with anyio.create_task_group() as lanes:
            for _ in range(MAX_CONCURRENT_SENDS):
                lanes.start_soon(lane)
    if broken:
        raise broken[0]
    return counts


async def _deliver_one(given: OutboxRun) -> SendOutcome | None:
    now = given.clock()
    claimed = await claim_message(given.senders, now, now + MESSAGE_LEASE)
    if claimed is None:
        return None
    if claimed.link and claimed.link.spent:
        await mark_revoked(claimed)
        return SendOutcome.REVOKED
    try:
        message = _written(claimed, given.policy, now)
        with anyio.fail_after(given.patience.total_seconds()):
            await given.senders[claimed.channel].send(message)
    except Exception as error:
        return await _failed(claimed, error, given)
    # If we were stopped here, the message would be sent twice.
    with anyio.CancelScope(shield=True):
        await mark_sent(claimed, given.clock())
    return SendOutcome.SENT


async def _failed(claimed: ClaimedMessage, error: Exception, given: OutboxRun) -> SendOutcome:
    now = given.clock()
    if isinstance(error, SendError):
        reason = error.reason
    elif isinstance(error, TimeoutError):
        reason = f"not sent within {given.patience.total_seconds():g} seconds"
    else:
        given.unexpected(error)
        reason = f"unexpected {type(error).__name__}"
    if isinstance(error, PermanentSendError) or is_retry_period_over(claimed.created_at, now):
        await mark_failed(claimed, reason)
        return SendOutcome.FAILED
    await schedule_retry(claimed, next_attempt(now, claimed.attempts + 1, given.draw()), reason)
    return SendOutcome.PUT_BACK


def _written(claimed: ClaimedMessage, policy: Policy, now: datetime) -> OutboxMessage:
    link = _link_of(claimed, policy, now)
    return OutboxMessage(
        channel=claimed.channel,
        kind=claimed.kind,
        recipient=claimed.recipient,
        message_id=claimed.message_id,
        created_at=claimed.created_at,
        facts=claimed.facts,
        text=render_text(claimed.kind, claimed.facts, link, policy.language),
        link=link,
        language=policy.language,
    )


def _link_of(claimed: ClaimedMessage, policy: Policy, now: datetime) -> str:
    """The address that opens the account, made anew each time: the outbox holds no secret (C3).

    Raises: Permanent if it would open nothing.
    """
    if claimed.link is None:
        return ""
    if claimed.link.expires_at <= now:
        raise PermanentSendError("the link lapsed before the message could leave")
    token = link_token(policy.secret_key, claimed.link.nonce)
    if token_hash(token) != claimed.link.token_hash:
        raise PermanentSendError("the secret key has changed since: send the invitation again")
    return f"{policy.public_url}/mot-de-passe#{token}"
