"""Wrong passwords: how many, and how long an identifier is then locked (P3)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

MAX_WRONG_PASSWORDS = 5
FIRST_LOCK_DURATION = timedelta(minutes=15)
MAX_LOCK_DURATION = timedelta(hours=24)
FAILURE_RETENTION = timedelta(days=30)
"""Without another, wrong passwords are forgotten: the locks that they brought are long over."""


@dataclass(frozen=True, slots=True)
class LockoutState:
    """What is remembered of the wrong passwords given for an identifier since the last right one."""

    failures: int = 0
    """Since the last lock."""
    locks: int = 0
    locked_until: datetime | None = None

    def locked(self, now: datetime) -> bool:
        return self.locked_until is not None and now < self.locked_until


def state_after_failure(guard: LockoutState, now: datetime) -> LockoutState:
    """One more wrong password: the fifth locks for 15 minutes, the next fifth for twice as long, and so on.

    What is given while locked counts for nothing, or an honest holder could be kept out for ever.
    """
    if guard.locked(now):
        return guard
    if guard.failures + 1 < MAX_WRONG_PASSWORDS:
        return LockoutState(guard.failures + 1, guard.locks, None)
    return LockoutState(0, guard.locks + 1, now + lock_duration(guard.locks + 1))


def lock_duration(locks: int) -> timedelta:
    """Of the lock with this number, from 1: 15 minutes, doubling, at most 24 hours."""
    doublings = min(locks - 1, 10)  # 15 minutes x 2^10 is past a day already
    return min(FIRST_LOCK_DURATION * (1 << doublings), MAX_LOCK_DURATION)
