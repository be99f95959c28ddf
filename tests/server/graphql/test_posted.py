"""POST /graphql past Starlette: the same requests sent both ways have the same responses, byte for byte."""

import asyncio
import gzip
import json
import re
from collections.abc import AsyncIterator
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from models.rules.partners.api_key import generate_api_key
from resolvers.sign_in.passwords import hash_password
from server.app import Comptoir
from server.graphql.response import GRAPHQL_JSON
from tests.client import HTTPS, Service, a_service, settings_of
from tests.factories import PASSWORD, a_house, an_account
from tests.nothing_written import rows_without_sessions
from tests.server.rate_limits.cost_requests import KIND, SMALL

pytestmark = pytest.mark.one_database

JSON_TYPE = (b"content-type", b"application/json")
QUERY = json.dumps({"query": KIND}).encode()
SIGN_IN = """mutation ($identifier: String!, $password: String!) {
    signIn(input: {identifier: $identifier, password: $password}) { errors { code } } }"""
Headers = list[tuple[bytes, bytes]]


def through_starlette(app: Comptoir) -> ASGIApp:
    """The same application, without the way beside its routes."""

    async def served(scope: Scope, receive: Receive, send: Send) -> None:
        await Starlette.__call__(app, scope, receive, send)

    return served


def scope_of(headers: Headers, address: str = "192.0.2.7", **more: Any) -> dict[str, Any]:
    return {
        "type": "http",
        "method": "POST",
        "path": "/graphql",
        "query_string": b"",
        "headers": [(b"host", b"comptoir.test"), *headers],
        "client": (address, 40_000),
        "server": ("comptoir.test", 80),
        **more,
    }


async def exchange(
    app: ASGIApp, headers: Headers, pieces: list[bytes] | None, address: str = "192.0.2.7"
) -> list[Message]:
    """The messages of a response; None as the pieces of a body is a client that disconnects."""
    sent: list[Message] = []
    left = [*(pieces or [])]

    async def receive() -> Message:
        if pieces is None:
            return {"type": "http.disconnect"}
        if not left:  # the client waits for its response
            await asyncio.Event().wait()
        return {"type": "http.request", "body": left.pop(0), "more_body": bool(left)}

    async def send(message: Message) -> None:
        sent.append(message)

    await app(scope_of(headers, address), receive, send)
    return sent


def comparable(messages: list[Message]) -> Any:
    """The response without what differs each time: its id, what is left of the minute, a session's token."""
    start, body = messages
    content = re.sub(rb'"left":\d+', b'"left":0', body["body"])
    headers = [
        (name, b"" if name == b"x-request-id" else re.sub(rb"[0-9a-f]{64}", b"", value))
        for name, value in start["headers"]
    ]
    return start["type"], start["status"], headers, body["type"], content, body.get("more_body", False)


REQUESTS: dict[str, tuple[Headers, list[bytes] | None]] = {
    "query": ([JSON_TYPE], [QUERY]),
    "in pieces": ([JSON_TYPE], [QUERY[:5], b"", QUERY[5:]]),
    "newer media type": ([JSON_TYPE, (b"accept", GRAPHQL_JSON.encode())], [QUERY]),
    "both media types": ([JSON_TYPE, (b"accept", b"application/json;q=0.5, */*;q=0.1")], [QUERY]),
    "neither media type": ([JSON_TYPE, (b"accept", b"text/html")], [QUERY]),
    "two accepts": ([JSON_TYPE, (b"accept", b"application/json"), (b"accept", b"text/html")], [QUERY]),
    "english": (
        [JSON_TYPE, (b"accept-language", b"en")],
        [b'{"query": "{ account(identifier: 5) { id } }"}'],
    ),
    "refused field": ([JSON_TYPE], [b'{"query": "{ account(identifier: \\"JLO000439\\") { id } }"}']),
    "not valid": ([JSON_TYPE, (b"accept", GRAPHQL_JSON.encode())], [b'{"query": "{ nothing }"}']),
    "a subscription": ([JSON_TYPE], [b'{"query": "subscription { x }"}']),
    "not JSON": ([JSON_TYPE], [b"{"]),
    "a list": ([JSON_TYPE], [b"[]"]),
    "nothing": ([JSON_TYPE], [b""]),
    "unknown document": ([JSON_TYPE], [b'{"documentId": "sha256:0"}']),
    "another content type": ([(b"content-type", b"text/plain")], [QUERY]),
    "no content type": ([], [QUERY]),
    "charset": ([(b"content-type", b"application/json; charset=utf-16")], [QUERY]),
    "compressed": ([JSON_TYPE, (b"content-encoding", b"gzip")], [gzip.compress(QUERY)]),
    "byte order mark": ([JSON_TYPE], [b"\xef\xbb\xbf" + QUERY]),
    "too large": ([JSON_TYPE], [b" " * 262_145]),
    "too large in pieces": ([JSON_TYPE], [b" " * 200_000] * 2),
    "disconnected": ([JSON_TYPE], None),
    "own origin": ([JSON_TYPE, (b"origin", b"http://comptoir.test")], [QUERY]),
    "another origin": ([JSON_TYPE, (b"origin", b"https://other.example")], [QUERY]),
    "another site": ([JSON_TYPE, (b"sec-fetch-site", b"cross-site")], [QUERY]),
    "unknown cookie": ([JSON_TYPE, (b"cookie", b"comptoir=" + b"0" * 64)], [QUERY]),
    "unknown key": (
        [JSON_TYPE, (b"authorization", f"Bearer {generate_api_key(bytes(32))}".encode())],
        [QUERY],
    ),
    "another scheme": ([JSON_TYPE, (b"authorization", b"Basic x")], [QUERY]),
}


