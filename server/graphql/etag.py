"""ETags of responses to GET: with If-None-Match, an unchanged response is not sent again (RFC 9110)."""

import hashlib

from starlette.requests import Request
from starlette.responses import Response

_HEADERS = {
    "cache-control": "private, no-cache",
    "vary": "Accept, Accept-Language, Authorization, Cookie",
}


def with_etag(request: Request, response: Response) -> Response:
    """The answer with a strong ETag; 304 and nothing if the client has this very one; an error as it is."""
    if response.status_code != 200:
        return response
    etag = f'"{hashlib.sha256(response.body).hexdigest()[:32]}"'
    headers = {**_HEADERS, "etag": etag}
    if _matches(request.headers.get("if-none-match"), etag):
        return Response(status_code=304, headers=headers)
    response.headers.update(headers)
    return response


def _matches(header: str | None, etag: str) -> bool:
    given = [one.strip().removeprefix("W/") for one in (header or "").split(",")]
    return etag in given or given == ["*"]
