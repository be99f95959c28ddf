"""Connections that ask for nothing: ended, whatever they send or do not send, and others are answered."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import pytest

from server import connections
from server.connections import LONGEST_HEAD
from tests.browser import settings_of
from tests.server.following import listening

pytestmark = pytest.mark.usefixtures("database")

GET = b"GET /healthz HTTP/1.1\r\nhost: comptoir\r\n"
PATIENCE = 20.0


@pytest.fixture
async def port(database_url: str) -> AsyncIterator[int]:
    async with listening(settings_of(database_url)) as (host, _):
        yield int(host.split(":")[1])


@asynccontextmanager
async def connected(port: int) -> AsyncIterator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        async with asyncio.timeout(PATIENCE):
            yield reader, writer
    finally:
        writer.close()


async def status_of(reader: asyncio.StreamReader) -> int:
    """Of an answer without a body that matters."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode()
    length = next((line for line in head.lower().split("\r\n") if line.startswith("content-length")), ": 0")
    await reader.readexactly(int(length.split(": ")[1]))
    return int(head.split()[1])


async def test_a_head_that_goes_on_and_on_is_not_kept(port: int) -> None:
    most = 100 * LONGEST_HEAD
    for begin, more in (
        (GET + b"x-long: ", b"a" * 1_000),
        (GET, b"x: y\r\n" * 100),
        (b"GET /", b"a" * 1_000),
    ):
        async with connected(port) as (reader, writer):
            writer.write(begin)
            sent = 0
            with suppress(ConnectionError):
                while not reader.at_eof() and sent < most:
                    writer.write(more)
                    sent += len(more)
                    await writer.drain()
            assert sent < most


async def test_a_long_head_is_told_so(port: int) -> None:
    async with connected(port) as (reader, writer):
        writer.write(GET + b"x-long: " + b"a" * LONGEST_HEAD)
        assert await status_of(reader) == 431
        assert await reader.read() == b""


async def test_a_head_of_what_browsers_send_is_read_and_so_is_the_next_one(port: int) -> None:
    async with connected(port) as (reader, writer):
        for _ in range(3):
            writer.write(GET + b"cookie: " + b"a" * 30_000 + b"\r\n\r\n")
            assert await status_of(reader) == 200


async def test_a_head_that_does_not_come_is_not_waited_for(
    port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "SECONDS_FOR_HEAD", 0.2)
    for begin in (b"", b"GET /healthz HTTP/1.1\r\nhost:"):
        async with connected(port) as (reader, writer):
            writer.write(begin)
            assert await status_of(reader) == 408
            assert await reader.read() == b""


async def test_nor_is_that_of_a_second_request(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    async with connected(port) as (reader, writer):
        writer.write(GET + b"\r\n")
        assert await status_of(reader) == 200
        monkeypatch.setattr(connections, "SECONDS_FOR_HEAD", 0.2)
        writer.write(b"GET /healthz")
        assert await status_of(reader) == 408


async def test_whoever_has_sent_a_head_is_not_hurried(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another, who came later and sends none, is let go meanwhile."""
    monkeypatch.setattr(connections, "SECONDS_FOR_HEAD", 0.2)
    body = b'{"query": "{ viewer { kind } }"}'
    head = b"POST /graphql HTTP/1.1\r\nhost: comptoir\r\ncontent-type: application/json\r\n"
    async with connected(port) as (reader, writer):
        writer.write(head + f"content-length: {len(body)}\r\n\r\n".encode() + body[:5])
        async with connected(port) as (silent, _):
            assert await status_of(silent) == 408
        writer.write(body[5:])
        assert await status_of(reader) == 200
