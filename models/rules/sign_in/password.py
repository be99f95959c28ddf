"""What a password must be (P1)."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum

from models.rules.folding import MAX_DECOMPOSED_CHARACTERS, fold
from models.rules.refusals import Refusal
from models.rules.sign_in.employer_words import proper_words
from models.rules.sign_in.guessable import WEAKNESS_SENTENCES, Weakness
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
    IMPERSONAL = "IMPERSONAL"


_SENTENCES = {
    PasswordRule.LENGTH: (
        f"au moins {MIN_PASSWORD_CHARACTERS} caractères",
        f"at least {MIN_PASSWORD_CHARACTERS} characters",
    ),
    PasswordRule.DIGIT: ("un chiffre", "a digit"),
    PasswordRule.LOWER_CASE: ("une minuscule", "a lower-case letter"),
    PasswordRule.UPPER_CASE: ("une majuscule", "an upper-case letter"),
    PasswordRule.SPECIAL: ("un caractère spécial", "a special character"),
}
"""What a password still needs."""
_TOO_LONG = (
    f"Ce mot de passe a plus de {MAX_PASSWORD_CHARACTERS} caractères : raccourcissez-le.",
    f"This password has more than {MAX_PASSWORD_CHARACTERS} characters: make it shorter.",
)
_PERSONAL = (
    "Ce mot de passe contient votre identifiant, votre nom ou celui de votre établissement : retirez-le.",
    "This password contains your identifier, your name or your employer's: leave it out.",
)


def normalise_password(password: str) -> str:
    """The password as it is checked and hashed: é is one character, whether it was typed as one or as two.

    A password that is far too long is cut, and remains too long: normalisation takes quadratic time.
    """
    return unicodedata.normalize("NFC", password[: MAX_DECOMPOSED_CHARACTERS * (MAX_PASSWORD_CHARACTERS + 1)])


def broken_rules(password: str, names: Iterable[str] = (), employer_name: str = "") -> list[PasswordRule]:
    """The rules that a password breaks; an empty list if it keeps them all (P1).

    `names` are the identifier and the holder's names. How easy it is to guess is another question.
    """
    password = normalise_password(password)
    met = {
        PasswordRule.LENGTH: len(password) >= MIN_PASSWORD_CHARACTERS,
        PasswordRule.NOT_TOO_LONG: len(password) <= MAX_PASSWORD_CHARACTERS,
        PasswordRule.DIGIT: any(c.isdecimal() for c in password),
        PasswordRule.LOWER_CASE: any(c.islower() for c in password),
        PasswordRule.UPPER_CASE: any(c.isupper() for c in password),
        PasswordRule.SPECIAL: any(unicodedata.category(c)[0] in "PS" for c in password),
        PasswordRule.IMPERSONAL: not _holds_any(password, names, employer_name),
    }
    return [rule for rule, is_met in met.items() if not is_met]


_CAPITALS, _SMALL, _DIGITS, _SIGNS = (
    "ABCDEFGHJKLMNPQRSTUVWXYZ",
    "abcdefghijkmnpqrstuvwxyz",
    "23456789",
    "+=?!#%*",
)
"""Without characters that are mistaken for one another, and without the hyphen, which joins letters."""
SUGGESTED_PASSWORD_CHARACTERS = 16


def suggested_password(choose: Callable[[Sequence[str]], str]) -> str:
    """A password that meets every rule ("Générer"): random letters, with a digit or a sign after each two.

    No three letters stand side by side, so that it holds no name or word by chance. `choose` picks one
    element of the sequence it receives, by a CSPRNG.
    """
    letters = _CAPITALS + _SMALL
    start = [choose(_CAPITALS), choose(_SMALL), choose(_DIGITS)]
    alphabets = [a for added in (_SIGNS, _DIGITS, _SIGNS, _DIGITS) for a in (letters, letters, added)]
    return "".join([*start, *(choose(alphabet) for alphabet in alphabets), choose(letters)])


def password_refusal(
    password: str,
    names: Iterable[str] = (),
    employer_name: str = "",
    weakness: Weakness | None = None,
) -> Refusal | None:
    """P1: the refusal that says everything that is wrong with the password; None if it is valid."""
    broken = broken_rules(password, names, employer_name)
    sentences = [*_missing(broken)]
    if PasswordRule.NOT_TOO_LONG in broken:
        sentences.append(_TOO_LONG)
    if PasswordRule.IMPERSONAL in broken:
        sentences.append(_PERSONAL)
    elif weakness:
        french, english = WEAKNESS_SENTENCES[weakness]
        sentences.append(
            (
                f"Ce mot de passe est trop facile à deviner : {french}. Prenez plutôt trois mots sans lien.",
                f"This password is too easy to guess: {english}. Take three unrelated words instead.",
            )
        )
    if not sentences:
        return None
    return Refusal(
        ErrorCode.PASSWORD_TOO_WEAK,
        " ".join(french for french, _ in sentences),
        " ".join(english for _, english in sentences),
    )


def _missing(broken: Iterable[PasswordRule]) -> Iterator[tuple[str, str]]:
    missing = [_SENTENCES[rule] for rule in broken if rule in _SENTENCES]
    if missing:
        french, english = (", ".join(texts) for texts in zip(*missing, strict=True))
        yield f"Il manque au mot de passe : {french}.", f"The password still needs: {english}."


def _holds_any(password: str, names: Iterable[str], employer_name: str) -> bool:
    searched = fold(password).replace(" ", "")
    return any(word in searched for word in (*_name_words(names), *proper_words(employer_name)))


def _name_words(names: Iterable[str]) -> Iterator[str]:
    for text in names:
        whole = fold(text).replace(" ", "")
        parts = {whole, *(fold(part) for part in re.split(r"[\s-]+", text))}
        yield from (part for part in parts if len(part) >= _MIN_NAME_CHARACTERS)
