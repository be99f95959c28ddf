"""How many wrong passwords lock an identifier, and for how long (P3)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

MAX_WRONG_PASSWORDS = 5
FIRST_LOCK_DURATION = timedelta(minutes=15)
MAX_LOCK_DURATION = timedelta(hours=24)
FAILURE_RETENTION = timedelta(days=30)
"""Wrong passwords are forgotten this long after the last one; their locks are over long before."""


@dataclass(frozen=True, slots=True)
class LockoutState:
    """The wrong passwords counted for an identifier since the last right one."""

    failures: int = 0
    """Since the last lock."""
    locks: int = 0
    locked_until: datetime | None = None

    def locked(self, now: datetime) -> bool:
        return self.locked_until is not None and now < self.locked_until


def state_after_failure(state: LockoutState, now: datetime) -> LockoutState:
    """One more wrong password: the fifth locks for 15 minutes, the next fifth for twice as long, and so on.

    Attempts while locked do not count, or an attacker could lock out the holder for ever.
    """
    if state.locked(now):
        return state
    if state.failures + 1 < MAX_WRONG_PASSWORDS:
        return LockoutState(state.failures + 1, state.locks, None)
    return LockoutState(0, state.locks + 1, now + lock_duration(state.locks + 1))


def lock_duration(locks: int) -> timedelta:
    """The duration of the lock with this number, from 1: 15 minutes, doubling, at most 24 hours."""
    doublings = min(locks - 1, 10)  # 15 minutes x 2^10 is past a day already
    return min(FIRST_LOCK_DURATION * (1 << doublings), MAX_LOCK_DURATION)
