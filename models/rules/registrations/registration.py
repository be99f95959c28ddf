"""A registration: the way in without an account, for a new employer or for a new administrator (N1, N2)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from models.rules.paris_calendar import paris_day, start_of_paris_day
from models.rules.registrations.form import RegistrationForm
from models.rules.registrations.states import RegistrationKind, RegistrationNews, RegistrationState

DRAFT_DAYS = 30
"""How long a saved form can be gone on with, after it was last saved: to the end of that day in Paris."""
DECISION_DAYS = 90
"""How long a request waits for an operator."""
MAX_UNCONFIRMED = 20
"""How many requests for one employer wait whose e-mail address is not confirmed; older ones give way."""
RECENT_CHANGE = timedelta(days=30)
"""A representative or postal address changed since then, before a succession, is a reason to doubt it."""
FIRST_OF_ALL = (0, 0)
"""The key before the first request of the operators' queue (`models.stores.registrations.queue`)."""
CODE_DAYS = 15
"""How long the code of a letter is valid."""
MAX_CODE_TRIES = 5
"""For the code of one letter, a right one included."""
MAX_LETTERS = 3
LETTER_INTERVAL = timedelta(hours=24)
"""The former letter may still be on its way: another is sent no sooner."""
RETENTION_DAYS = 90
"""How long the personal data of a registration are kept after it has ended."""
RECENT_SIGN_IN = timedelta(days=90)
"""An administrator who signed in since then is a reason to doubt a succession."""


@dataclass(frozen=True, slots=True)
class Registration:
    """Of both kinds. What was typed is in `form`, which is empty once it is erased."""

    id: int
    kind: RegistrationKind
    token_nonce: str
    token_hash: str
    email: str
    """Where its e-mails go; empty once it is erased."""
    siret: str | None
    """None for a draft."""
    contract_number: str | None
    employer_id: int | None
    """The employer of a succession, or the one that a registration has opened."""
    form: RegistrationForm
    created_at: datetime
    lapses_at: datetime
    """When the draft, the wait for a decision, or the code ends, if nothing comes before."""
    submitted_at: datetime | None = None
    approved_at: datetime | None = None
    refused_at: datetime | None = None
    refused_for: RegistrationNews | None = None
    """REFUSED for an operator's decision; otherwise why the service refused it by itself."""
    decided_by: str | None = None
    """The name of the actor, as the history has it."""
    reason: str | None = None
    """Of an operator's refusal, for the person who sent the request."""
    code_nonce: str | None = None
    code_tries: int = 0
    letters: int = 0
    letter_at: datetime | None = None
    opened_at: datetime | None = None
    email_confirmed_at: datetime | None = None
    """When the link of an e-mail about it was followed first."""

    def state(self, now: datetime) -> RegistrationState:
        """The state at this moment: computed, never stored (N1)."""
        if self.opened_at is not None:
            return RegistrationState.OPENED
        if self.refused_at is not None:
            return RegistrationState.REFUSED
        if self.lapses_at <= now:
            return RegistrationState.LAPSED
        if self.approved_at is not None:
            return RegistrationState.APPROVED
        return RegistrationState.DRAFT if self.submitted_at is None else RegistrationState.SUBMITTED

    @property
    def tries_left(self) -> int:
        return max(0, MAX_CODE_TRIES - self.code_tries)

    @property
    def next_letter_at(self) -> datetime | None:
        """From when on another letter can be requested; None if none can."""
        if self.letter_at is None or self.letters >= MAX_LETTERS:
            return None
        return self.letter_at + LETTER_INTERVAL


def end_of_day(now: datetime, days: int) -> datetime:
    """Return when a step lapses that is open until a day, `days` after today in Paris, is over."""
    return start_of_paris_day(paris_day(now) + timedelta(days=days + 1))


def last_day(lapses_at: datetime) -> date:
    """Return the last day of what lapses at the `end_of_day`."""
    return paris_day(lapses_at) - timedelta(days=1)
