"""The admin panel: the files built from admin_ui, and its page at each of the panel's paths."""

import re
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route

from server.files.static_files import StaticFolder, stored_file

BUILT = Path(__file__).parents[1] / "admin_ui" / "dist"
_PATHS = (
    "/",
    "/connexion",
    "/mot-de-passe",
    "/mot-de-passe-oublie",
    "/comptes",
    "/historique",
    "/mon-compte",
    "/etablissement",
    "/employeurs",
    "/donnees-personnelles",
    "/inscription",
    "/inscription/suivi",
    "/succession",
)
_ACCOUNT_PATH = re.compile(r"/comptes/[^/]+(/imprimer)?")
PAGE_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; media-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


def panel_routes(built: Path = BUILT) -> list[BaseRoute]:
    """Empty if the panel was not built: the service works without it."""
    if not (built / "index.html").exists():
        return []

    async def favicon(request: Request) -> Response:
        return stored_file(built / "favicon.svg", request.headers, headers={"cache-control": "no-cache"})

    return [
        Mount("/assets", StaticFolder(directory=built / "assets")),
        Route("/favicon.svg", favicon, methods=["GET"]),
        *(Route(address, page) for address in _PATHS),
        Route("/comptes/{rest:path}", page),
    ]


async def page(request: Request) -> Response:
    """The panel's page, which decides what to show; with status 404 at a path that it does not know."""
    return panel_page(request, 200 if is_known(request.url.path) else 404)


def panel_page(request: Request, status: int, built: Path = BUILT) -> Response:
    headers = {"content-security-policy": PAGE_SECURITY_POLICY}
    return stored_file(built / "index.html", request.headers, status, headers)


def is_known(path: str) -> bool:
    return path in _PATHS or _ACCOUNT_PATH.fullmatch(path) is not None
