"""The numbers that use cases share, most of them settings: read once and passed to every use case."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from models.rules.vocabulary import Language, LetterPolicy

_MAX_HOST_CHARACTERS = 45
"""The outbox stores 80 characters of a Message-ID; this leaves enough for the part before the @."""
_HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)*")


@dataclass(frozen=True, slots=True)
class Policy:
    secret_key: bytes
    """The tokens of links are derived from it, so that the database holds none (C3)."""
    public_url: str = "http://127.0.0.1:8000"
    """The beginning of the links in e-mails, without a final slash."""
    personal_data_url: str | None = None
    """The page that says how personal data are used; None for the panel's own."""
    sender: tuple[str, ...] = ()
    """The lines of the sender's postal address, which signs invitations."""
    validity_months: int = 18
    """How long an account is valid from creation or renewal (A6)."""
    link_days: int = 15
    """How long the link to a first password is valid (C3)."""
    restore_days: int = 30
    """How long a deleted account can be restored (D1)."""
    reset_minutes: int = 60
    """How long the link to a new password is valid (P7)."""
    reset_limit: int = 3
    reset_limit_seconds: int = 3_600
    """How many links to a new password a holder is sent within this time (P7)."""
    reminder_day: int = 20
    """The day of the month before the one in which an account expires (V1)."""
    invitation_reminder_days: int = 3
    """Days before a link lapses (V1)."""
    refusal_seconds: float = 0.3
    """The minimum duration of a refused sign-in and of a request for a new password, so that the response
    time reveals nothing (P3, P7)."""
    session_idle_minutes: int = 30
    session_hours: int = 8
    """How long a session lasts at most, and without a request (P5)."""
    idempotency_hours: int = 24
    letters: LetterPolicy = LetterPolicy.EVERY_ACCOUNT
    """For which creations a letter is sent (C4)."""
    language: Language = Language.FRENCH
    """The language of e-mails."""

    bulk_ids: int = 250
    bulk_matches: int = 10_000
    bulk_slice: int = 250
    """Accounts that a bulk operation computes before other requests go on: some milliseconds."""
    page: int = 100

    @property
    def message_host(self) -> str:
        """The part of a Message-ID after the @: the public host, or as many of its last labels as fit."""
        labels = _ascii(urlsplit(self.public_url).hostname or "").split(".")
        while labels and len(".".join(labels)) > _MAX_HOST_CHARACTERS:
            labels = labels[1:]
        host = ".".join(labels)
        return host if _HOST.fullmatch(host) else "comptoir"


def _ascii(host: str) -> str:
    """An international host name as mail servers write it (xn--…); unchanged if it has no such form."""
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return host
