"""Wrong passwords counted, by identifier, right under concurrent attempts (P3)."""

from collections.abc import Collection
from datetime import datetime

from tortoise.expressions import Q

from models.rules.sign_in.lockout import LockoutState, state_after_failure
from models.stores.sql import Statement, as_datetime_or_none
from models.tables.sign_in import GuardRow


async def read_lockout(key: str) -> LockoutState:
    row = await GuardRow.get_or_none(key=key)
    return LockoutState(row.failures, row.locks, row.locked_until) if row else LockoutState()


async def count_failure(key: str, now: datetime) -> LockoutState:
    """One more wrong password; the guard as it is after. Attempts at the same moment take turns.

    In a transaction of the caller's, which may still take it back.
    """
    statement = Statement()
    # It writes at once, whatever was there: it holds the row, and on SQLite the database, until the end.
    rows = await statement.rows(
        "INSERT INTO sign_in_guard (key, failures, locks, changed_at) "
        f"VALUES ({statement.value(key)}, 0, 0, {statement.value(now)}) "
        "ON CONFLICT (key) DO UPDATE SET changed_at = excluded.changed_at "
        "RETURNING failures, locks, locked_until"
    )
    row = rows[0]
    guard = state_after_failure(
        LockoutState(row["failures"], row["locks"], as_datetime_or_none(row["locked_until"])), now
    )
    await GuardRow.filter(key=key).update(
        failures=guard.failures, locks=guard.locks, locked_until=guard.locked_until
    )
    return guard


async def reset_failures(key: str, now: datetime) -> None:
    """After a right password: nothing is counted any more. What is locked stays so."""
    await GuardRow.filter(Q(locked_until=None) | Q(locked_until__lte=now), key=key).delete()


async def clear_lockouts(keys: Collection[str]) -> None:
    """After a new password, or an administrator's unlocking or restoring: locks are lifted too."""
    await GuardRow.filter(key__in=list(keys)).delete()


async def purge_lockouts(before: datetime) -> int:
    """Delete lockout states unchanged since `before`; return how many."""
    return await GuardRow.filter(changed_at__lt=before).delete()
