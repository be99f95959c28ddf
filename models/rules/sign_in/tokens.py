"""Tokens of password links and sessions, of which only hashes are stored, and derived keys (C3, P3, P5)."""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime

from models.rules.vocabulary import LinkPurpose, LinkState


def link_token(secret_key: bytes, nonce: str) -> str:
    """The 256-bit token of the link with this nonce, in hex.

    It is derived, so that a queued e-mail holds no secret and has the same text at each attempt.
    """
    return _keyed(secret_key, "password-link", nonce)


def registration_token(secret_key: bytes, nonce: str) -> str:
    """The 256-bit token of the link to the registration with this nonce, in hex; derived, as `link_token`."""
    return _keyed(secret_key, "registration", nonce)


def registration_code_key(secret_key: bytes, nonce: str) -> bytes:
    """The 256 bits from which the code of a letter with this nonce is made."""
    return bytes.fromhex(_keyed(secret_key, "registration-code", nonce))


def token_hash(token: str) -> str:
    """The hash that is stored of a token; with 256 random bits it needs no salt and no stretching."""
    return hashlib.sha256(token.encode()).hexdigest()


def lockout_key(secret_key: bytes, identifier: str) -> str:
    """The key under which the wrong passwords of an identifier are counted (P3)."""
    return _keyed(secret_key, "sign-in", identifier)


def operator_lockout_key(secret_key: bytes, sign_in_name: str) -> str:
    """The key under which the wrong passwords of an operator are counted, apart from accounts (N3)."""
    return _keyed(secret_key, "operator-sign-in", sign_in_name)


def network_address_key(secret_key: bytes, address: str) -> str:
    """The key under which attempts from a network address are counted; it does not reveal the address."""
    return _keyed(secret_key, "address", address)


def access_token_key(secret_key: bytes) -> bytes:
    """The key that signs access tokens."""
    return bytes.fromhex(_keyed(secret_key, "access-token", ""))


def _keyed(secret_key: bytes, purpose: str, value: str) -> str:
    return hmac.new(secret_key, f"{purpose}:{value}".encode(), hashlib.sha256).hexdigest()


@dataclass(frozen=True, slots=True)
class PasswordLink:
    """A password link, as the database holds it."""

    id: int
    account_id: int
    purpose: LinkPurpose
    expires_at: datetime
    used_at: datetime | None
    revoked_at: datetime | None

    def state(self, now: datetime) -> LinkState:
        """Return the state of the link (C3). A link replaced by a newer one counts as lapsed."""
        if self.used_at is not None:
            return LinkState.USED
        if self.revoked_at is not None or self.expires_at <= now:
            return LinkState.LAPSED
        return LinkState.USABLE
