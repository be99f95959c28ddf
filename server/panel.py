"""The admin panel: the files built from admin_ui, and its page at each of the panel's paths."""

import re
from pathlib import Path

from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Receive, Scope, Send

BUILT = Path(__file__).parents[1] / "admin_ui" / "dist"
_PATHS = (
    "/",
    "/connexion",
    "/mot-de-passe",
    "/mot-de-passe-oublie",
    "/comptes",
    "/historique",
    "/mon-compte",
)
_ACCOUNT_PATH = re.compile(r"/comptes/[^/]+(/imprimer)?")
_CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; media-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


def panel_routes(built: Path = BUILT) -> list[BaseRoute]:
    """Empty if the panel was not built: the service works without it."""
    if not (built / "index.html").exists():
        return []
    return [
        Mount("/assets", Assets(built / "assets")),
        Route("/favicon.svg", FileResponse(built / "favicon.svg"), methods=["GET"]),
        *(Route(address, page) for address in _PATHS),
        Route("/comptes/{rest:path}", page),
    ]


class Assets:
    """Files whose name changes with their content: cached for a year, sent compressed."""

    def __init__(self, folder: Path) -> None:
        self._files = GZipMiddleware(StaticFiles(directory=folder))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_cacheable(message: dict) -> None:  # type: ignore[type-arg]
            if message["type"] == "http.response.start" and message["status"] in (200, 304):
                message["headers"].append((b"cache-control", b"public, max-age=31536000, immutable"))
            await send(message)

        await self._files(scope, receive, send_cacheable)  # type: ignore[arg-type]


async def page(request: Request) -> Response:
    """The panel's page, which decides what to show; with status 404 at a path that it does not know."""
    return panel_page(200 if is_known(request.url.path) else 404)


def panel_page(status: int, built: Path = BUILT) -> Response:
    headers = {"content-security-policy": _CONTENT_SECURITY_POLICY}
    return FileResponse(built / "index.html", status, headers)


def is_known(path: str) -> bool:
    return path in _PATHS or _ACCOUNT_PATH.fullmatch(path) is not None