@pytest.mark.parametrize("name", REQUESTS)
async def test_a_request_has_the_same_response_both_ways(service: Service, name: str) -> None:
    assert isinstance(service.app, Comptoir)
    headers, pieces = REQUESTS[name]
    before = await rows_without_sessions()
    ways: tuple[ASGIApp, ...] = (service.app, through_starlette(service.app))
    one, other = [await exchange(way, headers, pieces) for way in ways]
    assert comparable(one) == comparable(other)
    lines = [line for line in service.logged() if line["event"] == "request"]
    assert [list(line) for line in lines] == [list(lines[0])] * 2
    assert [{**line, "ms": 0, "request": "", "path": ""} for line in lines] == [
        {**lines[0], "ms": 0, "request": "", "path": ""}
    ] * 2
    assert await rows_without_sessions() == before


@pytest.fixture
async def secure(database: None, database_url: str) -> AsyncIterator[Service]:  # noqa: ARG001
    async with a_service(settings_of(database_url, HTTPS)) as started:
        yield started


async def test_a_sign_in_over_https_sets_the_same_cookie_both_ways(secure: Service) -> None:
    house = await a_house()
    holder = await an_account(house.employer_id, "Le Goff", password_hash=await hash_password(PASSWORD))
    variables = {"identifier": holder.identifier, "password": PASSWORD}
    body = json.dumps({"query": SIGN_IN, "variables": variables}).encode()
    assert isinstance(secure.app, Comptoir)
    one, other = [
        await exchange(way, [JSON_TYPE], [body]) for way in (secure.app, through_starlette(secure.app))
    ]
    assert comparable(one) == comparable(other)
    names = [name for name, _ in one[0]["headers"]]
    assert b"set-cookie" in names
    assert b"strict-transport-security" in names


@pytest.mark.parametrize("served", [SMALL], indirect=True)
async def test_a_budget_that_is_used_up_is_refused_the_same_both_ways(served: Service) -> None:
    assert isinstance(served.app, Comptoir)
    for address, way in (("192.0.2.7", served.app), ("192.0.2.8", through_starlette(served.app))):
        for _ in range(20):
            await exchange(way, [JSON_TYPE], [QUERY], address)
    one = await exchange(served.app, [JSON_TYPE], [QUERY], "192.0.2.7")
    other = await exchange(through_starlette(served.app), [JSON_TYPE], [QUERY], "192.0.2.8")
    assert comparable(one) == comparable(other)
    assert one[0]["status"] == 429


@pytest.mark.parametrize(
    ("more", "headers"),
    [
        ({"method": "GET"}, []),
        ({"method": "OPTIONS"}, []),
        ({"path": "/graphql/"}, []),
        ({"path": "/exploitation/graphql"}, []),
        ({"root_path": "/below"}, []),
        ({"type": "websocket"}, []),
        ({"type": "lifespan"}, []),
        ({}, [(b"accept", b"text/event-stream")]),
        ({}, [(b"accept", b"text/*")]),
        ({}, [(b"accept", b"image/png")]),
    ],
)
async def test_everything_else_goes_through_starlette(
    service: Service, more: dict[str, Any], headers: Headers
) -> None:
    assert isinstance(service.app, Comptoir)
    assert service.app.posted.serves(scope_of([JSON_TYPE]))
    assert not service.app.posted.serves(scope_of([JSON_TYPE, *headers], **more))


@pytest.mark.parametrize("served", [{"cors_origins": "https://other.example"}], indirect=True)
async def test_where_other_origins_are_allowed_their_headers_come_from_starlette(served: Service) -> None:
    assert isinstance(served.app, Comptoir)
    origin = [JSON_TYPE, (b"origin", b"https://other.example")]
    assert not served.app.posted.serves(scope_of(origin))
    response = await exchange(served.app, origin, [QUERY])
    assert dict(response[0]["headers"])[b"access-control-allow-origin"] == b"https://other.example"
    assert served.app.posted.serves(scope_of([JSON_TYPE]))


@pytest.mark.parametrize(
    ("error", "status"), [(ValueError("Jean Louty"), 500), (OSError("host=secret"), 503)]
)
async def test_an_unexpected_error_is_answered_and_logged_without_its_text(
    service: Service, monkeypatch: pytest.MonkeyPatch, error: Exception, status: int
) -> None:
    async def failing(_request: object) -> None:
        raise error

    assert isinstance(service.app, Comptoir)
    monkeypatch.setattr(service.app.posted, "_endpoint", failing)
    start, _body = await exchange(service.app, [JSON_TYPE], [QUERY])
    assert start["status"] == status
    assert dict(start["headers"])[b"x-content-type-options"] == b"nosniff"
    failed, request = service.logged()
    assert (failed["level"], failed["request"], request["status"]) == ("error", request["request"], status)
    assert str(error) not in service.log.getvalue()
