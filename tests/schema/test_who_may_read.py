"""Every field by every kind of caller, of their own employer and of another: as the table says (E3, T1)."""

import json
from dataclasses import replace
from typing import Any

import httpx2
import pytest
import time_machine
from httpx2 import Response

from models.database import query
from models.rules.registrations.form import FormAdministrator, FormRepresentative, RegistrationForm
from models.rules.vocabulary import Civility
from models.tables.messages import OutgoingRow
from resolvers.accounts.bulk import BulkRequest
from resolvers.accounts.delete import delete
from resolvers.accounts.renew import renew
from resolvers.accounts.restore import restore
from resolvers.registrations.save import save_registration
from schema.ids import Kind, encode_id
from server.auth.session_cookie import cookie_name
from tests.client import Browser, Service, settings_of
from tests.factories import NOW, POLICY, House, a_house, a_mandate, signed_in
from tests.resolvers.invited_holders import invited, token_of
from tests.resolvers.registrations.steps import approved, latest_id
from tests.resolvers.registrations.steps import token_of as registration_token_of
from tests.resolvers.requests import become
from tests.schema.callers import (
    ANONYMOUS_CALLERS,
    CALLER_KINDS,
    OTHER_ADMINISTRATORS,
    CallerKind,
    OpenBrowser,
    Role,
    Target,
    Town,
    a_town,
    partner,
    partner_elsewhere,
    revoked_partner,
    user_elsewhere,
)
from tests.schema.field_queries import SCHEMA, FieldQuery, all_field_queries, paths_by_type
from tests.schema.read_permissions import TABLE, Verdict, expected, feed
from tests.server.subscribers import listening

FIELD_QUERIES = list(all_field_queries())
PATIENCE = 120.0


def test_every_field_that_a_query_reaches_has_its_line_in_the_table() -> None:
    lines = [field_query.steps[-1].line for field_query in FIELD_QUERIES]
    assert sorted(lines) == sorted((kind, field) for kind, fields in TABLE.items() for field in fields)
    assert len(lines) > 150
    assert TABLE.keys() == paths_by_type().keys()


async def a_full_house(name: str) -> House:
    """A house where no field of Paul's account is null or empty."""
    house, third = await a_house(name), await a_house(f"CENTRE DE GESTION DE {name}")
    holder = (await invited(house)).account
    holder = await become(holder, password_created_at=NOW, last_sign_in_at=NOW)
    await OutgoingRow.filter(account_id=holder.id).update(sent_at=NOW, last_error="full")
    request = BulkRequest(ids=(holder.id,))
    await delete(signed_in(house.jean), request, NOW, POLICY)
    await restore(signed_in(house.jean), request, NOW, POLICY)
    await a_mandate(third.jean, house.employer_id)
    await a_mandate(house.sara, third.employer_id)
    await renew(signed_in(third.jean, house.employer_id), request, NOW, POLICY)
    return replace(house, paul=holder)


@pytest.fixture
async def town(database: None) -> Town:  # noqa: ARG001
    """The queries are about Paul of each house."""
    base_town = await a_town()
    return replace(base_town, house=await a_full_house("NANTES"), elsewhere=await a_full_house("REZÉ"))


async def arguments_of(house: House) -> dict[str, str]:
    """The values of the variables in the queries about a house."""
    rows = await query("SELECT max(id) AS entry, employer_id FROM history GROUP BY employer_id", [])
    entries = {row["employer_id"]: row["entry"] for row in rows}
    rows = await query("SELECT min(id) AS mandate, giver_id FROM mandate GROUP BY giver_id", [])
    mandates = {row["giver_id"]: row["mandate"] for row in rows}
    return {
        "employer": encode_id(Kind.EMPLOYER, house.employer_id),
        "account": encode_id(Kind.ACCOUNT, house.paul.id),
        "entry": encode_id(Kind.HISTORY_ENTRY, entries[house.employer_id]),
        "mandate": encode_id(Kind.MANDATE, mandates[house.employer_id]),
        "identifier": house.paul.identifier,
        "token": await token_of((await invited(house)).account),
        "registration": (await approved()).token,
        "draft": await a_draft(),
    }


async def a_draft() -> str:
    """The token of a saved form without a blank."""
    person = FormAdministrator(
        Civility.MADAME, "Dupont", "Sara", "sara@x.example", "1", "RH", ("1 rue Haute",)
    )
    form = RegistrationForm(
        "COMMUNE",
        "1",
        "VF1",
        ("1 rue Haute",),
        FormRepresentative(Civility.MADAME, "Le Goff", "Anne", "Maire"),
        person,
    )
    await save_registration("sara@x.example", form, None, NOW, POLICY)
    return await registration_token_of(await latest_id())


def verdict(field_query: FieldQuery, response: Response) -> str:
    if response.status_code == 401:
        return Verdict.UNAUTHENTICATED
    content = response.json()
    if "errors" in content:
        return str(content["errors"][0]["extensions"]["code"])
    return Verdict.READ if field_query.is_reached(content["data"]) else Verdict.NOTHING


@pytest.mark.parametrize("target", Target)
@pytest.mark.parametrize("caller", CALLER_KINDS, ids=lambda caller: caller.open_browser.__name__)
async def test_each_caller_reads_what_the_table_says_and_nothing_else(
    service: Service, town: Town, caller: CallerKind, target: Target
) -> None:
    browser = await caller.open_browser(service, town)
    arguments = await arguments_of(town.house if target is Target.HOUSE else town.elsewhere)
    verdicts, expected_verdicts = {}, {}
    for field_query in FIELD_QUERIES:
        line = ".".join(field_query.steps[-1].line)
        verdicts[line] = verdict(field_query, await browser.post(field_query.document, arguments))
        expected_verdicts[line] = expected(caller, target, [step.line for step in field_query.steps])
    assert verdicts == expected_verdicts


