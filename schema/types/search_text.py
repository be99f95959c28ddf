"""The text of a search, checked before any database sees it (L1)."""

from models.rules.accounts.search import MAX_SEARCH_CHARACTERS, MAX_SEARCH_TERMS, search_terms
from models.rules.refusals import (
    Refused,
    control_character,
    nothing_to_find,
    too_long,
    too_many_terms,
)


def parse_search_terms(text: str, *field: str) -> tuple[str, ...]:
    """Return the terms of `text`; `field` is its path in the input. Raises: Refused(TOO_LONG or INVALID)."""
    if len(text) > MAX_SEARCH_CHARACTERS:
        raise Refused(too_long(MAX_SEARCH_CHARACTERS, len(text)).under(*field))
    if "\0" in text:
        raise Refused(control_character("U+0000").under(*field))
    terms = search_terms(text)
    if len(terms) > MAX_SEARCH_TERMS:
        raise Refused(too_many_terms(MAX_SEARCH_TERMS, len(terms)).under(*field))
    if text.strip() and not terms:
        raise Refused(nothing_to_find().under(*field))
    return terms
