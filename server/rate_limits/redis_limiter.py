"""Limits that all processes share, in Redis or Valkey; None while it fails."""

import asyncio
import ssl
import time
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import structlog
from limits import RateLimitItem, parse
from limits.aio.storage import RedisStorage
from limits.aio.strategies import MovingWindowRateLimiter, SlidingWindowCounterRateLimiter
from redis.asyncio import BlockingConnectionPool, Connection, SSLConnection
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import AuthenticationError, NoPermissionError, ReadOnlyError

from schema.limits.budget import BudgetCharge
from server.logs import error_kind_and_frames
from server.rate_limits.attempts import seconds_to_wait
from server.rate_limits.cost_budget import charge
from server.rate_limits.redis_url import RedisServer

REDIS_TIMEOUT_SECONDS = 0.5
"""The longest that a sign-in waits for Redis, connection included."""
RETRY_AFTER_FAILURE_SECONDS = 5.0
"""The pause after a failure, so that it slows one sign-in down, not all of them, and is logged once."""

MAX_REDIS_CONNECTIONS = 20
"""Connections of one process; a request that finds all busy waits for one."""

_PROBE = parse("1000/second")

T = TypeVar("T")

logger = structlog.stdlib.get_logger("comptoir.limits")


class RedisLimiter:
    """Counts attempts and costs in Redis. `clock` returns monotonic seconds."""

    def __init__(self, server: RedisServer, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._pool = _pool(server)
        # The pool has the address. With a URI, `limits` would put its password in errors, and would need
        # another package for valkey://, though the protocol is the same.
        options: dict[str, Any] = {"connection_pool": self._pool}
        storage = RedisStorage("async+redis://", implementation="redispy", key_prefix="comptoir", **options)
        self._limiter = MovingWindowRateLimiter(storage)
        self._counter = SlidingWindowCounterRateLimiter(storage)
        self._away_until: float | None = None

    async def wait(self, item: RateLimitItem, *key: str) -> int | None:
        """Count an attempt; seconds to wait, 0 if it may go on; None while the storage fails."""
        return await self._or_none(lambda: seconds_to_wait(self._limiter, item, *key))

    async def charge(self, item: RateLimitItem, cost: int, *key: str, again: int) -> BudgetCharge | None:
        """Charge a cost, as `cost_budget.charge` does; None while the storage fails."""
        return await self._or_none(lambda: charge(self._counter, item, cost, *key, again=again))

    async def _or_none(self, operation: Callable[[], Awaitable[T]]) -> T | None:
        if self._away_until is not None and self._clock() < self._away_until:
            return None
        try:
            async with asyncio.timeout(REDIS_TIMEOUT_SECONDS):
                result = await operation()
        except Exception as error:  # whatever it is, people can sign in
            self._away_until = self._clock() + RETRY_AFTER_FAILURE_SECONDS
            logger.warning("limits not shared: Redis fails", **error_kind_and_frames(error))
            return None
        if self._away_until is not None:
            self._away_until = None
            logger.info("limits shared again")
        return result

    async def fault(self) -> str | None:
        """Why nothing can be counted there, for the operator; None if all is well."""
        try:
            async with asyncio.timeout(REDIS_TIMEOUT_SECONDS):
                await seconds_to_wait(self._limiter, _PROBE, "doctor")
        except Exception as error:
            return _reason(error)
        return None

    async def aclose(self) -> None:
        await self._pool.aclose()


def _pool(server: RedisServer) -> BlockingConnectionPool:
    """Return the connection pool; it connects on first use.

    One retry, at once: servers close idle connections, which shows only when they are used.
    """
    authority: dict[str, Any] = {"ssl_ca_certs": str(server.authority)} if server.authority else {}
    return BlockingConnectionPool(
        connection_class=SSLConnection if server.tls else Connection,
        max_connections=MAX_REDIS_CONNECTIONS,
        timeout=None,  # REDIS_TIMEOUT_SECONDS limits the whole operation
        host=server.host,
        port=server.port,
        db=server.database,
        username=server.user,
        password=server.password,
        retry=Retry(NoBackoff(), 1),
        **authority,
    )


def _reason(error: Exception) -> str:
    """The kind of failure; the server's text may hold anything."""
    if isinstance(error, AuthenticationError):
        return "signing in is refused"
    if isinstance(error, NoPermissionError):
        return "this user may not run scripts or write there"
    if isinstance(error, ReadOnlyError):
        return "it is a replica, which cannot be written to"
    if isinstance(error, TimeoutError):
        return f"no answer within {REDIS_TIMEOUT_SECONDS} s"
    # redis-py wraps the system's errors in its own.
    first = error.__cause__ or error.__context__ or error
    if isinstance(first, ssl.SSLError):
        return "TLS failed"
    return f"no connection, or lost ({type(first).__name__})"
