"""WebSocket connections: a limited number of frames, and pings are answered."""

from contextlib import suppress

import pytest

from server.uvicorn_hardening.websocket_protocol import MAX_FRAMES
from tests.factories import a_house, a_partner
from tests.server.uvicorn_hardening.raw_connections import connected, frame, status_at, upgrade

pytestmark = [pytest.mark.usefixtures("database"), pytest.mark.one_database]
PING, PONG, MORE = 0x89, 0x8A, 0x00


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
async def test_a_connection_with_endless_frames_is_aborted(port: int, first: bytes, again: bytes) -> None:
    """The protocol handles these frames before the event loop runs anything else."""
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
