"""Wrong passwords, counted by identifier, exactly even under concurrent attempts (P3)."""

from collections.abc import Collection
from datetime import datetime

from tortoise.expressions import Q

from models.rules.sign_in.lockout import LockoutState, state_after_failure
from models.stores.sql import Statement, as_datetime_or_none
from models.stores.write_together import Write
from models.tables.sign_in import GuardRow


async def read_lockout(key: str) -> LockoutState:
    row = await GuardRow.get_or_none(key=key)
    return LockoutState(row.failures, row.locks, row.locked_until) if row else LockoutState()


async def count_failure(key: str, now: datetime) -> LockoutState:
    """Count one more wrong password and return the new state. Concurrent attempts are counted one by one.

    Runs in the caller's transaction, whose rollback undoes it.
    """
    statement = Statement()
    # The first statement writes, so that the row, or on SQLite the database, is locked until the end.
    rows = await statement.rows(
        "INSERT INTO sign_in_guard (key, failures, locks, changed_at) "
        f"VALUES ({statement.value(key)}, 0, 0, {statement.value(now)}) "
        "ON CONFLICT (key) DO UPDATE SET changed_at = excluded.changed_at "
        "RETURNING failures, locks, locked_until"
    )
    row = rows[0]
    state = state_after_failure(
        LockoutState(row["failures"], row["locks"], as_datetime_or_none(row["locked_until"])), now
    )
    await GuardRow.filter(key=key).update(
        failures=state.failures, locks=state.locks, locked_until=state.locked_until
    )
    return state


async def reset_failures(key: str, now: datetime) -> None:
    """Forget the wrong passwords after a right one, unless the identifier is locked."""
    await GuardRow.filter(Q(locked_until=None) | Q(locked_until__lte=now), key=key).delete()


async def clear_lockouts(keys: Collection[str]) -> None:
    """Forget wrong passwords and locks, after a new password or an unlocking or restoring administrator."""
    await lockouts_write(keys).run()


def lockouts_write(keys: Collection[str]) -> Write:
    """Forget wrong passwords and locks, as `clear_lockouts`, together with other writes."""
    statement = Statement()
    return Write(statement, f"DELETE FROM sign_in_guard WHERE {statement.among('key', keys, 'text')}")


async def purge_lockouts(before: datetime) -> int:
    """Delete lockout states unchanged since `before`; return how many."""
    return await GuardRow.filter(changed_at__lt=before).delete()
