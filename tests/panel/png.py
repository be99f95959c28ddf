"""Pictures made lighter: 256 colours, which is more than a screen of ours needs to look the same."""

import struct
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

MOST_COLOURS = 256
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_RGB, _PALETTE = 2, 3

Colour = tuple[int, int, int]


def lighten(path: Path) -> None:
    """A picture of 8 bits a channel without transparency, as browsers take them."""
    chunks = list(_chunks(path.read_bytes()))
    width, height, depth, kind = struct.unpack(">IIBB", chunks[0][1][:10])
    if (depth, kind) != (8, _RGB):
        raise ValueError(f"{path.name}: not a picture of plain colours")
    data = zlib.decompress(b"".join(content for name, content in chunks if name == b"IDAT"))
    rows = list(_rows(data, width * 3))
    pixels = [list(zip(row[::3], row[1::3], row[2::3], strict=True)) for row in rows]
    palette, place = _palette(Counter(pixel for row in pixels for pixel in row))
    indexed = b"".join(b"\0" + bytes([place[pixel] for pixel in row]) for row in pixels)
    header = struct.pack(">IIBBBBB", width, height, 8, _PALETTE, 0, 0, 0)
    parts = {
        b"IHDR": header,
        b"PLTE": bytes(sum(palette, ())),
        b"IDAT": zlib.compress(indexed, 9),
        b"IEND": b"",
    }
    path.write_bytes(_SIGNATURE + b"".join(_chunk(name, content) for name, content in parts.items()))


def _palette(counted: Counter[Colour]) -> tuple[list[Colour], dict[Colour, int]]:
    """The commonest colours, and for every colour the place of the nearest of them."""
    palette = [colour for colour, _ in counted.most_common(MOST_COLOURS)]
    place = {colour: index for index, colour in enumerate(palette)}
    for colour in counted:
        if colour not in place:
            place[colour] = min(range(len(palette)), key=lambda index: _distance(palette[index], colour))
    return palette, place


def _distance(one: Colour, other: Colour) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    start = len(_SIGNATURE)
    while start < len(content):
        (length,) = struct.unpack(">I", content[start : start + 4])
        yield content[start + 4 : start + 8], content[start + 8 : start + 8 + length]
        start += length + 12


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def _rows(data: bytes, length: int) -> Iterator[bytearray]:
    """Each row without the filter that its first byte names (PNG, 9.2)."""
    before = bytearray(length)
    for start in range(0, len(data), length + 1):
        row = bytearray(data[start + 1 : start + 1 + length])
        unfilter = data[start]
        for i in range(length):
            left, above, corner = (row[i - 3], before[i], before[i - 3]) if i > 2 else (0, before[i], 0)
            row[i] = (row[i] + _predicted(unfilter, left, above, corner)) & 0xFF
        yield row
        before = row


def _predicted(unfilter: int, left: int, above: int, corner: int) -> int:
    match unfilter:
        case 0:
            return 0
        case 1:
            return left
        case 2:
            return above
        case 3:
            return (left + above) // 2
        case _:
            guess = left + above - corner
            return min((left, above, corner), key=lambda near: abs(guess - near))
