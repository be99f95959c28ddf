"""Pages of other origins: refused, but for those that the settings name, which come without a session."""

from urllib.parse import urlsplit

from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import HTTPConnection

from server.settings import Settings

_HEADERS = ("authorization", "content-type", "if-none-match")
_TOLD = ("etag", "retry-after", "x-request-id")


def cross_origin(settings: Settings) -> list[Middleware]:
    """Of /graphql: nothing, unless the settings name an origin. Never with credentials."""
    if not settings.origins:
        return []
    return [
        Middleware(
            CORSMiddleware,
            allow_origins=settings.origins,
            allow_methods=("GET", "POST"),
            allow_headers=_HEADERS,
            expose_headers=_TOLD,
        )
    ]


def address_of(request: HTTPConnection) -> str:
    """Where it comes from; "" where nobody says."""
    return request.client.host if request.client else ""


def is_own(request: HTTPConnection, public_url: str) -> bool:
    """Browsers say where a page comes from: only ours may act with the cookie they send along."""
    origin = request.headers.get("origin")
    if origin is None:
        return request.headers.get("sec-fetch-site") != "cross-site"
    own = {urlsplit(public_url).netloc, request.headers.get("host", "")}
    return urlsplit(origin).netloc in own


def is_invited(request: HTTPConnection, settings: Settings) -> bool:
    """A page of another origin that the settings name: whatever cookie comes with it is not read."""
    return request.headers.get("origin") in settings.origins and not is_own(request, settings.public_url)
