"""The approved registration that a link leads to, or why it can go no further (N1)."""

from datetime import datetime

from models.rules.refusals import Refused
from models.rules.registrations.registration import Registration
from models.rules.registrations.registration_refusals import (
    registration_lapsed,
    registration_link_unknown,
    registration_opened_already,
    registration_waits,
    registration_was_refused,
)
from models.rules.registrations.states import RegistrationState
from models.rules.sign_in.tokens import token_hash
from models.stores.registrations.registrations import registration_by_token


async def approved_registration(token: str, now: datetime) -> Registration:
    """Return the registration of this link, if its code is awaited.

    Raises: Refused, with LINK_UNUSABLE for an unknown link and after the last day of the code; CONFLICT if it
    is not approved, or opened already.
    """
    registration = await registration_by_token(token_hash(token))
    if registration is None:
        raise Refused(registration_link_unknown())
    match registration.state(now):
        case RegistrationState.APPROVED:
            return registration
        case RegistrationState.OPENED:
            raise Refused(registration_opened_already())
        case RegistrationState.LAPSED:
            raise Refused(registration_lapsed())
        case RegistrationState.REFUSED:
            raise Refused(registration_was_refused())
        case _:
            raise Refused(registration_waits())
