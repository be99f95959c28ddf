"""The demo's employers: the guide's hospital first, then invented ones. Each depends on its number only, so
that a larger demo keeps the employers of a smaller one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from models.catalogue import themes
from models.rules.accounts.rights import MULTI_FUND
from models.rules.employers.employer import LegalRepresentative
from models.rules.employers.employer_import import EmployerImport
from models.rules.folding import fold
from models.rules.vocabulary import Civility
from server.demo.names import LAST, MEN, STREETS, TOWNS, WOMEN

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class EmployerKind:
    name: str
    domain: str
    siren: str
    """How the SIREN begins; the invented department 00 follows."""
    title: str
    """Of the legal representative."""
    funds: tuple[str, ...]


# As many kinds as make every (kind, town) come up once before any comes back: 5 and 41 share no factor.
KINDS = (
    EmployerKind("Mairie", "mairie", "21", "Maire", ("CNRACL", "IRCANTEC", "RAFP", "ATIACL", "FIPHFP")),
    EmployerKind("Centre de gestion", "cdg", "28", "Président", ("CNRACL", "IRCANTEC", "RAFP", "ATIACL")),
    EmployerKind("Centre hospitalier", "ch", "26", "Directeur", ("CNRACL", "IRCANTEC", "RAFP", "FIPHFP")),
    EmployerKind("Communauté de communes", "cc", "24", "Président", ("CNRACL", "IRCANTEC", "RAFP")),
    EmployerKind("CCAS", "ccas", "26", "Président", ("CNRACL", "IRCANTEC")),
)
MAX_DEMO_EMPLOYERS = 1 + len(KINDS) * len(TOWNS)


def employer(number: int) -> EmployerImport:
    """The employer of this number, from 1 to `MAX_DEMO_EMPLOYERS`, without its accounts."""
    if number == 1:
        return _guide()
    if not 1 < number <= MAX_DEMO_EMPLOYERS:
        raise ValueError(f"{number}: the demo knows employers 1 to {MAX_DEMO_EMPLOYERS}")
    place = number - 2
    kind, town = _nth(KINDS, place), _nth(TOWNS, place * 7)
    woman = place % 2 == 0
    post_code = 1000 * (place * 13 % 95 + 1) + 10 * (place % 90) + 100
    return EmployerImport(
        name=_employer_name(kind.name, town),
        siret=siret(f"{kind.siren}00{number:04}"),
        contract_number=f"VF{200 + number}",
        postal_address=(f"{place % 40 + 1} {_nth(STREETS, place)}", f"{post_code:05} {town}"),
        representative=LegalRepresentative(
            Civility.MADAME if woman else Civility.MONSIEUR,
            _nth(LAST, place * 5),
            _nth(WOMEN if woman else MEN, place),
            _title(kind.title, woman=woman),
        ),
        funds=frozenset(kind.funds[: len(kind.funds) - place // len(KINDS) % 2]),
    )


def domain(number: int) -> str:
    """The domain of the employer's e-mail addresses: reserved names (RFC 2606)."""
    if number == 1:
        return "chu-nantes.example"
    place = number - 2
    town = fold(_nth(TOWNS, place * 7).replace("-", " ")).replace(" ", "-")
    return f"{_nth(KINDS, place).domain}-{town}.example"


def siret(beginning: str) -> str:
    """A SIRET with valid check digits, from the first 8 digits of its SIREN."""
    siren = beginning + _check_digit(beginning)
    return siren + "0001" + _check_digit(siren + "0001")


def _check_digit(digits: str) -> str:
    """The check digit of Luhn's algorithm."""
    doubled = "".join(str(int(d) * (2 - place % 2)) for place, d in enumerate(reversed(digits)))
    return str(-sum(map(int, doubled)) % 10)


def _guide() -> EmployerImport:
    """The guide's employer, with contracts with every fund; the SIRET and the director are invented."""
    return EmployerImport(
        name="CHRU DE NANTES",
        siret=siret("26000001"),
        contract_number="VF201",
        postal_address=("5 allée de l'Île-Gloriette", "BP 1005", "44035 Nantes Cedex 1"),
        representative=LegalRepresentative(Civility.MADAME, "Œuvrard", "Anne-Gaëlle", "Directrice générale"),
        funds=frozenset(s.fund for theme in themes() for s in theme.services) - {MULTI_FUND},
    )


def _nth(values: Sequence[T], place: int) -> T:
    return values[place % len(values)]


def _employer_name(name: str, town: str) -> str:
    return f"{name} d'{town}" if fold(town)[0] in "aeiouy" else f"{name} de {town}"


def _title(title: str, *, woman: bool) -> str:
    return {"Président": "Présidente", "Directeur": "Directrice"}.get(title, title) if woman else title
