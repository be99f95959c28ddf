"""The Starlette application: routes, middleware, and the database connection and workers while it runs."""

from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager

import structlog
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.types import Receive, Scope, Send

from models.database import connected
from server.access_log import AccessLog
from server.auth.cors import cors_middleware
from server.auth.oauth_token_endpoint import oauth_routes
from server.demo.mailbox import demo_mail_routes
from server.exports.routes import export_routes
from server.fair_turns import FairTurns
from server.graphiql import graphiql_routes
from server.graphql.callers import AccountsAndPartners
from server.graphql.http import GraphQLEndpoint
from server.graphql.posted import PostedGraphQL
from server.graphql.subscriptions import Subscriptions
from server.graphql.websocket import GraphQLSocket
from server.headers import SecurityHeaders
from server.health import alive, readiness, unreadiness
from server.logs import configure_logs
from server.operators.networks import OperatorNetworks
from server.operators.routes import operator_routes
from server.panel import panel_page, panel_routes
from server.plain_paths import PlainPaths
from server.rate_limits.loop_timer import tasks_timed
from server.services import create_services
from server.setting_types import networks_of
from server.settings import Settings
from server.settings import settings as read_settings
from server.voice.routes import spoken_routes
from server.workers.deferred_imports import deferred_imports
from server.workers.garbage import collected_between_requests
from server.workers.midnight import midnight_worker
from server.workers.outbox import outbox_worker
from server.workers.webhooks import webhook_worker

EVERY_METHOD = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]
"""The endpoint itself refuses the methods that it does not allow, with a GraphQL error."""

logger = structlog.stdlib.get_logger("comptoir.app")


class Comptoir(Starlette):
    """Starlette's application, with the way of the usual request beside its routes."""

    posted: PostedGraphQL

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self.posted.serves(scope):
            await self.posted(scope, receive, send)
        else:
            await super().__call__(scope, receive, send)


def create_app(settings: Settings | None = None) -> Comptoir:
    """The whole service, for uvicorn (`--factory`) and for tests."""
    chosen = settings or read_settings()
    configure_logs()
    services = create_services(chosen)
    streams = Subscriptions(services)

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        async with (
            tasks_timed(),
            aclosing(services.limits),
            connected(chosen.database_url, chosen.statement_seconds),
        ):
            reason = await unreadiness(chosen)
            logger.info("started", environment=chosen.environment, ready=reason is None, reason=reason)
            async with (
                midnight_worker(),
                streams.open(),
                services.key_usage.writing(),
                webhook_worker(chosen, services.network),
                outbox_worker(chosen),
                deferred_imports(),
                collected_between_requests(lambda: services.slots.held > 0),
            ):
                yield
        logger.info("stopped")

    endpoint = GraphQLEndpoint(services, streams, AccountsAndPartners(services))
    app = Comptoir(
        routes=[
            Route("/graphql", endpoint.__call__, methods=EVERY_METHOD, middleware=cors_middleware(chosen)),
            WebSocketRoute("/graphql", GraphQLSocket(services, streams).__call__),
            Route("/healthz", alive),
            Route("/readyz", readiness(chosen)),
            *oauth_routes(services),
            *export_routes(services),
            *spoken_routes(services),
            *demo_mail_routes(chosen),
            *panel_routes(),
            *graphiql_routes(chosen),
            *operator_routes(services, streams),
        ],
        middleware=[
            Middleware(SecurityHeaders, https=chosen.https),
            Middleware(AccessLog),
            Middleware(PlainPaths),
            Middleware(FairTurns, services=services),
            Middleware(OperatorNetworks, networks=networks_of(chosen.operator_networks), not_found=not_found),
        ],
        exception_handlers={404: not_found},
        lifespan=lifespan,
    )
    app.posted = PostedGraphQL(endpoint, chosen)
    app.state.services, app.state.streams = services, streams
    app.state.key_usage = services.key_usage
    app.router.redirect_slashes = False  # a redirect would contain the Host header that the client sent
    return app


async def not_found(request: Request, _error: Exception) -> Response:
    if panel_routes() and "text/html" in request.headers.get("accept", ""):
        return panel_page(request, 404)
    return JSONResponse({"error": "not found", "path": request.url.path}, 404)
