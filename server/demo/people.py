"""The demo's invented people: a mix of names, profiles and statuses such as employers have."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import count
from random import Random
from typing import NamedTuple

from models.catalogue import services
from models.rules.accounts.account import Details
from models.rules.accounts.expiry import expiry_date
from models.rules.accounts.identifier import ALPHABET, make_identifier
from models.rules.accounts.rights import RightsMatrix
from models.rules.employers.employer_import import EmployerImport, ImportedAccount
from models.rules.folding import fold
from models.rules.vocabulary import AccessLevel, Civility, Profile
from server.demo.guide import VALIDITY_MONTHS
from server.demo.names import DEPARTMENTS, LAST, MEN, WOMEN

FICTION = "+3326191"
"""Phone numbers reserved for fiction in western France."""


class Dates(NamedTuple):
    created_at: datetime
    password_created_at: datetime | None = None
    last_sign_in_at: datetime | None = None
    deleted_at: datetime | None = None


def random_accounts(
    number: int,
    employer: EmployerImport,
    domain: str,
    today: date,
    random: Random,
    password: str,
    leaders: int,
) -> Iterator[ImportedAccount]:
    """An endless sequence. The first `leaders` are administrators who sign in with the password."""
    available = [(s.code, sorted(s.levels)[1:]) for s in services(employer.funds)]
    identifiers: set[str] = set()
    emails: Counter[str] = Counter()
    for place in count():
        leads = place < leaders
        civility, first_name, last_name = _name(random)
        profile = Profile.ADMINISTRATOR if leads or random.random() < 0.06 else Profile.USER
        dates = _active(random, today) if leads else _dates(random, today)
        yield ImportedAccount(
            identifier=_identifier(first_name, last_name, number, random, identifiers),
            details=Details(
                civility=civility,
                last_name=last_name,
                first_name=first_name,
                email=_email(first_name, last_name, domain, emails),
                phone=f"{FICTION}{random.randrange(10_000):04}" if random.random() < 0.75 else None,
                department=random.choice(DEPARTMENTS) if random.random() < 0.92 else None,
                professional_address=employer.postal_address if profile is Profile.ADMINISTRATOR else (),
            ),
            profile=profile,
            created_at=dates.created_at,
            expires_on=expiry_date(dates.created_at.date(), VALIDITY_MONTHS),
            rights=_rights(available, random),
            password_created_at=dates.password_created_at,
            password=password if leads else None,
            last_sign_in_at=dates.last_sign_in_at,
            deleted_at=dates.deleted_at,
        )


def _name(random: Random) -> tuple[Civility, str, str]:
    woman = random.random() < 0.62
    last_name = random.choice(LAST)
    if random.random() < 0.08:
        last_name = f"{last_name}-{random.choice(LAST)}"
    first_name = random.choice(WOMEN if woman else MEN)
    return Civility.MADAME if woman else Civility.MONSIEUR, first_name, last_name


def _identifier(
    first_name: str, last_name: str, number: int, random: Random, taken_identifiers: set[str]
) -> str:
    while True:
        drawn = _Drawn(number, random)
        identifier = make_identifier(first_name, last_name, drawn)
        if identifier not in taken_identifiers:
            taken_identifiers.add(identifier)
            return identifier


class _Drawn:
    """Draws an identifier's six characters, one for each call.

    The distance between two pairs of them is computed from the employer's number: no two employers draw the
    same six (A4), and each employer can be generated without the others.
    """

    def __init__(self, number: int, random: Random) -> None:
        first, second = divmod(number * 389 % len(ALPHABET) ** 2, len(ALPHABET))
        a, b, c, d = random.choices(range(len(ALPHABET)), k=4)
        self.places = iter((a, b, a + first, c, b + second, d))

    def __call__(self, alphabet: str) -> str:
        return alphabet[next(self.places) % len(alphabet)]


def _email(first_name: str, last_name: str, domain: str, counts: Counter[str]) -> str:
    name = f"{_plain(first_name)}.{_plain(last_name)}"
    counts[name] += 1
    return f"{name}{counts[name] if counts[name] > 1 else ''}@{domain}"


@lru_cache(maxsize=100_000)
def _plain(name: str) -> str:
    return fold(name.replace("-", " ")).replace(" ", "-")


def _rights(available: list[tuple[str, list[AccessLevel]]], random: Random) -> RightsMatrix:
    chosen = random.sample(available, random.randint(3, 8))
    return {code: random.choice(levels) for code, levels in chosen}


def _dates(random: Random, today: date) -> Dates:
    roll = random.random()
    if roll < 0.02:
        return _deleted(random, today)
    if roll < 0.12:
        return _expired(random, today)
    if roll < 0.20:
        return Dates(_at(random, today, random.randrange(1, 40)))
    return _active(random, today)


def _active(random: Random, today: date) -> Dates:
    age = random.randrange(15, 545)
    created_at = _at(random, today, age)
    days_ago = min(1 + int(random.expovariate(1 / 30)), age - 13)
    signed_in = _at(random, today, days_ago) if random.random() < 0.96 else None
    return Dates(created_at, _later(random, created_at), signed_in)


def _expired(random: Random, today: date) -> Dates:
    age = random.randrange(560, 1_100)
    created_at = _at(random, today, age)
    if random.random() < 0.25:
        return Dates(created_at)
    signed_in = _at(random, today, age - random.randrange(13, 545))
    return Dates(created_at, _later(random, created_at), signed_in)


def _deleted(random: Random, today: date) -> Dates:
    days_ago = random.randrange(1, 29)
    age = days_ago + random.randrange(30, 500)
    created_at = _at(random, today, age)
    signed_in = _at(random, today, random.randrange(days_ago + 1, age - 12))
    return Dates(created_at, _later(random, created_at), signed_in, _at(random, today, days_ago))


def _at(random: Random, today: date, days_ago: int) -> datetime:
    """In office hours, on the same day in Paris as in UTC."""
    morning = datetime.combine(today - timedelta(days=days_ago), time(7), tzinfo=UTC)
    return morning + timedelta(seconds=random.randrange(9 * 3600))


def _later(random: Random, created_at: datetime) -> datetime:
    """When the password was created: while the link was valid (C3)."""
    return created_at + timedelta(minutes=random.randrange(10, 12 * 24 * 60))
