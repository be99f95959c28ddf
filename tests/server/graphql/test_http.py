"""GraphQL over HTTP: methods, bodies and media types of requests; statuses and media types of responses."""

from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import urlencode

import pytest
from httpx2 import Response

from server.graphql.request import JSON
from server.graphql.response import GRAPHQL_JSON
from tests.client import Service
from tests.factories import a_house
from tests.nothing_written import rows_without_sessions

pytestmark = pytest.mark.one_database

KIND = "{ viewer { kind } }"
ANONYMOUS = {"data": {"viewer": {"kind": "ANONYMOUS"}}}


async def send(service: Service, method: str = "POST", url: str = "/graphql", **request: Any) -> Response:
    response = await (await service.stranger()).client.request(method, url, **request)
    assert response.headers["x-content-type-options"] == "nosniff"
    assert len(response.headers["x-request-id"]) == 16
    assert "Traceback" not in response.text
    return response


def content_without_cost(response: Response) -> Any:
    """The content of the response, without its cost."""
    content = response.json()
    content.pop("extensions", None)
    return content


def is_refused(response: Response, status: int) -> None:
    """The response has this status and one error BAD_REQUEST."""
    assert response.status_code == status, response.text
    content = response.json()
    assert "data" not in content
    assert [error["extensions"]["code"] for error in content["errors"]] == ["BAD_REQUEST"]
    assert all(error["message"] for error in content["errors"])


@pytest.mark.parametrize("kind", [JSON, f"{JSON}; charset=utf-8", "Application/JSON"])
async def test_a_query_is_sent_as_json(service: Service, kind: str) -> None:
    response = await send(
        service, content=b'{"query": "{ viewer { kind } }"}', headers={"content-type": kind}
    )
    assert (response.status_code, content_without_cost(response)) == (200, ANONYMOUS)
    assert response.headers["content-type"] == f"{JSON}; charset=utf-8"


async def test_a_client_that_accepts_the_newer_media_type_gets_it(service: Service) -> None:
    response = await send(service, json={"query": KIND}, headers={"accept": GRAPHQL_JSON})
    assert response.headers["content-type"] == f"{GRAPHQL_JSON}; charset=utf-8"
    assert (response.status_code, content_without_cost(response)) == (200, ANONYMOUS)


async def test_optional_parts_may_be_there_null_or_left_out(service: Service) -> None:
    for more in (
        {},
        {"variables": None, "operationName": None, "extensions": None},
        {"extensions": {"a": 1}},
    ):
        assert content_without_cost(await send(service, json={"query": KIND, **more})) == ANONYMOUS
    named = {"query": f"query A {KIND} query B {{ b: viewer {{ kind }} }}", "operationName": "B"}
    assert content_without_cost(await send(service, json=named)) == {"data": {"b": {"kind": "ANONYMOUS"}}}


async def test_a_query_may_come_with_get(service: Service) -> None:
    parameters = {
        "query": "query Q($on: Boolean!) { viewer { kind @include(if: $on) } }",
        "variables": '{"on": true}',
        "operationName": "Q",
        "extensions": "{}",
    }
    response = await send(service, "GET", "/graphql?" + urlencode(parameters))
    assert (response.status_code, content_without_cost(response)) == (200, ANONYMOUS)


async def test_a_mutation_over_get_is_not_allowed_and_not_done(service: Service) -> None:
    house = await a_house()
    browser = await service.browser(house.jean)
    before = await rows_without_sessions()
    response = await browser.client.get(
        "/graphql", params={"query": "mutation { signOut { errors { code } } }"}
    )
    is_refused(response, 405)
    assert response.headers["allow"] == "POST"
    assert (await browser.data(KIND))["viewer"]["kind"] == "ACCOUNT"
    assert await rows_without_sessions() == before


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "OPTIONS"])
async def test_other_methods_are_not_allowed(service: Service, method: str) -> None:
    response = await send(service, method)
    is_refused(response, 405)
    assert response.headers["allow"] == "GET, POST"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"5",
        b"[]",
        b'"x"',
        b"null",
        b"true",
        b"{}",
        b"{",
        b"\xff",
        b'[{"query": "{ viewer { kind } }"}]',
        b'{"query": 1}',
        b'{"query": null}',
        b'{"query": ""}',
        b'{"query": " "}',
        b'{"query": ["{ viewer { kind } }"]}',
        b'{"query": "{ viewer { kind } }", "variables": 5}',
        b'{"query": "{ viewer { kind } }", "variables": []}',
        b'{"query": "{ viewer { kind } }", "operationName": 5}',
        b'{"query": "{ viewer { kind } }", "extensions": []}',
        b'{"query": "{ viewer { kind } }", "operationName": "Absent"}',
        b'{"query": "fragment F on Query { viewer { kind } }"}',
        b'{"query": "subscription { x }"}',
        b"[" * 100_000,
        b'{"query": "\\ud800"}',
    ],
    ids=lambda body: repr(body[:60]),
)
async def test_a_body_of_the_wrong_shape_is_the_clients_error(service: Service, body: bytes) -> None:
    is_refused(await send(service, content=body, headers={"content-type": JSON}), 400)


