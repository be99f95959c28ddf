"""Counts an attempt within a moving window, wherever the window is stored."""

from datetime import UTC, datetime
from math import ceil

from limits import RateLimitItem
from limits.aio.strategies import MovingWindowRateLimiter


async def seconds_to_wait(limiter: MovingWindowRateLimiter, item: RateLimitItem, *key: str) -> int:
    """Count an attempt; seconds to wait, 0 if it may go on. Raises: the storage's errors."""
    if await limiter.hit(item, *key):
        return 0
    window = await limiter.get_window_stats(item, *key)
    return max(1, ceil(window.reset_time - datetime.now(UTC).timestamp()))
