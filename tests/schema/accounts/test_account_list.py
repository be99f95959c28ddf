"""Lists of accounts and history, a page at a time, forwards and backwards over GraphQL (L3)."""

from datetime import timedelta
from typing import Any

import pytest

from models.rules.accounts.account import Account
from models.rules.vocabulary import Civility, Direction, OrderField, Profile
from schema.ids import Kind, encode_id
from tests.client import Browser, Service
from tests.factories import NOW, TODAY, House, a_house, an_account

ACCOUNTS = """
query ($id: ID!, $order: AccountOrder, $first: Int, $after: String, $last: Int, $before: String) {
  employer(id: $id) {
    list: accounts(orderBy: $order, first: $first, after: $after, last: $last, before: $before) {
      edges { cursor node { id } }
      nodes { id }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      totalCount
    }
  }
}
"""
HISTORY = """
query ($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
  employer(id: $id) {
    list: history(first: $first, after: $after, last: $last, before: $before) {
      edges { cursor node { id } }
      nodes { id }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      totalCount
    }
  }
}
"""
RENEW = "mutation ($ids: [ID!]!) { renewAccounts(input: {ids: $ids}) { done } }"


@pytest.fixture
async def house(database: None) -> House:  # noqa: ARG001
    """Three accounts, and eight more: some with equal names, no department, or no sign-in."""
    house = await a_house()
    for number in range(8):
        await an_account(
            house.employer_id,
            ["Durant", "durant", "Étienne"][number % 3],
            ["Zoé", "Zoe"][number % 2],
            civility=[Civility.MADAME, Civility.MONSIEUR][number % 2],
            department=[None, "RH", "rh"][number % 3],
            active=number != 1,
            expires_on=TODAY + timedelta(days=number % 4 - 1),
            last_sign_in_at=NOW - timedelta(hours=number) if number > 4 else None,
        )
    return house


@pytest.fixture
async def jean(house: House, service: Service) -> Browser:
    return await service.browser(house.jean)


async def page(browser: Browser, query: str, house: House, **part: object) -> dict[str, Any]:
    variables = {"id": encode_id(Kind.EMPLOYER, house.employer_id), **part}
    connection: dict[str, Any] = (await browser.data(query, variables))["employer"]["list"]
    assert connection["nodes"] == [edge["node"] for edge in connection["edges"]]
    cursors = [edge["cursor"] for edge in connection["edges"]]
    page_info = connection["pageInfo"]
    assert (page_info["startCursor"], page_info["endCursor"]) == (
        (cursors[0], cursors[-1]) if cursors else (None, None)
    )
    return connection


def ids(connection: dict[str, Any]) -> list[str]:
    return [node["id"] for node in connection["nodes"]]


async def walk(browser: Browser, query: str, house: House, size: int, **more: object) -> list[str]:
    """Read all pages from the start to the end."""
    all_ids: list[str] = []
    after = None
    while True:
        connection = await page(browser, query, house, first=size, after=after, **more)
        assert connection["pageInfo"]["hasPreviousPage"] is (after is not None)
        all_ids += ids(connection)
        if not connection["pageInfo"]["hasNextPage"]:
            return all_ids
        assert len(ids(connection)) == size
        after = connection["pageInfo"]["endCursor"]
        assert len(all_ids) < 100, "the pages never end"


async def walk_back(browser: Browser, query: str, house: House, size: int, **more: object) -> list[str]:
    """Read all pages from the end to the start."""
    all_ids: list[str] = []
    before = None
    while True:
        connection = await page(browser, query, house, last=size, before=before, **more)
        assert connection["pageInfo"]["hasNextPage"] is (before is not None)
        all_ids = ids(connection) + all_ids
        if not connection["pageInfo"]["hasPreviousPage"]:
            return all_ids
        before = connection["pageInfo"]["startCursor"]
        assert len(all_ids) < 100, "the pages never end"


@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize("field", OrderField)
async def test_walking_the_pages_either_way_gives_the_whole_list(
    house: House, jean: Browser, field: OrderField, direction: Direction
) -> None:
    order = {"field": field, "direction": direction}
    whole = await page(jean, ACCOUNTS, house, first=100, order=order)
    assert len(set(ids(whole))) == whole["totalCount"] == 11
    assert await walk(jean, ACCOUNTS, house, 3, order=order) == ids(whole)
    assert await walk_back(jean, ACCOUNTS, house, 3, order=order) == ids(whole)


