"""A part of somebody's own graph: entities are read under the rules of any query (E3, T1)."""

from typing import Any

import pytest
from graphql import build_schema as build_graph

from schema.ids import Kind, encode_id
from schema.schema import schema_text
from tests.client import Browser, Service
from tests.schema.callers import (
    ANONYMOUS_CALLERS,
    OTHER_ADMINISTRATORS,
    OpenBrowser,
    Town,
    a_town,
    administrator,
    partner,
    partner_elsewhere,
)

ENTITIES = """query ($representations: [_Any!]!) { _entities(representations: $representations) {
    __typename ... on Account { lastName } ... on Employer { name } ... on AccountStatusReport { status }
} }"""


@pytest.fixture
async def town(database: None) -> Town:  # noqa: ARG001
    return await a_town()


async def entities(browser: Browser, *representations: object) -> Any:
    return await browser.ask(ENTITIES, {"representations": list(representations)})


def account(town: Town) -> dict[str, str]:
    return {"__typename": "Account", "id": encode_id(Kind.ACCOUNT, town.house.paul.id)}


def employer(town: Town) -> dict[str, str]:
    return {"__typename": "Employer", "id": encode_id(Kind.EMPLOYER, town.house.employer_id)}


def report(town: Town) -> dict[str, str]:
    return {"__typename": "AccountStatusReport", "identifier": town.house.paul.identifier}


async def test_an_administrator_joins_accounts_and_employers_in_the_order_asked(
    service: Service, town: Town
) -> None:
    browser = await administrator(service, town)
    unknown = {"__typename": "Account", "id": encode_id(Kind.ACCOUNT, 2**62)}
    foreign = {"__typename": "Account", "id": encode_id(Kind.ACCOUNT, town.elsewhere.paul.id)}
    mistaken = {"__typename": "Account", "id": employer(town)["id"]}
    broken = {"__typename": "Account", "id": "é"}
    representations = [employer(town), unknown, account(town), foreign, mistaken, broken]
    answer = await entities(browser, *representations)
    paul = {"__typename": "Account", "lastName": "Martin"}
    house = {"__typename": "Employer", "name": "CHRU DE NANTES"}
    assert answer == {"data": {"_entities": [house, None, paul, None, None, None]}}


async def test_a_partner_joins_statuses_and_its_employers(service: Service, town: Town) -> None:
    here, elsewhere = await partner(service, town), await partner_elsewhere(service, town)
    good = {"__typename": "AccountStatusReport", "status": "ACTIVE"}
    house = {"__typename": "Employer", "name": "CHRU DE NANTES"}
    assert await entities(here, report(town), employer(town)) == {"data": {"_entities": [good, house]}}
    assert await entities(elsewhere, report(town), employer(town)) == {"data": {"_entities": [None, None]}}
    answer = await entities(here, account(town))
    assert [error["extensions"]["code"] for error in answer["errors"]] == ["FORBIDDEN"]


@pytest.mark.parametrize("open_browser", OTHER_ADMINISTRATORS)
async def test_what_is_another_employers_cannot_be_joined(
    service: Service, town: Town, open_browser: OpenBrowser
) -> None:
    browser = await open_browser(service, town)
    assert await entities(browser, account(town), employer(town)) == {"data": {"_entities": [None, None]}}
    answer = await entities(browser, report(town))
    assert [error["extensions"]["code"] for error in answer["errors"]] == ["FORBIDDEN"]


@pytest.mark.parametrize("open_browser", ANONYMOUS_CALLERS)
async def test_a_stranger_joins_nothing(service: Service, town: Town, open_browser: OpenBrowser) -> None:
    browser = await open_browser(service, town)
    for representation in (account(town), employer(town), report(town)):
        answer = await entities(browser, representation)
        assert [error["extensions"]["code"] for error in answer["errors"]] == ["NOT_SIGNED_IN"]


@pytest.mark.parametrize(
    "representation",
    [
        {},
        [],
        "Account",
        7,
        {"__typename": "Account"},
        {"__typename": "Account", "id": 7},
        {"__typename": "Account", "id": None},
        {"__typename": "Service", "id": "a"},
        {"__typename": ["Account"], "id": "a"},
        {"__typename": "AccountStatusReport", "id": "a"},
    ],
    ids=str,
)
async def test_what_is_no_representation_is_refused_where_it_stands(
    service: Service, town: Town, representation: object
) -> None:
    browser = await administrator(service, town)
    answer = await entities(browser, account(town), representation)
    (error,) = answer["errors"]
    assert error["extensions"] == {"code": "INVALID", "field": ["representations", "1"]}


async def test_a_hundred_are_read_at_once_and_no_more(service: Service, town: Town) -> None:
    browser = await administrator(service, town)
    assert len((await entities(browser, *[account(town)] * 100))["data"]["_entities"]) == 100
    answer = await entities(browser, *[account(town)] * 101)
    assert answer["errors"][0]["extensions"]["code"] == "LIMIT_EXCEEDED"
    assert await entities(browser) == {"data": {"_entities": []}}


async def test_a_gateway_is_told_the_schema_with_its_keys_and_without_what_it_defines_itself(
    service: Service, town: Town
) -> None:
    browser = await administrator(service, town)
    sdl = (await browser.data("{ _service { sdl } }"))["_service"]["sdl"]
    for line in (
        'type Account implements Node @key(fields: "id")',
        'type Employer implements Node @key(fields: "id")',
        'type AccountStatusReport @key(fields: "identifier")',
        'schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key"])',
    ):
        assert line in sdl
    assert "directive @key" not in sdl
    assert "directive @link" not in sdl
    assert "directive @cost" in sdl
    defined = [
        part for part in schema_text().split("\n\n") if "directive @key" in part or "directive @link" in part
    ]
    assert build_graph("\n\n".join([*defined, sdl])).query_type
