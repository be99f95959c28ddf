"""Connections that send HTTP requests and WebSocket frames byte by byte."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

GET = b"GET /healthz HTTP/1.1\r\nhost: comptoir\r\n"
PATIENCE = 120.0


@asynccontextmanager
async def connected(port: int) -> AsyncIterator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        async with asyncio.timeout(PATIENCE):
            yield reader, writer
    finally:
        writer.close()


async def status_of(reader: asyncio.StreamReader) -> int:
    """The status of the next response; its body is read and ignored."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode()
    length = next((line for line in head.lower().split("\r\n") if line.startswith("content-length")), ": 0")
    await reader.readexactly(int(length.split(": ")[1]))
    return int(head.split()[1])


def frame(text: bytes, *, fin: bool = True) -> bytes:
    """A WebSocket frame, masked with zeros: clients must mask."""
    length = len(text)
    size = bytes([0x80 | length]) if length < 126 else bytes([0x80 | 126]) + length.to_bytes(2)
    return (b"\x81" if fin else b"\x01") + size + bytes(4) + text


async def status_at(port: int) -> int:
    async with connected(port) as (reader, writer):
        writer.write(GET + b"\r\n")
        return await status_of(reader)


def upgrade(key: str) -> bytes:
    return (
        f"GET /graphql HTTP/1.1\r\nhost: comptoir\r\nauthorization: Bearer {key}\r\nupgrade: websocket\r\n"
        "connection: upgrade\r\nsec-websocket-version: 13\r\nsec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
        "sec-websocket-protocol: graphql-transport-ws\r\n\r\n"
    ).encode()
