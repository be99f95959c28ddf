"""Responses that the client does not read are dropped, with their connection."""

import asyncio
import json
import socket as stdlib_socket
from collections.abc import Callable

import pytest

from server.graphql import sse
from server.uvicorn_hardening import http_protocol
from tests.client import settings_of
from tests.factories import a_house, a_partner
from tests.server.graphql.subscriptions.feed_changes import a_cursor, change
from tests.server.subscribers import listening
from tests.server.uvicorn_hardening.raw_connections import (
    PATIENCE,
    frame,
    upgrade,
)

pytestmark = [pytest.mark.usefixtures("database"), pytest.mark.one_database]


@pytest.mark.parametrize("way", ["events", "socket", "answers"])
async def test_a_response_that_is_not_read_is_dropped(
    database_url: str, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    """The stream ends, and its connection is closed with all that it holds in memory."""
    monkeypatch.setattr(http_protocol, "UNREAD_TIMEOUT_SECONDS", 0.5)
    house = await a_house()
    partner = await a_partner(house.employer_id)
    async with asyncio.timeout(PATIENCE), listening(settings_of(database_url)) as (host, app):
        app.state.streams.seconds_to_send = 0.3
        await change(house, 4_000)
        deaf = stdlib_socket.create_connection(("127.0.0.1", int(host.split(":")[1])))
        deaf.setsockopt(stdlib_socket.SOL_SOCKET, stdlib_socket.SO_RCVBUF, 4_096)
        with deaf:
            for part in asking(way, partner.key, await a_cursor(host, house, partner)):
                if part.startswith(b"\x81"):
                    await asyncio.to_thread(deaf.recv, 4_096)  # the handshake, or the acknowledgement
                deaf.sendall(part)
            await until(lambda: len(app.state.connections) == 1)
            await until(lambda: not app.state.connections)


async def test_streams_end_with_their_connection_though_another_request_is_pipelined(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sse, "HEARTBEAT_SECONDS", 0.05)
    partner = await a_partner((await a_house()).employer_id)
    body = json.dumps({"query": "subscription { accountStatusChanged { cursor } }"}).encode()
    request = head(partner.key, len(body), "accept: text/event-stream\r\n") + body
    async with asyncio.timeout(PATIENCE), listening(settings_of(database_url)) as (host, app):
        with stdlib_socket.create_connection(("127.0.0.1", int(host.split(":")[1]))) as client:
            client.sendall(request * 2)
            await until(lambda: app.state.streams.count(partner.id) == 1)
        await until(lambda: not app.state.streams.count(partner.id))


WIDE = " ".join(f"a{n}: at" for n in range(90))


def asking(way: str, key: str, after: str) -> list[bytes]:
    """Requests whose responses are larger than the buffers of a machine."""
    if way == "answers":
        one = json.dumps({"query": f"{{ accountStatusChanges {{ edges {{ node {{ {WIDE} }} }} }} }}"})
        return [head(key, len(one)) + one.encode()] * 40
    document = f"subscription {{ accountStatusChanged(after: {json.dumps(after)}) {{ {WIDE} }} }}"
    if way == "events":
        body = json.dumps({"query": document}).encode()
        return [head(key, len(body), "accept: text/event-stream\r\n") + body]
    messages = (
        {"type": "connection_init"},
        {"type": "subscribe", "id": "1", "payload": {"query": document}},
    )
    return [upgrade(key), *(frame(json.dumps(message).encode()) for message in messages)]


def head(key: str, length: int, more: str = "") -> bytes:
    return (
        f"POST /graphql HTTP/1.1\r\nhost: comptoir\r\nauthorization: Bearer {key}\r\n"
        f"content-type: application/json\r\ncontent-length: {length}\r\n{more}\r\n"
    ).encode()


async def until(holds: Callable[[], bool]) -> None:
    for _ in range(int(PATIENCE / 0.02)):
        if holds():
            return
        await asyncio.sleep(0.02)
    raise AssertionError("it does not come to that")
