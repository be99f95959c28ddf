"""The viewer, for whom they act, and nodes by their ids."""

import pytest

from schema.ids import Kind, encode_id
from tests.client import Service
from tests.schema.callers import Town, a_town, administrator, mandated, user


@pytest.fixture
async def town(database: None) -> Town:  # noqa: ARG001
    return await a_town()


async def test_the_viewer_is_the_account_of_the_session(service: Service, town: Town) -> None:
    document = "{ viewer { kind account { id } employers { id } profile sessionLapsesAt } }"
    house, elsewhere = (
        encode_id(Kind.EMPLOYER, town.house.employer_id),
        encode_id(Kind.EMPLOYER, town.elsewhere.employer_id),
    )
    viewers = [
        (await (await open_browser(service, town)).data(document))["viewer"]
        for open_browser in (administrator, mandated, user)
    ]
    assert [[employer["id"] for employer in viewer["employers"]] for viewer in viewers] == [
        [house],
        [house, elsewhere],
        [],
    ]
    assert [viewer["profile"] for viewer in viewers] == ["ADMINISTRATOR", "ADMINISTRATOR", "USER"]
    assert {viewer["sessionLapsesAt"] for viewer in viewers} == {"2026-11-23T09:30:00Z"}


async def test_an_operation_under_a_mandate_names_the_employer_it_was_done_for(
    service: Service, town: Town
) -> None:
    paul, employer = (
        encode_id(Kind.ACCOUNT, town.house.paul.id),
        encode_id(Kind.EMPLOYER, town.house.employer_id),
    )
    renew = "mutation ($ids: [ID!]) { renewAccounts(input: {ids: $ids}) { done } }"
    delete = "mutation ($ids: [ID!]) { deleteAccounts(input: {ids: $ids}) { done } }"
    await (await administrator(service, town)).data(renew, {"ids": [paul]})
    await (await mandated(service, town)).data(delete, {"ids": [paul]})
    history = """query ($id: ID!) { employer(id: $id) {
        history(first: 2) { nodes { operation onBehalfOf { id } } } } }"""
    data = await (await administrator(service, town)).data(history, {"id": employer})
    assert data["employer"]["history"]["nodes"] == [
        {"operation": "ACCOUNT_DELETED", "onBehalfOf": {"id": employer}},
        {"operation": "ACCOUNT_RENEWED", "onBehalfOf": None},
    ]


async def test_nodes_are_in_the_order_of_the_ids_with_null_for_the_unknown(
    service: Service, town: Town
) -> None:
    paul, employer, other = (
        encode_id(Kind.ACCOUNT, town.house.paul.id),
        encode_id(Kind.EMPLOYER, town.house.employer_id),
        encode_id(Kind.ACCOUNT, town.elsewhere.paul.id),
    )
    browser = await administrator(service, town)
    document = "query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }"
    data = await browser.data(document, {"ids": [paul, other, employer, "garbage", paul]})
    assert [node and (node["__typename"], node["id"]) for node in data["nodes"]] == [
        ("Account", paul),
        None,
        ("Employer", employer),
        None,
        ("Account", paul),
    ]


async def test_at_most_100_nodes_are_read_at_once(service: Service, town: Town) -> None:
    paul = encode_id(Kind.ACCOUNT, town.house.paul.id)
    browser = await administrator(service, town)
    document = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }"
    assert len((await browser.data(document, {"ids": [paul] * 100}))["nodes"]) == 100
    response = await browser.ask(document, {"ids": [paul] * 101})
    assert response["errors"][0]["extensions"] == {"code": "LIMIT_EXCEEDED", "field": ["ids"]}
