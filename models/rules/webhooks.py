"""Webhooks: where they may go, how they are signed, when they are tried again (Standard Webhooks)."""

import base64
import hashlib
import hmac
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv4Address, IPv6Address, ip_network
from urllib.parse import urlsplit

from models.rules.refusals import Refusal, malformed, too_long
from models.rules.vocabulary import AccountStatus

PREFIX = "whsec_"
LONGEST_URL = 500
MOST = 10
"""Of one partner."""
_WAITS = (
    timedelta(seconds=5),
    timedelta(minutes=5),
    timedelta(minutes=30),
    *(timedelta(hours=hours) for hours in (2, 5, 10, 14, 20, 24)),
)
_NAT64 = ip_network("64:ff9b::/96")


@dataclass(frozen=True, slots=True)
class Webhook:
    id: int
    partner_id: int
    url: str
    nonce: str
    created_at: datetime
    waiting: int = 0
    dead: int = 0


@dataclass(frozen=True, slots=True)
class Delivery:
    """One change that a webhook is to be told."""

    id: int
    webhook_id: int
    change_id: int
    url: str
    nonce: str
    attempts: int
    identifier: str
    before: AccountStatus | None
    after: AccountStatus
    at: datetime


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """What was tried in vain for three days. `error` says why, and holds nothing of what was answered."""

    id: int
    identifier: str
    after: AccountStatus
    attempts: int
    last_attempt_at: datetime | None
    error: str | None


def secret_of(secret_key: bytes, nonce: str) -> bytes:
    """Derived, so that the database holds none."""
    return hmac.new(secret_key, f"webhook:{nonce}".encode(), hashlib.sha256).digest()


def secret_text(secret: bytes) -> str:
    return PREFIX + base64.b64encode(secret).decode()


def message_id(secret: bytes, change_id: int) -> str:
    """The same however often a change is tried; a number would tell how much others are told."""
    return "msg_" + hmac.new(secret, f"message:{change_id}".encode(), hashlib.sha256).hexdigest()[:32]


def signature(secret: bytes, name: str, timestamp: int, body: bytes) -> str:
    """Of a message with this id, sent at this moment (seconds since 1970)."""
    signed = b".".join([name.encode(), str(timestamp).encode(), body])
    return "v1," + base64.b64encode(hmac.new(secret, signed, hashlib.sha256).digest()).decode()


def wait_after(attempts: int, drawn: float) -> timedelta | None:
    """How long after so many attempts in vain; None when it is given up, after three days.

    `drawn`, from 0 to 1, spreads what failed together: up to a tenth more.
    """
    return _WAITS[attempts - 1] * (1 + drawn / 10) if attempts <= len(_WAITS) else None


def url_refusal(url: str) -> Refusal | None:
    """Why a webhook cannot go there, as far as can be told from its address alone."""
    if len(url) > LONGEST_URL:
        return too_long(LONGEST_URL, len(url))
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return _malformed()
    plain = url.isascii() and url.isprintable() and " " not in url and "\\" not in url
    good = plain and parts.scheme == "https" and parts.hostname and port != 0
    return None if good and parts.username is None and not parts.fragment and "#" not in url else _malformed()


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Whether it is of the open network, and no address of ours in another's clothes."""
    if isinstance(address, IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
        if address in _NAT64:
            inner = IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(inner)
        if address.is_site_local:
            return False
    return address.is_global and not address.is_multicast


def all_public(addresses: Iterable[IPv4Address | IPv6Address]) -> bool:
    """None may be private: which one a connection takes is not for the name's owner to play with."""
    return all(is_public(address) for address in addresses)


def _malformed() -> Refusal:
    return malformed(
        "Donnez une adresse https:// sans nom d'utilisateur ni fragment, telle que https://exemple.fr/suivi.",
        "Give an https:// address without credentials or fragment, such as https://example.org/hook.",
    )
