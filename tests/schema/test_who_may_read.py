"""Every field by every kind of caller, of their own employer and of another: as the table says (E3, T1)."""

import json
from dataclasses import replace
from typing import Any

import httpx2
import pytest
import time_machine
from httpx2 import Response

from models.database import query
from models.tables.messages import OutgoingRow
from resolvers.accounts.bulk import BulkRequest
from resolvers.accounts.delete import delete
from resolvers.accounts.renew import renew
from resolvers.accounts.restore import restore
from schema.ids import Kind, encode_id
from server.auth.session_cookie import cookie_name
from tests.client import Browser, Service, settings_of
from tests.factories import NOW, POLICY, House, a_house, a_mandate, signed_in
from tests.resolvers.invited_holders import invited, token_of
from tests.resolvers.requests import become
from tests.schema.callers import (
    EVERYONE,
    NOBODY,
    OUTSIDERS,
    Coming,
    Place,
    Standing,
    Town,
    Who,
    a_town,
    partner,
    partner_elsewhere,
    revoked_partner,
    user_elsewhere,
)
from tests.schema.field_queries import SCHEMA, Question, questions, reachable
from tests.schema.read_permissions import TABLE, Verdict, expected, feed
from tests.server.subscribers import listening

QUESTIONS = list(questions())


def test_every_field_that_a_query_reaches_has_its_line_in_the_table() -> None:
    asked = [question.steps[-1].line for question in QUESTIONS]
    assert sorted(asked) == sorted((kind, field) for kind, fields in TABLE.items() for field in fields)
    assert len(asked) > 150
    assert TABLE.keys() == reachable().keys()


async def a_full_house(name: str) -> House:
    """One where nothing that can be read of the account asked about is empty."""
    house, third = await a_house(name), await a_house(f"CENTRE DE GESTION DE {name}")
    holder = (await invited(house)).account
    holder = await become(holder, password_created_at=NOW, last_sign_in_at=NOW)
    await OutgoingRow.filter(account_id=holder.id).update(sent_at=NOW, last_error="full")
    asked = BulkRequest(ids=(holder.id,))
    await delete(signed_in(house.jean), asked, NOW, POLICY)
    await restore(signed_in(house.jean), asked, NOW, POLICY)
    await a_mandate(third.jean, house.employer_id, house.jean)
    await renew(signed_in(third.jean, house.employer_id), asked, NOW, POLICY)
    return replace(house, paul=holder)


@pytest.fixture
async def town(database: None) -> Town:  # noqa: ARG001
    """Paul of each house is the holder whose account is asked about."""
    known = await a_town()
    return replace(known, house=await a_full_house("NANTES"), elsewhere=await a_full_house("REZÉ"))


async def given_of(house: House) -> dict[str, str]:
    """What the questions about a house name."""
    rows = await query("SELECT max(id) AS entry, employer_id FROM history GROUP BY employer_id", [])
    entries = {row["employer_id"]: row["entry"] for row in rows}
    return {
        "employer": encode_id(Kind.EMPLOYER, house.employer_id),
        "account": encode_id(Kind.ACCOUNT, house.paul.id),
        "entry": encode_id(Kind.HISTORY_ENTRY, entries[house.employer_id]),
        "identifier": house.paul.identifier,
        "token": await token_of((await invited(house)).account),
    }


def verdict(question: Question, response: Response) -> str:
    if response.status_code == 401:
        return Verdict.UNHEARD
    content = response.json()
    if "errors" in content:
        return str(content["errors"][0]["extensions"]["code"])
    return Verdict.READ if question.is_reached(content["data"]) else Verdict.NOTHING


@pytest.mark.parametrize("place", Place)
@pytest.mark.parametrize("who", EVERYONE, ids=lambda who: who.coming.__name__)
async def test_each_caller_reads_what_the_table_says_and_nothing_else(
    service: Service, town: Town, who: Who, place: Place
) -> None:
    browser = await who.coming(service, town)
    given = await given_of(town.house if place is Place.HOUSE else town.elsewhere)
    found, wanted = {}, {}
    for question in QUESTIONS:
        line = ".".join(question.steps[-1].line)
        found[line] = verdict(question, await browser.post(question.document(given)))
        wanted[line] = expected(who, place, [step.line for step in question.steps])
    assert found == wanted


