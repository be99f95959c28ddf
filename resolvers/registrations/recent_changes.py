"""Changes of an employer's representative or postal address that came shortly before a succession (N2)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from models.rules.history_entry import Change, Entry
from models.rules.registrations.registration import RECENT_CHANGE, Registration
from models.rules.registrations.states import RegistrationKind
from models.stores.accounts.accounts import account_labels
from models.stores.history import employer_modifications

MAX_RECENT_CHANGES = 10
"""How many are shown of one request: the latest."""
_DECIDES_THE_LETTER = {"legalRepresentative", "postalAddress"}


@dataclass(frozen=True, slots=True)
class RecentChange:
    """One correction of what decides to whom, and where, the letter with the code goes."""

    at: datetime
    actor: str
    """The label of the account, or the name that the history has."""
    changes: tuple[Change, ...]
    """Of legalRepresentative and postalAddress, before and after."""


async def recent_changes(registrations: Collection[Registration]) -> dict[int, tuple[RecentChange, ...]]:
    """Return, by the number of each succession, the changes since 30 days before it was sent.

    Later ones count too: the letter goes to what is on file when it is approved.
    """
    starts = {
        one.id: one.submitted_at - RECENT_CHANGE
        for one in registrations
        if one.kind is RegistrationKind.SUCCESSION and one.employer_id is not None and one.submitted_at
    }
    if not starts:
        return {}
    employers = {one.employer_id for one in registrations if one.id in starts and one.employer_id is not None}
    entries = [
        entry for entry in await employer_modifications(employers, min(starts.values())) if _deciding(entry)
    ]
    labels = await account_labels({entry.actor_id for entry in entries if entry.actor_id is not None})
    return {
        one.id: tuple(
            RecentChange(entry.at, _actor(entry, labels), _deciding(entry))
            for entry in entries
            if entry.employer_id == one.employer_id and entry.at >= starts[one.id]
        )[:MAX_RECENT_CHANGES]
        for one in registrations
        if one.id in starts
    }


def _deciding(entry: Entry) -> tuple[Change, ...]:
    return tuple(change for change in entry.changes or () if change.field in _DECIDES_THE_LETTER)


def _actor(entry: Entry, labels: dict[int, str]) -> str:
    return (entry.actor_name if entry.actor_id is None else labels.get(entry.actor_id)) or ""
