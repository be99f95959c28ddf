"""The admin panel: the files that were built from admin_ui, and its page at every address it knows."""

import re
from pathlib import Path

from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Receive, Scope, Send

BUILT = Path(__file__).parents[1] / "admin_ui" / "dist"
_ADDRESSES = (
    "/",
    "/connexion",
    "/mot-de-passe",
    "/mot-de-passe-oublie",
    "/comptes",
    "/historique",
    "/mon-compte",
)
_OF_AN_ACCOUNT = re.compile(r"/comptes/[^/]+(/imprimer)?")
_CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; media-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


def panel_routes(built: Path = BUILT) -> list[BaseRoute]:
    """None where the panel was not built: the service works without."""
    if not (built / "index.html").exists():
        return []
    return [
        Mount("/assets", Assets(built / "assets")),
        Route("/favicon.svg", FileResponse(built / "favicon.svg"), methods=["GET"]),
        *(Route(address, page) for address in _ADDRESSES),
        Route("/comptes/{rest:path}", page),
    ]


class Assets:
    """Files whose name changes with their content: kept for a year, sent compressed."""

    def __init__(self, folder: Path) -> None:
        self._files = GZipMiddleware(StaticFiles(directory=folder))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def kept(message: dict) -> None:  # type: ignore[type-arg]
            if message["type"] == "http.response.start" and message["status"] in (200, 304):
                message["headers"].append((b"cache-control", b"public, max-age=31536000, immutable"))
            await send(message)

        await self._files(scope, receive, kept)  # type: ignore[arg-type]


async def page(request: Request) -> Response:
    """The panel decides what to show; an address it does not know is 404, and a page all the same."""
    return panel_page(200 if is_known(request.url.path) else 404)


def panel_page(status: int, built: Path = BUILT) -> Response:
    headers = {"content-security-policy": _CONTENT_SECURITY_POLICY}
    return FileResponse(built / "index.html", status, headers)


def is_known(path: str) -> bool:
    return path in _ADDRESSES or _OF_AN_ACCOUNT.fullmatch(path) is not None
