"""Every order of L2, walked page by page in both directions, compared with sorting in Python."""

from collections.abc import Callable
from datetime import UTC, datetime
from random import Random
from typing import Any

import pytest

from models.rules.accounts.account import Account
from models.rules.accounts.search import Filter, Order, Search, Selection, SortKey, matches
from models.rules.folding import fold
from models.rules.vocabulary import AccountStatus, Direction, OrderField
from models.stores.accounts.account_list import page
from tests.factories import NOW, TODAY, an_account, an_employer
from tests.models.stores.accounts.searched_accounts import texts
from tests.random_accounts import populate

pytestmark = pytest.mark.usefixtures("database")

EVERYTHING = tuple(AccountStatus)


def names(account: Account) -> tuple[str, str]:
    return fold(account.last_name), fold(account.first_name)


KEYS: dict[OrderField, Callable[[Account], tuple[Any, ...]]] = {
    OrderField.CIVILITY: lambda a: (a.civility.value, *names(a)),
    OrderField.LAST_NAME: names,
    OrderField.FIRST_NAME: lambda a: names(a)[::-1],
    OrderField.IDENTIFIER: lambda a: (a.identifier,),
    OrderField.DEPARTMENT: lambda a: (fold(a.department or ""), *names(a)),
    OrderField.PROFILE: lambda a: (a.profile.value, *names(a)),
    OrderField.STATUS: lambda a: (EVERYTHING.index(a.status(TODAY)), *names(a)),
    OrderField.EXPIRES_ON: lambda a: (a.expires_on, *names(a)),
    OrderField.LAST_SIGN_IN_AT: lambda a: (a.last_sign_in_at or datetime.min.replace(tzinfo=UTC), *names(a)),
}


def in_order(accounts: list[Account], order: Order) -> list[Account]:
    key = KEYS[order.field]
    return sorted(accounts, key=lambda a: (key(a), a.id), reverse=order.direction is Direction.DESC)


def all_of(employer_id: int) -> Selection:
    return Selection(employer_id, filter=Filter(statuses=EVERYTHING))


async def walk(
    selection: Selection, order: Order, size: int, backward: bool, now: datetime = NOW
) -> list[Account]:
    """The whole list, walked page by page from one end, in the order in which it is shown."""
    pages: list[list[Account]] = []
    beyond: SortKey | None = None
    more = True
    while more:
        result = await page(selection, order, now, limit=size, beyond=beyond, backward=backward)
        assert len(result.accounts) == len(result.keys) <= size
        assert len(result.accounts) == size or not result.more
        pages.append(result.accounts)
        assert len(pages) <= 200, "the walk does not end"
        more = result.more
        beyond = result.keys[0 if backward else -1] if more else None
    ordered = reversed(pages) if backward else pages
    return [account for accounts in ordered for account in accounts]


@pytest.mark.parametrize("field", OrderField)
@pytest.mark.parametrize("direction", Direction)
async def test_pages_walked_either_way_give_every_account_once_in_the_requested_order(
    field: OrderField, direction: Direction
) -> None:
    employer_id, other_id = await an_employer(), await an_employer()
    accounts = await populate(Random(f"{field}{direction}"), employer_id, 150)
    await populate(Random(2), other_id, 20)
    order = Order(field, direction)
    expected = [account.id for account in in_order(accounts, order)]

    for size in (7, 10, 50, 149, 150, 151):
        for backward in (False, True):
            walked = await walk(all_of(employer_id), order, size, backward)
            assert [account.id for account in walked] == expected, (size, backward)


@pytest.mark.parametrize("field", OrderField)
async def test_the_page_before_a_page_is_the_one_it_was_reached_from(field: OrderField) -> None:
    employer_id = await an_employer()
    accounts = await populate(Random(3), employer_id, 60)
    order, selection = Order(field, Direction.DESC), all_of(employer_id)

    first = await page(selection, order, NOW, limit=25, beyond=None, backward=False)
    second = await page(selection, order, NOW, limit=25, beyond=first.keys[-1], backward=False)
    back = await page(selection, order, NOW, limit=25, beyond=second.keys[0], backward=True)

    assert (back.accounts, back.keys, back.more) == (first.accounts, first.keys, False)
    assert first.accounts + second.accounts == in_order(accounts, order)[:50]


@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize("field", OrderField)
async def test_what_is_filtered_and_searched_is_walked_in_order_too(
    field: OrderField, direction: Direction
) -> None:
    employer_id, order = await an_employer(), Order(field, direction)
    accounts = await populate(Random(field), employer_id, 120)
    some = (AccountStatus.DELETED, AccountStatus.PENDING)
    for statuses in (None, (), some, some[::-1], (AccountStatus.EXPIRED,)):
        for search in (Search(), Search(("e",))):
            selection = Selection(employer_id, search, Filter(statuses=statuses))
            wanted = [
                account
                for account in in_order(accounts, order)
                if account.status(TODAY) in (statuses if statuses is not None else EVERYTHING[:3])
                and matches(search, texts(account))
            ]
            for backward in (False, True):
                assert await walk(selection, order, 9, backward) == wanted, (selection, backward)


async def test_accounts_that_never_signed_in_come_first_and_those_without_department_too() -> None:
    employer_id = await an_employer()
    seen = await an_account(employer_id, last_sign_in_at=NOW, department="RH")
    never = await an_account(employer_id, department=None)

    for field in (OrderField.LAST_SIGN_IN_AT, OrderField.DEPARTMENT):
        assert await walk(all_of(employer_id), Order(field), 1, backward=False) == [never, seen]
        assert await walk(all_of(employer_id), Order(field, Direction.DESC), 1, backward=False) == [
            seen,
            never,
        ]


async def test_an_account_that_appears_meanwhile_neither_hides_nor_repeats_another() -> None:
    employer_id = await an_employer()
    b, d = [await an_account(employer_id, name) for name in ("B", "D")]
    selection, order = Selection(employer_id), Order()

    first = await page(selection, order, NOW, limit=1, beyond=None, backward=False)
    await an_account(employer_id, "A")
    c = await an_account(employer_id, "C")
    rest = await page(selection, order, NOW, limit=9, beyond=first.keys[-1], backward=False)

    assert first.accounts == [b]
    assert rest.accounts == [c, d]


async def test_a_page_of_nothing_is_empty_and_nothing_follows_it() -> None:
    result = await page(Selection(await an_employer()), Order(), NOW, limit=10, beyond=None, backward=True)
    assert (result.accounts, result.keys, result.more) == ([], [], False)
