"""The closed lists of registrations as GraphQL enums, each value described (N1, N2)."""

from models.rules.registrations.states import RegistrationKind, RegistrationState
from schema.types.enums import declare_enum

__all__ = ["RegistrationKind", "RegistrationState"]

declare_enum(
    RegistrationKind,
    "RegistrationKind",
    "What a request is for.",
    REGISTRATION="A new employer, with its first administrator.",
    SUCCESSION="A new administrator of an employer whose administrators are gone.",
)
declare_enum(
    RegistrationState,
    "RegistrationState",
    "Where a request stands.",
    DRAFT="Saved, to go on with for 30 days.",
    SUBMITTED="Waits for an operator's decision.",
    APPROVED="Approved: the code of the letter to the legal representative is awaited.",
    REFUSED="Refused; see the reason.",
    OPENED="The code was entered, and the account opened.",
    LAPSED="Too late: the draft, the request or the code has lapsed. A new request can be sent.",
    UNKNOWN="There is no such request, or it was long ago.",
)
