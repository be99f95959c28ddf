"""What a caller may ask in a minute: its cost is counted, so that one caller leaves room for the others."""

from ipaddress import IPv6Address, ip_address
from math import ceil, floor

from limits import RateLimitItem
from limits.aio.strategies import SlidingWindowCounterRateLimiter

from resolvers.caller import Caller
from schema.limits.budget import BudgetCharge

_NETWORK = 64


def budget_owner(caller: Caller, address: str) -> tuple[str, str]:
    """For whom a request is counted: what kind of caller, and which."""
    if caller.account is not None:
        return "account", str(caller.account.id)
    if caller.partner is not None:
        return "partner", str(caller.partner.id)
    return "address", client_network(address)


def client_network(address: str) -> str:
    """An IPv6 address is one of 2^64 that its holder chooses from: they count as one."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if not isinstance(found, IPv6Address) or found.ipv4_mapped:
        return str(getattr(found, "ipv4_mapped", None) or found)
    return str(IPv6Address(int(found) >> (128 - _NETWORK) << (128 - _NETWORK)))


async def charge(
    counter: SlidingWindowCounterRateLimiter, item: RateLimitItem, cost: int, *key: str, again: int = 0
) -> BudgetCharge:
    """Count `cost`, if so much is left; else say when that, and `again` before it, will be.

    Two numbers are kept for each caller, however much is asked.

    Raises: those of the storage.
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
    """How long until `cost` fits: the window before counts ever less, then this one does.

    `previous_ends` is how long the window before still counts; `current_ends`, how long this one does.
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
