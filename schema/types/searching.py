"""The text of a search, checked before any database sees it (L1)."""

from models.rules.refusals import Refused, control_character, too_long
from models.rules.search import SEARCH_LENGTH, TERMS, terms_of


def searched(text: str, *field: str) -> tuple[str, ...]:
    """The terms of `text`, which the input holds under `field`. Errors: Refused(TOO_LONG or INVALID)."""
    if len(text) > SEARCH_LENGTH:
        raise Refused(too_long(SEARCH_LENGTH, len(text)).under(*field))
    if "\0" in text:
        raise Refused(control_character("U+0000").under(*field))
    return terms_of(text)[:TERMS]
