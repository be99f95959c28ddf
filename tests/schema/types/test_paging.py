"""A cursor marks a position in one list, and every other list refuses it (L3)."""

import base64
from typing import Any

import pytest

from models.rules.policy import Policy
from models.rules.refusals import Refused
from schema.ids import Kind, encode_id
from schema.types.paging import read_cursor, write_cursor
from tests.client import Browser, Service
from tests.factories import NOW, POLICY, TODAY, House, a_house, an_account

QUERY = """
query ($id: ID!, $search: AccountSearch, $filter: AccountFilter, $order: AccountOrder,
       $first: Int, $after: String, $last: Int, $before: String) {
  employer(id: $id) {
    accounts(search: $search, filter: $filter, orderBy: $order,
             first: $first, after: $after, last: $last, before: $before) {
      pageInfo { endCursor }
    }
  }
}
"""


@pytest.fixture
async def house(database: None) -> House:  # noqa: ARG001
    house = await a_house()
    await an_account(house.employer_id, "Durant", "Zoé")
    return house


@pytest.fixture
async def jean(house: House, service: Service) -> Browser:
    return await service.browser(house.jean)


async def cursor(browser: Browser, house: House, **arguments: object) -> str:
    variables = {"id": encode_id(Kind.EMPLOYER, house.employer_id), "first": 1, **arguments}
    data = await browser.data(QUERY, variables)
    return str(data["employer"]["accounts"]["pageInfo"]["endCursor"])


async def refused(browser: Browser, house: House, **arguments: object) -> Any:
    """Return the extensions of the one error of this request."""
    variables = {"id": encode_id(Kind.EMPLOYER, house.employer_id), **arguments}
    response = await browser.ask(QUERY, variables)
    assert response["data"] == {"employer": None}
    (error,) = response["errors"]
    assert error["path"] == ["employer", "accounts"]
    return error["extensions"]


FOREIGN = {"code": "INVALID", "field": ["after"]}


@pytest.mark.parametrize(
    "other",
    [
        {"order": {"field": "FIRST_NAME"}},
        {"order": {"direction": "DESC"}},
        {"order": {"field": "EXPIRES_ON", "direction": "DESC"}},
        {"search": {"text": "durant"}},
        {"search": {"text": "", "in": "LAST_NAME"}},
        {"search": {"text": "", "match": "ANY_TERM"}},
        {"filter": {"profiles": ["USER"]}},
        {"filter": {"statuses": []}},
        {"filter": {"expiresFrom": "2026-01-01"}},
        {"filter": {"service": {"service": "CNRACL-01", "atLeast": "READ"}}},
    ],
    ids=str,
)
async def test_a_cursor_from_another_order_search_or_filter_is_refused(
    house: House, jean: Browser, other: dict[str, object]
) -> None:
    assert await refused(jean, house, first=1, after=await cursor(jean, house), **other) == FOREIGN
    there = {**other, "order": {"field": "IDENTIFIER"}}
    assert await refused(jean, house, first=1, after=await cursor(jean, house, **there)) == FOREIGN


async def test_a_cursor_from_another_employer_is_refused(
    house: House, jean: Browser, service: Service
) -> None:
    elsewhere = await a_house("MAIRIE DE REZÉ")
    theirs = await cursor(await service.browser(elsewhere.jean), elsewhere)
    assert await refused(jean, house, first=1, after=theirs) == FOREIGN


async def test_the_same_search_written_otherwise_is_the_same_list(house: House, jean: Browser) -> None:
    after = await cursor(jean, house, search={"text": "durant"})
    await cursor(jean, house, search={"text": "  DÜRÂNT "}, after=after)


async def test_a_cursor_whose_every_character_was_changed_in_turn_is_refused(
    house: House, jean: Browser
) -> None:
    valid = await cursor(jean, house)
    raw = base64.urlsafe_b64decode(valid + "=" * (-len(valid) % 4))
    for index in range(0, len(raw), 3):
        changed = bytes([*raw[:index], raw[index] ^ 1, *raw[index + 1 :]])
        after = base64.urlsafe_b64encode(changed).decode().rstrip("=")
        assert await refused(jean, house, first=1, after=after) == FOREIGN


@pytest.mark.parametrize("garbage", ["", " ", "x", "é", "\0", "null", "====", "A" * 2_000, "W10"])
async def test_what_is_no_cursor_is_refused(house: House, jean: Browser, garbage: str) -> None:
    assert await refused(jean, house, first=1, after=garbage) == FOREIGN
    before = {"code": "INVALID", "field": ["before"]}
    assert await refused(jean, house, last=1, before=garbage) == before


async def test_a_cursor_of_the_history_is_refused_by_the_accounts_and_by_another_account(
    house: House, jean: Browser
) -> None:
    account_id = encode_id(Kind.ACCOUNT, house.paul.id)
    await jean.data("mutation ($i: [ID!]) { renewAccounts(input: {ids: $i}) { done } }", {"i": [account_id]})
    query = """query ($id: ID!, $after: String) { node(id: $id) { ... on Account {
        history(first: 1, after: $after) { pageInfo { endCursor } } } } }"""
    data = await jean.data(query, {"id": account_id})
    after = data["node"]["history"]["pageInfo"]["endCursor"]
    assert await refused(jean, house, first=1, after=after) == FOREIGN
    response = await jean.ask(query, {"id": encode_id(Kind.ACCOUNT, house.sara.id), "after": after})
    assert response["errors"][0]["extensions"] == FOREIGN


@pytest.mark.parametrize(
    ("part", "field"),
    [
        ({}, "first"),
        ({"first": 1, "last": 1}, "first"),
        ({"first": 1, "before": "x"}, "first"),
        ({"last": 1, "after": "x"}, "first"),
        ({"first": 0}, "first"),
        ({"first": -1}, "first"),
        ({"first": 101}, "first"),
        ({"first": 2**31 - 1}, "first"),
        ({"last": 0}, "last"),
        ({"last": 101}, "last"),
    ],
    ids=str,
)
async def test_a_page_is_1_to_100_from_one_end(
    house: House, jean: Browser, part: dict[str, object], field: str
) -> None:
    assert await refused(jean, house, **part) == {"code": "INVALID", "field": [field]}


@pytest.mark.parametrize("size", [1, 10, 25, 50, 100])
async def test_the_sizes_that_the_panel_offers_are_accepted(house: House, jean: Browser, size: int) -> None:
    assert await cursor(jean, house, first=size)


def test_a_cursor_keeps_days_moments_numbers_and_text_as_they_are() -> None:
    key = ("Étienne", 7, None, TODAY, NOW)
    assert read_cursor(write_cursor(key, "a list", POLICY), "a list", POLICY) == key


def test_a_cursor_sealed_with_another_secret_is_refused() -> None:
    elsewhere = Policy(secret_key=b"the secret of another installation")
    with pytest.raises(Refused):
        read_cursor(write_cursor((1,), "a list", elsewhere), "a list", POLICY)


def test_the_length_of_a_cursor_does_not_reveal_how_large_its_number_is() -> None:
    assert len({len(write_cursor((10**digits,), "a list", POLICY)) for digits in range(14)}) == 1


def test_a_long_name_fits_into_a_cursor_and_a_longer_cursor_is_refused() -> None:
    key = ("É" * 300, "é" * 300, 7)
    assert read_cursor(write_cursor(key, "a list", POLICY), "a list", POLICY) == key
    with pytest.raises(Refused):
        read_cursor("A" * 2_001, "a list", POLICY)
