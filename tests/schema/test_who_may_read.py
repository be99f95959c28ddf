"""Every field that leads to people, by every caller: what is another employer's does not exist (E3)."""

import re
from collections.abc import Mapping
from typing import Any

import pytest
from graphql import GraphQLObjectType

from schema.build import build_schema
from schema.ids import Kind, encode_id
from tests.browser import Browser, Service
from tests.schema.callers import (
    ADMINISTRATORS,
    NOBODY,
    OUTSIDERS,
    PARTNERS,
    Coming,
    Town,
    a_town,
    administrator,
    partner,
    partner_elsewhere,
    partner_without_scopes,
    revoked_partner,
    user,
    user_elsewhere,
)
from tests.schema.fields import (
    FIELDS,
    FOR_ADMINISTRATORS,
    FOR_PARTNERS,
    PUBLIC,
    REACHED,
    TOLD_TO_PARTNERS,
)

NOT_SIGNED_IN, FORBIDDEN = {"code": "NOT_SIGNED_IN", "field": None}, {"code": "FORBIDDEN", "field": None}


@pytest.mark.parametrize("kind", FIELDS)
def test_every_field_has_its_row_in_the_table(kind: str) -> None:
    served = build_schema()._schema.type_map[kind]
    assert isinstance(served, GraphQLObjectType)
    assert set(FIELDS[kind]) == set(served.fields)


@pytest.fixture
async def town(database: None, service: Service) -> Town:  # noqa: ARG001
    """One entry is in the history of the house."""
    town = await a_town()
    browser = await administrator(service, town)
    document = "mutation ($ids: [ID!]) { renewAccounts(input: {ids: $ids}) { done } }"
    await browser.data(document, {"ids": [encode_id(Kind.ACCOUNT, town.house.paul.id)]})
    return town


async def ids_of(service: Service, town: Town) -> dict[str, str]:
    browser = await administrator(service, town)
    document = "query ($id: ID!) { employer(id: $id) { history(first: 1) { nodes { id } } } }"
    employer = encode_id(Kind.EMPLOYER, town.house.employer_id)
    found = await browser.data(document, {"id": employer})
    return {
        "Employer": employer,
        "Account": encode_id(Kind.ACCOUNT, town.house.paul.id),
        "HistoryEntry": found["employer"]["history"]["nodes"][0]["id"],
    }


async def asked(browser: Browser, kind: str, field: str, node_id: str) -> Any:
    document = f"query ($id: ID!) {{ node(id: $id) {{ ... on {kind} {{ {field} {FIELDS[kind][field]} }} }} }}"
    return await browser.ask(document, {"id": node_id})


async def test_the_administrators_of_the_house_read_every_field(service: Service, town: Town) -> None:
    ids = await ids_of(service, town)
    for coming in ADMINISTRATORS:
        browser = await coming(service, town)
        for kind, field in REACHED:
            answer = await asked(browser, kind, field, ids[kind])
            assert "errors" not in answer, (kind, field)
            assert set(answer["data"]["node"]) == {field}


async def test_a_user_reads_their_own_account_and_employer_and_no_more(service: Service, town: Town) -> None:
    browser, ids = await user(service, town), await ids_of(service, town)
    for kind, field in REACHED:
        answer = await asked(browser, kind, field, ids[kind])
        if kind == "HistoryEntry":
            assert answer == {"data": {"node": None}}
        elif field in FOR_ADMINISTRATORS[kind]:
            assert [error["extensions"] for error in answer["errors"]] == [FORBIDDEN]
            assert answer["data"] == {"node": None}
        else:
            assert "errors" not in answer, (kind, field)