@pytest.mark.parametrize(
    "query",
    [
        "",
        "query=",
        urlencode({"query": KIND, "variables": "{"}),
        urlencode({"query": KIND, "variables": "[]"}),
        urlencode({"query": KIND, "extensions": "{"}),
        urlencode({"query": KIND, "extensions": "5"}),
        urlencode({"query": "subscription { x }"}),
    ],
)
async def test_a_get_of_the_wrong_shape_is_the_clients_error(service: Service, query: str) -> None:
    is_refused(await send(service, "GET", f"/graphql?{query}"), 400)


@pytest.mark.parametrize(
    "kind",
    [
        None,
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        GRAPHQL_JSON,
    ],
)
async def test_another_media_type_is_not_read(service: Service, kind: str | None) -> None:
    """A form of another site could send these types: refusing them is the guard against that (CSRF)."""
    headers = {"content-type": kind} if kind else {}
    is_refused(await send(service, content=b'{"query": "{ viewer { kind } }"}', headers=headers), 415)


async def test_a_client_that_accepts_neither_media_type_is_refused_in_json(service: Service) -> None:
    response = await send(service, json={"query": KIND}, headers={"accept": "text/html"})
    is_refused(response, 406)
    assert response.headers["content-type"] == f"{JSON}; charset=utf-8"


async def test_a_body_over_the_limit_is_not_read_to_its_end(service: Service) -> None:
    limit = service.settings.request_bytes
    at_limit = f'{{"query":"{KIND}"}}'.ljust(limit).encode()
    assert len(at_limit) == limit
    headers = {"content-type": JSON}
    assert content_without_cost(await send(service, content=at_limit, headers=headers)) == ANONYMOUS
    is_refused(await send(service, content=at_limit + b" ", headers=headers), 413)


async def test_a_chunked_body_over_the_limit_is_refused_too(service: Service) -> None:
    sent = 0

    async def chunks() -> AsyncIterator[bytes]:
        nonlocal sent
        for _ in range(1_000):
            sent += 10_000
            yield b" " * 10_000

    is_refused(await send(service, content=chunks(), headers={"content-type": JSON}), 413)
    assert sent <= service.settings.request_bytes + 20_000


NEVER_EXECUTED = [
    "{",
    "{ viewer { nothing } }",
    "{ viewer }",
    "query ($id: ID!) { node(id: $id) { id } }",
    f"query A {KIND} query B {KIND}",
    "{" * 3_000,
    "{viewer" + "{employers" * 2_000,
]


@pytest.mark.parametrize("document", NEVER_EXECUTED, ids=lambda text: text[:40])
async def test_a_document_that_cannot_be_executed_is_400_where_the_media_type_lets_one_say_it(
    service: Service, document: str
) -> None:
    for accept, status in ((GRAPHQL_JSON, 400), (JSON, 200)):
        response = await send(service, json={"query": document}, headers={"accept": accept})
        assert response.status_code == status
        assert list(content_without_cost(response)) == ["errors"]


async def test_a_field_that_is_refused_is_an_answer(service: Service) -> None:
    for accept in (GRAPHQL_JSON, JSON):
        request = {"query": '{ account(identifier: "JLO000439") { id } }'}
        response = await send(service, json=request, headers={"accept": accept})
        assert response.status_code == 200
        assert response.json()["data"] == {"account": None}
        assert response.json()["errors"][0]["extensions"]["code"] == "NOT_SIGNED_IN"


async def test_a_misspelt_field_is_not_answered_with_the_names_of_others(service: Service) -> None:
    response = await send(service, json={"query": "{ viewer { kin } }"})
    assert response.json()["errors"][0]["message"] == "Cannot query field 'kin' on type 'Viewer'."
