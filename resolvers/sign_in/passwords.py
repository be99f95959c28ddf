"""Password hashes: argon2id, computed in threads, a few at a time (P2)."""

import secrets
from functools import cache

import anyio
import anyio.to_thread
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from models.rules.sign_in.password import MAX_PASSWORD_CHARACTERS, normalise_password, suggested_password

MAX_CONCURRENT_HASHES = 2
"""Each takes 19 MiB and a core: more at once would only slow down other requests."""

_HASHER = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)
"""OWASP's first choice for argon2id."""


@cache
def _dummy_hash() -> str:
    """Return the hash to compare with when an account has none, so that the response takes as long (P3)."""
    return _HASHER.hash("nobody's password")


@cache
def _limiter() -> anyio.CapacityLimiter:
    return anyio.CapacityLimiter(MAX_CONCURRENT_HASHES)


async def hash_password(password: str) -> str:
    return await anyio.to_thread.run_sync(_HASHER.hash, normalise_password(password), limiter=_limiter())


async def password_matches(password: str, password_hash: str | None) -> bool:
    """Return whether the password matches; False, after the same time, if there is no hash (P3)."""
    return await anyio.to_thread.run_sync(_matches, password, password_hash, limiter=_limiter())


def suggest_password() -> str:
    """Return a random password that follows every rule (P1); it is not stored."""
    return suggested_password(secrets.choice)


def needs_rehash(password_hash: str) -> bool:
    """Return whether the hash was made with weaker parameters than today's (P2)."""
    return _HASHER.check_needs_rehash(password_hash)


def _matches(password: str, password_hash: str | None) -> bool:
    try:
        _HASHER.verify(
            password_hash or _dummy_hash(),
            normalise_password(password[: 4 * MAX_PASSWORD_CHARACTERS])[: MAX_PASSWORD_CHARACTERS + 1],
        )
    except (VerificationError, InvalidHashError):
        return False
    return bool(password_hash)