@pytest.mark.parametrize("coming", [*OUTSIDERS, user_elsewhere])
async def test_what_is_another_employers_answers_as_if_it_did_not_exist(
    service: Service, town: Town, coming: Coming
) -> None:
    browser, ids = await coming(service, town), await ids_of(service, town)
    for kind, field in REACHED:
        unknown = await asked(browser, kind, field, encode_id(Kind(kind), 2**62))
        assert unknown == {"data": {"node": None}}
        assert await asked(browser, kind, field, ids[kind]) == unknown
    nodes = "query ($id: ID!) { nodes(ids: [$id]) { id } }"
    for kind, node_id in ids.items():
        unknown = await browser.ask(nodes, {"id": encode_id(Kind(kind), 2**62)})
        assert unknown == {"data": {"nodes": [None]}}
        assert await browser.ask(nodes, {"id": node_id}) == unknown
    account = "query ($identifier: String!) { account(identifier: $identifier) { id } }"
    unknown = await browser.ask(account, {"identifier": "XXX222222"})
    assert unknown == {"data": {"account": None}}
    for person in (town.house.paul, town.house.jean, town.deleted):
        assert await browser.ask(account, {"identifier": person.identifier}) == unknown


@pytest.mark.parametrize("coming", NOBODY)
async def test_whoever_is_not_signed_in_reads_the_catalogue_and_no_person(
    service: Service, town: Town, coming: Coming
) -> None:
    ids = await ids_of(service, town)
    browser = await coming(service, town)
    for kind, field in REACHED:
        answer = await asked(browser, kind, field, ids[kind])
        assert [error["extensions"] for error in answer["errors"]] == [NOT_SIGNED_IN]
        assert answer["data"] == {"node": None}
    variables: dict[str, object] = {"id": ids["Employer"], "identifier": town.house.paul.identifier}
    for operation in ("employer(id: $id)", "nodes(ids: [$id])", "account(identifier: $identifier)"):
        name = operation.split("(")[0]
        argument = "$id: ID!" if "$id)" in operation or "[$id]" in operation else "$identifier: String!"
        answer = await browser.ask(f"query ({argument}) {{ {operation} {{ id }} }}", variables)
        assert [error["path"] for error in answer["errors"]] == [[name]]
        assert answer["errors"][0]["extensions"] == NOT_SIGNED_IN
    viewer = (await browser.data("{ viewer " + FIELDS["Query"]["viewer"] + " themes { code } }"))["viewer"]
    assert viewer == {
        "kind": "ANONYMOUS",
        "account": None,
        "partner": None,
        "employers": [],
        "profile": None,
        "sessionLapsesAt": None,
        "sessionEndsAt": None,
        "sessions": [],
    }


async def asked_of_query(browser: Browser, field: str, town: Town, ids: Mapping[str, str]) -> Any:
    """One field of Query, about the house."""
    text = FIELDS["Query"][field]
    declared = {"$id": "$id: ID!", "$identifier": "$identifier: String!"}
    used = [text for name, text in declared.items() if re.search(rf"\{name}\b", FIELDS["Query"][field])]
    head = f"query ({', '.join(used)})" if used else "query"
    variables = {"id": ids["Account"], "identifier": town.house.paul.identifier}
    if field == "employer":
        variables["id"] = ids["Employer"]
    return await browser.ask(f"{head} {{ {field} {text} }}", variables)


def test_every_field_of_query_is_somebodys() -> None:
    assert set(FIELDS["Query"]) == {
        *FOR_PARTNERS,
        *PUBLIC,
        "_entities",
        "node",
        "nodes",
        "employer",
        "account",
        "passwordLink",
    }


async def test_a_partner_reads_statuses_and_changes_of_its_employers(service: Service, town: Town) -> None:
    browser, ids = await partner(service, town), await ids_of(service, town)
    for field in (*FOR_PARTNERS, *PUBLIC):
        answer = await asked_of_query(browser, field, town, ids)
        assert "errors" not in answer, (field, answer)
    viewer = (await browser.data("{ viewer { kind account { id } employers { id } sessions { id } } }"))[
        "viewer"
    ]
    assert viewer == {"kind": "PARTNER", "account": None, "employers": [], "sessions": []}


