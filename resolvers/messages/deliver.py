"""Sends the e-mails and letters of the outbox: a worker claims a message, sends it and marks it as sent.

Nothing is sent inside a transaction. After a crash between sending and marking, the message is sent again
when its lease ends, with the same Message-ID.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

import anyio

from models.rules.messages.emails import MessageText
from models.rules.messages.facts import MessageFacts
from models.rules.messages.facts_json import facts_from_json
from models.rules.messages.invitation import PlatformUrls
from models.rules.messages.outbox_retry import is_retry_period_over, next_attempt
from models.rules.policy import Policy
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
from resolvers.messages.render import render_text
from resolvers.messages.secret_parts import secret_parts
from resolvers.messages.sending import PermanentSendError, SendError

MAX_CONCURRENT_SENDS = 4
"""Several at once: a message that hangs does not delay all others."""
SEND_TIMEOUT = timedelta(minutes=4)
"""For one message."""
MESSAGE_LEASE = timedelta(minutes=10)
"""More than twice SEND_TIMEOUT: no other worker claims a message that is still being sent."""


class SendOutcome(StrEnum):
    SENT = "sent"
    PUT_BACK = "put_back"
    FAILED = "failed"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class OutboxMessage:
    """What a sender receives: equal to the first time when a message is sent again."""

    channel: Channel
    recipient: str
    """An e-mail address, or the lines of a postal address."""
    message_id: str
    created_at: datetime
    facts: MessageFacts
    text: MessageText
    link: str
    """The paragraph of the text that is a link; empty if there is none."""
    language: Language

    @property
    def kind(self) -> MessageKind:
        return self.facts.kind


class MessageSender(Protocol):
    """Sends the messages of one channel."""

    async def send(self, message: OutboxMessage, /) -> None:
        """Send the message; return once it is accepted.

        Raises: TemporarySendError or PermanentSendError.
        """


MessageSenders = Mapping[Channel, MessageSender]


@dataclass(frozen=True, slots=True)
class OutboxRun:
    """What one run over the outbox needs; the clock and the random source are arguments."""

    senders: MessageSenders
    """The messages of a channel without a sender stay in the outbox."""
    policy: Policy
    clock: Callable[[], datetime]
    draw: Callable[[], float]
    """From 0 to 1, for the jitter."""
    stopping: Callable[[], bool] = lambda: False
    """Checked before each message: the messages being sent are finished, no other is claimed."""
    unexpected: Callable[[Exception], None] = lambda _error: None
    """Called for errors that no sender should raise."""
    patience: timedelta = SEND_TIMEOUT


async def deliver_due_messages(run: OutboxRun) -> Counter[SendOutcome]:
    """Send all messages that are due, a few at a time; return how many had each outcome.

    Raises: the database's errors, once the messages being sent are finished.
    """
    counts: Counter[SendOutcome] = Counter()
    errors: list[Exception] = []

    async def lane() -> None:
        while not (run.stopping() or errors):
            try:
                outcome = await _deliver_one(run)
            except Exception as error:
                errors.append(error)
                return
            if outcome is None:
                return
            counts[outcome] += 1

    if await has_due_messages(run.senders, run.clock()):
        async with anyio.create_task_group() as lanes:
            for _ in range(MAX_CONCURRENT_SENDS):
                lanes.start_soon(lane)
    if errors:
        raise errors[0]
    return counts


async def _deliver_one(run: OutboxRun) -> SendOutcome | None:
    """Claim the next message and send it; None if no message is due."""
    now = run.clock()
    claimed = await claim_message(run.senders, now, now + MESSAGE_LEASE)
    if claimed is None:
        return None
    if (claimed.link and claimed.link.spent) or (claimed.registration and claimed.registration.revoked):
        await mark_revoked(claimed)
        return SendOutcome.REVOKED
    try:
        message = _outbox_message(claimed, run.policy, now)
        with anyio.fail_after(run.patience.total_seconds()):
            await run.senders[claimed.channel].send(message)
    except Exception as error:
        return await _record_failure(claimed, error, run)
    # If we were stopped here, the message would be sent twice.
    with anyio.CancelScope(shield=True):
        await mark_sent(claimed, run.clock())
    return SendOutcome.SENT


async def _record_failure(claimed: ClaimedMessage, error: Exception, run: OutboxRun) -> SendOutcome:
    """Schedule a retry; mark the message as failed if the error is permanent or the retry period is over."""
    now = run.clock()
    if isinstance(error, SendError):
        reason = error.reason
    elif isinstance(error, TimeoutError):
        reason = f"not sent within {run.patience.total_seconds():g} seconds"
    else:
        run.unexpected(error)
        reason = f"unexpected {type(error).__name__}"
    if isinstance(error, PermanentSendError) or is_retry_period_over(claimed.created_at, now):
        await mark_failed(claimed, reason)
        return SendOutcome.FAILED
    await schedule_retry(claimed, next_attempt(now, claimed.attempts + 1, run.draw()), reason)
    return SendOutcome.PUT_BACK


def _outbox_message(claimed: ClaimedMessage, policy: Policy, now: datetime) -> OutboxMessage:
    """Raises: PermanentSendError for a link that has lapsed; ValueError for facts that cannot be read."""
    facts = facts_from_json(claimed.kind, claimed.facts)
    link, code = secret_parts(claimed, facts, policy, now)
    text = render_text(facts, link, _platform_urls(policy), policy.language, code)
    return OutboxMessage(
        channel=claimed.channel,
        recipient=claimed.recipient,
        message_id=claimed.message_id,
        created_at=claimed.created_at,
        facts=facts,
        text=text,
        link=link if link in text.paragraphs else "",
        language=policy.language,
    )


def _platform_urls(policy: Policy) -> PlatformUrls:
    own_page = f"{policy.public_url}/donnees-personnelles"
    return PlatformUrls(policy.public_url, policy.personal_data_url or own_page, policy.sender)
