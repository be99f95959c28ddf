"""The feed of status changes: as it is written, and as partners read it (T1, T2)."""

from dataclasses import dataclass
from datetime import date, datetime

from models.rules.vocabulary import AccountStatus, Profile

FEED_CHANNEL = "comptoir_feed"
"""The PostgreSQL channel that notifies feed listeners; the payload is the id of the employer."""


@dataclass(frozen=True, slots=True)
class StatusChange:
    """A change of an account's status. `before` is None for a new account."""

    account_id: int
    before: AccountStatus | None
    after: AccountStatus
    at: datetime


@dataclass(frozen=True, slots=True)
class PublishedChange:
    """A change as partners read it; `position` is its place in the feed."""

    position: int
    account_id: int
    identifier: str
    before: AccountStatus | None
    after: AccountStatus
    at: datetime


@dataclass(frozen=True, slots=True)
class PartnerAccountStatus:
    """All that a partner may read of an account (T1)."""

    identifier: str
    profile: Profile
    expires_on: date
    status: AccountStatus
