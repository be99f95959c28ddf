"""ETags of responses to GET: with If-None-Match, an unchanged response is not sent again (RFC 9110)."""

import hashlib

from starlette.requests import Request
from starlette.responses import Response

_HEADERS = {
    "cache-control": "private, no-cache",
    "vary": "Accept, Accept-Language, Authorization, Cookie",
}


def with_etag(request: Request, response: Response) -> Response:
    """Add a strong ETag; return 304 without a body if the client has this response; errors are unchanged."""
    if response.status_code != 200:
        return response
    etag = f'"{hashlib.sha256(response.body).hexdigest()[:32]}"'
    headers = {**_HEADERS, "etag": etag}
    if _matches(request.headers.get("if-none-match"), etag):
        return Response(status_code=304, headers=headers)
    response.headers.update(headers)
    return response


def _matches(header: str | None, etag: str) -> bool:
    etags = [one.strip().removeprefix("W/") for one in (header or "").split(",")]
    return etag in etags or etags == ["*"]
