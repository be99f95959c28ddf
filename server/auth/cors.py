"""Pages of other origins are refused, except those that the settings name, which have no session."""

from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import HTTPConnection

from server.settings import Settings

_HEADERS = ("authorization", "content-type", "if-none-match", "last-event-id")
_EXPOSED_HEADERS = ("etag", "retry-after", "x-request-id")


def cors_middleware(settings: Settings) -> list[Middleware]:
    """CORS for /graphql: empty unless the settings name an origin. Never with credentials."""
    if not settings.origins:
        return []
    return [
        Middleware(
            CORSMiddleware,
            allow_origins=settings.origins,
            allow_methods=("GET", "POST"),
            allow_headers=_HEADERS,
            expose_headers=_EXPOSED_HEADERS,
        )
    ]


def client_address(request: HTTPConnection) -> str:
    """Return the network address of the client; "" if unknown."""
    client: tuple[str, int] | None = request.scope.get("client")
    return client[0] if client else ""


def is_same_origin(request: HTTPConnection, settings: Settings) -> bool:
    """Whether the page that sends the request is our own: only then does its cookie count.

    Without TLS, as in the demo, the service may be reached by any host name.
    """
    origin = request.headers.get("origin")
    if origin is None:
        return request.headers.get("sec-fetch-site") != "cross-site"
    if origin == settings.public_url:
        return True
    return not settings.https and origin == f"http://{request.headers.get('host')}"


def is_allowed_origin(request: HTTPConnection, settings: Settings) -> bool:
    """Whether the page is of another origin that the settings name; its cookies are not read."""
    return request.headers.get("origin") in settings.origins and not is_same_origin(request, settings)


def is_origin_accepted(request: HTTPConnection, settings: Settings) -> bool:
    """Return whether the request may be served: no browser, our own pages, or an allowed origin."""
    return is_same_origin(request, settings) or is_allowed_origin(request, settings)
