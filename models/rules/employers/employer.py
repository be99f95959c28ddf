"""An employer, its legal representative, and what its details may hold (docs/rules.md, Words)."""

import re
from dataclasses import dataclass
from datetime import date

from models.rules import refusals
from models.rules.accounts.account import check_postal_address, check_text
from models.rules.employers.employer_refusals import contract_number_malformed
from models.rules.refusals import Refusal
from models.rules.vocabulary import Civility

MAX_EMPLOYER_NAME_CHARACTERS = 200
MAX_TITLE_CHARACTERS = 100
MAX_CONTRACT_NUMBER_CHARACTERS = 20
_CONTRACT_NUMBER = re.compile(r"[A-Z]{0,4}[0-9]+(-[A-Z0-9]+)*")


@dataclass(frozen=True, slots=True)
class LegalRepresentative:
    civility: Civility
    last_name: str
    first_name: str
    title: str | None


@dataclass(frozen=True, slots=True)
class EmployerDetails:
    """What is known of an employer, checked and in the form in which it is stored."""

    name: str
    siret: str
    """14 digits."""
    contract_number: str
    """E.g. VF201."""
    postal_address: tuple[str, ...]
    representative: LegalRepresentative
    funds: frozenset[str]
    """The funds it has contracts with, which decide its services (A7)."""


@dataclass(frozen=True, slots=True)
class Employer(EmployerDetails):
    id: int
    version: int = 1
    """Rises by one with each change of the details."""
    closed_on: date | None = None
    """The day on which the operator closed it."""


@dataclass(frozen=True, slots=True)
class EmployerSummary:
    """An employer in the operator's list, with its accounts that are not deleted."""

    name: str
    siret: str
    contract_number: str
    accounts: int
    administrators: int
    """Those who can sign in today, locked ones included."""
    closed_on: date | None = None


def check_employer_name(text: str) -> str | Refusal:
    """Return an employer's name as one line, at most 200 characters, or its refusal."""
    name = check_text(text, MAX_EMPLOYER_NAME_CHARACTERS)
    if isinstance(name, Refusal):
        return name
    if not name:
        return refusals.required()
    return name if any(c.isalpha() for c in name) else refusals.nameless()


def check_contract_number(text: str) -> str | Refusal:
    """Return a contract number in capitals without spaces (VF201), or its refusal."""
    number = check_text(text, MAX_CONTRACT_NUMBER_CHARACTERS)
    if isinstance(number, Refusal):
        return number
    number = "".join(number.split()).upper()
    if not number:
        return refusals.required()
    return number if _CONTRACT_NUMBER.fullmatch(number) else contract_number_malformed()


def check_employer_address(lines: tuple[str, ...]) -> tuple[str, ...] | Refusal:
    """Return the postal address, which letters are sent to and so is required (A3), or its refusal."""
    return check_postal_address(lines) or refusals.required()


def check_title(text: str | None) -> str | Refusal | None:
    """Return the representative's title as one line; None if it is blank."""
    return check_text(text or "", MAX_TITLE_CHARACTERS) or None
