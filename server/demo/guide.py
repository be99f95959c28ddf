"""The people of the administrator's guide, as its screens show them."""

from datetime import UTC, date, datetime, time

from models.rules.accounts.account import Details
from models.rules.accounts.expiry import expiry_date
from models.rules.accounts.rights import ServiceFacts
from models.rules.employers.employer_import import ImportedAccount
from models.rules.folding import fold
from models.rules.vocabulary import AccessLevel, Civility, Profile

GUIDE_DAY = date(2021, 9, 17)
"""The day after the last sign-in on the guide's screens: its dates move with it to the demo's day."""
VALIDITY_MONTHS = 18

# The last columns: 18 months before the expiry on the screen (A6), and the sign-in on it. What the guide
# leaves blank is ours: Jean Louty's department and dates.
SCREEN = """
JLO000439 | M.  | Louty     | Jean       | DRH                   | Administrateur | 2020-06-04 | 2021-09-16
CAM000628 | M.  | Chopin    | Amadeus    | Service carrière      | Administrateur | 2020-06-15 | 2020-06-15
SDU000601 | Mme | Dupont    | Sara       | RH                    | Administrateur | 2020-06-05 | 2020-08-11
CDU000630 | M.  | Durant    | Christophe | Service Paye          | Utilisateur    | 2020-06-15 | 2020-08-11
SPUY4C8MN | Mme | Puythorec | Séverine   | SIG1651 - chantier C1 | Administrateur | 2020-06-04 | 2021-09-13
FLO000394 | M.  | Louty     | Fernand    | DMN                   | Utilisateur    | 2018-09-06 |
"""
PHONES = {"JLO000439": "+33241051938"}
_CIVILITIES = {"M.": Civility.MONSIEUR, "Mme": Civility.MADAME}
_PROFILES = {"Administrateur": Profile.ADMINISTRATOR, "Utilisateur": Profile.USER}


def guide_accounts(
    today: date, address: tuple[str, ...], domain: str, services: tuple[ServiceFacts, ...], password: str
) -> list[ImportedAccount]:
    """The guide's accounts, all with a password: Fernand Louty too, to show his refusal at sign-in (P3)."""
    rows = [[cell.strip() for cell in line.split("|")] for line in SCREEN.strip().splitlines()]
    return [_person(row, today, address, domain, services, password) for row in rows]


def _person(
    row: list[str],
    today: date,
    address: tuple[str, ...],
    domain: str,
    services: tuple[ServiceFacts, ...],
    password: str,
) -> ImportedAccount:
    identifier, civility, last_name, first_name, department, profile, created, signed_in = row
    created_on = _moved(created, today)
    administers = _PROFILES[profile] is Profile.ADMINISTRATOR
    return ImportedAccount(
        identifier=identifier,
        details=Details(
            civility=_CIVILITIES[civility],
            last_name=last_name,
            first_name=first_name,
            email=f"{fold(first_name)}.{fold(last_name)}@{domain}",
            phone=PHONES.get(identifier),
            department=department,
            professional_address=address if administers else (),
        ),
        profile=_PROFILES[profile],
        created_at=_at(created_on, 8),
        expires_on=expiry_date(created_on, VALIDITY_MONTHS),
        rights=_rights(services, administers=administers),
        password_created_at=_at(created_on, 9),
        password=password,
        last_sign_in_at=_at(_moved(signed_in, today), 10) if signed_in else None,
    )


def _rights(services: tuple[ServiceFacts, ...], *, administers: bool) -> dict[str, AccessLevel]:
    """Administrators have the most of every service; users read what concerns careers and pensions."""
    if administers:
        return {service.code: max(service.levels) for service in services}
    return {s.code: AccessLevel.READ for s in services if s.theme in {"carriere", "pensions", "transverse"}}


def _moved(shown: str, today: date) -> date:
    return date.fromisoformat(shown) + (today - GUIDE_DAY)


def _at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), tzinfo=UTC)
