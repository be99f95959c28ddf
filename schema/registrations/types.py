"""Registrations as the person who holds their link sees them (N1, N2)."""

from datetime import datetime

import strawberry

from models.rules.registrations.form import FormAdministrator, FormRepresentative, RegistrationForm
from models.rules.registrations.registration import MAX_LETTERS
from models.rules.registrations.registration import Registration as RegistrationFacts
from models.rules.registrations.registration_refusals import refused_by_itself
from models.rules.vocabulary import Language
from schema.limits.cost_directives import ListSize
from schema.registrations.enums import RegistrationKind, RegistrationState
from schema.types.enums import Civility

ADDRESS_LINES = ListSize(assumed_size=6)


@strawberry.type(description="Where a request stands. Only the holder of its link can ask.")
class Registration:
    state: RegistrationState = strawberry.field(description="As it is now.")
    kind: RegistrationKind | None = strawberry.field(description="What it is for; null if UNKNOWN.")
    employer_name: str | None = strawberry.field(
        description="As typed; for a succession as on file, null before it is approved."
    )
    tries_left: int | None = strawberry.field(
        description="How often a code can still be entered; null unless APPROVED."
    )
    code_expires_at: datetime | None = strawberry.field(
        description="Until when the code is valid; null unless APPROVED."
    )
    letters_left: int | None = strawberry.field(
        description="How many more letters can be requested; null unless APPROVED."
    )
    next_letter_at: datetime | None = strawberry.field(
        description="From when on another letter can be requested; null unless APPROVED, or if none can."
    )
    refusal: str | None = strawberry.field(description="Why it was refused; null unless REFUSED.")


def to_registration(
    facts: RegistrationFacts | None, employer_name: str | None, now: datetime, language: Language
) -> Registration:
    state = facts.state(now) if facts else RegistrationState.UNKNOWN
    approved = facts if facts and state is RegistrationState.APPROVED else None
    return Registration(
        state=state,
        kind=facts.kind if facts else None,
        employer_name=employer_name,
        tries_left=approved.tries_left if approved else None,
        code_expires_at=approved.lapses_at if approved else None,
        letters_left=MAX_LETTERS - approved.letters if approved else None,
        next_letter_at=approved.next_letter_at if approved else None,
        refusal=_refusal(facts, language) if facts and state is RegistrationState.REFUSED else None,
    )


def _refusal(facts: RegistrationFacts, language: Language) -> str | None:
    by_itself = refused_by_itself(facts.refused_for)
    return by_itself.message(language) if by_itself else facts.reason


@strawberry.type(description="The legal representative in a saved form.")
class SavedRepresentative:
    civility: Civility | None = strawberry.field(description="As it was saved.")
    last_name: str | None = strawberry.field(description="As it was saved.")
    first_name: str | None = strawberry.field(description="As it was saved.")
    title: str | None = strawberry.field(description="As it was saved.")


@strawberry.type(description="The first administrator in a saved form.")
class SavedAdministrator:
    civility: Civility | None = strawberry.field(description="As it was saved.")
    last_name: str | None = strawberry.field(description="As it was saved.")
    first_name: str | None = strawberry.field(description="As it was saved.")
    email: str | None = strawberry.field(description="As it was saved.")
    phone: str | None = strawberry.field(description="As it was saved.")
    department: str | None = strawberry.field(description="As it was saved.")
    professional_address: list[str] | None = strawberry.field(
        description="As it was saved.", directives=[ADDRESS_LINES]
    )


@strawberry.type(description="A form that was saved to go on with later. Null is what was not filled in.")
class SavedRegistration:
    email: str = strawberry.field(description="Where its link was sent.")
    lapses_at: datetime = strawberry.field(description="Until when it can be gone on with.")
    siret: str | None = strawberry.field(description="As it was saved.")
    contract_number: str | None = strawberry.field(description="As it was saved.")
    name: str | None = strawberry.field(description="As it was saved.")
    postal_address: list[str] | None = strawberry.field(
        description="As it was saved.", directives=[ADDRESS_LINES]
    )
    representative: SavedRepresentative = strawberry.field(description="As far as it was filled in.")
    administrator: SavedAdministrator = strawberry.field(description="As far as it was filled in.")


def to_saved_registration(facts: RegistrationFacts) -> SavedRegistration:
    form: RegistrationForm = facts.form
    return SavedRegistration(
        email=facts.email,
        lapses_at=facts.lapses_at,
        siret=form.siret,
        contract_number=form.contract_number,
        name=form.name,
        postal_address=_lines(form.postal_address),
        representative=_representative(form.representative),
        administrator=_administrator(form.administrator),
    )


def _representative(person: FormRepresentative) -> SavedRepresentative:
    return SavedRepresentative(
        civility=person.civility,
        last_name=person.last_name,
        first_name=person.first_name,
        title=person.title,
    )


def _administrator(person: FormAdministrator) -> SavedAdministrator:
    return SavedAdministrator(
        civility=person.civility,
        last_name=person.last_name,
        first_name=person.first_name,
        email=person.email,
        phone=person.phone,
        department=person.department,
        professional_address=_lines(person.professional_address),
    )


def _lines(lines: tuple[str, ...] | None) -> list[str] | None:
    return None if lines is None else list(lines)
