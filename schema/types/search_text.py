"""The text of a search, checked before any database sees it (L1)."""

from models.rules.accounts.search import SEARCH_LENGTH, TERMS, terms_of
from models.rules.refusals import (
    Refused,
    control_character,
    nothing_to_find,
    too_long,
    too_many_terms,
)


def searched(text: str, *field: str) -> tuple[str, ...]:
    """The terms of `text`, which the input holds under `field`. Errors: Refused(TOO_LONG or INVALID)."""
    if len(text) > SEARCH_LENGTH:
        raise Refused(too_long(SEARCH_LENGTH, len(text)).under(*field))
    if "\0" in text:
        raise Refused(control_character("U+0000").under(*field))
    terms = terms_of(text)
    if len(terms) > TERMS:
        raise Refused(too_many_terms(TERMS, len(terms)).under(*field))
    if text.strip() and not terms:
        raise Refused(nothing_to_find().under(*field))
    return terms
