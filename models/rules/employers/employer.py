"""An employer and its legal representative (docs/rules.md, Words)."""

from dataclasses import dataclass

from models.rules.vocabulary import Civility


@dataclass(frozen=True, slots=True)
class LegalRepresentative:
    civility: Civility
    last_name: str
    first_name: str
    title: str | None


@dataclass(frozen=True, slots=True)
class Employer:
    id: int
    name: str
    siret: str
    contract_number: str
    postal_address: tuple[str, ...]
    representative: LegalRepresentative
    funds: frozenset[str]
    """The funds it has contracts with, which decide its services (A7)."""
