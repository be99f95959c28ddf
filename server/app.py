"""The Starlette application: addresses, middleware, and the database for as long as it lives."""

from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager

import structlog
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route, WebSocketRoute

from models.database import connected
from server.access_log import AccessLog
from server.auth.cors import cors_middleware
from server.auth.oauth_token_endpoint import oauth_routes
from server.demo.mailbox import demo_mail_routes
from server.exports.routes import export_routes
from server.graphiql import graphiql_routes
from server.graphql.http import GraphQLEndpoint
from server.graphql.subscriptions import Subscriptions
from server.graphql.websocket import GraphQLSocket
from server.headers import SecurityHeaders
from server.health import alive, readiness, unreadiness
from server.logs import configure_logs
from server.panel import panel_page, panel_routes
from server.services import create_services
from server.settings import Settings
from server.settings import settings as read_settings
from server.voice.routes import spoken_routes
from server.workers.midnight import midnight_worker
from server.workers.outbox import outbox_worker
from server.workers.webhooks import webhook_worker

EVERY_METHOD = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]
"""The endpoint itself says which of them it allows, in GraphQL's words."""

logger = structlog.stdlib.get_logger("comptoir.app")


def create_app(settings: Settings | None = None) -> Starlette:
    """The whole service, for uvicorn (`--factory`) and for tests."""
    chosen = settings or read_settings()
    configure_logs()
    edge = create_services(chosen)
    streams = Subscriptions(edge)

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        async with aclosing(edge.limits), connected(chosen.database_url, chosen.statement_seconds):
            reason = await unreadiness(chosen)
            logger.info("started", environment=chosen.environment, ready=reason is None, reason=reason)
            async with (
                midnight_worker(),
                streams.open(),
                edge.uses.keeping(),
                webhook_worker(chosen, edge.network),
                outbox_worker(chosen),
            ):
                yield
        logger.info("stopped")

    endpoint = GraphQLEndpoint(edge, streams)
    app = Starlette(
        routes=[
            Route("/graphql", endpoint.__call__, methods=EVERY_METHOD, middleware=cors_middleware(chosen)),
            WebSocketRoute("/graphql", GraphQLSocket(edge, streams).__call__),
            Route("/healthz", alive),
            Route("/readyz", readiness(chosen)),
            *oauth_routes(edge),
            *export_routes(edge.schema, chosen),
            *spoken_routes(chosen),
            *demo_mail_routes(chosen),
            *panel_routes(),
            *graphiql_routes(chosen),
        ],
        middleware=[Middleware(SecurityHeaders, https=chosen.https), Middleware(AccessLog)],
        exception_handlers={404: nowhere},
        lifespan=lifespan,
    )
    app.state.uses, app.state.streams, app.state.gates = edge.uses, streams, endpoint.gates
    app.router.redirect_slashes = False  # a redirect would name whatever host the client has given
    return app


async def nowhere(request: Request, _error: Exception) -> Response:
    if panel_routes() and "text/html" in request.headers.get("accept", ""):
        return panel_page(404)
    return JSONResponse({"error": "not found", "path": request.url.path}, 404)
