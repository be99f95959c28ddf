"""Connections that send endless or incomplete requests are closed, and others are served meanwhile."""

import asyncio
from contextlib import suppress

import pytest

from server.uvicorn_hardening import http_protocol
from server.uvicorn_hardening.http_protocol import MAX_HEAD_BYTES, MAX_HEADERS, MAX_UNREAD_REQUEST_BYTES
from tests.server.uvicorn_hardening.raw_connections import (
    GET,
    connected,
    status_of,
)

pytestmark = [pytest.mark.usefixtures("database"), pytest.mark.one_database]


async def test_an_endless_head_is_not_stored(port: int) -> None:
    max_bytes = 100 * MAX_HEAD_BYTES
    for begin, more in (
        (GET + b"x-long: ", b"a" * 1_000),
        (GET, b"x: y\r\n" * 100),
        (b"GET /", b"a" * 1_000),
    ):
        async with connected(port) as (reader, writer):
            writer.write(begin)
            sent = 0
            with suppress(ConnectionError):
                while not reader.at_eof() and sent < max_bytes:
                    writer.write(more)
                    sent += len(more)
                    await writer.drain()
            assert sent < max_bytes


CHUNKED = b"transfer-encoding: chunked\r\n\r\n"
WRAPPINGS = {
    "trailers": (b"1\r\nx\r\n0\r\n", b"x: y\r\n" * 100),
    "a trailer": (b"1\r\nx\r\n0\r\nx: ", b"y" * 1_000),
    "an extension of a chunk": (b"1;x=", b"y" * 1_000),
    "extensions of chunks": (b"", (b"1;x=" + b"y" * 500 + b"\r\nz\r\n") * 2),
}


@pytest.mark.parametrize("name", WRAPPINGS)
@pytest.mark.parametrize("path", [b"/healthz", b"/graphql"])
async def test_the_overhead_of_a_chunked_body_is_limited(port: int, name: str, path: bytes) -> None:
    """Both on a path that responds before the body has arrived, and on one that waits for it."""
    begin, more = WRAPPINGS[name]
    head = b"POST " + path + b" HTTP/1.1\r\nhost: comptoir\r\ncontent-type: application/json\r\n"
    async with connected(port) as (reader, writer):
        writer.write(head + CHUNKED + begin)
        assert await swallowed(reader, writer, more) <= 2 * MAX_UNREAD_REQUEST_BYTES


async def swallowed(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, more: bytes) -> int:
    """The number of bytes that can be sent until the connection ends."""
    sent = 0
    with suppress(ConnectionError):
        while not reader.at_eof() and sent < 100 * MAX_UNREAD_REQUEST_BYTES:
            writer.write(more)
            sent += len(more)
            await writer.drain()
            await asyncio.sleep(0)
    return sent


async def test_a_body_in_small_chunks_is_read(port: int) -> None:
    body = b'{"query": "{ viewer { kind } }", "variables": {"a": "' + b"x" * 20_000 + b'"}}'
    head = b"POST /graphql HTTP/1.1\r\nhost: comptoir\r\ncontent-type: application/json\r\n"
    async with connected(port) as (reader, writer):
        for _ in range(2):
            writer.write(head + CHUNKED)
            for place in range(0, len(body), 2):
                part = body[place : place + 2]
                writer.write(b"%x\r\n%s\r\n" % (len(part), part))
            writer.write(b"0\r\nx-trailer: y\r\n\r\n")
            assert await status_of(reader) == 200


async def test_a_client_that_sends_too_much_can_read_the_refusal(port: int) -> None:
    head = b"POST /graphql HTTP/1.1\r\nhost: comptoir\r\ncontent-type: application/json\r\n"
    async with connected(port) as (reader, writer):
        writer.write(head + b"content-length: 900000\r\n\r\n" + b" " * 900_000)
        assert await status_of(reader) == 413
        writer.write(GET + b"\r\n")
        assert await status_of(reader) == 200


