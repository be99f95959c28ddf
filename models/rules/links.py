"""Secrets that travel: the token of a password link, of a session (C3, P5). Only their hashes are kept."""

import hashlib
import hmac


def link_token(secret_key: bytes, nonce: str) -> str:
    """The 256-bit token of the link with this nonce, in hex.

    It is derived, so that an e-mail that waits in the outbox holds no secret and always reads the same.
    """
    return hmac.new(secret_key, f"password-link:{nonce}".encode(), hashlib.sha256).hexdigest()


def token_hash(token: str) -> str:
    """What is stored of a token; its 256 random bits make salt and stretching needless."""
    return hashlib.sha256(token.encode()).hexdigest()
