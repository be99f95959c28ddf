"""Reading a registration by the token of its link, without an account (N1)."""

from datetime import datetime

from models.rules.registrations.registration import Registration
from models.rules.registrations.states import RegistrationKind, RegistrationState
from models.rules.sign_in.tokens import token_hash
from models.stores.employers.employers import employers_by_id
from models.stores.registrations.registrations import registration_by_token


async def find_registration(token: str) -> tuple[Registration | None, str | None]:
    """Return the registration and the name of its employer; None for a token that none has."""
    registration = await registration_by_token(token_hash(token))
    if registration is None:
        return None, None
    return registration, await employer_name(registration)


async def find_draft(token: str, now: datetime) -> Registration | None:
    """Return the saved form, if it can still be gone on with."""
    registration = await registration_by_token(token_hash(token))
    is_draft = registration is not None and registration.state(now) is RegistrationState.DRAFT
    return registration if is_draft else None


async def employer_name(registration: Registration) -> str | None:
    """Return the name that was typed; for a succession the one on file, None before an operator approves.

    Otherwise anyone who knows a number would read by it whose it is (N1).
    """
    if registration.kind is RegistrationKind.REGISTRATION:
        return registration.form.name
    if registration.employer_id is None or registration.approved_at is None:
        return None
    return (await employers_by_id([registration.employer_id]))[registration.employer_id].name
