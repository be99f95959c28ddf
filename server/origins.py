"""Pages of other origins: refused."""

from urllib.parse import urlsplit

from starlette.requests import HTTPConnection


def is_own(request: HTTPConnection, public_url: str) -> bool:
    """Browsers say where a page comes from: only ours may act with the cookie they send along."""
    origin = request.headers.get("origin")
    if origin is None:
        return request.headers.get("sec-fetch-site") != "cross-site"
    own = {urlsplit(public_url).netloc, request.headers.get("host", "")}
    return urlsplit(origin).netloc in own
