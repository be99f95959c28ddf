"""Phone numbers: read as people write them in France and overseas, stored in E.164 (A3)."""

import re

from models.rules import refusals
from models.rules.accounts.account import check_text
from models.rules.refusals import Refusal

MAX_PHONE_CHARACTERS = 40
_WRITTEN = re.compile(r"(?:tel:)?\+?[\d\s()./-]+", re.IGNORECASE)
"""Digits and what people put between them; letters are no keypad here."""
_REGIONS = ("FR", "RE", "YT", "GP", "MQ", "GF")
_OVERSEAS_BLOCKS = {
    **dict.fromkeys(("0262", "0263", "0692", "0693"), "RE"),
    **dict.fromkeys(("0269", "0639"), "YT"),
    **dict.fromkeys(("0590", "0690", "0691"), "GP"),
    **dict.fromkeys(("0596", "0696", "0697"), "MQ"),
    **dict.fromkeys(("0594", "0694"), "GF"),
}
"""What the French numbering plan keeps for a department overseas, by the first four digits."""


def check_phone(text: str | None) -> str | Refusal | None:
    """Return the number in E.164, None for blank text, or why it is refused (A3).

    Only a valid number passes. One without a country is French: overseas if it begins with a block of an
    overseas department, metropolitan otherwise, and overseas again if no metropolitan number is like it.
    """
    line = check_text(text or "", MAX_PHONE_CHARACTERS)
    if isinstance(line, Refusal) or not line:
        return line or None
    if not _WRITTEN.fullmatch(line):
        return refusals.phone_malformed()
    for region in _regions(line):
        number = _valid_number(line, region)
        if number is not None:
            return number
    return refusals.phone_malformed()


def _regions(line: str) -> list[str]:
    block = _OVERSEAS_BLOCKS.get(re.sub(r"\D", "", line)[:4])
    return [block, *_REGIONS] if block else list(_REGIONS)


def _valid_number(line: str, region: str) -> str | None:
    """Return the number in E.164 if it is valid in this region or names its country."""
    import phonenumbers  # loaded with the first number: no process needs it to start

    try:
        number = phonenumbers.parse(line, region)
    except phonenumbers.NumberParseException:
        return None
    if number.extension or not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
