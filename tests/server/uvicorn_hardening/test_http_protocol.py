"""Connections that ask for nothing: ended, whatever they send or do not send, and others are answered."""

import asyncio
import json
import socket as stdlib_socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

import pytest

from server.uvicorn_hardening import http_protocol
from server.uvicorn_hardening.http_protocol import MAX_HEAD_BYTES, MAX_UNREAD_REQUEST_BYTES
from server.uvicorn_hardening.websocket_protocol import MAX_FRAMES
from tests.client import settings_of
from tests.factories import a_house, a_partner
from tests.server.graphql.test_subscriptions import a_cursor, change
from tests.server.subscribers import listening

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
    most = 100 * MAX_HEAD_BYTES
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


CHUNKED = b"transfer-encoding: chunked\r\n\r\n"
WRAPPINGS = {
    "trailers": (b"1\r\nx\r\n0\r\n", b"x: y\r\n" * 100),
    "a trailer": (b"1\r\nx\r\n0\r\nx: ", b"y" * 1_000),
    "an extension of a chunk": (b"1;x=", b"y" * 1_000),
    "extensions of chunks": (b"", (b"1;x=" + b"y" * 500 + b"\r\nz\r\n") * 2),
}


@pytest.mark.parametrize("name", WRAPPINGS)
@pytest.mark.parametrize("path", [b"/healthz", b"/graphql"])
async def test_what_is_wrapped_around_a_body_is_not_read_for_ever(port: int, name: str, path: bytes) -> None:
    """Whether it is answered before it has come, or waited for."""
    begin, more = WRAPPINGS[name]
    head = b"POST " + path + b" HTTP/1.1\r\nhost: comptoir\r\ncontent-type: application/json\r\n"
    async with connected(port) as (reader, writer):
        writer.write(head + CHUNKED + begin)
        assert await swallowed(reader, writer, more) <= 2 * MAX_UNREAD_REQUEST_BYTES


async def swallowed(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, more: bytes) -> int:
    """How much of it goes in until the connection ends."""
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


async def test_who_sends_too_much_comes_to_read_that_it_is_too_much(port: int) -> None:
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


async def test_a_long_head_is_told_so(port: int) -> None:
    async with connected(port) as (reader, writer):
        writer.write(GET + b"x-long: " + b"a" * MAX_HEAD_BYTES)
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
    monkeypatch.setattr(http_protocol, "HEAD_TIMEOUT_SECONDS", 0.2)
    for begin in (b"", b"GET /healthz HTTP/1.1\r\nhost:"):
        async with connected(port) as (reader, writer):
            writer.write(begin)
            assert await status_of(reader) == 408
            assert await reader.read() == b""


