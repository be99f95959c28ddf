"""Letters without their accents: what search (L1), ordering (L2) and identifiers (A4) are made of."""

import re
import unicodedata
from functools import lru_cache

MAX_DECOMPOSED_CHARACTERS = 4
"""Of which NFC ever makes one character: ᾂ can be typed as four."""
_HYPHENS_AND_APOSTROPHES = frozenset("-‐‑‒–—−'’‘ʼ`＇")
_LATIN_NAME = re.compile(
    r"LATIN (?:SMALL |CAPITAL )?(?:LETTER |LIGATURE )(?:DOTLESS )?([A-Z]{1,2})(?: WITH .+)?"
)
_LETTER_NAME = re.compile(r"[A-Z ]+? LETTER ([A-Z])")


class _Plain(dict[int, str]):
    """Each character as lower-case plain letters where Unicode's own name tells them (ł → l, œ → oe).

    For `str.translate`, which fills it as characters are met: never more than Unicode has.
    """

    def __missing__(self, code: int) -> str:
        character = chr(code)
        found = _LATIN_NAME.fullmatch(unicodedata.name(character, ""))
        self[code] = found[1].lower() if found else character
        if character in _HYPHENS_AND_APOSTROPHES or unicodedata.combining(character):
            self[code] = ""
        return self[code]


_PLAIN = _Plain()


def fold(text: str) -> str:
    """Without case, accents, hyphens or apostrophes; each run of white space becomes one space (L1).

    Letters of other alphabets keep their own, without accents: a Greek name is found by Greek letters.
    """
    # NFKD makes a space of an acute accent that stands alone, and Greek capitals of mathematical ones.
    apart = unicodedata.normalize("NFD", text).replace("´", "")
    decomposed = unicodedata.normalize("NFKD", apart.casefold()).casefold()
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
    found = _LETTER_NAME.match(unicodedata.name(character, ""))
    return found[1] if found else ""
