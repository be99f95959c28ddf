"""Operators decide on registrations and successions, from their pages (N1–N3)."""

from collections.abc import Collection, Sequence
from datetime import datetime

from models.rules.policy import Policy
from models.rules.registrations.states import RegistrationState
from resolvers.caller import Caller, require_operator
from resolvers.registrations import approve, queue, refuse
from resolvers.registrations.queue import QueuedRegistration


async def read_registrations(
    caller: Caller, states: Collection[RegistrationState], now: datetime, limit: int, after: tuple[int, int]
) -> tuple[list[tuple[tuple[int, int], QueuedRegistration]], bool]:
    """Return requests in these states with their keys, from the key `after` on, and whether more follow.

    Raises: Refused, as `require_operator`.
    """
    require_operator(caller)
    page = await queue.list_registrations(states, now, limit + 1, after)
    return page[:limit], len(page) > limit


async def approve_registration(
    caller: Caller, registration_id: int, funds: Sequence[str], now: datetime, policy: Policy
) -> QueuedRegistration:
    """Approve a request; return it as it is then.

    Raises: Refused, as `require_operator` and `resolvers.registrations.approve.approve_registration`.
    """
    operator = require_operator(caller)
    await approve.approve_registration(registration_id, funds, operator.actor, now, policy)
    return await queue.show_registration(registration_id, now)


async def refuse_registration(
    caller: Caller,
    registration_id: int,
    reason: str,
    now: datetime,
    policy: Policy,
    *,
    withdraw: bool = False,
) -> QueuedRegistration:
    """Refuse a request, or withdraw its approval, with a reason for the person who sent it; return it.

    Raises: Refused, as `require_operator` and `resolvers.registrations.refuse.refuse_registration`.
    """
    operator = require_operator(caller)
    await refuse.refuse_registration(registration_id, reason, operator.actor, now, policy, withdraw=withdraw)
    return await queue.show_registration(registration_id, now)
