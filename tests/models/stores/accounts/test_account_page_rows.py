"""A page as tuples: the wanted columns, the sort key, the rights and the total, by one statement."""

from random import Random

import pytest

from models.rules.accounts.search import Filter, Order, Search, Selection
from models.rules.vocabulary import AccountStatus, Direction, OrderField
from models.stores.accounts.account_list import count, page, page_rows
from models.stores.accounts.page_sql import sort_width
from models.stores.accounts.rights import rights_of
from tests.factories import NOW, an_account, an_employer
from tests.random_accounts import populate
from tests.resolvers.statement_count import counted

pytestmark = pytest.mark.usefixtures("database")

SERVICES = ("CNRACL-01", "RAFP-01", "COM-01")


@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize("field", OrderField)
async def test_rows_hold_the_columns_the_key_the_rights_and_the_total_of_the_same_page(
    field: OrderField, direction: Direction
) -> None:
    employer_id, order = await an_employer(), Order(field, direction)
    await populate(Random(f"rows {field}"), employer_id, 60, SERVICES)
    selection = Selection(employer_id, Search(("e",)), Filter(statuses=tuple(AccountStatus)[1:]))
    first = await page(selection, order, NOW, limit=10, beyond=None, backward=False)
    beyond = first.keys[4]

    for backward in (False, True):
        expected = await page(selection, order, NOW, limit=7, beyond=beyond, backward=backward)
        with counted() as statements:
            result = await page_rows(
                selection,
                order,
                NOW,
                columns=["identifier", "version + 1"],
                limit=7,
                beyond=beyond,
                backward=backward,
                rights=True,
                counted=True,
            )
        assert len(statements) == 1
        assert [row[:2] for row in result.rows] == [(a.identifier, a.version + 1) for a in expected.accounts]
        assert [row[2 : 2 + sort_width(order)] for row in result.rows] == expected.keys
        assert [levels(row[-3]) for row in result.rows] == [
            {code: int(level) for code, level in rights.items()}
            for rights in (await rights_of([a.id for a in expected.accounts])).values()
        ]
        assert (result.more, result.total) == (expected.more, await count(selection, NOW))
        assert {row[-1] for row in result.rows} == {result.total}


def levels(text: str) -> dict[str, int]:
    return {code: int(level) for code, _, level in (one.partition(":") for one in text.split(",") if one)}


@pytest.mark.parametrize("field", OrderField)
async def test_the_total_is_known_of_an_empty_page_too(field: OrderField) -> None:
    employer_id, order = await an_employer(), Order(field)
    for _ in range(3):
        await an_account(employer_id)
    last = (await page(Selection(employer_id), order, NOW, limit=3, beyond=None, backward=False)).keys[-1]

    for selection, beyond, total in (
        (Selection(employer_id), last, 3),
        (Selection(employer_id, Search(("nothing of the kind",))), None, 0),
        (Selection(employer_id, filter=Filter(statuses=())), None, 0),
    ):
        result = await page_rows(
            selection, order, NOW, columns=["id"], limit=5, beyond=beyond, backward=False, counted=True
        )
        assert (result.rows, result.more, result.total) == ([], False, total)


async def test_neither_rights_nor_the_total_are_read_if_they_are_not_wanted() -> None:
    employer_id = await an_employer()
    account = await an_account(employer_id, "Martin", "Zoé")
    result = await page_rows(
        Selection(employer_id), Order(), NOW, columns=["version"], limit=5, beyond=None, backward=False
    )
    assert result.rows == [(1, "martin", "zoe", account.id)]
    assert result.total is None
