"""What a client accepts: media types and languages, by their q-values (RFC 9110)."""

from collections.abc import Sequence
from functools import lru_cache
from math import isfinite

from models.rules.vocabulary import Language

_MAX_CHARACTERS = 1_000
"""Characters: what follows is not read."""
_REMEMBERED_HEADERS = 512
_MAX_REMEMBERED_CHARACTERS = 200
"""A longer header is parsed each time: browsers send none, and strangers could fill the memory with them."""


def preferences(header: str) -> list[tuple[str, float]]:
    """The entries of an Accept or Accept-Language header with their weights; a bad weight counts as 0."""
    entries = []
    for entry in header[:_MAX_CHARACTERS].split(","):
        value, *parameters = (part.strip().lower() for part in entry.split(";"))
        weight = next((p[2:] for p in parameters if p.startswith("q=")), "1")
        entries.append((value, _weight(weight)))
    return [(value, weight) for value, weight in entries if value]


def accepted_type(header: str | None, offered: Sequence[str]) -> str | None:
    """The offered media type that the client likes best, the first among equals; None if it likes none."""
    if not header:
        return offered[0]
    if len(header) <= _MAX_REMEMBERED_CHARACTERS:
        return _remembered_type(header, tuple(offered))
    return _type(header, offered)


def _type(header: str, offered: Sequence[str]) -> str | None:
    preferred = preferences(header)
    rated = [(_rating(kind, preferred), kind) for kind in offered]
    best = max(rating for rating, _ in rated)
    return next(kind for rating, kind in rated if rating == best) if best > 0 else None


def language_of(header: str | None) -> Language:
    """Return French, unless the client prefers English."""
    if not header:
        return Language.FRENCH
    return _remembered_language(header) if len(header) <= _MAX_REMEMBERED_CHARACTERS else _language(header)


def _language(header: str) -> Language:
    rated = {Language.FRENCH: 0.0, Language.ENGLISH: 0.0}
    for value, weight in preferences(header):
        for language in rated:
            if value.split("-")[0] == language.value:
                rated[language] = max(rated[language], weight)
    return Language.ENGLISH if rated[Language.ENGLISH] > rated[Language.FRENCH] else Language.FRENCH


_remembered_type = lru_cache(_REMEMBERED_HEADERS)(_type)
_remembered_language = lru_cache(_REMEMBERED_HEADERS)(_language)


def _rating(kind: str, preferred: Sequence[tuple[str, float]]) -> float:
    """The weight of the most exact entry that covers this type."""
    family = kind.split("/")[0] + "/*"
    weights = dict(reversed(preferred))
    return next((weights[name] for name in (kind, family, "*/*") if name in weights), 0.0)


def _weight(text: str) -> float:
    try:
        weight = float(text)
    except ValueError:
        return 0.0
    return min(max(weight, 0.0), 1.0) if isfinite(weight) else 0.0
