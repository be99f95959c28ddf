"""A path with a control character is no address of the service, whatever route it resembles."""

from typing import Any

import pytest

from tests.client import Service

pytestmark = [pytest.mark.usefixtures("database"), pytest.mark.one_database]

PATHS = [
    "/graphql%0A",
    "/exploitation%0A",
    "/exploitation/graphql%0A",
    "/healthz%0A",
    "/%00",
    "/a%7F",
    "/a%C2%85",
    "/x%0D",
]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("method", ["GET", "POST", "OPTIONS"])
async def test_it_is_refused_on_every_route(service: Service, method: str, path: str) -> None:
    browser = await service.at_operators_endpoint()
    response = await browser.client.request(method, path, headers={"accept": "text/html"})
    assert response.status_code == 400
    assert response.json()["error"] == "invalid_request"
    assert response.headers["x-content-type-options"] == "nosniff"


async def test_its_body_is_not_awaited(service: Service) -> None:
    """A slow body would hold a slot meanwhile."""
    sent: list[Any] = []

    async def receive() -> dict[str, Any]:
        raise AssertionError("the body was read")

    async def send(message: Any) -> None:
        sent.append(message)

    await service.app(_scope("http"), receive, send)
    assert sent[0]["status"] == 400


async def test_a_websocket_is_closed_before_it_is_accepted(service: Service) -> None:
    sent: list[Any] = []

    async def receive() -> dict[str, Any]:
        return {"type": "websocket.connect"}

    async def send(message: Any) -> None:
        sent.append(message)

    await service.app(_scope("websocket"), receive, send)
    assert sent == [{"type": "websocket.close", "code": 1008}]


async def test_other_letters_than_ascii_are_still_looked_for(service: Service) -> None:
    response = await (await service.at_operators_endpoint()).client.get("/é", headers={"accept": "a/b"})
    assert response.status_code == 404


def _scope(kind: str) -> dict[str, Any]:
    return {
        "type": kind,
        "method": "POST",
        "path": "/graphql\n",
        "raw_path": b"/graphql%0A",
        "query_string": b"",
        "headers": [(b"content-length", b"2")],
        "client": ("203.0.113.5", 50_000),
        "server": ("comptoir.test", 80),
        "scheme": "http",
        "subprotocols": [],
        "http_version": "1.1",
        "root_path": "",
    }
