"""The feed of status changes that partners read (T2)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from models.rules.vocabulary import AccountStatus
from models.stores.writing import write_rows


@dataclass(frozen=True, slots=True)
class StatusChange:
    """`before` is None for a new account."""

    account_id: int
    before: AccountStatus | None
    after: AccountStatus


async def append_feed(employer_id: int, at: datetime, changes: Iterable[StatusChange]) -> None:
    """Keep those that change something. The employer is locked, so its changes are in order."""
    await write_rows(
        "status_change", (feed_columns(employer_id, at, c) for c in changes if c.before is not c.after)
    )


def feed_columns(employer_id: int, at: datetime, change: StatusChange) -> dict[str, object]:
    return {
        "employer_id": employer_id,
        "account_id": change.account_id,
        "before": change.before,
        "after": change.after,
        "at": at,
    }
