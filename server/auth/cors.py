"""Pages of other origins: refused, but for those that the settings name, which come without a session."""

from urllib.parse import urlsplit

from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import HTTPConnection

from server.settings import Settings

_HEADERS = ("authorization", "content-type", "if-none-match", "last-event-id")
_TOLD = ("etag", "retry-after", "x-request-id")


def cors_middleware(settings: Settings) -> list[Middleware]:
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


def client_address(request: HTTPConnection) -> str:
    """Return the network address of the client; "" if unknown."""
    return request.client.host if request.client else ""


def is_same_origin(request: HTTPConnection, settings: Settings) -> bool:
    """Browsers say where a page comes from: only ours may act with the cookie they send along.

    Without TLS, where people try it out, it may go by any name that leads here.
    """
    origin = request.headers.get("origin")
    if origin is None:
        return request.headers.get("sec-fetch-site") != "cross-site"
    parts = urlsplit(settings.public_url)
    known = origin == f"{parts.scheme}://{parts.netloc}"
    return known or (not settings.https and origin == f"http://{request.headers.get('host')}")


def is_allowed_origin(request: HTTPConnection, settings: Settings) -> bool:
    """A page of another origin that the settings name: whatever cookie comes with it is not read."""
    return request.headers.get("origin") in settings.origins and not is_same_origin(request, settings)


def is_origin_accepted(request: HTTPConnection, settings: Settings) -> bool:
    """Return whether the request may be served: no browser, our own pages, or an allowed origin."""
    return is_same_origin(request, settings) or is_allowed_origin(request, settings)
