"""The feed of status changes, as it is written and as it is told (T2)."""

from dataclasses import dataclass
from datetime import date, datetime

from models.rules.vocabulary import AccountStatus, Profile

FEED_CHANNEL = "comptoir_feed"
"""The PostgreSQL channel that notifies feed listeners; the payload is the id of the employer."""


@dataclass(frozen=True, slots=True)
class StatusChange:
    """`before` is None for a new account."""

    account_id: int
    before: AccountStatus | None
    after: AccountStatus
    at: datetime


@dataclass(frozen=True, slots=True)
class PublishedChange:
    """A change as partners are told of it; `place` is where it stands in the feed."""

    place: int
    account_id: int
    identifier: str
    before: AccountStatus | None
    after: AccountStatus
    at: datetime


@dataclass(frozen=True, slots=True)
class PartnerAccountStatus:
    """What partners are told of an account, and they are told no more (T1)."""

    identifier: str
    profile: Profile
    expires_on: date
    status: AccountStatus
