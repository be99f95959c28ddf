"""Letters without their accents: what search (L1), ordering (L2) and identifiers (A4) are made of."""

import re
import unicodedata
from functools import lru_cache

_HYPHENS_AND_APOSTROPHES = frozenset("-‐‑‒–—−'’‘ʼ`＇")
_LATIN_NAME = re.compile(
    r"LATIN (?:SMALL |CAPITAL )?(?:LETTER |LIGATURE )(?:DOTLESS )?([A-Z]{1,2})(?: WITH .+)?"
)
_LETTER_NAME = re.compile(r"[A-Z ]+? LETTER ([A-Z])")


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    """One character as lower-case plain letters where Unicode's own name tells them (ł → l, œ → oe)."""
    if character in _HYPHENS_AND_APOSTROPHES:
        return ""
    found = _LATIN_NAME.fullmatch(unicodedata.name(character, ""))
    return found[1].lower() if found else character


def fold(text: str) -> str:
    """Without case, accents, hyphens or apostrophes; each run of white space becomes one space (L1).

    Letters of other alphabets keep their own, without accents: a Greek name is found by Greek letters.
    """
    # NFKD makes a space of an acute accent that stands alone, and capitals of letters like 𝚨.
    decomposed = unicodedata.normalize("NFKD", text.replace("´", "").casefold()).casefold()
    bare = (_plain(c) for c in decomposed if not unicodedata.combining(c))
    return " ".join("".join(bare).split())


def latin_capitals(text: str) -> str:
    """The letters A to Z of a name, for its identifier (A4): Œuvrard → OEUVRARD, Łukasz → LUKASZ.

    A letter of another alphabet gives the first letter of its Unicode name (Π, "PI" → P); what has no such
    name gives nothing.
    """
    return "".join(_capital(c) for c in fold(text))


@lru_cache(maxsize=4096)
def _capital(character: str) -> str:
    if character.isascii():
        return character.upper() if character.isalpha() else ""
    found = _LETTER_NAME.match(unicodedata.name(character, ""))
    return found[1] if found else ""
