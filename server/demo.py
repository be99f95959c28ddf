"""The demo: the guide's people, and as many others as are asked for. The same seed gives the same people."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from itertools import islice
from random import Random

from models.catalogue import services
from models.rules.expiry import paris_day
from models.rules.founding import FoundedAccount, Founding
from models.rules.policy import Policy
from resolvers.founding import found, known
from server.demo_employers import MOST, domain, employer
from server.demo_guide import guides_people
from server.demo_people import people

PASSWORD = "Comptoir#2026"  # noqa: S105 - architecture.md gives it to everyone who reads it
LEADERS = 2
"""Administrators of each other employer who sign in with it."""


def demo(today: date, employers: int = 3, accounts: int = 300, seed: int = 2026) -> Iterator[Founding]:
    """Each employer with its accounts, one at a time. Errors: ValueError for more employers than we know."""
    for number, share in enumerate(shares(employers, accounts), start=1):
        yield with_accounts(number, share, seed, today)


async def load_demo(
    employers: int, accounts: int, seed: int, now: datetime, policy: Policy
) -> tuple[int, int]:
    """Write the employers that are not there yet; how many, and how many accounts.

    Those that are there stay as they are, whatever their accounts have become.
    """
    founded = written = 0
    for number, share in enumerate(shares(employers, accounts), start=1):
        if await known(employer(number).siret):
            continue
        founding = with_accounts(number, share, seed, paris_day(now))
        if await found(founding, now, policy):
            founded += 1
            written += len(founding.accounts)
    return founded, written


def shares(employers: int, accounts: int) -> list[int]:
    """How many accounts each employer has, in even parts."""
    if not 1 <= employers <= MOST:
        raise ValueError(f"{employers} employers: the demo knows 1 to {MOST}")
    each, left = divmod(accounts, employers)
    return [each + (place < left) for place in range(employers)]


def with_accounts(number: int, accounts: int, seed: int, today: date) -> Founding:
    """The employer with this number of accounts, or a few more: those who can sign in are always there."""
    bare = employer(number)
    random = Random(f"{seed}/{number}")  # noqa: S311 - names and dates, no secrets
    first: list[FoundedAccount] = []
    if number == 1:
        first = guides_people(today, bare.postal_address, domain(1), services(bare.funds), PASSWORD)
    leaders = 0 if first else LEADERS
    others = people(number, bare, domain(number), today, random, PASSWORD, leaders)
    return replace(bare, accounts=(*first, *islice(others, max(accounts - len(first), leaders))))
