"""Rate limits of attempts: for each network address and identifier, in memory or in Redis (P3, P7)."""

import time
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, TypeAlias

from limits import RateLimitItem, RateLimitItemPerMinute, parse
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import MovingWindowRateLimiter

from models.rules.sign_in.tokens import lockout_key, network_address_key
from resolvers.caller import Caller
from schema.limits.budget import Budget, BudgetCharge
from server.rate_limits.attempts import seconds_to_wait
from server.rate_limits.cost_budget import CostCounter, budget_owner, client_network
from server.settings import Settings

if TYPE_CHECKING:
    from server.rate_limits.redis_limiter import RedisLimiter

Limiter: TypeAlias = Callable[[str, str], Awaitable[int]]
"""The kind of attempt and the identifier → seconds to wait; 0 if it may go on."""

MAX_ANONYMOUS_COST = 100_000
"""Of one request of a caller that is not signed in: executing introspection of that cost takes some 0.2 s, in
which no other request goes on. What GraphiQL asks of the schema costs a quarter of it."""


class RateLimits:
    """The limits of all processes that share a Redis; of this process without one, or while it fails.

    Wrong passwords are also counted in the database, independently of this.
    """

    def __init__(self, settings: Settings, clock: Callable[[], float] = time.monotonic) -> None:
        self._secret = settings.secret_key.get_secret_value().encode()
        self._own = MovingWindowRateLimiter(MemoryStorage())
        self._own_costs = CostCounter(settings.cost_per_minute)
        self._cost_limit = settings.cost_limit
        self._minute = RateLimitItemPerMinute(settings.cost_per_minute)
        self._shared = _shared_limiter(settings, clock)
        self._items: dict[str, tuple[RateLimitItem, RateLimitItem]] = {
            "sign_in": (parse(settings.sign_in_limit), parse(settings.sign_in_address_limit)),
            "token": (parse(settings.oauth_limit), parse(settings.oauth_address_limit)),
            "operator_sign_in": (
                parse(settings.operator_sign_in_limit),
                parse(settings.operator_sign_in_address_limit),
            ),
            "find_person": (
                parse(settings.operator_search_limit),
                parse(settings.operator_search_address_limit),
            ),
            "reset": (parse(settings.reset_limit), parse(settings.reset_address_limit)),
            "registration": (parse(settings.registration_limit), parse(settings.registration_address_limit)),
        }

    def for_address(self, address: str) -> Limiter:
        """The limiter of a request from this network address."""

        async def wait(tried: str, identifier: str) -> int:
            network = network_address_key(self._secret, client_network(address))
            by_identifier, by_address = self._items[tried]
            # Requests over the network's limit do not count against the identifier.
            return await self._hit(by_address, tried, "address", network) or await self._hit(
                by_identifier, tried, "identifier", lockout_key(self._secret, identifier)
            )

        return wait

    def budget(self, caller: Caller, address: str) -> Budget:
        """The budget of this caller: the limit of one request, and of a minute."""
        owner = budget_owner(caller, address)

        async def take(cost: int, again: int = 0) -> BudgetCharge:
            if self._shared:
                kind, which = owner
                key = ("cost", kind, network_address_key(self._secret, which))
                spent = await self._shared.charge(self._minute, cost, *key, again=again)
                if spent is not None:
                    return spent
            return self._own_costs.charge(owner, cost, again)

        anonymous = caller.account is None and caller.partner is None and caller.operator is None
        limit = min(self._cost_limit, MAX_ANONYMOUS_COST) if anonymous else self._cost_limit
        return Budget(limit, self._cost_limit, take)

    async def aclose(self) -> None:
        if self._shared:
            await self._shared.aclose()

    async def _hit(self, item: RateLimitItem, *key: str) -> int:
        seconds = await self._shared.wait(item, *key) if self._shared else None
        return await seconds_to_wait(self._own, item, *key) if seconds is None else seconds


def _shared_limiter(settings: Settings, clock: Callable[[], float]) -> "RedisLimiter | None":
    if settings.redis is None:
        return None
    from server.rate_limits.redis_limiter import RedisLimiter  # loads redis, which few installations have

    return RedisLimiter(settings.redis, clock)
