"""Partner systems: the employers and scopes each is allowed, its keys and its OAuth client id (T1, T3)."""

from dataclasses import dataclass
from datetime import datetime

from models.rules.vocabulary import Scope


@dataclass(frozen=True, slots=True)
class Partner:
    id: int
    name: str
    employers: frozenset[int]
    scopes: frozenset[Scope]

    @property
    def client_id(self) -> str:
        """Its client id in OAuth, which is not secret."""
        return format_client_id(self.id)


@dataclass(frozen=True, slots=True)
class PartnerKey:
    """`public_jwk` is the JSON of a public key; None for a secret."""

    id: int
    hint: str
    public_jwk: str | None
    created_at: datetime
    expires_at: datetime | None
    revoked_at: datetime | None
    last_used_at: datetime | None
    uses: int

    def valid(self, now: datetime) -> bool:
        """Whether the key is neither revoked nor expired at this moment (T3)."""
        return self.revoked_at is None and (self.expires_at is None or now < self.expires_at)


@dataclass(frozen=True, slots=True)
class RegisteredWebhook:
    """`hint` is the beginning of the key that it was registered with; `waiting` and `dead` count its queued
    and its dead-lettered deliveries."""

    url: str
    hint: str
    waiting: int
    dead: int


@dataclass(frozen=True, slots=True)
class RegisteredPartner:
    """A partner as the operator sees it, with its webhooks and all its keys, expired and revoked ones too."""

    partner: Partner
    contract_numbers: tuple[str, ...]
    created_at: datetime
    revoked_at: datetime | None
    keys: tuple[PartnerKey, ...]
    webhooks: tuple[RegisteredWebhook, ...]


_CLIENT = "partner-"
_DIGITS = 19


def format_client_id(partner_id: int) -> str:
    return f"{_CLIENT}{partner_id}"


def parse_client_id(client_id: str) -> int | None:
    """The id of the partner with this client id; None if the text has not that form."""
    digits = client_id.removeprefix(_CLIENT)
    known = client_id.startswith(_CLIENT) and digits.isascii() and digits.isdigit()
    return int(digits) if known and len(digits) <= _DIGITS and int(digits) < 2**63 else None


def parse_scopes(text: str) -> frozenset[Scope]:
    """The scopes in a space-separated list. Raises: ValueError for a word that is not a scope."""
    return frozenset(Scope(word) for word in text.split())


def format_scopes(scopes: frozenset[Scope]) -> str:
    return " ".join(scope for scope in Scope if scope in scopes)
