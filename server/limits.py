"""How often one may try: per address and per identifier, in memory or in Redis (P3, P7)."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from math import ceil
from typing import TypeAlias

from limits import RateLimitItem, parse
from limits.aio.storage import Storage
from limits.aio.strategies import MovingWindowRateLimiter
from limits.storage import storage_from_string

from models.rules.links import guard_key
from server.settings import Settings
from server.telemetry import log_failure

Limiter: TypeAlias = Callable[[str, str], Awaitable[int]]
"""What is tried, and for whom → how many seconds to wait; 0 if it may go on."""


class Limits:
    """The limits of this process, or of all that share a Redis."""

    def __init__(self, settings: Settings) -> None:
        self._secret = settings.secret_key.get_secret_value().encode()
        self._limiter = MovingWindowRateLimiter(_storage(settings))
        self._items: dict[str, tuple[RateLimitItem, RateLimitItem]] = {
            "sign_in": (parse(settings.sign_in_limit), parse(settings.sign_in_address_limit)),
            "reset": (parse(settings.reset_limit), parse(settings.reset_address_limit)),
        }

    def for_address(self, address: str) -> Limiter:
        """The limiter of a request that came from this address."""

        async def wait(tried: str, identifier: str) -> int:
            by_identifier, by_address = self._items[tried]
            return max(
                await self._hit(by_address, tried, "address", address),
                await self._hit(by_identifier, tried, "identifier", guard_key(self._secret, identifier)),
            )

        return wait

    async def _hit(self, item: RateLimitItem, *key: str) -> int:
        """A limiter that fails lets through: wrong passwords are still counted, in the database."""
        try:
            if await self._limiter.hit(item, *key):
                return 0
            window = await self._limiter.get_window_stats(item, *key)
        except Exception as error:
            log_failure("limiter unavailable", error)
            return 0
        return max(1, ceil(window.reset_time - datetime.now(UTC).timestamp()))


def _storage(settings: Settings) -> Storage:
    url = settings.redis_url.get_secret_value() if settings.redis_url else "memory://"
    found = storage_from_string(f"async+{url}")
    if not isinstance(found, Storage):
        raise TypeError("COMPTOIR_REDIS_URL names no storage that can be waited for")
    return found
