"""What the text of each kind of message is made of: one dataclass for each kind (C2, C4, M5, P3, P7, V1).

The outbox stores these facts as JSON, whose keys are the fields in their order (`facts_json`). A field that
is added has a default, with which the rows that former versions stored are read; none is renamed.
"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, TypeAlias

from models.rules.messages.person import Person as Person
from models.rules.messages.registration_facts import (
    RegistrationLetterFacts,
    RegistrationNewsFacts,
    RegistrationSavedFacts,
    SoleAdministratorFacts,
    SuccessionNewsFacts,
)
from models.rules.vocabulary import MandateNews, MandateScope, MessageKind, Profile


@dataclass(frozen=True, slots=True)
class InvitationFacts:
    """The invitation never holds the identifier, which travels separately (C2)."""

    kind: ClassVar[MessageKind] = MessageKind.INVITATION

    holder: Person
    creator: Person | None
    """None for the platform itself."""
    creator_phone: str | None
    created_on: date
    employer_name: str
    contract_number: str
    representative_address: tuple[str, ...]
    link_days: int
    representative_is_told: bool
    """True if a letter informs the legal representative."""
    profile: Profile | None = None
    """Unknown in the rows of former versions."""


@dataclass(frozen=True, slots=True)
class EmailChangedFacts:
    kind: ClassVar[MessageKind] = MessageKind.EMAIL_CHANGED

    holder: Person
    employer_name: str
    on: date


@dataclass(frozen=True, slots=True)
class PasswordResetFacts:
    kind: ClassVar[MessageKind] = MessageKind.PASSWORD_RESET

    holder: Person
    employer_name: str
    on: date
    """Stored, but no text uses it."""
    minutes: int
    """How long the link is valid."""
    administrator: Person | None = None
    """The one who sends the link; None if it was requested at the sign-in screen."""


@dataclass(frozen=True, slots=True)
class PasswordChangedFacts:
    kind: ClassVar[MessageKind] = MessageKind.PASSWORD_CHANGED

    holder: Person
    employer_name: str
    on: date
    minutes: None = None
    """Stored as null, but no text uses it."""


@dataclass(frozen=True, slots=True)
class AccountLockedFacts:
    kind: ClassVar[MessageKind] = MessageKind.ACCOUNT_LOCKED

    holder: Person
    employer_name: str
    minutes: int
    """How long the account is locked."""


@dataclass(frozen=True, slots=True)
class ExpiryReminderFacts:
    kind: ClassVar[MessageKind] = MessageKind.EXPIRY_REMINDER

    holder: Person
    employer_name: str
    expires_on: date


@dataclass(frozen=True, slots=True)
class InvitationReminderFacts:
    kind: ClassVar[MessageKind] = MessageKind.INVITATION_REMINDER

    holder: Person
    employer_name: str
    lapses_on: date
    on: date
    """Stored, but no text uses it."""


@dataclass(frozen=True, slots=True)
class DigestLine:
    """An account, and the day on which it expires or its invitation lapses."""

    holder: Person
    on: date


@dataclass(frozen=True, slots=True)
class AdministratorDigestFacts:
    kind: ClassVar[MessageKind] = MessageKind.ADMINISTRATOR_DIGEST

    administrator: Person
    employer_name: str
    expiring: tuple[DigestLine, ...]
    lapsing: tuple[DigestLine, ...]


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """What the letters about an account are made of."""

    representative: Person
    representative_title: str | None
    holder: Person
    actor: Person | None
    """None for the platform itself."""
    on: date
    employer_name: str
    contract_number: str
    profile: Profile


@dataclass(frozen=True, slots=True)
class CreationLetterFacts(LetterFacts):
    kind: ClassVar[MessageKind] = MessageKind.CREATION_LETTER


@dataclass(frozen=True, slots=True)
class PromotionLetterFacts(LetterFacts):
    kind: ClassVar[MessageKind] = MessageKind.PROMOTION_LETTER


@dataclass(frozen=True, slots=True)
class MandateNewsFacts:
    kind: ClassVar[MessageKind] = MessageKind.MANDATE_NEWS

    administrator: Person
    news: MandateNews
    giver_name: str
    centre_name: str
    scope: MandateScope
    starts_on: date
    ends_on: date


@dataclass(frozen=True, slots=True)
class MandateLetterFacts:
    kind: ClassVar[MessageKind] = MessageKind.MANDATE_LETTER

    representative: Person
    representative_title: str | None
    actor: Person
    on: date
    employer_name: str
    contract_number: str
    centre_name: str
    scope: MandateScope
    starts_on: date
    ends_on: date


@dataclass(frozen=True, slots=True)
class EmployerLetterFacts:
    """To the representative of before, about what the employer's details are from now on."""

    kind: ClassVar[MessageKind] = MessageKind.EMPLOYER_LETTER

    representative: Person
    representative_title: str | None
    actor: Person
    on: date
    employer_name: str
    contract_number: str
    postal_address: tuple[str, ...]
    next_representative: Person
    next_representative_title: str | None


MessageFacts: TypeAlias = (
    InvitationFacts
    | EmailChangedFacts
    | PasswordResetFacts
    | PasswordChangedFacts
    | AccountLockedFacts
    | ExpiryReminderFacts
    | InvitationReminderFacts
    | AdministratorDigestFacts
    | CreationLetterFacts
    | PromotionLetterFacts
    | MandateNewsFacts
    | MandateLetterFacts
    | RegistrationSavedFacts
    | RegistrationNewsFacts
    | RegistrationLetterFacts
    | SuccessionNewsFacts
    | SoleAdministratorFacts
    | EmployerLetterFacts
)
AnyLetterFacts: TypeAlias = LetterFacts | MandateLetterFacts | EmployerLetterFacts | RegistrationLetterFacts
"""What every letter to a legal representative is made of (N4): addressed, dated, of an employer."""
