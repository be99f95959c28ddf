"""The sign-in name: made by the server, never changed, never given twice (A4)."""

import re
from collections.abc import Callable

from models.rules.folding import latin_capitals

ALPHABET = "23456789ACDEFGHJKMNPQRTVWXY"
"""27 characters that cannot be taken for one another on paper or by ear."""
DRAWN_CHARACTERS = 6
_MADE = re.compile(rf"[A-Z]{{3}}[{ALPHABET}]{{{DRAWN_CHARACTERS}}}")
_FORMER = re.compile(r"[A-Z]{3}[0-9A-Z]{6}")


def initials(first_name: str, last_name: str) -> str:
    """First letter of the first name, first two of the last; X where one is missing (A4)."""
    return latin_capitals(first_name)[:1].ljust(1, "X") + latin_capitals(last_name)[:2].ljust(2, "X")


def make_identifier(first_name: str, last_name: str, draw: Callable[[str], str]) -> str:
    """A new identifier. `draw` gives one character of the alphabet it is handed, from a CSPRNG."""
    return initials(first_name, last_name) + "".join(draw(ALPHABET) for _ in range(DRAWN_CHARACTERS))


def normalise_identifier(text: str) -> str:
    """As it is stored: case does not matter, nor do spaces around it (A4)."""
    return text.strip().upper()


def is_identifier(text: str) -> bool:
    """Made here, or of a former form: 3 letters and 6 digits, or letters among these (guide: SPUY4C8MN)."""
    return bool(_FORMER.fullmatch(text))


def is_generated_identifier(text: str) -> bool:
    """Of the form that `make_identifier` gives."""
    return bool(_MADE.fullmatch(text))
