"""What was typed into the form of a registration, checked or, in a draft, as it stands (N1)."""

from dataclasses import dataclass

from models.rules.accounts.account import check_text
from models.rules.messages.facts_json import dataclass_from_json, to_json
from models.rules.refusals import Refusal, required
from models.rules.vocabulary import Civility

MAX_DRAFT_CHARACTERS = 300
"""Of one text of a draft."""
MAX_DRAFT_LINES = 12
MAX_REASON_CHARACTERS = 500
"""Of a request for a succession, and of an operator's refusal."""


@dataclass(frozen=True, slots=True)
class FormRepresentative:
    civility: Civility | None = None
    last_name: str | None = None
    first_name: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class FormAdministrator:
    """The first administrator, or the one who succeeds."""

    civility: Civility | None = None
    last_name: str | None = None
    first_name: str | None = None
    email: str | None = None
    phone: str | None = None
    department: str | None = None
    professional_address: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class RegistrationForm:
    """None for what was not typed; a succession has the administrator and the reason only."""

    name: str | None = None
    siret: str | None = None
    contract_number: str | None = None
    postal_address: tuple[str, ...] | None = None
    representative: FormRepresentative = FormRepresentative()
    administrator: FormAdministrator = FormAdministrator()
    funds: tuple[str, ...] | None = None
    """What the operator who approves adds: the contracts of a new employer."""
    reason: str | None = None
    """Why a succession is requested, in the words of the person who requests it."""


def form_to_json(form: RegistrationForm) -> object:
    """Return the form as a JSON object, in which it is stored."""
    return to_json(form)


def form_from_json(stored: object) -> RegistrationForm:
    """Return a stored form; that of an erased registration is empty. Raises: ValueError if it is none."""
    form: RegistrationForm = dataclass_from_json(RegistrationForm, stored, "form")
    return form


def check_reason(text: str) -> str | Refusal:
    """Return the reason as one line, at most 500 characters, or its refusal under "reason"."""
    reason = check_text(text, MAX_REASON_CHARACTERS)
    if isinstance(reason, Refusal):
        return reason.under("reason")
    return reason or required().under("reason")
