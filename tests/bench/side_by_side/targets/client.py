"""A client that costs little: requests made beforehand, sent over a few connections that stay open."""

import asyncio
from collections.abc import Sequence
from typing import Any

import orjson

from tests.bench.side_by_side.targets.target import Request

CONNECTIONS = 8


class WrongResponse(Exception):
    """A target answered with another status than 200, or with errors."""


def raw_request(request: Request) -> bytes:
    """Return the bytes of a request, as they are sent."""
    headers = [
        ("host", "127.0.0.1"),
        ("content-type", "application/json"),
        ("accept", "application/json"),
        ("content-length", str(len(request.body))),
        *request.headers,
    ]
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers)
    return f"POST /graphql HTTP/1.1\r\n{lines}\r\n".encode() + request.body


async def send_all(port: int, requests: Sequence[bytes], connections: int = CONNECTIONS) -> None:
    """Send each request once. Raises: WrongResponse."""
    waiting = iter(requests)
    await asyncio.gather(*(_send(port, waiting) for _ in range(min(connections, len(requests)))))


async def ask(port: int, request: Request) -> Any:
    """Return the data of one answer. Raises: WrongResponse, if there are errors."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(raw_request(request))
        content = orjson.loads(await _body(reader))
    finally:
        writer.close()
    if content.get("errors"):
        raise WrongResponse(content["errors"])
    return content["data"]


async def _send(port: int, waiting: Any) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        for request in waiting:
            writer.write(request)
            body = await _body(reader)
            if b'"errors":[{' in body:
                raise WrongResponse(body[:500].decode())
    finally:
        writer.close()


async def _body(reader: asyncio.StreamReader) -> bytes:
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    body = await _content(reader, head)
    if b" 200 " not in head.partition(b"\r\n")[0]:
        raise WrongResponse((head + body[:500]).decode())
    return body


async def _content(reader: asyncio.StreamReader, head: bytes) -> bytes:
    _, named, length = head.partition(b"content-length:")
    if named:
        return await reader.readexactly(int(length.partition(b"\r\n")[0]))
    body = b""
    while size := int(await reader.readline(), 16):
        body += await reader.readexactly(size)
        await reader.readexactly(2)
    await reader.readexactly(2)
    return body
