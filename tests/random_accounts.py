"""Employers with many accounts of every kind, drawn at random: awkward names, ties, and nothing at all."""

from datetime import date, timedelta
from itertools import count
from random import Random

from models.rules.accounts.account import Account, Details
from models.rules.vocabulary import AccessLevel, Civility, Profile
from models.stores.accounts.account_writes import detail_columns
from models.stores.accounts.accounts import accounts_by_id
from models.tables.accounts import AccountRow, RightRow
from tests.factories import ADDRESS, NOW, TODAY

LAST_NAMES = (
    "Durant", "durant", "DURAND", "Dupont-Durant", "Le Goff", "LE  GOFF", "Legoff",
    "L'Hermitte", "L’Hermitte", "Œuvrard", "Oeuvrard", "Łukasz", "Çelik", "Nguyễn",
    "Παπαδόπουλος", "Иванов", "石井", "Straße", "100%", "a_b", "a%b", "a\\b", "\\", "%", "_", "N",
    "Ñ", "É", "e", "Zoë", "zoe", "Ångström", "'t Hooft", "O'Brien", "D\u2010Arc", "De La Tour",
    "Ibáñez", "ﬁn", "İnan", "Ğ", "\U0001d6a8lpha", "x\U0001f600x",
)  # fmt: skip
FIRST_NAMES = (
    "Jean", "jean", "JEAN", "Jean-Luc", "Jean Luc", "Jeanluc", "Zoé", "Zoe", "Anne", "Ânne",
    "Élise", "Elise", "X", "Ève", "%", "_", "\\", "Noël", "Gaëlle", "Léa",
)  # fmt: skip
DEPARTMENTS = (
    None,
    None,
    "RH",
    "rh",
    "Service paye",
    "service  paye",
    "Paye & RH",
    "100%",
    "Épargne",
    "D’État",
)
EMAILS = (
    "someone@chu-nantes.example",
    "Jean.Durant@CHU-Nantes.example",
    "a+b@mairie.example",
    "zoé@orléans.example",
    "%@_.example",
)
PHONES = (None, "+33241051938", "+33240111213", "+262262901234", "+3225551212")
TERMS = (
    "durant", "DUR", "oeu", "Œ", "l'her", "L’HER", "goff", "le goff", "go f", "jean-luc",
    "jeanluc", "zo", "é", "E", "%", "_", "\\", "a_b", "a%b", "\\%", "100%", "tst", "TST0", "0",
    "9", "R.H.", "le-goff", "jean luc", "l hermitte", "service-paye", "chu", "@", "jean.", "a+b", "02 41 05",
    "02.40.11", "+33 2", "0033", "+33 (0)2 41",
    "rh", "RH", "paye", "service", "&", "παπα", "ΠΑΠΑ", "иван", "石", "ß", "ss", "lukasz",
    "x\U0001f600", "ñ", "-", "''", "z z", "etat", "fin", "i", "nothing of the kind",
)  # fmt: skip

_numbers = count(500_000)


async def populate(
    random: Random, employer_id: int, size: int, services: tuple[str, ...] = ()
) -> list[Account]:
    """The accounts written, with random rights on these services."""
    await AccountRow.bulk_create([_row(random, employer_id) for _ in range(size)], batch_size=1_000)
    ids = [row["id"] for row in await AccountRow.filter(employer_id=employer_id).values("id")]
    await RightRow.bulk_create(
        RightRow(account_id=account_id, service_id=code, level=level)
        for account_id in ids
        for code in services
        if (level := random.choice(list(AccessLevel)))
    )
    return list((await accounts_by_id(ids, [employer_id])).values())


def _row(random: Random, employer_id: int) -> AccountRow:
    administrator = random.random() < 0.2
    details = Details(
        civility=random.choice(list(Civility)),
        last_name=random.choice(LAST_NAMES),
        first_name=random.choice(FIRST_NAMES),
        email=random.choice(EMAILS),
        phone=random.choice(PHONES),
        department=random.choice(DEPARTMENTS),
        professional_address=ADDRESS if administrator or random.random() < 0.2 else (),
    )
    # Never twice, in no order, and none of those that builders give.
    identifier = f"TST{100_000 + next(_numbers) * 7_919 % 900_000}"
    return AccountRow(
        employer_id=employer_id,
        identifier=identifier,
        profile=Profile.ADMINISTRATOR if administrator else Profile.USER,
        expires_on=_expiry(random),
        password_created_at=random.choice((None, NOW, NOW)),
        last_sign_in_at=random.choice((None, NOW, NOW - timedelta(microseconds=random.randrange(9**12)))),
        created_at=NOW - timedelta(days=random.randrange(900)),
        deleted_at=NOW if random.random() < 0.15 else None,
        version=random.randrange(1, 5),
        **detail_columns(details, identifier),
    )


def _expiry(random: Random) -> date:
    """Often today, yesterday or tomorrow, where the status changes (A5)."""
    return TODAY + timedelta(days=random.choice((-1, 0, 1, random.randrange(-400, 600))))