@pytest.mark.parametrize("caller", CALLER_KINDS, ids=lambda caller: caller.open_browser.__name__)
async def test_each_caller_follows_what_the_table_says(
    service: Service, database_url: str, town: Town, caller: CallerKind
) -> None:
    """A caller who may not is refused at once; one who may receives the change that follows the first."""
    assert SCHEMA.subscription_type
    assert set(SCHEMA.subscription_type.fields) == {"accountStatusChanged"}
    browser = await caller.open_browser(service, town)
    page = await browser.post("{ accountStatusChanges(first: 1) { pageInfo { endCursor } } }")
    cursor = (page.json().get("data") or {}).get("accountStatusChanges", {}).get("pageInfo", {})
    document = "subscription ($after: String) { accountStatusChanged(after: $after) { identifier } }"
    request = {"query": document, "variables": {"after": cursor.get("endCursor")}}
    expected_verdict = Verdict.UNAUTHENTICATED if caller.role is Role.REVOKED else feed(caller, Target.HOUSE)
    with time_machine.travel(NOW, tick=False):
        async with listening(settings_of(database_url)) as (host, _):
            assert await first_event(browser, f"http://{host}/graphql", request) == expected_verdict


async def first_event(browser: Browser, url: str, request: dict[str, Any]) -> str:
    headers = dict(browser.client.headers) | {"accept": "text/event-stream"}
    token = browser.client.cookies.get(cookie_name(https=False))
    if token:
        headers["cookie"] = f"{cookie_name(https=False)}={token}"
    async with (
        httpx2.AsyncClient(timeout=PATIENCE) as client,
        client.stream("POST", url, json=request, headers=headers) as response,
    ):
        if response.status_code == 401:
            return Verdict.UNAUTHENTICATED
        async for line in response.aiter_lines():
            if line.startswith("data: "):
                event = json.loads(line[6:])
                return str(event["errors"][0]["extensions"]["code"]) if "errors" in event else Verdict.READ
    return Verdict.NOTHING


@pytest.mark.parametrize("open_browser", [*OTHER_ADMINISTRATORS, user_elsewhere])
async def test_an_object_of_another_employer_has_the_same_response_as_an_unknown_one(
    service: Service, town: Town, open_browser: OpenBrowser
) -> None:
    browser, existing = await open_browser(service, town), await arguments_of(town.house)
    unknown = {
        "employer": encode_id(Kind.EMPLOYER, 2**62),
        "account": encode_id(Kind.ACCOUNT, 2**62),
        "entry": encode_id(Kind.HISTORY_ENTRY, 2**62),
        "mandate": encode_id(Kind.MANDATE, 2**62),
        "identifier": "XXX222222",
        **{name: existing[name] for name in ("token", "registration", "draft")},
    }
    for field_query in FIELD_QUERIES:
        if field_query.steps[0].arguments:
            responses = [
                await browser.ask(field_query.document, arguments) for arguments in (existing, unknown)
            ]
            assert responses[0] == responses[1], field_query


async def test_to_a_partner_of_elsewhere_an_account_does_not_exist(service: Service, town: Town) -> None:
    browser = await partner_elsewhere(service, town)
    document = "query ($identifiers: [String!]!) { accountStatuses(identifiers: $identifiers) { status } }"
    identifiers = ["XXX222222", town.house.paul.identifier, town.deleted.identifier, "né", ""]
    data = await browser.data(document, {"identifiers": identifiers})
    assert data == {"accountStatuses": [None] * 5}


async def test_a_feed_holds_changes_of_its_partners_employers_only(service: Service, town: Town) -> None:
    document = "{ accountStatusChanges { edges { node { identifier } } } }"
    for open_browser, house in ((partner, town.house), (partner_elsewhere, town.elsewhere)):
        edges = (await (await open_browser(service, town)).data(document))["accountStatusChanges"]["edges"]
        assert {edge["node"]["identifier"] for edge in edges} == {house.paul.identifier}


@pytest.mark.parametrize("open_browser", ANONYMOUS_CALLERS)
async def test_a_caller_who_is_not_signed_in_is_anonymous(
    service: Service, town: Town, open_browser: OpenBrowser
) -> None:
    document = """{ viewer { kind account { id } partner { name } employers { id } profile
        sessionLapsesAt sessionEndsAt sessions { id } } }"""
    assert (await (await open_browser(service, town)).data(document))["viewer"] == {
        "kind": "ANONYMOUS",
        "account": None,
        "partner": None,
        "employers": [],
        "profile": None,
        "sessionLapsesAt": None,
        "sessionEndsAt": None,
        "sessions": [],
    }


async def test_a_revoked_partner_is_refused_and_not_treated_as_anonymous(
    service: Service, town: Town
) -> None:
    browser = await revoked_partner(service, town)
    for document in ("{ viewer { kind } }", "{ themes { code } }"):
        response = await browser.post(document)
        assert response.status_code == 401
        assert response.headers["www-authenticate"] == 'Bearer realm="comptoir", error="invalid_token"'
        assert response.json()["errors"][0]["extensions"] == {"code": "UNAUTHENTICATED"}
