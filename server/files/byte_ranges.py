"""Responses made in memory of which a client may request a part (RFC 9110, range requests)."""

import hashlib
import re

from starlette.requests import Request
from starlette.responses import Response

_RANGE = re.compile(r"bytes=[ \t]*(\d{0,19})-(\d{0,19})[ \t]*", re.IGNORECASE)


def file_response(request: Request, content: bytes, media_type: str) -> Response:
    """Return the whole, or the part that the Range header selects: 206, or 416 if there is no such part.

    304 if the client has it already. A list of several ranges and what is no range at all are ignored, as the
    specification allows.
    """
    headers = {"accept-ranges": "bytes", "etag": f'"{hashlib.sha256(content).hexdigest()[:32]}"'}
    if is_held(request.headers.get("if-none-match"), headers["etag"]):
        return Response(status_code=304, headers=headers)
    selected = _selected(request, len(content), headers["etag"])
    if selected is None:
        return Response(content, headers=headers, media_type=media_type)
    first, end = selected
    if first >= end:
        return Response(status_code=416, headers=headers | {"content-range": f"bytes */{len(content)}"})
    headers["content-range"] = f"bytes {first}-{end - 1}/{len(content)}"
    return Response(content[first:end], 206, headers, media_type)


def is_held(if_none_match: str | None, etag: str) -> bool:
    """Return whether the client names this ETag, or any, as one that it holds."""
    tags = {tag.strip().removeprefix("W/") for tag in (if_none_match or "").split(",")}
    return bool(tags & {etag, "*"})


def is_one_range(header: str) -> bool:
    """Return whether this is a Range header of one range of bytes."""
    match = _RANGE.fullmatch(header)
    if match is None:
        return False
    first, last = match.groups()
    return int(first) <= int(last) if first and last else bool(first or last)


def _selected(request: Request, length: int, etag: str) -> tuple[int, int] | None:
    """Return the first byte and the end of the range; an empty range if none of its bytes exist."""
    header = request.headers.get("range", "") if request.method == "GET" else ""
    match = _RANGE.fullmatch(header)
    if match is None or not is_one_range(header) or request.headers.get("if-range", etag) != etag:
        return None
    first, last = match.groups()
    if not first:
        return (max(0, length - int(last)) if int(last) else length), length
    return int(first), min(int(last) + 1, length) if last else length
