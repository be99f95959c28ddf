"""What the history records of a new account (H1)."""

from datetime import date

from models.rules.accounts.account import Details, details_for_history
from models.rules.history_entry import Change, changes_between
from models.rules.vocabulary import Profile


def first_values(identifier: str, details: Details, profile: Profile, expires_on: date) -> list[Change]:
    """Return one change from nothing for each value that the account begins with, without its rights."""
    values = {
        "identifier": identifier,
        **details_for_history(details),
        "profile": profile.value,
        "expiresOn": expires_on.isoformat(),
    }
    return list(changes_between({}, values))
