"""What an account is (A1, A5), and what its details may hold (A2, A3)."""

import unicodedata
from dataclasses import dataclass
from datetime import date, datetime

from models.rules import refusals
from models.rules.accounts.expiry import status_on
from models.rules.folding import MAX_DECOMPOSED_CHARACTERS
from models.rules.invisible_characters import is_invisible
from models.rules.refusals import Refusal
from models.rules.vocabulary import AccountStatus, Civility, Profile

MAX_NAME_CHARACTERS = 100
MAX_DEPARTMENT_CHARACTERS = 100
MAX_EMAIL_CHARACTERS = 254
MAX_MARKS_PER_LETTER = 3
"""Combining marks; Vietnamese needs two, pointed Hebrew three."""
ERASED_TEXT = "—"
"""The replacement of a name, an address or a recipient that was erased (D1)."""
MAX_POSTAL_LINES = 6
MAX_POSTAL_LINE_CHARACTERS = 38
"""NF Z10-011."""


@dataclass(frozen=True, slots=True)
class Details:
    """The holder's details, checked and in the form in which they are stored."""

    civility: Civility
    last_name: str
    first_name: str
    email: str
    phone: str | None
    """E.164, e.g. +33241051938."""
    department: str | None
    professional_address: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """The account of one person at one employer, as it was read."""

    id: int
    employer_id: int
    identifier: str
    civility: Civility
    last_name: str
    first_name: str
    email: str
    phone: str | None
    department: str | None
    professional_address: tuple[str, ...]
    profile: Profile
    expires_on: date
    has_password: bool
    last_sign_in_at: datetime | None
    locked_until: datetime | None
    created_at: datetime
    deleted_at: datetime | None
    version: int

    @property
    def label(self) -> str:
        """For people: Jean Louty (JLO000439); once erased, a pseudonym."""
        if self.last_name == ERASED_TEXT:
            return f"compte effacé ({self.identifier})"
        return f"{self.first_name} {self.last_name} ({self.identifier})"

    @property
    def details(self) -> Details:
        return Details(
            civility=self.civility,
            last_name=self.last_name,
            first_name=self.first_name,
            email=self.email,
            phone=self.phone,
            department=self.department,
            professional_address=self.professional_address,
        )

    def status(self, today: date) -> AccountStatus:
        """The status on this day (A5)."""
        return status_on(
            today,
            deleted=self.deleted_at is not None,
            expires_on=self.expires_on,
            has_password=self.has_password,
        )

    def renewed(self, expires_on: date) -> "Account":
        """The account with another last day and the next version; `replace` takes three times as long."""
        return Account(
            self.id,
            self.employer_id,
            self.identifier,
            self.civility,
            self.last_name,
            self.first_name,
            self.email,
            self.phone,
            self.department,
            self.professional_address,
            self.profile,
            expires_on,
            self.has_password,
            self.last_sign_in_at,
            self.locked_until,
            self.created_at,
            self.deleted_at,
            self.version + 1,
        )

    def locked(self, now: datetime) -> bool:
        """Whether the account is locked at this moment (P3)."""
        return is_locked(self.locked_until, now)


def is_locked(until: datetime | None, now: datetime) -> bool:
    """Whether an account that is locked until this moment, or is not at all, is locked now (P3)."""
    return until is not None and now < until


def check_text(text: str, limit: int) -> str | Refusal:
    """Return the text as one line in NFC without spaces around it, or its refusal (A3).

    Refused: a control or invisible character, and more than `limit` characters. Case, accents, hyphens and
    apostrophes are unchanged. Blank text gives an empty line.
    """
    text = text.strip()
    # Normalisation takes quadratic time in the number of marks: a text that is too long however its
    # characters compose is refused before.
    if len(text) > MAX_DECOMPOSED_CHARACTERS * limit:
        return refusals.too_long(limit, len(text))
    line = unicodedata.normalize("NFC", text).strip()
    for character in line:
        if is_invisible(character):
            return refusals.control_character(f"U+{ord(character):04X}")
    if _has_stacked_marks(line):
        return refusals.too_many_marks(MAX_MARKS_PER_LETTER)
    if _has_lone_mark(line):
        return refusals.lone_mark()
    return refusals.too_long(limit, len(line)) if len(line) > limit else line


def _has_stacked_marks(line: str) -> bool:
    """Does a letter carry more marks than any script writes, so that they run over the lines around it?"""
    marks = 0
    for character in unicodedata.normalize("NFD", line):
        marks = marks + 1 if unicodedata.category(character) in {"Mn", "Me"} else 0
        if marks > MAX_MARKS_PER_LETTER:
            return True
    return False


def _has_lone_mark(line: str) -> bool:
    """Does a mark stand at the beginning or after a space, so that it sits on what is printed before?"""
    return any(unicodedata.category(word[0]).startswith("M") for word in line.split())


def check_name(text: str) -> str | Refusal:
    """Return a last or first name, which is required and holds a letter, or its refusal (A2, A3)."""
    name = check_text(text, MAX_NAME_CHARACTERS)
    if isinstance(name, Refusal):
        return name
    if not name:
        return refusals.required()
    return name if any(c.isalpha() for c in name) else refusals.nameless()


def check_postal_address(lines: tuple[str, ...]) -> tuple[str, ...] | Refusal:
    """Return a postal address without blank lines, 6 at most of 38 characters at most, or its refusal (A3).

    The field of a line's refusal is the number of the line, from 0.
    """
    filled: list[str] = []
    for number, text in enumerate(lines):
        line = check_text(text, MAX_POSTAL_LINE_CHARACTERS)
        if isinstance(line, Refusal):
            return line.under(str(number))
        if line:
            filled.append(line)
    if len(filled) > MAX_POSTAL_LINES:
        return refusals.too_many_lines(MAX_POSTAL_LINES, len(filled))
    return tuple(filled)


def postal_address_refusal(profile: Profile, address: tuple[str, ...]) -> Refusal | None:
    """A2: an administrator needs a professional postal address, at creation and at promotion."""
    if profile is Profile.ADMINISTRATOR and not address:
        return refusals.address_required()
    return None


def format_french_phone(e164: str) -> str:
    """A phone number in French notation: +33241051938 → 02 41 05 19 38; a foreign one is unchanged (A3)."""
    if not (e164.startswith("+33") and len(e164) == 12):
        return e164
    national = "0" + e164[3:]
    return " ".join(national[i : i + 2] for i in range(0, 10, 2))
