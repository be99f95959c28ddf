"""A partner's own server: real HTTPS, answers as the test says, and remembers what it was sent."""

import asyncio
import json
import ssl
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from tests.processes.ports import free_port
from tests.processes.smtp import Certificate


@dataclass(frozen=True, slots=True)
class Received:
    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def content(self) -> dict[str, Any]:
        return json.loads(self.body)  # type: ignore[no-any-return]

    @property
    def identifier(self) -> str:
        return str(self.content["data"]["identifier"])


Answer = Callable[[Received], bytes]
"""The bytes that are answered, head and all; b"" closes the connection without a word."""


def answering(status: int, *headers: str) -> bytes:
    lines = [f"HTTP/1.1 {status} x", "content-length: 0", "connection: close", *headers]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


OK = answering(204)


@dataclass(slots=True)
class Receiver:
    url: str
    answer: Answer = field(default=lambda _received: OK)
    received: list[Received] = field(default_factory=list)
    connections: int = 0
    _grown: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def changes(self) -> list[tuple[str, str]]:
        """Identifier and what it became, in the order they came."""
        return [(one.identifier, one.content["data"]["after"]) for one in self.received]

    async def has(self, messages: int) -> None:
        """Returns once so many different messages have come."""
        while len({one.headers["webhook-id"] for one in self.received}) < messages:
            self._grown.clear()
            await self._grown.wait()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
            headers = {n.lower(): v for n, _, v in (line.partition(": ") for line in head[1:] if line)}
            body = await reader.readexactly(int(headers["content-length"]))
            received = Received(head[0].split()[1], headers, body)
            self.received.append(received)
            self._grown.set()
            writer.write(self.answer(received))
            await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            return
        finally:
            writer.close()


@asynccontextmanager
async def a_receiver(certificate: Certificate | None) -> AsyncIterator[Receiver]:
    """With this certificate; without TLS if there is none."""
    port = free_port()
    receiver = Receiver(f"https://127.0.0.1:{port}/suivi")
    context: ssl.SSLContext | None = certificate.context() if certificate else None
    server = await asyncio.start_server(receiver.serve, "127.0.0.1", port, ssl=context)
    try:
        yield receiver
    finally:
        server.close()
