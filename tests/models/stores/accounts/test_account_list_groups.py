"""Groups of a list: the same accounts under each heading, in the order of the list (L2)."""

from itertools import groupby
from random import Random

import pytest

from models.rules.accounts.account import Account
from models.rules.accounts.search import Group, Order, Search, Selection, search_terms
from models.rules.vocabulary import Grouping, OrderField, SearchField
from models.stores.accounts.account_list import count, groups, page
from tests.factories import NOW, TODAY, an_account, an_employer
from tests.random_accounts import populate

pytestmark = pytest.mark.usefixtures("database")

FIELDS = {
    Grouping.PROFILE: OrderField.PROFILE,
    Grouping.STATUS: OrderField.STATUS,
    Grouping.DEPARTMENT: OrderField.DEPARTMENT,
    Grouping.EXPIRY_MONTH: OrderField.EXPIRES_ON,
}
KEYS = {
    Grouping.PROFILE: lambda account: account.profile.value,
    Grouping.STATUS: lambda account: account.status(TODAY).value,
    Grouping.EXPIRY_MONTH: lambda account: f"{account.expires_on:%Y-%m}",
}


async def listed(selection: Selection, by: Grouping) -> list[Account]:
    order = Order(FIELDS[by])
    return (await page(selection, order, NOW, limit=1_000, beyond=None, backward=False)).accounts


def headings(accounts: list[Account], by: Grouping, all_groups: list[Group]) -> list[tuple[str, int]]:
    """The headings of a list and the number of rows under each, as a client shows them."""
    keys = {spelling: group.key for group in all_groups for spelling in group.spellings}
    key_of = KEYS.get(by, lambda account: keys.get(account.department or "", ""))
    return [(key, len(list(rows))) for key, rows in groupby(accounts, key_of)]


@pytest.mark.parametrize("by", Grouping)
async def test_the_groups_are_the_headings_of_the_list_with_all_their_rows_in_its_order(by: Grouping) -> None:
    employer_id = await an_employer()
    await populate(Random(4), employer_id, 200)
    for selection in (Selection(employer_id), Selection(employer_id, Search(search_terms("e")))):
        all_groups = await groups(selection, by, NOW)
        rows = headings(await listed(selection, by), by, all_groups)
        assert rows == [(group.key, group.count) for group in all_groups]
        assert len(all_groups) > 1


async def test_a_department_is_one_group_however_it_is_written_named_as_most_write_it() -> None:
    employer_id = await an_employer()
    for department in ("rh", "RH", "Rh", "r-h", "RH", "Épargne", "épargne", "EPARGNE", None, "-", "Zone  1"):
        await an_account(employer_id, department=department)
    assert await groups(Selection(employer_id), Grouping.DEPARTMENT, NOW) == [
        Group("", 2, ("-",)),
        Group("EPARGNE", 3, ("EPARGNE", "Épargne", "épargne")),
        Group("RH", 5, ("RH", "Rh", "r-h", "rh")),
        Group("Zone  1", 1, ("Zone  1",)),
    ]


async def test_the_name_of_a_group_of_departments_finds_the_accounts_of_that_group() -> None:
    employer_id = await an_employer()
    for department in (
        "Service paye",
        "SERVICE  PAYE",
        "service-paye",
        "Épargne",
        "epargne",
        "D’État",
        "d'etat",
    ):
        await an_account(employer_id, department=department)
    for group in await groups(Selection(employer_id), Grouping.DEPARTMENT, NOW):
        search = Search(search_terms(group.key), SearchField.DEPARTMENT)
        assert await count(Selection(employer_id, search), NOW) >= group.count
