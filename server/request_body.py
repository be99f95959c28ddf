"""Reads the body of a request, with a limit of size and of time."""

import asyncio
import re
from collections.abc import Mapping

from starlette.requests import ClientDisconnect, Request
from starlette.types import Receive

BODY_TIMEOUT_SECONDS = 15.0
_CHARSET = re.compile(r""";\s*charset\s*=\s*["']?([^\s;"']+)""", re.IGNORECASE)

_SIGNATURES = (
    (b"\xef\xbb\xbf", "The body begins with a byte order mark (EF BB BF): send it without."),
    (b"\xff\xfe", "The body is UTF-16 or UTF-32: send it as UTF-8, without a byte order mark."),
    (b"\xfe\xff", "The body is UTF-16: send it as UTF-8, without a byte order mark."),
    (b"\x00\x00\xfe\xff", "The body is UTF-32: send it as UTF-8, without a byte order mark."),
    (b"\x1f\x8b", "The body is compressed with gzip: send it as it is, uncompressed."),
    (b"\x28\xb5\x2f\xfd", "The body is compressed with zstd: send it as it is, uncompressed."),
)
_FIRST_BYTES = tuple(start for start, _ in _SIGNATURES)


class BodyRefused(Exception):
    """`status` is 413 for too large a body, 408 for one that does not come, 415 for a coded one."""

    def __init__(self, status: int, message: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.status, self.message, self.headers = status, message, headers


async def read_body(request: Request, limit: int) -> bytes:
    """Return the body, of at most `limit` bytes.

    Raises: BodyRefused, 415 for a Content-Encoding or another charset than UTF-8, before anything is
    read; 413 for a larger body, without
    reading the rest; 408 if it does not come; 400 for a byte order mark or for what is compressed.
    """
    _check_coding(request)
    try:
        async with asyncio.timeout(BODY_TIMEOUT_SECONDS):
            body = await _whole_body(request.receive, limit)
    except TimeoutError:
        raise BodyRefused(408, f"The request was not whole after {BODY_TIMEOUT_SECONDS:.0f} s.") from None
    if body.startswith(_FIRST_BYTES):
        raise BodyRefused(400, next(fault for start, fault in _SIGNATURES if body.startswith(start)))
    return body


async def _whole_body(receive: Receive, limit: int) -> bytes:
    """Return the body; most come in one piece, which is not copied. Raises: BodyRefused; ClientDisconnect."""
    body: bytes | bytearray = b""
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        piece: bytes = message.get("body", b"")
        if len(body) + len(piece) > limit:
            raise BodyRefused(413, f"The request is larger than {limit} bytes.")
        whole = not message.get("more_body", False)
        if whole and not body:
            return piece
        if isinstance(body, bytes):
            body = bytearray()
        body += piece
        if whole:
            return bytes(body)


def _check_coding(request: Request) -> None:
    """Raises: BodyRefused, 415, unless the body comes as it is, in UTF-8."""
    content_type = request.headers.get("content-type", "")
    charset = _CHARSET.search(content_type) if ";" in content_type else None
    if charset and charset[1].lower() not in {"utf-8", "utf8", "us-ascii"}:
        raise BodyRefused(415, "Only UTF-8 is read here: send the body in it, without another charset.")
    headers = request.headers.getlist("content-encoding")
    if not headers:
        return
    codings = [coding.strip() for coding in ",".join(headers).split(",")]
    if any(coding.lower() not in {"", "identity"} for coding in codings):
        raise BodyRefused(
            415,
            "No Content-Encoding is read here: send the body uncompressed, without this header.",
            {"accept-encoding": "identity"},
        )
