"""The log: one JSON object a line, with an id for each request, and no personal data."""

import asyncio
import json
import logging
import re

import pytest
from starlette.types import Receive, Scope, Send

from resolvers.sign_in.passwords import hash_password
from schema.ids import Kind, encode_id
from server.access_log import AccessLog
from tests.client import Service
from tests.factories import PASSWORD, a_house, an_account
from tests.raw_sql import run

SIGN_IN = """mutation ($identifier: String!, $password: String!) {
    signIn(input: {identifier: $identifier, password: $password}) { errors { code message } } }"""
CREATE = """mutation ($input: CreateAccountInput!) { createAccount(input: $input) {
    account { id identifier version email } errors { code field message } } }"""
MODIFY = """mutation ($input: ModifyAccountInput!) { modifyAccount(input: $input) {
    account { id } errors { code message } } }"""
DELETE = "mutation ($ids: [ID!]) { deleteAccounts(input: {ids: $ids}) { done } }"
LIST = """query ($id: ID!, $text: String!) { employer(id: $id) { accounts(first: 9, search: {text: $text}) {
    nodes { lastName } pageInfo { endCursor } } history(first: 9) { nodes { actor changes { after } } } } }"""


@pytest.fixture(scope="module")
def password_hash() -> str:
    return asyncio.run(hash_password(PASSWORD))


async def test_the_log_of_a_whole_scenario_holds_no_personal_data(
    service: Service, password_hash: str
) -> None:
    house = await a_house()
    await run(f"UPDATE account SET email = 'jean.louty@chu-nantes.example' WHERE id = {house.jean.id}")
    holder = await an_account(house.employer_id, "Quéméner", "Solène", password_hash=password_hash)
    employer = encode_id(Kind.EMPLOYER, house.employer_id)
    stranger, jean = await service.stranger(), await service.browser(house.jean)
    (token,) = jean.client.cookies.values()

    await stranger.ask(SIGN_IN, {"identifier": holder.identifier, "password": PASSWORD})
    (other_token,) = stranger.client.cookies.values()
    await stranger.ask(SIGN_IN, {"identifier": holder.identifier, "password": "Wrong#2026"})
    details = {
        "employerId": employer,
        "civility": "MADAME",
        "lastName": "L'Hostis",
        "firstName": "Gwenaëlle",
        "email": "gwenaelle@chu-nantes.example",
        "phone": "02 41 05 19 99",
        "department": "Affaires secrètes",
    }
    created = (await jean.ask(CREATE, {"input": details}))["data"]["createAccount"]["account"]
    await jean.ask(CREATE, {"input": {**details, "email": "n'importe quoi"}})
    await jean.ask(CREATE, {"input": {**details, "civility": "Docteur L'Hostis"}})
    await jean.ask(MODIFY, {"input": {"id": created["id"], "version": 1, "lastName": "Le Floc'h"}})
    await jean.ask(MODIFY, {"input": {"id": created["id"], "version": 1, "lastName": "Kerleroux"}})
    await jean.ask(LIST, {"id": employer, "text": "Gwenaëlle"})
    await jean.ask(f'{{ account(identifier: "{created["identifier"]}") {{ oops }} }}')
    await jean.ask(f'{{ account(identifier: "{created["identifier"]}" }}')
    await jean.client.get("/graphql", params={"query": f'{{ node(id: "{employer}") {{ id }} }}'})
    await jean.client.get(f"/comptes/{created['identifier']}?email={created['email']}")
    await jean.client.request("GET", "/L'Hostis/Gwenaëlle")
    await jean.client.post("/graphql", content=b"not json: Gwena\xc3\xablle")
    await jean.ask(DELETE, {"ids": [created["id"]]})
    await run(f"UPDATE employer SET representative_civility = 'PIRATE' WHERE id = {house.employer_id}")
    await jean.ask(LIST, {"id": employer, "text": "Gwenaëlle"})

    log = json.dumps(service.logged(), ensure_ascii=False).lower()
    assert len(service.logged()) > 15
    private = [
        holder.identifier,
        created["identifier"],
        created["id"],
        employer,
        *(house.jean.identifier, house.jean.last_name, "Louty"),
        *("Quéméner", "Solène", "Hostis", "Gwena", "Floc", "Kerleroux"),
        *("chu-nantes", "05 19 99", "+33241051999", "241051938", "secrètes", "PIRATE", "Docteur"),
        *(PASSWORD, "Wrong#2026", token, other_token, "n'importe"),
    ]
    assert [text for text in private if text.lower() in log] == []


async def test_every_request_has_one_line_and_a_reference_of_its_own(service: Service) -> None:
    browser = await service.stranger()
    responses = [await browser.post("{ viewer { kind } }"), await browser.client.get("/healthz?secret=1")]
    lines = [line for line in service.logged() if line["event"] == "request"]
    assert [line["request"] for line in lines] == [r.headers["x-request-id"] for r in responses]
    assert [(line["method"], line["path"], line["status"]) for line in lines] == [
        ("POST", "/graphql", 200),
        ("GET", "/healthz", 200),
    ]
    assert len({line["request"] for line in lines}) == 2


async def test_an_unknown_path_is_not_logged(service: Service) -> None:
    """It may hold anything: a name, the token of a link."""
    browser = await service.stranger()
    await browser.client.get("/mot-de-passe/JLO000439")
    (line,) = [line for line in service.logged() if line["event"] == "request"]
    assert (line["status"], line["path"]) == (404, "elsewhere")


async def test_what_libraries_log_of_an_error_loses_its_text(service: Service) -> None:
    try:
        raise ValueError("Jean Louty has no such thing")
    except ValueError:
        logging.getLogger("uvicorn.error").exception("Exception in ASGI application")
    logging.getLogger("asyncio").error("Task failed", exc_info=KeyError("Louty"))
    first, second = service.logged()
    assert (first["error"], second["error"]) == ("ValueError", "KeyError")
    assert re.fullmatch(r".*test_logs\.py:\d+ test_what_libraries.*", first["frames"][-1])
    assert "Louty" not in service.log.getvalue()


async def test_an_answer_that_breaks_off_is_broken_off_and_logged(service: Service) -> None:
    async def half() -> None:
        raise ValueError("Jean Louty")

    async def body(_scope: Scope, _receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await half()

    sent = []

    async def send(message: object) -> None:
        sent.append(message)

    async def receive() -> dict[str, object]:
        raise AssertionError("nothing is read")

    scope = {"type": "http", "method": "GET", "path": "/"}
    with pytest.raises(ValueError, match="Louty"):
        await AccessLog(body)(scope, receive, send)
    assert len(sent) == 1
    failed, request = service.logged()
    assert (failed["event"], failed["error"], request["status"]) == ("unexpected error", "ValueError", 200)
    assert "Louty" not in service.log.getvalue()
