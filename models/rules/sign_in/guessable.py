"""What makes a password easy to guess, in words, and the usual changes of one everyday word (P1)."""

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum

MAX_ADDED_DIGITS = 6
"""A date (140789), a postal code or a year and more: a word with as many digits is still one word."""
MAX_ADDED_SIGNS = 4
_MIN_WORD_LETTERS = 3


class Weakness(StrEnum):
    """Why a password is easy to guess."""

    COMMON = "COMMON"
    WORD = "WORD"
    NAME = "NAME"
    PLACE = "PLACE"
    CALENDAR = "CALENDAR"
    KEYBOARD = "KEYBOARD"
    PERSONAL = "PERSONAL"
    REPEAT = "REPEAT"
    SEQUENCE = "SEQUENCE"
    DATE = "DATE"
    SHORT = "SHORT"


WEAKNESS_SENTENCES = {
    Weakness.COMMON: (
        "c'est l'un des mots de passe les plus courants, à peine changé",
        "it is one of the commonest passwords, hardly changed",
    ),
    Weakness.WORD: ("il est fait d'un mot courant, à peine changé", "it is an everyday word, hardly changed"),
    Weakness.NAME: (
        "il est fait d'un prénom ou d'un nom de famille, à peine changé",
        "it is a first or last name, hardly changed",
    ),
    Weakness.PLACE: (
        "il est fait d'un nom de lieu, à peine changé",
        "it is the name of a place, hardly changed",
    ),
    Weakness.CALENDAR: (
        "il est fait d'un mois, d'un jour, d'une saison ou d'une fête, à peine changé",
        "it is a month, a day, a season or a feast, hardly changed",
    ),
    Weakness.KEYBOARD: (
        "il suit des touches voisines du clavier",
        "it follows neighbouring keys of the keyboard",
    ),
    Weakness.PERSONAL: (
        "il est fait de ce qu'on sait de vous ou de votre établissement",
        "it is made of what is known of you or of your employer",
    ),
    Weakness.REPEAT: ("il répète le même motif", "it repeats the same pattern"),
    Weakness.SEQUENCE: (
        "il contient une suite de lettres ou de chiffres, comme abcd ou 1234",
        "it contains a sequence of letters or digits, such as abcd or 1234",
    ),
    Weakness.DATE: ("il est fait d'une date ou d'une année", "it is made of a date or a year"),
    Weakness.SHORT: ("il est trop court pour ce qu'il contient", "it is too short for what it contains"),
}

_KEYBOARD_LINES = (
    "azertyuiop",
    "qsdfghjklm",
    "wxcvbn",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "qwertzuiop",
    "yxcvbnm",
)
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_MIN_CERTAIN_LETTERS = 4
_MAX_STRAY_LETTERS = 2
"""Beside a longer word: what is added for a rule, as the a of SOLEIL2026a!"""
_SIGNS_FOR_LETTERS = str.maketrans("0345678@$€&+", "oeasgtbaseet")
_ONES = ("i", "l")
"""What 1, ! and | stand for, one after the other."""
_NOT_LETTERS = re.compile(r"[^a-z]+")
_PERIOD = re.compile(r"(.+?)\1*")


def everyday_weakness(password: str, kinds: Mapping[str, Weakness]) -> Weakness | None:
    """The weakness of a password that is one word, repeated or not, and few digits and signs; else None.

    `password` is folded (no case, no accents); `kinds` holds the words, folded, and what each of them is.
    """
    whole = _PERIOD.fullmatch(password)
    for text in {password, whole[1]} if whole else {password}:
        for word, rest in _readings(text):
            if _is_few(rest) and (weakness := _weakness_of(word, kinds)):
                return weakness
    return None


def _readings(text: str) -> list[tuple[str, str]]:
    """The words that a text may be made from, with the digits and signs around or in each of them."""
    letters = _NOT_LETTERS.sub("", text)
    readings = [(letters, _without_letters(text))]
    longest = max(_NOT_LETTERS.split(text), key=len)
    if len(letters) - len(longest) <= _MAX_STRAY_LETTERS < len(longest):
        readings.append((longest, _without_letters(text)))
    first, last = _first_letter(text), _first_letter(text[::-1])
    for start in range(first + 1):
        for end in range(len(text) - last, len(text) + 1):
            middle, rest = text[start:end], text[:start] + text[end:]
            for one in _ONES:
                spelt = re.sub("[1!|]", one, middle).translate(_SIGNS_FOR_LETTERS)
                word = _NOT_LETTERS.sub("", spelt)
                if len(word) >= _MIN_CERTAIN_LETTERS:  # with fewer, nearly everything spells a name
                    readings.append((word, rest + _without_letters(spelt)))
    return readings


def _first_letter(text: str) -> int:
    """How many digits and signs a text begins with, counted no further than matters."""
    before = re.match(r"[^a-z]*", text)
    return min(len(before[0]) if before else 0, MAX_ADDED_DIGITS + MAX_ADDED_SIGNS)


def _without_letters(text: str) -> str:
    return re.sub("[a-z]", "", text)


def _is_few(rest: str) -> bool:
    """Are these digits and signs what people add to a word? A letter of another alphabet is neither."""
    digits = sum(c.isdecimal() for c in rest)
    return (
        digits <= MAX_ADDED_DIGITS
        and len(rest) - digits <= MAX_ADDED_SIGNS
        and not any(c.isalpha() for c in rest)
    )


def _weakness_of(word: str, kinds: Mapping[str, Weakness]) -> Weakness | None:
    period = _PERIOD.fullmatch(word)
    for text in {word, period[1]} if period else {word}:
        if len(text) < _MIN_WORD_LETTERS:
            continue
        if weakness := kinds.get(text) or kinds.get(text[::-1]):
            return weakness
        if len(text) >= _MIN_CERTAIN_LETTERS:
            if _is_part_of(text, _KEYBOARD_LINES):
                return Weakness.KEYBOARD
            if _is_part_of(text, (_ALPHABET,)):
                return Weakness.SEQUENCE
    return None


def _is_part_of(text: str, lines: Iterable[str]) -> bool:
    return any(text in line or text in line[::-1] for line in lines)
