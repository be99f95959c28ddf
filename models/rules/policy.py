"""The lengths and limits that are settings, read once at the edge and passed to every use case."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from models.rules.vocabulary import Language, LetterPolicy

_LONGEST_HOST = 45
"""The outbox has 80 characters for a Message-ID; this leaves enough for what stands before."""
_HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)*")


@dataclass(frozen=True, slots=True)
class Policy:
    secret_key: bytes
    """Links are derived from it, so that the database holds nothing that opens one (C3)."""
    public_url: str = "http://127.0.0.1:8000"
    """What the links of e-mails begin with; no slash at its end."""
    validity_months: int = 18
    """A6."""
    link_days: int = 15
    """C3."""
    restore_days: int = 30
    """D1."""
    reset_minutes: int = 60
    """P7."""
    reminder_day: int = 20
    """Of the month before the one in which an account expires (V1)."""
    invitation_reminder_days: int = 3
    """Before a link lapses (V1)."""
    refusal_seconds: float = 0.3
    """A refused sign-in, and a request for a new password, answer no sooner than this, so that nothing can
    be read from how long they took (P3, P7)."""
    session_idle_minutes: int = 30
    session_hours: int = 8
    """P5."""
    idempotency_hours: int = 24
    letters: LetterPolicy = LetterPolicy.EVERY_ACCOUNT
    """C4."""
    language: Language = Language.FRENCH
    """Of the e-mails."""

    bulk_ids: int = 250
    bulk_matches: int = 10_000
    page: int = 100

    @property
    def message_host(self) -> str:
        """What stands after the @ of a Message-ID: the host that people use, or its end that fits."""
        labels = _ascii(urlsplit(self.public_url).hostname or "").split(".")
        while labels and len(".".join(labels)) > _LONGEST_HOST:
            labels = labels[1:]
        host = ".".join(labels)
        return host if _HOST.fullmatch(host) else "comptoir"


def _ascii(host: str) -> str:
    """An international name as mail servers know it: xn--…; as it is where it has no such form."""
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return host
