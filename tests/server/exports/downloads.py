"""Files as browsers download them, over a connection that the test holds in its hands."""

import asyncio
import json
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from schema.ids import Kind, encode_id
from server.auth.session_cookie import cookie_name
from server.services import Services
from tests.client import Browser, Service


def services_of(served: Service) -> Services:
    services = served.app.state.services
    assert isinstance(services, Services)
    return services


def address_of(name: str, employer_id: int, **variables: Any) -> str:
    content = {"employerId": encode_id(Kind.EMPLOYER, employer_id), **variables}
    return f"/exports/{name}.csv?{urlencode({'variables': json.dumps(content), 'langue': 'fr'})}"


class Download:
    """One request; the client takes `parts` of the body, then waits until it disconnects."""

    def __init__(self, served: Service, browser: Browser, address: str, parts: int) -> None:
        self.served, self.parts_left = served, parts
        self.status: int | None = None
        self.body = b""
        self.changed, self.gone = asyncio.Event(), asyncio.Event()
        path, _, query = address.partition("?")
        name = cookie_name(served.settings.https)
        cookie = f"{name}={browser.client.cookies[name]}"
        scope = {
            "type": "http",
            "asgi": {"version": "3.0", "spec_version": "2.3"},
            "http_version": "1.1",
            "method": "GET",
            "scheme": "http",
            "path": path,
            "raw_path": path.encode(),
            "query_string": query.encode(),
            "root_path": "",
            "headers": [(b"host", b"comptoir.test"), (b"cookie", cookie.encode())],
            "client": ("192.0.2.9", 40_000),
            "server": ("comptoir.test", 80),
        }
        self.task = asyncio.create_task(served.app(scope, self._receive, self._send))

    async def until(self, holds: Callable[[], bool]) -> None:
        while not holds():
            self.changed.clear()
            await self.changed.wait()

    async def disconnect(self) -> None:
        self.gone.set()
        await self.task

    async def _receive(self) -> dict[str, Any]:
        if self.status is None and not self.changed.is_set():
            self.changed.set()
            return {"type": "http.request", "body": b"", "more_body": False}
        await self.gone.wait()
        return {"type": "http.disconnect"}

    async def _send(self, message: Any) -> None:
        if message["type"] == "http.response.start":
            self.status = self.status or message["status"]
        elif message["body"]:
            if not self.parts_left:
                await asyncio.Event().wait()
            self.parts_left -= 1
            self.body += message["body"]
        self.changed.set()
