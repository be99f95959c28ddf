"""The demo of a management centre: hundreds of small employers have given it mandates (E1, E2).

Each employer depends on its number only, as in `server.demo.employers`, whose numbers these follow.
"""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from random import Random

from models.rules.accounts.account import Account, Details
from models.rules.accounts.expiry import expiry_date
from models.rules.employers.employer import Employer, LegalRepresentative
from models.rules.employers.employer_import import EmployerImport, ImportedAccount, ImportedMandate
from models.rules.folding import fold
from models.rules.paris_calendar import add_months
from models.rules.vocabulary import Civility, MandateScope, Profile
from server.demo.employers import MAX_DEMO_EMPLOYERS, siret
from server.demo.guide import VALIDITY_MONTHS
from server.demo.names import LAST, MEN, STREETS, TOWNS, WOMEN
from server.demo.people import random_accounts

CENTRE_ADMINISTRATOR = "CHE000440"
"""Holds every mandate of the centre."""
MEMBERS = 500
MEMBER_ACCOUNTS = 50_000
"""Of all members together."""
_CENTRE_NUMBER = MAX_DEMO_EMPLOYERS + 1
_CENTRE_ACCOUNTS = 12
_CENTRE_DOMAIN = "cdg-demo.example"

# 13 and the 41 towns share no factor: no name comes up twice among the 500.
KINDS = (
    "Commune", "Syndicat des eaux", "Caisse des écoles", "Résidence autonomie", "Syndicat scolaire", "EHPAD",
    "Régie des transports", "Office de tourisme", "École de musique", "Médiathèque", "Crèche",
    "Syndicat d'énergie", "Service d'aide à domicile",
)  # fmt: skip
_SCOPES = (MandateScope.MANAGE, MandateScope.RENEW, MandateScope.MANAGE, MandateScope.READ)
_MEMBERS_WITH_SIGN_IN = 3
"""Of each of these, one administrator signs in with the password: to see the other side."""


def centre(today: date, seed: int, password: str) -> EmployerImport:
    """Return the centre, with the administrator who holds its mandates and some colleagues."""
    bare = EmployerImport(
        name="Centre de gestion du Val-de-Mauges",
        siret=siret(f"2800{_CENTRE_NUMBER:04}"),
        contract_number=f"VF{200 + _CENTRE_NUMBER}",
        postal_address=("12 rue du Général-Leclerc", "49300 Cholet-la-Vallée"),
        representative=LegalRepresentative(Civility.MONSIEUR, "Kerleroux", "Benoît", "Président"),
        funds=frozenset({"CNRACL", "IRCANTEC", "RAFP"}),
    )
    random = Random(f"{seed}/{_CENTRE_NUMBER}")  # noqa: S311 - names and dates, no secrets
    others = random_accounts(_CENTRE_NUMBER, bare, _CENTRE_DOMAIN, today, random, password, 0)
    return replace(bare, accounts=(_claire(bare, today, password), *islice(others, _CENTRE_ACCOUNTS - 1)))


@dataclass(frozen=True, slots=True)
class CentreSide:
    """The centre as its members' mandates name it, once it is written."""

    employer: Employer
    holder: Account


def member(
    place: int, accounts: int, today: date, seed: int, password: str, side: CentreSide
) -> EmployerImport:
    """Return the employer at this place, from 0 to `MEMBERS` - 1, with its accounts and its mandate."""
    bare = bare_member(place)
    number = _CENTRE_NUMBER + 1 + place
    random = Random(f"{seed}/{number}")  # noqa: S311 - names and dates, no secrets
    domain = f"{fold(bare.name).replace(' ', '-')}.example"
    leaders = int(place < _MEMBERS_WITH_SIGN_IN)
    people = islice(random_accounts(number, bare, domain, today, random, password, leaders), accounts)
    return replace(bare, accounts=tuple(people), mandates=(_mandate(place, today, side),))


def bare_member(place: int) -> EmployerImport:
    """Return the employer without accounts and mandate."""
    number, kind, town = _CENTRE_NUMBER + 1 + place, KINDS[place % len(KINDS)], TOWNS[place % len(TOWNS)]
    woman = place % 2 == 0
    first_names = WOMEN if woman else MEN
    return EmployerImport(
        name=f"{kind} d'{town}" if fold(town)[0] in "aeiouy" else f"{kind} de {town}",
        siret=siret(f"2100{number:04}"),
        contract_number=f"VF{200 + number}",
        postal_address=(f"{place % 40 + 1} {STREETS[place % len(STREETS)]}", f"{49000 + place:05} {town}"),
        representative=LegalRepresentative(
            Civility.MADAME if woman else Civility.MONSIEUR,
            LAST[place * 5 % len(LAST)],
            first_names[place % len(first_names)],
            "Maire",
        ),
        funds=frozenset({"CNRACL", "IRCANTEC", "RAFP"} if place % 3 else {"CNRACL", "IRCANTEC"}),
    )


def _claire(employer: EmployerImport, today: date, password: str) -> ImportedAccount:
    created = today - timedelta(days=200)
    created_at = datetime.combine(created, time(8), tzinfo=UTC)
    return ImportedAccount(
        identifier=CENTRE_ADMINISTRATOR,
        details=Details(
            civility=Civility.MADAME,
            last_name="Hémery",
            first_name="Claire",
            email=f"claire.hemery@{_CENTRE_DOMAIN}",
            phone="+33241051940",
            department="Retraites",
            professional_address=employer.postal_address,
        ),
        profile=Profile.ADMINISTRATOR,
        created_at=created_at,
        expires_on=expiry_date(created, VALIDITY_MONTHS),
        rights={},
        password_created_at=created_at + timedelta(hours=1),
        password=password,
        last_sign_in_at=datetime.combine(today - timedelta(days=1), time(9), tzinfo=UTC),
    )


def _mandate(place: int, today: date, side: CentreSide) -> ImportedMandate:
    """Most are in force; of a hundred, one is only proposed, one was ended, and one has expired."""
    starts_on = today - timedelta(days=30 + place % 300)
    mandate = ImportedMandate(
        centre=side.employer,
        scope=_SCOPES[place % len(_SCOPES)],
        starts_on=starts_on,
        ends_on=add_months(starts_on, 12),
        proposed_at=_nine(starts_on - timedelta(days=9)),
        accepted_at=_nine(starts_on - timedelta(days=7)),
        holder=side.holder,
    )
    match place % 100:
        case 11:
            return ImportedMandate(
                centre=side.employer,
                scope=mandate.scope,
                starts_on=today,
                ends_on=add_months(today, 12),
                proposed_at=_nine(today - timedelta(days=5)),
            )
        case 23:
            return replace(mandate, ended_at=_nine(today - timedelta(days=9)))
        case 37:
            return replace(mandate, ends_on=today - timedelta(days=1 + place % 20))
    return mandate


def _nine(day: date) -> datetime:
    return datetime.combine(day, time(9), tzinfo=UTC)
