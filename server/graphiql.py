"""GraphiQL at /graphiql: a page built with the panel, for the callers that the settings allow."""

from datetime import UTC, datetime
from pathlib import Path

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from server.auth.session_cookie import caller_from_cookie
from server.files.static_files import stored_file
from server.panel import BUILT
from server.setting_types import GraphiQL
from server.settings import Settings

PATH = "/graphiql"
_SIGN_IN_PAGE = f"/connexion?vers={PATH}"
# Its editor writes style elements as it goes, and its style holds fonts and pictures as data.
_CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "font-src 'self' data:; connect-src 'self'; worker-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


def is_graphiql_served(settings: Settings, built: Path = BUILT) -> bool:
    return settings.graphiql is not GraphiQL.OFF and (built / "graphiql.html").exists()


def to_graphiql() -> Response:
    """For a person who opens /graphql in a browser."""
    link = f'<!doctype html><title>GraphiQL</title><p><a href="{PATH}">GraphiQL</a>'
    return HTMLResponse(link, 303, {"location": PATH, "vary": "Accept"})


def graphiql_routes(settings: Settings, built: Path = BUILT) -> list[Route]:
    """Empty if GraphiQL is off, or was not built."""
    page = built / "graphiql.html"
    if not is_graphiql_served(settings, built):
        return []

    async def graphiql(request: Request) -> Response:
        if settings.graphiql is GraphiQL.SIGNED_IN:
            caller = await caller_from_cookie(request, datetime.now(UTC), settings.policy, settings.https)
            if caller.account is None:
                return RedirectResponse(_SIGN_IN_PAGE, 303)
        headers = {"content-security-policy": _CONTENT_SECURITY_POLICY}
        return stored_file(page, request.headers, headers=headers)

    return [Route(PATH, graphiql)]
