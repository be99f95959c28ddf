"""Webhooks: their deliveries, secrets, and the ids and signatures of messages (T2, Standard Webhooks)."""

import base64
import hashlib
import hmac
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from models.rules.vocabulary import AccountStatus

SECRET_PREFIX = "whsec_"  # noqa: S105 - what secrets begin with, no secret itself
MAX_WEBHOOKS_PER_PARTNER = 10
SECRET_OVERLAP = timedelta(hours=24)
"""How long messages are also signed with a former secret."""
MAX_FORMER_SECRETS = 10
MAX_REPLAYED_DELIVERIES = 250
"""In one request, by their ids."""


@dataclass(frozen=True, slots=True)
class Webhook:
    id: int
    url: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class WebhookDelivery:
    """One change to deliver to a webhook. Secrets are derived from the nonces, the newest first."""

    id: int
    webhook_id: int
    change_id: int
    url: str
    nonces: tuple[str, ...]
    attempts: int
    identifier: str
    before: AccountStatus | None
    after: AccountStatus
    at: datetime


@dataclass(frozen=True, slots=True)
class FailedDelivery:
    """A delivery whose last attempt failed. `error` says why, and holds nothing of the response's body.

    `next_attempt_at` is None for a dead letter.
    """

    id: int
    change_id: int
    identifier: str
    before: AccountStatus | None
    after: AccountStatus
    at: datetime
    attempts: int
    last_attempt_at: datetime | None
    next_attempt_at: datetime | None
    error: str | None


@dataclass(frozen=True, slots=True)
class WebhookMessage:
    """The message to post. Each attempt for a change posts the same message, with new signatures."""

    id: str
    url: str
    secrets: tuple[bytes, ...]
    identifier: str
    before: AccountStatus | None
    after: AccountStatus
    at: datetime


def derive_webhook_secret(secret_key: bytes, nonce: str) -> bytes:
    """The secret of this nonce. It is derived, so that the database holds no secret."""
    return hmac.new(secret_key, f"webhook:{nonce}".encode(), hashlib.sha256).digest()


def add_former_nonce(formers: str, nonce: str, until: datetime, now: datetime) -> str:
    """The former nonces with one more, valid until `until`; those no longer valid are left out.

    Past the limit the oldest are kept, because the receiver knows one of them, and the new one is added.
    """
    valid = [f"{one}@{end.isoformat()}" for one, end in _formers(formers) if end > now]
    return " ".join([*valid[: MAX_FORMER_SECRETS - 1], f"{nonce}@{until.isoformat()}"])


def valid_nonces(nonce: str, formers: str, now: datetime) -> tuple[str, ...]:
    """The nonces of the secrets that sign messages now, the newest first."""
    return (nonce, *(one for one, end in reversed(_formers(formers)) if end > now))


def _formers(formers: str) -> list[tuple[str, datetime]]:
    parts = [part.partition("@") for part in formers.split()]
    return [(nonce, datetime.fromisoformat(until)) for nonce, _, until in parts]


def format_webhook_secret(secret: bytes) -> str:
    return SECRET_PREFIX + base64.b64encode(secret).decode()


def webhook_message_id(secret_key: bytes, webhook_id: int, change_id: int) -> str:
    """Return the webhook-id, the same at each attempt; a plain number would reveal the volume of others."""
    named = f"webhook-message:{webhook_id}:{change_id}".encode()
    return "msg_" + hmac.new(secret_key, named, hashlib.sha256).hexdigest()[:32]


def webhook_signatures(secrets: Iterable[bytes], message_id: str, timestamp: int, body: bytes) -> str:
    """The signatures, one for each secret, of a message sent at `timestamp` (seconds since 1970)."""
    signed = b".".join([message_id.encode(), str(timestamp).encode(), body])
    digests = (hmac.new(secret, signed, hashlib.sha256).digest() for secret in secrets)
    return " ".join("v1," + base64.b64encode(digest).decode() for digest in digests)
