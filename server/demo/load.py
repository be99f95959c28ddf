"""The demo: the guide's people, and a number of invented ones. The same seed gives the same people."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from itertools import islice
from random import Random

from models.catalogue import services
from models.rules.employers.employer_import import EmployerImport, ImportedAccount
from models.rules.paris_calendar import paris_day
from models.rules.policy import Policy
from resolvers.employers.import_employer import import_employer, is_employer_known
from resolvers.employers.read import find_employer, list_administrators
from server.demo.centre import (
    CENTRE_ADMINISTRATOR,
    MEMBER_ACCOUNTS,
    MEMBERS,
    CentreSide,
    bare_member,
    centre,
    member,
)
from server.demo.employers import MAX_DEMO_EMPLOYERS, domain, employer
from server.demo.guide import guide_accounts
from server.demo.people import random_accounts

ADMINISTRATOR = "JLO000439"
PASSWORD = "Comptoir#2026"  # noqa: S105 - the README gives it to everyone
LEADERS = 2
"""Administrators of each other employer who sign in with it."""
_AT_ONCE = 2
"""Employers written at once, so that one is generated while PostgreSQL checks another."""


def demo(today: date, employers: int = 3, accounts: int = 300, seed: int = 2026) -> Iterator[EmployerImport]:
    """Each employer with its accounts, one at a time. Raises: ValueError for more employers than we know."""
    for number, share in enumerate(shares(employers, accounts), start=1):
        yield with_accounts(number, share, seed, today)


async def load_demo(
    employers: int, accounts: int, seed: int, now: datetime, policy: Policy
) -> tuple[int, int]:
    """Write the employers that are not there yet; return how many, and how many accounts.

    Those that are there stay as they are, whatever their accounts have become.
    """
    today = paris_day(now)
    turn = asyncio.Semaphore(_AT_ONCE)

    async def load(number: int, share: int) -> int:
        async with turn:
            if await is_employer_known(employer(number).siret):
                return 0
            founding = with_accounts(number, share, seed, today)
            return len(founding.accounts) if await import_employer(founding, now, policy) else 0

    first, *others = enumerate(shares(employers, accounts), start=1)
    written = [await load(*first)]
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(load(*other)) for other in others]
    written += [task.result() for task in tasks]
    return sum(count > 0 for count in written), sum(written)


async def load_centre(
    seed: int, now: datetime, policy: Policy, members: int = MEMBERS, accounts: int = MEMBER_ACCOUNTS
) -> tuple[int, int]:
    """Write the management centre and its members, with as many accounts; return as `load_demo` does."""
    today = paris_day(now)
    bare = centre(today, seed, PASSWORD)
    written = [len(bare.accounts) if await import_employer(bare, now, policy) else 0]
    own = await find_employer(bare.siret)
    people = [state.account for state in await list_administrators(own, now)]
    side = CentreSide(own, next(one for one in people if one.identifier == CENTRE_ADMINISTRATOR))
    turn = asyncio.Semaphore(_AT_ONCE)

    async def load(place: int) -> int:
        async with turn:
            if await is_employer_known(bare_member(place).siret):
                return 0
            made = member(place, accounts // members, today, seed, PASSWORD, side)
            return len(made.accounts) if await import_employer(made, now, policy) else 0

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(load(place)) for place in range(members)]
    written += [task.result() for task in tasks]
    return sum(count > 0 for count in written), sum(written)


def shares(employers: int, accounts: int) -> list[int]:
    """How many accounts each employer has: equal shares of `accounts`."""
    if not 1 <= employers <= MAX_DEMO_EMPLOYERS:
        raise ValueError(f"{employers} employers: the demo knows 1 to {MAX_DEMO_EMPLOYERS}")
    each, left = divmod(accounts, employers)
    return [each + (place < left) for place in range(employers)]


def with_accounts(number: int, accounts: int, seed: int, today: date) -> EmployerImport:
    """The employer with this number of accounts, or more: those with a password are always included."""
    bare = employer(number)
    random = Random(f"{seed}/{number}")  # noqa: S311 - names and dates, no secrets
    first: list[ImportedAccount] = []
    if number == 1:
        first = guide_accounts(today, bare.postal_address, domain(1), services(bare.funds), PASSWORD)
    leaders = 0 if first else LEADERS
    others = random_accounts(number, bare, domain(number), today, random, PASSWORD, leaders)
    return replace(bare, accounts=(*first, *islice(others, max(accounts - len(first), leaders))))
