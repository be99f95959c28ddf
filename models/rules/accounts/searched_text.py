"""The text of an account that a search looks at, and the words looked for in it (L1).

Both lose what people write or leave out as they please, spaces included: a word typed as "Saint-Nazaire" or
"saintnazaire" then occurs in "Saint Nazaire" and in "Saint-Nazaire".
"""

import re

from models.rules.folding import fold
from models.rules.vocabulary import SearchField

SEARCHED_FIELDS = tuple(field for field in SearchField if field is not SearchField.ALL)
_PUNCTUATION = str.maketrans(dict.fromkeys("./()\u2015\u2043\u201b\u02bb\u02bd\u2032\u2035"))
"""What separates the digits of a phone number or the letters of an abbreviation (R.H.), and the hyphens and
apostrophes that `fold` retains."""
_INTERNATIONAL_PREFIX = re.compile(r"(?<!\S)\+(?=\d+(?!\S))")
_FRENCH_CALLING_CODE = re.compile("00(?:33|262|508|590|594|596)")
"""Where a national number begins with a zero that the international one lacks."""
_REDUNDANT_ZERO = re.compile(rf"(?<!\S)({_FRENCH_CALLING_CODE.pattern})0(?=\d\d)")
_SPACED_PHONE = re.compile(r"(?<!\S)0\d{0,4}(?: \d{1,3})+(?!\S)")
_MIN_PHONE_DIGITS = 6


def account_search_key(
    *, last_name: str, first_name: str, identifier: str, department: str | None, email: str, phone: str | None
) -> str:
    """The text of all fields, each followed by its own control character, which no word can hold."""
    texts = {
        SearchField.LAST_NAME: last_name,
        SearchField.FIRST_NAME: first_name,
        SearchField.IDENTIFIER: identifier,
        SearchField.DEPARTMENT: department or "",
        SearchField.EMAIL: email,
        SearchField.PHONE: phone or "",
    }
    return "".join(searched_text(field, texts[field]) + field_end(field) for field in SEARCHED_FIELDS)


def field_end(field: SearchField) -> str:
    """The control character after a field in the search key: U+0001 for the last name, and so on."""
    return chr(SEARCHED_FIELDS.index(field) + 1)


def searched_text(field: SearchField, text: str) -> str:
    """The text of one field, without spaces. A phone number is E.164; its national form is searched, too."""
    if field is SearchField.PHONE and _FRENCH_CALLING_CODE.match(folded := _folded_words(text)):
        return f"{_FRENCH_CALLING_CODE.sub('0', folded, count=1)} {folded}"
    return squeezed_text(text)


def squeezed_text(text: str) -> str:
    """The text folded, without punctuation and spaces, in which a searched word is looked for."""
    return _folded_words(text).replace(" ", "")


def searched_words(text: str) -> list[str]:
    """The words that were typed, a phone number in groups of digits being one word."""
    joined = _SPACED_PHONE.sub(_without_spaces, _folded_words(text))
    return _REDUNDANT_ZERO.sub(r"\1", joined).split()


def _folded_words(text: str) -> str:
    """The text folded and without punctuation; +33241051938 becomes 0033241051938, as others type it."""
    words = " ".join(fold(text).translate(_PUNCTUATION).split())
    return _INTERNATIONAL_PREFIX.sub("00", words)


def _without_spaces(groups: re.Match[str]) -> str:
    joined = groups[0].replace(" ", "")
    return joined if len(joined) >= _MIN_PHONE_DIGITS else groups[0]
