"""What a password must be (P1)."""

import re
import unicodedata
from collections.abc import Callable, Container, Iterable, Sequence
from enum import StrEnum

from models.rules.folding import MAX_DECOMPOSED_CHARACTERS, fold
from models.rules.refusals import Refusal
from models.rules.vocabulary import ErrorCode

MIN_PASSWORD_CHARACTERS = 8
MAX_PASSWORD_CHARACTERS = 128
_MIN_NAME_CHARACTERS = 3
"""A name of one or two letters (O, Ng) would forbid half of all passwords."""


class PasswordRule(StrEnum):
    LENGTH = "LENGTH"
    NOT_TOO_LONG = "NOT_TOO_LONG"
    DIGIT = "DIGIT"
    LOWER_CASE = "LOWER_CASE"
    UPPER_CASE = "UPPER_CASE"
    SPECIAL = "SPECIAL"
    UNCOMMON = "UNCOMMON"
    IMPERSONAL = "IMPERSONAL"


_SENTENCES = {
    PasswordRule.LENGTH: (
        f"au moins {MIN_PASSWORD_CHARACTERS} caractères",
        f"at least {MIN_PASSWORD_CHARACTERS} characters",
    ),
    PasswordRule.NOT_TOO_LONG: (
        f"au plus {MAX_PASSWORD_CHARACTERS} caractères",
        f"at most {MAX_PASSWORD_CHARACTERS} characters",
    ),
    PasswordRule.DIGIT: ("un chiffre", "a digit"),
    PasswordRule.LOWER_CASE: ("une minuscule", "a lower-case letter"),
    PasswordRule.UPPER_CASE: ("une majuscule", "an upper-case letter"),
    PasswordRule.SPECIAL: ("un caractère spécial", "a special character"),
    PasswordRule.UNCOMMON: ("pas l'un des plus courants", "none of the commonest"),
    PasswordRule.IMPERSONAL: ("ni l'identifiant ni un nom", "neither the identifier nor a name"),
}


def normalise_password(password: str) -> str:
    """The password as it is checked and hashed: é is one character, whether it was typed as one or as two.

    A password that is far too long is cut, and remains too long: normalisation takes quadratic time.
    """
    return unicodedata.normalize("NFC", password[: MAX_DECOMPOSED_CHARACTERS * (MAX_PASSWORD_CHARACTERS + 1)])


def broken_rules(
    password: str, personal: Iterable[str] = (), common: Container[str] = frozenset()
) -> list[PasswordRule]:
    """The rules that a password breaks; an empty list if it is valid (P1).

    `personal` are the identifier and the names; `common` holds the commonest passwords, case folded.
    """
    password = normalise_password(password)
    met = {
        PasswordRule.LENGTH: len(password) >= MIN_PASSWORD_CHARACTERS,
        PasswordRule.NOT_TOO_LONG: len(password) <= MAX_PASSWORD_CHARACTERS,
        PasswordRule.DIGIT: any(c.isdecimal() for c in password),
        PasswordRule.LOWER_CASE: any(c.islower() for c in password),
        PasswordRule.UPPER_CASE: any(c.isupper() for c in password),
        PasswordRule.SPECIAL: any(unicodedata.category(c)[0] in "PS" for c in password),
        PasswordRule.UNCOMMON: password.casefold() not in common,
        PasswordRule.IMPERSONAL: not _holds_any(password, personal),
    }
    return [rule for rule, is_met in met.items() if not is_met]


_ALPHABETS = ("ABCDEFGHJKLMNPQRSTUVWXYZ", "abcdefghijkmnpqrstuvwxyz", "23456789", "-+=?!#%*")
"""Without characters that are mistaken for one another."""
SUGGESTED_PASSWORD_CHARACTERS = 16


def suggested_password(choose: Callable[[Sequence[str]], str]) -> str:
    """A password that meets every rule ("Générer"): one character of each kind, then any, in random order.

    `choose` picks one element of the sequence it receives, by a CSPRNG.
    """
    drawn = [choose(alphabet) for alphabet in _ALPHABETS]
    drawn += [choose("".join(_ALPHABETS)) for _ in range(SUGGESTED_PASSWORD_CHARACTERS - len(drawn))]
    ordered = []
    while drawn:
        ordered.append(choose(drawn))
        drawn.remove(ordered[-1])
    return "".join(ordered)


def password_refusal(
    password: str, personal: Iterable[str] = (), common: Container[str] = frozenset()
) -> Refusal | None:
    """P1: the refusal that names every rule the password breaks; None if it is valid."""
    broken = broken_rules(password, personal, common)
    if not broken:
        return None
    french = ", ".join(_SENTENCES[rule][0] for rule in broken)
    english = ", ".join(_SENTENCES[rule][1] for rule in broken)
    return Refusal(
        ErrorCode.PASSWORD_TOO_WEAK,
        f"Il faut encore au mot de passe : {french}.",
        f"The password still needs: {english}.",
    )


def _holds_any(password: str, personal: Iterable[str]) -> bool:
    searched = fold(password).replace(" ", "")
    for text in personal:
        whole = fold(text).replace(" ", "")
        parts = {whole, *(fold(part) for part in re.split(r"[\s-]+", text))}
        if any(len(part) >= _MIN_NAME_CHARACTERS and part in searched for part in parts):
            return True
    return False
