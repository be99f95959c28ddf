"""The closed lists of registrations (N1, N2)."""

from enum import StrEnum


class RegistrationKind(StrEnum):
    REGISTRATION = "REGISTRATION"
    SUCCESSION = "SUCCESSION"


class RegistrationState(StrEnum):
    """Computed from the moments of a registration; UNKNOWN is the state of what does not exist."""

    DRAFT = "DRAFT"
    SUBMITTED = "SUBMITTED"
    APPROVED = "APPROVED"
    REFUSED = "REFUSED"
    OPENED = "OPENED"
    LAPSED = "LAPSED"
    UNKNOWN = "UNKNOWN"


class RegistrationNews(StrEnum):
    """What an e-mail says to the first administrator."""

    RECEIVED = "RECEIVED"
    REGISTERED_ALREADY = "REGISTERED_ALREADY"
    PENDING_ALREADY = "PENDING_ALREADY"
    """Of before several requests for one employer could wait: some rows and e-mails still have it."""
    OTHER_APPROVED = "OTHER_APPROVED"
    GAVE_WAY = "GAVE_WAY"
    """More than `MAX_UNCONFIRMED` requests for one employer came after it."""
    EMPLOYER_UNKNOWN = "EMPLOYER_UNKNOWN"
    APPROVED = "APPROVED"
    REFUSED = "REFUSED"
    LETTER_SENT = "LETTER_SENT"


class SuccessionNews(StrEnum):
    """What an e-mail says to those who administer the employer."""

    APPROVED = "APPROVED"
    WITHDRAWN = "WITHDRAWN"
    DONE = "DONE"
