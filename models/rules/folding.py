"""Text without accents, for search (L1), ordering (L2) and identifiers (A4)."""

import re
import unicodedata
from functools import lru_cache

from models.rules.invisible_characters import is_invisible

MAX_DECOMPOSED_CHARACTERS = 4
"""NFC composes at most this many characters into one: ᾂ can be typed as four."""
_HYPHENS_AND_APOSTROPHES = frozenset("-‐‑‒–—−'’‘ʼ`＇")
_LATIN_NAME = re.compile(
    r"LATIN (?:SMALL |CAPITAL )?(?:LETTER |LIGATURE )(?:DOTLESS )?([A-Z]{1,2})(?: WITH .+)?"
)
_LETTER_NAME = re.compile(r"[A-Z ]+? LETTER ([A-Z])")


class _Plain(dict[int, str]):
    """The plain lower-case letters of each character, where its Unicode name gives them (ł → l, œ → oe).

    A table for `str.translate`, filled as characters occur: it never exceeds the number of characters.
    """

    def __missing__(self, code: int) -> str:
        character = chr(code)
        match = _LATIN_NAME.fullmatch(unicodedata.name(character, ""))
        self[code] = match[1].lower() if match else character
        if character in _HYPHENS_AND_APOSTROPHES or unicodedata.combining(character):
            self[code] = ""
        if is_invisible(character) and not character.isspace():
            self[code] = ""
        return self[code]


_PLAIN = _Plain()


def fold(text: str) -> str:
    """Without case, accents, hyphens, apostrophes or invisible characters (L1).

    Each run of white space becomes one space. Letters of other alphabets only lose their accents: a Greek
    name is found by Greek letters.
    """
    # NFKD turns a lone acute accent into a space, hence its removal, and mathematical Greek capitals into
    # plain capitals, hence the second casefold.
    without_acute = unicodedata.normalize("NFD", text).replace("´", "")
    decomposed = unicodedata.normalize("NFKD", without_acute.casefold()).casefold()
    return " ".join(decomposed.translate(_PLAIN).split())


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
    match = _LETTER_NAME.match(unicodedata.name(character, ""))
    return match[1] if match else ""
