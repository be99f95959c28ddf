"""How often one may try: per address and per identifier, in the memory of this process (P3, P7)."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from math import ceil
from typing import TypeAlias

from limits import RateLimitItem, parse
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import MovingWindowRateLimiter

from models.rules.links import guard_key
from server.settings import Settings

Limiter: TypeAlias = Callable[[str, str], Awaitable[int]]
"""What is tried, and for whom → how many seconds to wait; 0 if it may go on."""


class Limits:
    """The limits of this process."""

    def __init__(self, settings: Settings) -> None:
        self._secret = settings.secret_key.get_secret_value().encode()
        self._limiter = MovingWindowRateLimiter(MemoryStorage())
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
        if await self._limiter.hit(item, *key):
            return 0
        window = await self._limiter.get_window_stats(item, *key)
        return max(1, ceil(window.reset_time - datetime.now(UTC).timestamp()))
