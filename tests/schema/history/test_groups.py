"""The history by groups over GraphQL: pages, counts, the entries of one group, and foreign ids (H3, E3)."""

from typing import Any

import pytest

from resolvers.accounts.renew import renew
from schema.ids import Kind, encode_id
from tests.client import Browser, Service
from tests.factories import NOW, POLICY, House, a_house, signed_in
from tests.resolvers.requests import these

GROUPS = """
query ($id: ID!, $filter: HistoryFilter, $first: Int, $after: String, $last: Int, $before: String) {
  employer(id: $id) {
    list: historyGroups(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      edges { cursor node { count entry { id } } }
      nodes { count entry { id operation account { identifier } actor onBehalfOf { id } } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      totalCount
    }
  }
}
"""
ENTRIES = GROUPS.replace("historyGroups", "history").replace("node { count entry { id } }", "node { id }")
ENTRIES = ENTRIES.replace("nodes { count entry { id operation", "nodes { id operation").replace(
    "{ id } } }\n      pageInfo", "{ id } }\n      pageInfo"
)


async def renewed(house: House) -> None:
    """One renewal of Sara and Paul, then one of Jean's account."""
    await renew(signed_in(house.sara), these(house.jean), NOW, POLICY)
    await renew(signed_in(house.jean), these(house.sara, house.paul), NOW, POLICY)


@pytest.fixture
async def house(database: None) -> House:  # noqa: ARG001
    house = await a_house()
    await renewed(house)
    return house


@pytest.fixture
async def jean(house: House, service: Service) -> Browser:
    return await service.browser(house.jean)


async def page(browser: Browser, query: str, house: House, **more: object) -> dict[str, Any]:
    variables = {"id": encode_id(Kind.EMPLOYER, house.employer_id), "first": 10, **more}
    connection: dict[str, Any] = (await browser.data(query, variables))["employer"]["list"]
    return connection


async def test_a_group_shows_its_first_entry_and_how_many_there_are(house: House, jean: Browser) -> None:
    groups = await page(jean, GROUPS, house)
    assert [(group["count"], group["entry"]["account"]["identifier"]) for group in groups["nodes"]] == [
        (2, house.sara.identifier),
        (1, house.jean.identifier),
    ]
    assert groups["nodes"][0]["entry"]["actor"] == f"Jean Louty ({house.jean.identifier})"
    assert groups["totalCount"] == 2
    assert [edge["node"]["count"] for edge in groups["edges"]] == [2, 1]


async def test_groups_are_paged_either_way(house: House, jean: Browser) -> None:
    newest = await page(jean, GROUPS, house, first=1)
    assert [group["count"] for group in newest["nodes"]] == [2]
    assert newest["pageInfo"]["hasNextPage"] is True
    oldest = await page(jean, GROUPS, house, first=1, after=newest["pageInfo"]["endCursor"])
    assert [group["count"] for group in oldest["nodes"]] == [1]
    back = await page(jean, GROUPS, house, first=None, last=1, before=oldest["pageInfo"]["startCursor"])
    assert back["nodes"] == newest["nodes"]


async def test_a_cursor_of_the_entries_is_none_of_the_groups(house: House, jean: Browser) -> None:
    entries = await page(jean, ENTRIES, house, first=1)
    variables = {
        "id": encode_id(Kind.EMPLOYER, house.employer_id),
        "first": 1,
        "after": entries["pageInfo"]["endCursor"],
    }
    (error,) = (await jean.ask(GROUPS, variables))["errors"]
    assert error["extensions"] == {"code": "INVALID", "field": ["after"]}


async def test_the_entries_of_a_group_are_listed_by_its_entry(house: House, jean: Browser) -> None:
    (group, _) = (await page(jean, GROUPS, house))["nodes"]
    wanted = {"group": group["entry"]["id"]}
    entries = await page(jean, ENTRIES, house, filter=wanted)
    identifiers = [entry["account"]["identifier"] for entry in entries["nodes"]]
    assert identifiers == [house.paul.identifier, house.sara.identifier]
    assert entries["totalCount"] == 2
    one_by_one = await page(jean, GROUPS, house, filter=wanted)
    assert [each["entry"] for each in one_by_one["nodes"]] == entries["nodes"]
    assert [each["count"] for each in one_by_one["nodes"]] == [1, 1]


async def test_the_group_of_another_employer_is_empty_like_one_that_does_not_exist(
    house: House, jean: Browser, service: Service
) -> None:
    other = await a_house("MAIRIE DE REZÉ")
    await renewed(other)
    theirs = await page(await service.browser(other.jean), GROUPS, other)
    for entry_id in (theirs["nodes"][0]["entry"]["id"], encode_id(Kind.HISTORY_ENTRY, 10**12)):
        empty = await page(jean, ENTRIES, house, filter={"group": entry_id})
        assert (empty["nodes"], empty["totalCount"]) == ([], 0)


async def test_an_id_of_another_kind_is_refused(house: House, jean: Browser) -> None:
    employer_id = encode_id(Kind.EMPLOYER, house.employer_id)
    variables = {"id": employer_id, "first": 1, "filter": {"group": employer_id}}
    for query in (GROUPS, ENTRIES):
        (error,) = (await jean.ask(query, variables))["errors"]
        assert error["extensions"] == {"code": "INVALID", "field": ["filter", "group"]}
