"""Filters, counts and groups in SQL, compared with the rules (A5, L2, L4, E3)."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from random import Random
from typing import TypeVar

import pytest

from models.rules.accounts.account import Account
from models.rules.accounts.search import (
    Filter,
    Group,
    Search,
    Selection,
    department_group,
    matches,
    search_terms,
)
from models.rules.folding import fold
from models.rules.paris_calendar import paris_day
from models.rules.vocabulary import AccessLevel, AccountStatus, Grouping, InvitationState, Profile
from models.stores.accounts.account_list import all_matching, count, groups
from models.stores.accounts.accounts import accounts_by_id
from models.stores.accounts.rights import rights_of
from models.stores.sign_in.password_links import latest_invitations
from tests.factories import NOW, TODAY, an_account, an_employer
from tests.models.stores.accounts.searched_accounts import random_search, texts
from tests.random_accounts import populate
from tests.random_invitations import lock_and_invite

pytestmark = pytest.mark.usefixtures("database")

T = TypeVar("T")
SERVICES = ("CNRACL-01", "RAFP-01")
EVERYTHING = tuple(AccountStatus)
DAY, TICK = timedelta(days=1), timedelta(microseconds=1)


def some(random: Random, words: Iterable[T]) -> tuple[T, ...] | None:
    """None, nothing, or some of them."""
    return random.choice((None, tuple(word for word in words if random.random() < 0.6)))


def random_filter(random: Random) -> Filter:
    days = [None, TODAY, TODAY + timedelta(days=random.randrange(-200, 300))]
    return Filter(
        profiles=some(random, Profile),
        statuses=some(random, AccountStatus),
        expires_before=random.choice(days),
        expires_from=random.choice(days),
        service=random.choice((None, (random.choice(SERVICES), random.choice(list(AccessLevel)[1:])))),
        invitations=random.choice((None, some(random, InvitationState))),
        locked=random.choice((None, None, True, False)),
        never_signed_in=random.choice((None, None, True, False)),
    )


def passes(
    account: Account,
    wanted: Filter,
    rights: dict[str, AccessLevel],
    invitation: InvitationState | None,
    now: datetime,
) -> bool:
    status = account.status(paris_day(now))
    if wanted.statuses is None:
        status_passes = status is not AccountStatus.DELETED  # L4
    else:
        status_passes = status in wanted.statuses
    return (
        status_passes
        and (wanted.profiles is None or account.profile in wanted.profiles)
        and (wanted.expires_before is None or account.expires_on < wanted.expires_before)
        and (wanted.expires_from is None or account.expires_on >= wanted.expires_from)
        and (wanted.service is None or rights.get(wanted.service[0], AccessLevel.NONE) >= wanted.service[1])
        and (wanted.invitations is None or invitation in wanted.invitations)
        and (wanted.locked is None or account.locked(now) is wanted.locked)
        and (wanted.never_signed_in is None or (account.last_sign_in_at is None) is wanted.never_signed_in)
    )


def grouped(accounts: list[Account], by: Grouping, today: date) -> list[Group]:
    if by is Grouping.DEPARTMENT:
        spelled: dict[str, Counter[str | None]] = {}
        for account in accounts:
            spelled.setdefault(fold(account.department or ""), Counter())[account.department] += 1
        return [department_group(folded, spelled[folded]) for folded in sorted(spelled)]
    keys = {
        Grouping.PROFILE: lambda a: a.profile.value,
        Grouping.STATUS: lambda a: a.status(today).value,
        Grouping.EXPIRY_MONTH: lambda a: f"{a.expires_on:%Y-%m}",
    }
    counted = Counter(map(keys[by], accounts))
    if by is Grouping.STATUS:
        return [Group(status, counted[status]) for status in AccountStatus if status in counted]
    return [Group(key, number) for key, number in sorted(counted.items())]


@pytest.mark.parametrize("seed", range(3))
async def test_every_filter_count_and_group_agrees_with_the_rules(seed: int) -> None:
    random, employer_id, other_id = Random(seed), await an_employer(), await an_employer()
    ids = [account.id for account in await populate(random, employer_id, 150, SERVICES)]
    await populate(random, other_id, 30, SERVICES)
    await lock_and_invite(random, ids)
    accounts = list((await accounts_by_id(ids, [employer_id])).values())
    rights = await rights_of(ids)

    for _ in range(60):
        now = random.choice((NOW, NOW, NOW - TICK, NOW + TICK, NOW - DAY, NOW + DAY))
        today = paris_day(now)
        invitations = await latest_invitations(ids, now)
        states = {account_id: invitation.state for account_id, invitation in invitations.items()}
        wanted = random_filter(random)
        search = random.choice((Search(), random_search(random)))
        expected = [
            account
            for account in accounts
            if passes(account, wanted, rights[account.id], states.get(account.id), now)
            and matches(search, texts(account))
        ]
        selection = Selection(employer_id, search, wanted)
        assert await all_matching(selection, now, 1_000) == sorted(expected, key=lambda a: a.id), selection
        assert await count(selection, now) == len(expected), selection
        for by in Grouping:
            assert await groups(selection, by, now) == grouped(expected, by, today), (selection, by)


@pytest.mark.parametrize("status", AccountStatus)
async def test_each_status_is_found_as_the_rule_computes_it_to_the_day(status: AccountStatus) -> None:
    employer_id = await an_employer()
    for days in (-1, 0, 1):
        for active in (True, False):
            for deleted_at in (None, NOW):
                expires_on = TODAY + timedelta(days=days)
                await an_account(employer_id, active=active, expires_on=expires_on, deleted_at=deleted_at)

    accounts = await all_matching(Selection(employer_id, filter=Filter(statuses=(status,))), NOW, 100)

    count_of = {"PENDING": 2, "ACTIVE": 2, "EXPIRED": 2, "DELETED": 6}
    assert [account.status(TODAY) for account in accounts] == [status] * count_of[status]
    assert {account.expires_on >= TODAY for account in accounts} == {
        "PENDING": {True}, "ACTIVE": {True}, "EXPIRED": {False}, "DELETED": {True, False},
    }[status]  # fmt: skip


async def test_deleted_accounts_are_listed_and_counted_only_when_asked_for() -> None:
    employer_id = await an_employer()
    present, deleted = await an_account(employer_id), await an_account(employer_id, deleted_at=NOW)
    for statuses, expected in (
        (None, [present]),
        ((AccountStatus.ACTIVE,), [present]),
        ((AccountStatus.DELETED,), [deleted]),
        (EVERYTHING, [present, deleted]),
        ((), []),
    ):
        selection = Selection(employer_id, filter=Filter(statuses=statuses))
        assert await all_matching(selection, NOW, 9) == expected
        assert await count(selection, NOW) == len(expected)


async def test_access_to_a_service_is_found_from_a_level_upwards() -> None:
    employer_id = await an_employer()
    await an_account(employer_id)
    reader = await an_account(employer_id, rights={"CNRACL-01": AccessLevel.READ})
    writer = await an_account(employer_id, rights={"CNRACL-01": AccessLevel.WRITE})
    await an_account(employer_id, rights={"RAFP-01": AccessLevel.READ})

    for level, expected in ((AccessLevel.READ, [reader, writer]), (AccessLevel.WRITE, [writer])):
        selection = Selection(employer_id, filter=Filter(service=("CNRACL-01", level)))
        assert await all_matching(selection, NOW, 9) == expected


async def test_one_more_than_the_limit_shows_that_it_is_too_many() -> None:
    employer_id = await an_employer()
    accounts = [await an_account(employer_id) for _ in range(4)]
    selection = Selection(employer_id)
    assert await all_matching(selection, NOW, 2) == accounts[:3]
    assert await all_matching(selection, NOW, 4) == accounts


async def test_nothing_of_another_employer_is_ever_found_counted_or_grouped() -> None:
    mine, theirs = await an_employer(), await an_employer()
    await an_account(theirs, "Durant")
    selection = Selection(mine, Search(search_terms("durant")), Filter(statuses=EVERYTHING))
    assert await all_matching(selection, NOW, 9) == []
    assert await count(selection, NOW) == 0
    assert [await groups(selection, by, NOW) for by in Grouping] == [[], [], [], []]
