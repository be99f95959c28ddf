"""What the history records of an account: its values, and the changes between two of them (H1)."""

from collections.abc import Mapping
from datetime import date

from models.rules.accounts.account import Details
from models.rules.history_entry import Change, changes_between
from models.rules.vocabulary import AccessLevel, Profile


def first_values(identifier: str, details: Details, profile: Profile, expires_on: date) -> list[Change]:
    """Return one change from nothing for each value that the account begins with, without its rights."""
    values = {
        "identifier": identifier,
        **details_for_history(details),
        "profile": profile.value,
        "expiresOn": expires_on.isoformat(),
    }
    return list(changes_between({}, values))


def right_changes(changed: Mapping[str, tuple[AccessLevel, AccessLevel]]) -> list[Change]:
    """Return one change for each right, from its level before to its level after, by service code."""
    return [Change(f"rights.{code}", before.name, after.name) for code, (before, after) in changed.items()]


def details_for_history(details: Details) -> dict[str, str | None]:
    """Return the details as the history records them, by the names of the schema (H1)."""
    return {
        "civility": details.civility.value,
        "lastName": details.last_name,
        "firstName": details.first_name,
        "email": details.email,
        "phone": details.phone,
        "department": details.department,
        "professionalAddress": "\n".join(details.professional_address) or None,
    }
