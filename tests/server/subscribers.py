"""Subscribers over real sockets, which resume after the last cursor they read."""

import asyncio
import json
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx2
import uvicorn
import websockets
from starlette.applications import Starlette
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

from server.app import create_app
from server.settings import Settings
from server.uvicorn_hardening.options import PROTOCOLS
from tests.processes.ports import free_port

PROTOCOL = Subprotocol("graphql-transport-ws")
FEED = (
    "subscription ($after: String) { accountStatusChanged(after: $after) "
    "{ identifier before after at cursor } }"
)


class Completed(Exception):
    """The service has sent `complete`."""


@asynccontextmanager
async def listening(settings: Settings) -> AsyncIterator[tuple[str, Starlette]]:
    """The service on a port of this machine, in this process, with the same protocols as `comptoir serve`."""
    app, port = create_app(settings), free_port()
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_config=None, **PROTOCOLS))
    app.state.connections = server.server_state.connections
    task = asyncio.create_task(server.serve())
    while not server.started:
        assert not task.done(), "the service did not start"
        await asyncio.sleep(0)
    try:
        yield f"127.0.0.1:{port}", app
    finally:
        app.state.streams.ending.set()
        server.should_exit = True
        await task


@asynccontextmanager
async def socket(
    host: str, key: str | None, protocol: str = PROTOCOL, **more: Any
) -> AsyncIterator[ClientConnection]:
    headers = {"authorization": f"Bearer {key}"} if key else {}
    patient: dict[str, Any] = {"open_timeout": None, "ping_interval": None, "close_timeout": None}
    async with connect(
        f"ws://{host}/graphql",
        subprotocols=[Subprotocol(protocol)],
        additional_headers=headers,
        **{**patient, **more},
    ) as opened:
        yield opened


async def say(opened: ClientConnection, **content: Any) -> None:
    await opened.send(json.dumps(content))


async def hear(opened: ClientConnection) -> Any:
    return json.loads(await opened.recv())


async def begin(opened: ClientConnection, document: str = FEED, **variables: Any) -> None:
    await say(opened, type="connection_init")
    assert (await hear(opened))["type"] == "connection_ack"
    payload = {"query": document, "variables": variables}
    await say(opened, type="subscribe", id="feed", payload=payload)


async def by_socket(host: str, key: str, after: str | None = None) -> AsyncGenerator[dict[str, Any], None]:
    """The changes as they arrive, until the connection ends."""
    async with socket(host, key) as opened:
        await begin(opened, after=after)
        try:
            while (message := await hear(opened))["type"] == "next":
                yield message["payload"]["data"]["accountStatusChanged"]
            raise Completed
        except websockets.ConnectionClosed:
            return


async def by_events(
    host: str, key: str, after: str | None = None, first: str | None = None
) -> AsyncGenerator[dict[str, Any], None]:
    """The same over HTTP. As in browsers, Last-Event-ID overrides the cursor `first` of the document."""
    headers = {"accept": "text/event-stream", "authorization": f"Bearer {key}"}
    if after:
        headers["last-event-id"] = after
    subscription = {"query": FEED, "variables": {"after": first}}
    timeout = httpx2.Timeout(120.0)
    async with (
        httpx2.AsyncClient(timeout=timeout, verify=False) as client,
        client.stream("POST", f"http://{host}/graphql", headers=headers, json=subscription) as response,
    ):
        assert response.status_code == 200
        async for line in response.aiter_lines():
            if line == "event: complete":
                raise Completed
            if line.startswith("data: "):
                yield json.loads(line[6:])["data"]["accountStatusChanged"]


async def ending(opened: ClientConnection) -> int | None:
    """The close code of the connection; messages before it are skipped."""
    try:
        while True:
            await hear(opened)
    except websockets.ConnectionClosed as closed:
        return closed.rcvd.code if closed.rcvd else None
