"""A message that did not leave: an e-mail or a letter of the outbox, or a webhook delivery (N3)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from models.rules.vocabulary import MessageKind

MAX_RESENT_MESSAGES = 100
"""In one request."""


class FailedChannel(StrEnum):
    EMAIL = "EMAIL"
    LETTER = "LETTER"
    WEBHOOK = "WEBHOOK"


class FailedState(StrEnum):
    GAVE_UP = "GAVE_UP"
    RETRYING = "RETRYING"


class FailedSource(StrEnum):
    """Where a failed message waits; the list has those of the outbox first."""

    OUTBOX = "a"
    WEBHOOKS = "b"


@dataclass(frozen=True, slots=True)
class FailedKey:
    """The key of a failed message, in the order of the list: the outbox first, then the newest first."""

    source: FailedSource
    id: int


@dataclass(frozen=True, slots=True)
class FailedMessage:
    """What an operator sees of it: neither its text nor its recipient, who is looked up with a reason."""

    key: FailedKey
    channel: FailedChannel
    state: FailedState
    kind: MessageKind | None
    """None for a webhook delivery."""
    employer_id: int | None
    employer_name: str | None
    employer_siret: str | None
    partner_name: str | None
    """Of a webhook delivery."""
    since: datetime
    """When it was queued first; of a webhook delivery, the change that it reports."""
    attempts: int
    last_attempt_at: datetime | None
    next_attempt_at: datetime | None
    """None once it gave up."""
    reason: str