@pytest.mark.parametrize("field", OrderField)
async def test_the_other_direction_is_the_same_list_from_its_end(
    house: House, jean: Browser, field: OrderField
) -> None:
    up = await page(jean, ACCOUNTS, house, first=100, order={"field": field, "direction": "ASC"})
    down = await page(jean, ACCOUNTS, house, first=100, order={"field": field, "direction": "DESC"})
    assert ids(down) == ids(up)[::-1]


async def test_a_list_is_by_last_name_by_default(house: House, jean: Browser) -> None:
    by_name = await page(jean, ACCOUNTS, house, first=100, order={"field": "LAST_NAME", "direction": "ASC"})
    assert ids(await page(jean, ACCOUNTS, house, first=100)) == ids(by_name)


async def test_the_history_walked_either_way_is_the_whole_history(house: House, jean: Browser) -> None:
    for person in (house.paul, house.sara, house.jean):
        await jean.data(RENEW, {"ids": [encode_id(Kind.ACCOUNT, person.id)]})
    whole = await page(jean, HISTORY, house, first=100)
    assert len(ids(whole)) == whole["totalCount"] == 3
    for size in (1, 2, 3):
        assert await walk(jean, HISTORY, house, size) == ids(whole)
        assert await walk_back(jean, HISTORY, house, size) == ids(whole)


async def test_an_empty_page_has_no_cursor_and_nothing_beside_it(service: Service) -> None:
    house = await a_house()
    connection = await page(await service.browser(house.jean), HISTORY, house, first=1)
    assert (ids(connection), connection["totalCount"]) == ([], 0)
    assert connection["pageInfo"] == {
        "hasNextPage": False,
        "hasPreviousPage": False,
        "startCursor": None,
        "endCursor": None,
    }


async def test_an_account_created_between_two_pages_repeats_and_hides_no_other(
    house: House, jean: Browser
) -> None:
    first = await page(jean, ACCOUNTS, house, first=4)
    await an_account(house.employer_id, "Aaa", "Anne")
    rest = await page(jean, ACCOUNTS, house, first=100, after=first["pageInfo"]["endCursor"])
    assert len({*ids(first), *ids(rest)}) == len(ids(first)) + len(ids(rest)) == 11


async def test_groups_count_what_the_list_holds(house: House, jean: Browser) -> None:
    query = """query ($id: ID!) { employer(id: $id) { accounts(first: 1, search: {text: "zoe"}) {
        totalCount
        profiles: groups(by: PROFILE) { key count }
        statuses: groups(by: STATUS) { key count }
        departments: groups(by: DEPARTMENT) { key count }
        months: groups(by: EXPIRY_MONTH) { key count } } } }"""
    variables: dict[str, object] = {"id": encode_id(Kind.EMPLOYER, house.employer_id)}
    connection = (await jean.data(query, variables))["employer"]["accounts"]
    assert connection["profiles"] == [{"key": Profile.USER, "count": 8}]
    for kind in ("statuses", "departments", "months"):
        assert sum(group["count"] for group in connection[kind]) == connection["totalCount"] == 8
    assert {group["key"] for group in connection["statuses"]} == {"PENDING", "ACTIVE", "EXPIRED"}


async def test_an_account_has_its_own_history_in_pages(house: House, jean: Browser) -> None:
    people: list[Account] = [house.paul, house.sara]
    for person in people:
        await jean.data(RENEW, {"ids": [encode_id(Kind.ACCOUNT, person.id)]})
    query = """query ($identifier: String!) { account(identifier: $identifier) {
        id history(first: 10) { nodes { account { id } operation } pageInfo { hasNextPage } } } }"""
    for person in people:
        account = (await jean.data(query, {"identifier": person.identifier.lower()}))["account"]
        assert account["history"]["nodes"] == [
            {"account": {"id": account["id"]}, "operation": "ACCOUNT_RENEWED"}
        ]
