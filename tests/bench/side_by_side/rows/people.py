"""Invented employers and accounts: as many as wanted, the same ones each time.

Names are plain capitalised words, so that every peer sorts and searches them as the service does.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import product
from random import Random

from models.catalogue import services
from models.rules.accounts.account import Details
from models.rules.accounts.rights import RightsMatrix
from models.rules.employers.employer import LegalRepresentative
from models.rules.employers.employer_import import EmployerImport, ImportedAccount
from models.rules.vocabulary import AccessLevel, Civility, Profile
from server.demo.employers import siret
from server.demo.names import MEN, TOWNS, WOMEN

FUNDS = frozenset({"IRCANTEC", "FIPHFP"})
"""An employer with these has eight services."""
PER_EMPLOYER = 200
LARGE_SHARE = 20
"""The first employer has one account in so many; the others about 190 each."""
SYLLABLES = tuple(map("".join, product("bcdfglmnprstv", ("a", "e", "i", "o", "ou", "an", "in", "eau"))))
ENDINGS = ("", "l", "n", "r", "s", "t")
DEPARTMENTS = (
    "Accueil", "Achats", "Archives", "Bibliotheque", "Budget", "Carrieres", "Chantiers",
    "Communication", "Comptabilite", "Culture", "Elections", "Finances", "Formation", "Informatique",
    "Juridique", "Logistique", "Paie", "Patrimoine", "Qualite", "Recrutement", "Restauration",
    "Secretariat", "Sports", "Urbanisme",
)  # fmt: skip
_MEN = tuple(name for name in MEN if name.isascii() and name.isalpha())
_WOMEN = tuple(name for name in WOMEN if name.isascii() and name.isalpha())


def employers(accounts: int, today: date) -> Iterator[EmployerImport]:
    """Yield the employers, one for each 200 accounts, each with its share of them."""
    number_of_employers = max(accounts // PER_EMPLOYER, 2)
    large = accounts // LARGE_SHARE
    each, left = divmod(accounts - large, number_of_employers - 1)
    first = 0
    for number in range(1, number_of_employers + 1):
        size = large if number == 1 else each + (number - 2 < left)
        yield _employer(number, tuple(_accounts(number, first, size, today)))
        first += size


def _employer(number: int, accounts: tuple[ImportedAccount, ...]) -> EmployerImport:
    town = TOWNS[number % len(TOWNS)]
    return EmployerImport(
        name=f"Commune {number} de {town}",
        siret=siret(f"21{number:06}"),
        contract_number=f"BN{number}",
        postal_address=("1 PLACE DE LA MAIRIE", f"44000 {town}"),
        representative=LegalRepresentative(Civility.MADAME, "Dupont", "Anne", None),
        funds=FUNDS,
        accounts=accounts,
    )


def _accounts(number: int, first: int, size: int, today: date) -> Iterator[ImportedAccount]:
    """Yield the accounts of an employer, numbered from `first`; the first is an active administrator."""
    random = Random(f"bench/{number}")
    available = [(service.code, sorted(service.levels)) for service in services(FUNDS)]
    for place in range(size):
        woman = random.random() < 0.5
        last_name = (
            random.choice(SYLLABLES) + random.choice(SYLLABLES) + random.choice(ENDINGS)
        ).capitalize()
        first_name = random.choice(_WOMEN if woman else _MEN)
        identifier = f"{first_name[0]}{last_name[:2]}{first + place:06}".upper()
        administrator, roll = place == 0 or random.random() < 0.05, random.random() if place else 1.0
        created = _moment(random, today - timedelta(days=random.randrange(30, 500)))
        yield ImportedAccount(
            identifier=identifier,
            details=Details(
                civility=Civility.MADAME if woman else Civility.MONSIEUR,
                last_name=last_name,
                first_name=first_name,
                email=f"{identifier.lower()}@b.fr",
                phone=None,
                department=random.choice(DEPARTMENTS),
                professional_address=("1 PLACE DE LA MAIRIE",) if administrator else (),
            ),
            profile=Profile.ADMINISTRATOR if administrator else Profile.USER,
            created_at=created,
            expires_on=today
            + timedelta(days=random.randrange(-60, 0) if roll < 0.1 else random.randrange(1, 500)),
            rights=_rights(available, random),
            password_created_at=None if 0.1 <= roll < 0.13 else created + timedelta(days=2),
            last_sign_in_at=_moment(random, today - timedelta(days=random.randrange(1, 25)))
            if roll > 0.2
            else None,
        )


def _rights(available: list[tuple[str, list[AccessLevel]]], random: Random) -> RightsMatrix:
    return {code: random.choice(levels) for code, levels in available}


def _moment(random: Random, day: date) -> datetime:
    return datetime.combine(day, time(7), tzinfo=UTC) + timedelta(seconds=random.randrange(9 * 3600))
