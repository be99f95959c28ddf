"""Responses made in memory of which a client may request a part (RFC 9110, range requests)."""

import hashlib
import re

from starlette.requests import Request
from starlette.responses import Response

_RANGE = re.compile(r"bytes=[ \t]*(\d{0,19})-(\d{0,19})[ \t]*", re.IGNORECASE)


def file_response(request: Request, content: bytes, media_type: str) -> Response:
    """Return the whole, or the part that the Range header selects: 206, or 416 if there is no such part.

    A list of several ranges and what is no range at all are ignored, as the specification allows.
    """
    headers = {"accept-ranges": "bytes", "etag": f'"{hashlib.sha256(content).hexdigest()[:32]}"'}
    selected = _selected(request, len(content), headers["etag"])
    if selected is None:
        return Response(content, headers=headers, media_type=media_type)
    first, end = selected
    if first >= end:
        return Response(status_code=416, headers=headers | {"content-range": f"bytes */{len(content)}"})
    headers["content-range"] = f"bytes {first}-{end - 1}/{len(content)}"
    return Response(content[first:end], 206, headers, media_type)


def _selected(request: Request, length: int, etag: str) -> tuple[int, int] | None:
    """Return the first byte and the end of the range; an empty range if none of its bytes exist."""
    if request.headers.get("if-range", etag) != etag:
        return None
    match = _RANGE.fullmatch(request.headers.get("range", ""))
    if match is None or not any(match.groups()):
        return None
    first, last = match.groups()
    if not first:
        return max(0, length - int(last)) if int(last) else length, length
    if last and int(last) < int(first):
        return None
    return int(first), min(int(last) + 1, length) if last else length
