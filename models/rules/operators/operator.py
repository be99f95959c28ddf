"""An operator of the platform: who they are, and how long their sessions last (N3)."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from models.rules.history_entry import Actor

MAX_SIGN_IN_NAME_CHARACTERS = 30
MAX_OPERATOR_NAME_CHARACTERS = 50
"""Of the last name and of the first name: the history keeps 110 characters of an actor."""
MAX_REASON_CHARACTERS = 300
MIN_REASON_CHARACTERS = 5
OPERATOR_IDLE_LIMIT = timedelta(minutes=15)
OPERATOR_SESSION_LIMIT = timedelta(hours=4)
"""How long a session lasts without a request, and in all: half of what an account's does by default (P5)."""
ACTOR_PREFIX = "operator "
"""Begins the actor's name in the history; the panel and the exports translate it."""
_SIGN_IN_NAME = re.compile(r"[a-z][a-z0-9.-]{2,29}")


@dataclass(frozen=True, slots=True)
class Operator:
    id: int
    sign_in_name: str
    last_name: str
    first_name: str
    email: str
    created_at: datetime
    ended_at: datetime | None = None

    @property
    def name(self) -> str:
        """First name and last name."""
        return f"{self.first_name} {self.last_name}"

    @property
    def actor(self) -> Actor:
        """The operator as the actor of history entries: by name, because it has no account."""
        return Actor(None, None, f"{ACTOR_PREFIX}{self.name}")


def normalise_sign_in_name(text: str) -> str:
    """Return the sign-in name as it is stored: in small letters, without spaces around it."""
    return text.strip().lower()


def is_sign_in_name(text: str) -> bool:
    """Return whether the text is a normalised sign-in name: 3 to 30 letters, digits, dots and hyphens."""
    return bool(_SIGN_IN_NAME.fullmatch(text))


def is_operator_session_over(started_at: datetime, last_seen_at: datetime, now: datetime) -> bool:
    """Return whether a session has been unused, or open, for too long."""
    return now - last_seen_at > OPERATOR_IDLE_LIMIT or now - started_at > OPERATOR_SESSION_LIMIT