@pytest.mark.parametrize("who", EVERYONE, ids=lambda who: who.coming.__name__)
async def test_each_caller_follows_what_the_table_says(
    service: Service, database_url: str, town: Town, who: Who
) -> None:
    """Whoever may not is told so at once; whoever may hears of the second change after the first."""
    assert SCHEMA.subscription_type
    assert set(SCHEMA.subscription_type.fields) == {"accountStatusChanged"}
    browser = await who.coming(service, town)
    page = await browser.post("{ accountStatusChanges(first: 1) { pageInfo { endCursor } } }")
    cursor = (page.json().get("data") or {}).get("accountStatusChanges", {}).get("pageInfo", {})
    document = "subscription ($after: String) { accountStatusChanged(after: $after) { identifier } }"
    asked = {"query": document, "variables": {"after": cursor.get("endCursor")}}
    wanted = Verdict.UNHEARD if who.standing is Standing.REVOKED else feed(who, Place.HOUSE)
    with time_machine.travel(NOW, tick=False):
        async with listening(settings_of(database_url)) as (host, _):
            assert await first_heard(browser, f"http://{host}/graphql", asked) == wanted


async def first_heard(browser: Browser, url: str, asked: dict[str, Any]) -> str:
    headers = dict(browser.client.headers) | {"accept": "text/event-stream"}
    token = browser.client.cookies.get(cookie_name(https=False))
    if token:
        headers["cookie"] = f"{cookie_name(https=False)}={token}"
    async with (
        httpx2.AsyncClient(timeout=30) as client,
        client.stream("POST", url, json=asked, headers=headers) as answer,
    ):
        if answer.status_code == 401:
            return Verdict.UNHEARD
        async for line in answer.aiter_lines():
            if line.startswith("data: "):
                told = json.loads(line[6:])
                return str(told["errors"][0]["extensions"]["code"]) if "errors" in told else Verdict.READ
    return Verdict.NOTHING


@pytest.mark.parametrize("coming", [*OUTSIDERS, user_elsewhere])
async def test_what_is_another_employers_answers_as_what_never_was(
    service: Service, town: Town, coming: Coming
) -> None:
    browser, given = await coming(service, town), await given_of(town.house)
    never = {
        "employer": encode_id(Kind.EMPLOYER, 2**62),
        "account": encode_id(Kind.ACCOUNT, 2**62),
        "entry": encode_id(Kind.HISTORY_ENTRY, 2**62),
        "identifier": "XXX222222",
        "token": given["token"],
    }
    for question in QUESTIONS:
        if question.steps[0].arguments:
            answers = [await browser.ask(question.document(ids)) for ids in (given, never)]
            assert answers[0] == answers[1], question


async def test_to_a_partner_of_elsewhere_an_account_does_not_exist(service: Service, town: Town) -> None:
    browser = await partner_elsewhere(service, town)
    document = "query ($identifiers: [String!]!) { accountStatuses(identifiers: $identifiers) { status } }"
    asked_for = ["XXX222222", town.house.paul.identifier, town.deleted.identifier, "né", ""]
    found = await browser.data(document, {"identifiers": asked_for})
    assert found == {"accountStatuses": [None] * 5}


async def test_a_feed_tells_of_its_partners_employers_only(service: Service, town: Town) -> None:
    document = "{ accountStatusChanges { edges { node { identifier } } } }"
    for coming, house in ((partner, town.house), (partner_elsewhere, town.elsewhere)):
        edges = (await (await coming(service, town)).data(document))["accountStatusChanges"]["edges"]
        assert {edge["node"]["identifier"] for edge in edges} == {house.paul.identifier}


@pytest.mark.parametrize("coming", NOBODY)
async def test_whoever_is_not_signed_in_is_nobody(service: Service, town: Town, coming: Coming) -> None:
    document = """{ viewer { kind account { id } partner { name } employers { id } profile
        sessionLapsesAt sessionEndsAt sessions { id } } }"""
    assert (await (await coming(service, town)).data(document))["viewer"] == {
        "kind": "ANONYMOUS",
        "account": None,
        "partner": None,
        "employers": [],
        "profile": None,
        "sessionLapsesAt": None,
        "sessionEndsAt": None,
        "sessions": [],
    }


async def test_a_revoked_partner_is_told_so_and_is_no_stranger(service: Service, town: Town) -> None:
    browser = await revoked_partner(service, town)
    for document in ("{ viewer { kind } }", "{ themes { code } }"):
        response = await browser.post(document)
        assert response.status_code == 401
        assert response.headers["www-authenticate"] == 'Bearer realm="comptoir", error="invalid_token"'
        assert response.json()["errors"][0]["extensions"] == {"code": "UNAUTHENTICATED"}