async def test_nor_is_that_of_a_second_request(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    async with connected(port) as (reader, writer):
        writer.write(GET + b"\r\n")
        assert await status_of(reader) == 200
        monkeypatch.setattr(http_protocol, "HEAD_TIMEOUT_SECONDS", 0.2)
        writer.write(b"GET /healthz")
        assert await status_of(reader) == 408


@pytest.mark.parametrize("line", [b"\r\n", b"\r", b"\n"])
async def test_nor_is_one_that_begins_with_an_empty_line(
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


PING, PONG, MORE = 0x89, 0x8A, 0x00


def frame(text: bytes, *, fin: bool = True) -> bytes:
    """Of a WebSocket, masked with nothing, as clients must mask."""
    length = len(text)
    size = bytes([0x80 | length]) if length < 126 else bytes([0x80 | 126]) + length.to_bytes(2)
    return (b"\x81" if fin else b"\x01") + size + bytes(4) + text


def control(opcode: int, text: bytes = b"") -> bytes:
    return bytes([opcode, 0x80 | len(text), 0, 0, 0, 0]) + text


def ping(text: bytes) -> bytes:
    return control(PING, text)


INIT, JSON_PING = frame(b'{"type":"connection_init"}'), frame(b'{"type":"ping"}')


@pytest.mark.parametrize(
    ("first", "again"),
    [
        (b"", ping(b"")),
        (b"", ping(b"p" * 125)),
        (b"", control(PONG)),
        (frame(b"{", fin=False), control(MORE)),
        (INIT, JSON_PING),
        (INIT, frame(b'{"type":"complete","id":"1"}')),
        (frame(b"no JSON"), frame(b"after the close")),
    ],
    ids=["pings", "long pings", "pongs", "parts of a message", "messages", "nothing", "after the close"],
)
async def test_whoever_sends_frames_without_end_is_ended(port: int, first: bytes, again: bytes) -> None:
    """The protocol sees to them before anyone else has a turn."""
    house = await a_house()
    partner = await a_partner(house.employer_id)
    async with connected(port) as (reader, writer):
        writer.write(upgrade(partner.key) + first + again * 150)
        assert b" 101 " in await reader.readuntil(b"\r\n\r\n")
        assert await status_at(port) == 200
        with suppress(ConnectionError):
            while not reader.at_eof():
                writer.write(again * 1_000)
                await writer.drain()
                await reader.read(65_536)


async def test_pings_are_answered(port: int) -> None:
    house = await a_house()
    partner = await a_partner(house.employer_id)
    async with connected(port) as (reader, writer):
        writer.write(upgrade(partner.key))
        await reader.readuntil(b"\r\n\r\n")
        writer.write(ping(b"there?") * MAX_FRAMES)
        assert await reader.readexactly(8 * MAX_FRAMES) == b"\x8a\x06there?" * MAX_FRAMES


async def test_requests_that_are_sent_far_ahead_of_their_answers_are_not_read(port: int) -> None:
    async with connected(port) as (reader, writer):
        writer.write((GET + b"\r\n") * 50)
        assert [await status_of(reader) for _ in range(50)] == [200] * 50
        writer.write((GET + b"\r\n") * 8_000)
        with suppress(ConnectionError, asyncio.IncompleteReadError):
            answered = [await status_of(reader) for _ in range(8_000)]
            raise AssertionError(f"{len(answered)} were answered")


async def status_at(port: int) -> int:
    async with connected(port) as (reader, writer):
        writer.write(GET + b"\r\n")
        return await status_of(reader)


async def test_whoever_has_sent_a_head_is_not_hurried(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another, who came later and sends none, is let go meanwhile."""
    monkeypatch.setattr(http_protocol, "HEAD_TIMEOUT_SECONDS", 0.2)
    body = b'{"query": "{ viewer { kind } }"}'
    head = b"POST /graphql HTTP/1.1\r\nhost: comptoir\r\ncontent-type: application/json\r\n"
    async with connected(port) as (reader, writer):
        writer.write(head + f"content-length: {len(body)}\r\n\r\n".encode() + body[:5])
        async with connected(port) as (silent, _):
            assert await status_of(silent) == 408
        writer.write(body[5:])
        assert await status_of(reader) == 200


@pytest.mark.parametrize("way", ["events", "socket", "answers"])
async def test_an_answer_that_nobody_reads_is_not_kept(
    database_url: str, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    """The stream is let go, and so is its connection, with all that it held."""
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
                    await asyncio.to_thread(deaf.recv, 4_096)  # what was agreed, or acknowledged
                deaf.sendall(part)
            await until(lambda: len(app.state.connections) == 1)
            await until(lambda: not app.state.connections)


WIDE = " ".join(f"a{n}: at" for n in range(90))


def asking(way: str, key: str, after: str) -> list[bytes]:
    """What asks for more than the buffers of a machine hold."""
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


def upgrade(key: str) -> bytes:
    return (
        f"GET /graphql HTTP/1.1\r\nhost: comptoir\r\nauthorization: Bearer {key}\r\nupgrade: websocket\r\n"
        "connection: upgrade\r\nsec-websocket-version: 13\r\nsec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
        "sec-websocket-protocol: graphql-transport-ws\r\n\r\n"
    ).encode()


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
