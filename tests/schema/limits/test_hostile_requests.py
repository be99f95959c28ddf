"""Bodies and headers made to exhaust a server: refused before execution, or read as fast as any other."""

from collections.abc import Callable
from typing import Any

import orjson
import pytest
from httpx2 import Response

from tests.client import Service
from tests.schema.limits.hostile_documents import is_cheap

pytestmark = pytest.mark.one_database


@pytest.fixture
async def post(service: Service) -> Callable[[bytes], Any]:
    stranger = await service.stranger()

    async def send(body: bytes) -> Response:
        return await stranger.client.post(
            "/graphql", content=body, headers={"content-type": "application/json"}
        )

    return send


def nested(levels: int) -> bytes:
    """Variables of this many levels, the object that holds them included."""
    lists = "[" * (levels - 1) + "]" * (levels - 1)
    return b'{"query": "{ viewer { kind } }", "variables": {"x": %s}}' % lists.encode()


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b'{"query": "' + b" " * 2_000_000 + b'"}', 413, "BAD_REQUEST"),
        (nested(10_000), 400, "BAD_REQUEST"),
        (nested(5_000), 400, "BAD_REQUEST"),
        (nested(1_000), 400, "LIMIT_EXCEEDED"),
        (nested(21), 400, "LIMIT_EXCEEDED"),
        (b'{"query": "{ viewer { kind } }", "variables": {"x": ' + b'{"y":' * 500 + b"1" + b"}" * 502,
         400, "LIMIT_EXCEEDED"),
    ],
    ids=["2 MB", "10,000 lists", "5,000 lists", "1,000 lists", "21 lists", "500 objects"],
)  # fmt: skip
async def test_a_body_made_to_hurt_is_refused_at_the_edge(
    post: Callable[[bytes], Any], body: bytes, status: int, code: str
) -> None:
    response = await post(body)
    assert response.status_code == status
    assert response.json()["errors"][0]["extensions"]["code"] == code
    assert await is_cheap(lambda: post(body))


async def test_variables_of_as_many_levels_as_may_be_are_read(post: Callable[[bytes], Any]) -> None:
    response = await post(nested(20))
    assert (response.status_code, response.json()["data"]) == (200, {"viewer": {"kind": "ANONYMOUS"}})


@pytest.mark.parametrize(
    "form",
    [{"siret": " 1" * 100_000}, {"administrator": {"professionalAddress": ["\u2126 ." * 6] * 4_900}}],
    ids=["one long text", "thousands of lines"],
)
async def test_a_form_made_to_hurt_is_not_checked_a_hundred_times(
    post: Callable[[bytes], Any], form: dict[str, object]
) -> None:
    each = " ".join(f"a{place}: registrationFaults(form: $form) {{ code }}" for place in range(95))
    query = f"query ($form: RegistrationFormInput!) {{ {each} }}"
    body = orjson.dumps({"query": query, "variables": {"form": form}})
    assert (await post(body)).json()["data"]["a94"] == [{"code": "TOO_LONG"}]
    assert await is_cheap(lambda: post(body))


LONG = "A" * 60_000


@pytest.mark.parametrize(
    ("headers", "content"),
    [
        ({"cookie": 'a="' + "\\" * 60_000}, {"query": "{ viewer { kind } }"}),
        ({"cookie": "a=b; " * 12_000}, {"query": "{ viewer { kind } }"}),
        ({"accept-language": "fr;q=1," * 8_000, "accept": "a/b," * 15_000}, {"query": "{ viewer { kind } }"}),
        ({}, {"query": "{ viewer { kind } } #" + ("7" * 4_299 + " ") * 4}),
        ({}, {
            "query": "query ($a: ID!) { "
            + " ".join(f"a{i}: node(id: $a) {{ id }}" for i in range(90)) + " }",
            "variables": {"a": LONG},
        }),
        ({}, {"query": f"{{ viewer {{ {'x' * 200} }} node(id: 1) {{ ... on {'Y' * 250} {{ id }} }} }}"}),
    ],
    ids=["a cookie of backslashes", "many cookies", "many languages", "digits", "a long id", "long names"],
)  # fmt: skip
async def test_what_is_made_to_hurt_takes_no_longer_than_anything_else(
    service: Service, headers: dict[str, str], content: dict[str, Any]
) -> None:
    stranger = await service.stranger()
    response = await stranger.client.post("/graphql", json=content, headers=headers)
    assert response.status_code in {200, 400, 406}
    assert await is_cheap(lambda: stranger.client.post("/graphql", json=content, headers=headers))
