"""Texts by which something is looked up exactly: what cannot be stored is never asked of the database."""

import re

from models.rules.invisible_characters import is_invisible

MAX_NUMBER_CHARACTERS = 20
MAX_TYPED_CHARACTERS = 2 * MAX_NUMBER_CHARACTERS
"""Of a number as it is typed, with the spaces between its digits."""
_NUMBER = re.compile(r"[A-Z]{0,4}[0-9]+(-[A-Z0-9]+)*")
"""A contract number, such as VF201; a SIRET has this form too."""


def can_be_stored(text: str, limit: int) -> bool:
    """Return whether a text of at most `limit` characters could be stored: NUL, e.g., never is (A3)."""
    return 0 < len(text) <= limit and not any(is_invisible(character) for character in text)


def employer_number(text: str) -> str | None:
    """Return a SIRET or contract number without spaces, in capitals; None if the text has neither form."""
    if not can_be_stored(text.strip(), MAX_TYPED_CHARACTERS):
        return None
    number = "".join(text.split()).upper()
    return number if len(number) <= MAX_NUMBER_CHARACTERS and _NUMBER.fullmatch(number) else None