async def test_the_rest_of_a_request_that_was_answered_is_not_waited_for(
    port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with connected(port) as (reader, writer):
        monkeypatch.setattr(http_protocol, "HEAD_TIMEOUT_SECONDS", 0.2)
        writer.write(GET + b"content-length: 10\r\n\r\nabc")
        assert await status_of(reader) == 200
        assert await reader.read() == b""


async def test_a_long_head_is_refused_with_431(port: int) -> None:
    async with connected(port) as (reader, writer):
        writer.write(GET + b"x-long: " + b"a" * MAX_HEAD_BYTES)
        assert await status_of(reader) == 431
        assert await reader.read() == b""


@pytest.mark.parametrize(("headers", "status"), [(MAX_HEADERS - 1, 200), (MAX_HEADERS, 400)])
async def test_a_request_has_so_many_headers_and_no_more(port: int, headers: int, status: int) -> None:
    async with connected(port) as (reader, writer):
        writer.write(GET + b"x: y\r\n" * headers + b"\r\n")
        assert await status_of(reader) == status


async def test_a_head_of_what_browsers_send_is_read_and_so_is_the_next_one(port: int) -> None:
    async with connected(port) as (reader, writer):
        for _ in range(3):
            writer.write(GET + b"cookie: " + b"a" * 30_000 + b"\r\n\r\n")
            assert await status_of(reader) == 200


async def test_a_head_that_does_not_come_is_not_waited_for(
    port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(http_protocol, "HEAD_TIMEOUT_SECONDS", 0.2)
    for begin in (b"", b"GET /healthz HTTP/1.1\r\nhost:"):
        async with connected(port) as (reader, writer):
            writer.write(begin)
            assert await status_of(reader) == 408
            assert await reader.read() == b""


async def test_the_head_of_a_second_request_is_not_waited_for_either(
    port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with connected(port) as (reader, writer):
        writer.write(GET + b"\r\n")
        assert await status_of(reader) == 200
        monkeypatch.setattr(http_protocol, "HEAD_TIMEOUT_SECONDS", 0.2)
        writer.write(b"GET /healthz")
        assert await status_of(reader) == 408


@pytest.mark.parametrize("line", [b"\r\n", b"\r", b"\n"])
async def test_a_head_after_an_empty_line_is_not_waited_for_either(
    port: int, monkeypatch: pytest.MonkeyPatch, line: bytes
) -> None:
    async with connected(port) as (reader, writer):
        for _ in range(2):
            writer.write(line + GET + b"\r\n")
            assert await status_of(reader) == 200
        monkeypatch.setattr(http_protocol, "HEAD_TIMEOUT_SECONDS", 0.2)
        writer.write(line)
        assert await status_of(reader) == 408
        assert await reader.read() == b""


async def test_requests_that_are_sent_far_ahead_of_their_answers_are_not_read(port: int) -> None:
    async with connected(port) as (reader, writer):
        writer.write((GET + b"\r\n") * 50)
        assert [await status_of(reader) for _ in range(50)] == [200] * 50
        writer.write((GET + b"\r\n") * 8_000)
        with suppress(ConnectionError, asyncio.IncompleteReadError):
            statuses = [await status_of(reader) for _ in range(8_000)]
            raise AssertionError(f"{len(statuses)} were answered")


async def test_a_client_that_has_sent_a_head_has_time_for_its_body(
    port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another connection, which began later and sends no head, is closed meanwhile."""
    monkeypatch.setattr(http_protocol, "HEAD_TIMEOUT_SECONDS", 0.2)
    body = b'{"query": "{ viewer { kind } }"}'
    head = b"POST /graphql HTTP/1.1\r\nhost: comptoir\r\ncontent-type: application/json\r\n"
    async with connected(port) as (reader, writer):
        writer.write(head + f"content-length: {len(body)}\r\n\r\n".encode() + body[:5])
        async with connected(port) as (silent, _):
            assert await status_of(silent) == 408
        writer.write(body[5:])
        assert await status_of(reader) == 200