@pytest.mark.parametrize("coming", PARTNERS)
async def test_a_partner_reads_nothing_else(service: Service, town: Town, coming: Coming) -> None:
    browser, ids = await coming(service, town), await ids_of(service, town)
    for field in ("_entities", "node", "nodes", "account", "passwordLink"):
        answer = await asked_of_query(browser, field, town, ids)
        assert [error["extensions"] for error in answer["errors"]] == [FORBIDDEN], field
    for field in FIELDS["Account"]:
        answer = await asked(browser, "Account", field, ids["Account"])
        assert [error["extensions"] for error in answer["errors"]] == [FORBIDDEN], field


async def test_a_partner_reads_of_an_employer_what_is_nobodys_personal_data(
    service: Service, town: Town
) -> None:
    here, elsewhere = await partner(service, town), await partner_elsewhere(service, town)
    for field in FIELDS["Employer"]:
        document = f"{{ viewer {{ partner {{ employers {{ {field} {FIELDS['Employer'][field]} }} }} }} }}"
        answer = await here.ask(document)
        if field in TOLD_TO_PARTNERS:
            assert "errors" not in answer, field
        else:
            assert [error["extensions"] for error in answer["errors"]] == [FORBIDDEN], field
    ids = await ids_of(service, town)
    assert (await asked_of_query(here, "employer", town, ids))["data"]["employer"] == {"id": ids["Employer"]}
    assert (await asked_of_query(elsewhere, "employer", town, ids))["data"] == {"employer": None}


async def test_to_a_partner_of_elsewhere_an_account_does_not_exist(service: Service, town: Town) -> None:
    browser = await partner_elsewhere(service, town)
    document = "query ($identifiers: [String!]!) { accountStatuses(identifiers: $identifiers) { status } }"
    asked_for = ["XXX222222", town.house.paul.identifier, town.deleted.identifier, "né", ""]
    found = await browser.data(document, {"identifiers": asked_for})
    assert found == {"accountStatuses": [None] * 5}
    one = "query ($identifier: String!) { accountStatus(identifier: $identifier) { status } }"
    for identifier in asked_for:
        assert await browser.data(one, {"identifier": identifier}) == {"accountStatus": None}
    feed = await browser.data("{ accountStatusChanges { edges { cursor } pageInfo { endCursor } } }")
    assert feed == {"accountStatusChanges": {"edges": [], "pageInfo": {"endCursor": None}}}


async def test_a_partner_without_the_scope_is_refused(service: Service, town: Town) -> None:
    browser, ids = await partner_without_scopes(service, town), await ids_of(service, town)
    for field in FOR_PARTNERS:
        answer = await asked_of_query(browser, field, town, ids)
        assert [error["extensions"] for error in answer["errors"]] == [FORBIDDEN], field


@pytest.mark.parametrize("coming", [*ADMINISTRATORS, *OUTSIDERS, user, user_elsewhere, *NOBODY])
async def test_what_partners_ask_is_refused_to_everyone_else(
    service: Service, town: Town, coming: Coming
) -> None:
    ids = await ids_of(service, town)
    browser = await coming(service, town)
    told = [NOT_SIGNED_IN] if coming in NOBODY else [FORBIDDEN]
    for field in FOR_PARTNERS:
        answer = await asked_of_query(browser, field, town, ids)
        assert [error["extensions"] for error in answer["errors"]] == told, field


async def test_a_revoked_partner_is_told_so_and_is_no_stranger(service: Service, town: Town) -> None:
    browser = await revoked_partner(service, town)
    for document in ("{ viewer { kind } }", "{ themes { code } }"):
        response = await browser.post(document)
        assert response.status_code == 401
        assert response.headers["www-authenticate"] == 'Bearer realm="comptoir", error="invalid_token"'
        assert response.json()["errors"][0]["extensions"] == {"code": "UNAUTHENTICATED"}
