"""What the messages on registrations and administrators are made of (N1, N2, N4), as `facts`."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from models.rules.messages.person import Person
from models.rules.registrations.states import RegistrationKind, RegistrationNews, SuccessionNews
from models.rules.vocabulary import MessageKind


@dataclass(frozen=True, slots=True)
class RegistrationSavedFacts:
    """Nothing that was typed: the address may be a stranger's, who is sent no text of others."""

    kind: ClassVar[MessageKind] = MessageKind.REGISTRATION_SAVED

    until: date


@dataclass(frozen=True, slots=True)
class RegistrationNewsFacts:
    kind: ClassVar[MessageKind] = MessageKind.REGISTRATION_NEWS

    administrator: Person
    request: RegistrationKind
    news: RegistrationNews
    employer_name: str
    """The SIRET or contract number; the name once an operator has looked at it."""
    reason: str | None = None
    """Of an operator's refusal."""
    until: date | None = None
    """The last day of the code."""


@dataclass(frozen=True, slots=True)
class RegistrationLetterFacts:
    """The code itself is no fact: it is derived when the letter is written."""

    kind: ClassVar[MessageKind] = MessageKind.REGISTRATION_LETTER

    representative: Person
    representative_title: str | None
    request: RegistrationKind
    administrator: Person
    on: date
    until: date
    tries: int
    employer_name: str
    siret: str
    contract_number: str


@dataclass(frozen=True, slots=True)
class SuccessionNewsFacts:
    """To those who administer the employer."""

    kind: ClassVar[MessageKind] = MessageKind.SUCCESSION_NEWS

    administrator: Person
    news: SuccessionNews
    employer_name: str
    successor: Person
    on: date


@dataclass(frozen=True, slots=True)
class SoleAdministratorFacts:
    kind: ClassVar[MessageKind] = MessageKind.SOLE_ADMINISTRATOR

    administrator: Person
    employer_name: str
