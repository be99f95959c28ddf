"""Characters that no one can see: refused in what is stored (A3), dropped from what is typed (L1, A4)."""

import re
import unicodedata

_INVISIBLE_CATEGORIES = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_INVISIBLE_LETTERS = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
"""Characters that are invisible although Unicode counts them as letters or marks."""

_BLANK_BRAILLE = "\u2800"
"""The braille pattern without dots: Unicode counts it as a symbol."""


def is_invisible(character: str) -> bool:
    """Whether it is zero-width, a blank, a control character, a line separator, or unassigned."""
    if character == _BLANK_BRAILLE:
        return True
    return unicodedata.category(character) in _INVISIBLE_CATEGORIES or is_zero_width(character)


def is_zero_width(character: str) -> bool:
    """Whether it takes no room, such as U+200B: people copy it along and cannot see it."""
    return unicodedata.category(character) == "Cf" or bool(_INVISIBLE_LETTERS.match(character))


def without_zero_width(text: str) -> str:
    """The text without its zero-width characters."""
    return text if text.isascii() else "".join(c for c in text if not is_zero_width(c))
