"""Whether two holders of one employer seem to be one person."""

from models.rules.accounts.account import Details
from models.rules.folding import fold


def same_person(one: Details, other: Details) -> str | None:
    """Return the field that says so: "email", or "lastName" for name and department; None if none does.

    Case, accents, hyphens and spaces count for nothing. The same rule, in SQL, is in
    `models.stores.accounts.duplicates`.
    """
    if one.email.lower() == other.email.lower():
        return "email"
    return "lastName" if _names(one) == _names(other) else None


def _names(details: Details) -> list[str]:
    names = (details.last_name, details.first_name, details.department or "")
    return [joined(name) for name in names]


def joined(text: str) -> str:
    """Return the text folded, without spaces: by this form names and departments are compared."""
    return fold(text).replace(" ", "")
