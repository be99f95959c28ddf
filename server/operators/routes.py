"""The operators' endpoint and pages, under their own address (N3)."""

from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from server.files.static_files import stored_file
from server.graphql.http import GraphQLEndpoint
from server.graphql.subscriptions import Subscriptions
from server.operators.callers import Operators
from server.operators.networks import OPERATORS_PATH
from server.panel import BUILT, PAGE_SECURITY_POLICY
from server.services import Services

OPERATORS_ENDPOINT = f"{OPERATORS_PATH}/graphql"
_EVERY_METHOD = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]
_PAGES = ("", "/", "/connexion", "/inscriptions", "/personne", "/messages")


def operator_routes(services: Services, streams: Subscriptions, built: Path = BUILT) -> list[Route]:
    """The pages are missing if they were not built: the endpoint works without them."""
    endpoint = GraphQLEndpoint(services, streams, Operators(services.settings))
    routes = [Route(OPERATORS_ENDPOINT, endpoint.__call__, methods=_EVERY_METHOD)]
    page = built / "exploitation.html"
    if not page.exists():
        return routes

    async def operators_page(request: Request) -> Response:
        headers = {"content-security-policy": PAGE_SECURITY_POLICY}
        return stored_file(page, request.headers, headers=headers)

    return [*routes, *(Route(f"{OPERATORS_PATH}{path}", operators_page) for path in _PAGES)]
