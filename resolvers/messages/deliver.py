"""Delivering what waits in the outbox: each message taken up by one deliverer, sent, and marked.

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

from models.rules.messages.emails import Text
from models.rules.messages.outbox_retry import given_up, next_attempt
from models.rules.policy import Policy
from models.rules.sign_in.tokens import link_token, token_hash
from models.rules.vocabulary import Channel, Language, MessageKind
from models.stores.messages.outbox import Claimed, anything_due, claim, give_up, mark_sent, put_back, revoke
from resolvers.messages.render import Facts, text_of

LANES = 4
"""Messages on their way at once, so that one that hangs keeps few others waiting."""
PATIENCE = timedelta(minutes=4)
"""For one message, whatever its sender does."""
LEASE = timedelta(minutes=10)
"""Longer than PATIENCE by far: while a deliverer lives, nobody else takes up what it has."""


class Outcome(StrEnum):
    SENT = "sent"
    PUT_BACK = "put_back"
    FAILED = "failed"
    REVOKED = "revoked"


class Undelivered(Exception):
    """The message could not leave. `reason` is kept beside it, and holds no personal data."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Temporary(Undelivered):
    """It stays and is tried again."""


class Permanent(Undelivered):
    """It never will: it stays as a dead letter."""


@dataclass(frozen=True, slots=True)
class Message:
    """What a sender is given. A second delivery of the same message is equal to the first."""

    channel: Channel
    kind: MessageKind
    recipient: str
    """An e-mail address, or the lines of a postal one."""
    message_id: str
    created_at: datetime
    facts: Facts
    text: Text
    link: str
    """The paragraph of the text that is one; empty if there is none."""
    language: Language


class Sender(Protocol):
    """One channel's way out."""

    async def send(self, message: Message, /) -> None:
        """Errors: Temporary, Permanent."""


Senders = Mapping[Channel, Sender]


@dataclass(frozen=True, slots=True)
class Round:
    """What a deliverer works with; clock and chance are passed in."""

    senders: Senders
    """A channel without a sender keeps its messages until one is given."""
    policy: Policy
    clock: Callable[[], datetime]
    draw: Callable[[], float]
    """From 0 to 1, for the jitter."""
    stopping: Callable[[], bool] = lambda: False
    """Asked before each message: those on their way are finished, no other is taken up."""
    unexpected: Callable[[Exception], None] = lambda _error: None
    """Told of what no sender should raise."""
    patience: timedelta = PATIENCE


async def deliver_due(given: Round) -> Counter[Outcome]:
    """Everything that is due, a few at a time; how many of each outcome.

    Errors: those of the database, once what is on its way has been finished.
    """
    counts: Counter[Outcome] = Counter()
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

    if await anything_due(given.senders, given.clock()):
        async with anyio.create_task_group() as lanes:
            for _ in range(LANES):
                lanes.start_soon(lane)
    if broken:
        raise broken[0]
    return counts


async def _deliver_one(given: Round) -> Outcome | None:
    now = given.clock()
    claimed = await claim(given.senders, now, now + LEASE)
    if claimed is None:
        return None
    if claimed.link and claimed.link.spent:
        await revoke(claimed)
        return Outcome.REVOKED
    try:
        message = _written(claimed, given.policy, now)
        with anyio.fail_after(given.patience.total_seconds()):
            await given.senders[claimed.channel].send(message)
    except Exception as error:
        return await _failed(claimed, error, given)
    # Whoever stops us now would have it sent twice.
    with anyio.CancelScope(shield=True):
        await mark_sent(claimed, given.clock())
    return Outcome.SENT


async def _failed(claimed: Claimed, error: Exception, given: Round) -> Outcome:
    now = given.clock()
    if isinstance(error, Undelivered):
        reason = error.reason
    elif isinstance(error, TimeoutError):
        reason = f"not sent within {given.patience.total_seconds():g} seconds"
    else:
        given.unexpected(error)
        reason = f"unexpected {type(error).__name__}"
    if isinstance(error, Permanent) or given_up(claimed.created_at, now):
        await give_up(claimed, reason)
        return Outcome.FAILED
    await put_back(claimed, next_attempt(now, claimed.attempts + 1, given.draw()), reason)
    return Outcome.PUT_BACK


def _written(claimed: Claimed, policy: Policy, now: datetime) -> Message:
    link = _link_of(claimed, policy, now)
    return Message(
        channel=claimed.channel,
        kind=claimed.kind,
        recipient=claimed.recipient,
        message_id=claimed.message_id,
        created_at=claimed.created_at,
        facts=claimed.facts,
        text=text_of(claimed.kind, claimed.facts, link, policy.language),
        link=link,
        language=policy.language,
    )


def _link_of(claimed: Claimed, policy: Policy, now: datetime) -> str:
    """The address that opens the account, made anew each time: the outbox holds no secret (C3).

    Errors: Permanent if it would open nothing.
    """
    if claimed.link is None:
        return ""
    if claimed.link.expires_at <= now:
        raise Permanent("the link lapsed before the message could leave")
    token = link_token(policy.secret_key, claimed.link.nonce)
    if token_hash(token) != claimed.link.token_hash:
        raise Permanent("the secret key has changed since: send the invitation again")
    return f"{policy.public_url}/mot-de-passe#{token}"
