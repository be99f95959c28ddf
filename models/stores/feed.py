"""The feed of status changes that partners read (T2)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from models.rules.vocabulary import AccountStatus
from models.tables.history import StatusChangeRow


@dataclass(frozen=True, slots=True)
class StatusChange:
    """`before` is None for a new account."""

    account_id: int
    before: AccountStatus | None
    after: AccountStatus


async def append_feed(employer_id: int, at: datetime, changes: Iterable[StatusChange]) -> None:
    """Keep those that change something. The employer is locked, so its changes are in order."""
    await StatusChangeRow.bulk_create(
        [
            StatusChangeRow(
                employer_id=employer_id,
                account_id=change.account_id,
                before=change.before,
                after=change.after,
                at=at,
            )
            for change in changes
            if change.before is not change.after
        ],
        batch_size=1_000,
    )
