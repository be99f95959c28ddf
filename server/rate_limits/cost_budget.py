"""Each caller's budget for a minute: costs are counted, so that one caller leaves room for the others."""

import time
from functools import lru_cache
from ipaddress import IPv6Address, ip_address
from math import ceil, floor

from limits import RateLimitItem
from limits.aio.strategies import SlidingWindowCounterRateLimiter

from resolvers.caller import Caller
from schema.limits.budget import BudgetCharge

_NETWORK_BITS = 64
_REMEMBERED_ADDRESSES = 4_096
_WINDOW_SECONDS = 60


def budget_owner(caller: Caller, address: str) -> tuple[str, str]:
    """The kind and id of the caller whose budget a request is charged to."""
    if caller.account is not None:
        return "account", str(caller.account.id)
    if caller.partner is not None:
        return "partner", str(caller.partner.id)
    if caller.operator is not None:
        return "operator", str(caller.operator.id)
    return "address", client_network(address)


@lru_cache(_REMEMBERED_ADDRESSES)
def client_network(address: str) -> str:
    """The address; of IPv6, its /64 network, because a client can use any of 2^64 addresses in it."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    if not isinstance(parsed, IPv6Address) or parsed.ipv4_mapped:
        return str(getattr(parsed, "ipv4_mapped", None) or parsed)
    return str(IPv6Address(int(parsed) >> (128 - _NETWORK_BITS) << (128 - _NETWORK_BITS)))


async def charge(
    counter: SlidingWindowCounterRateLimiter, item: RateLimitItem, cost: int, *key: str, again: int = 0
) -> BudgetCharge:
    """Charge `cost` if the budget has it; else return the wait until `cost` and `again` will fit.

    The storage holds two numbers for each caller.

    Raises: the storage's errors.
    """
    if await counter.hit(item, *key, cost=cost):
        return BudgetCharge((await counter.get_window_stats(item, *key)).remaining)
    window = await counter.storage.get_sliding_window(item.key_for(*key), item.get_expiry())  # type: ignore[attr-defined]
    return rejected_charge(*window, length=item.get_expiry(), amount=item.amount, cost=cost + again)


def rejected_charge(
    previous: int,
    previous_ends: float,
    current: int,
    current_ends: float,
    *,
    length: int,
    amount: int,
    cost: int,
) -> BudgetCharge:
    """The wait until `cost` fits: the former window counts less and less, and after it the current one.

    `previous_ends` and `current_ends` are the seconds that the former and the current window still count.
    """
    left = max(0, amount - floor(previous * previous_ends / length + current))
    room = max(0, amount - cost)
    if current > room:
        seconds = current_ends - room * length / current
    elif previous:
        seconds = previous_ends - (room - current) * length / previous
    else:
        seconds = 0.0
    return BudgetCharge(left, max(1, ceil(seconds)))


class CostCounter:
    """Counts costs in this process, by the formula that the package `limits` has for Redis.

    The window is the last 60 seconds: of the minute before, as much counts as of it lies in them. All callers
    have the same minutes, so that those of a former one are forgotten all at once.
    """

    def __init__(self, amount: int) -> None:
        self._amount = amount
        self._window = 0
        self._former: dict[tuple[str, str], int] = {}
        self._current: dict[tuple[str, str], int] = {}

    def charge(self, owner: tuple[str, str], cost: int, again: int = 0) -> BudgetCharge:
        """As the function `charge`; `owner` is what `budget_owner` returns."""
        now = time.time()
        self._begin_window(int(now / _WINDOW_SECONDS))
        left_of_window = 1 - now / _WINDOW_SECONDS % 1
        former, current = self._former.get(owner, 0), self._current.get(owner, 0)
        left = self._amount - floor(former * left_of_window + current) - cost
        if left >= 0:
            self._current[owner] = current + cost
            return BudgetCharge(left)
        seconds = left_of_window * _WINDOW_SECONDS
        return rejected_charge(
            former,
            seconds,
            current,
            seconds + _WINDOW_SECONDS,
            length=_WINDOW_SECONDS,
            amount=self._amount,
            cost=cost + again,
        )

    def __len__(self) -> int:
        """How many counts are kept."""
        return len(self._former) + len(self._current)

    def _begin_window(self, window: int) -> None:
        """Forget what lies further back than one window. A clock that is set back forgets nothing."""
        if window > self._window:
            self._former = self._current if window == self._window + 1 else {}
            self._window, self._current = window, {}
