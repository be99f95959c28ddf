"""GraphQL over HTTP: a request's body in, its answer out. Nothing else is decided here."""

import asyncio
from datetime import UTC, datetime

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from strawberry.schema.exceptions import CannotGetOperationTypeError, InvalidOperationTypeError
from strawberry.types.graphql import OperationType

from models.database import is_database_failure
from resolvers.caller import STRANGER, Caller
from schema.build import build_schema
from schema.context import Context
from server.bearer import CHALLENGE, bearer_in, recognise_bearer
from server.etags import kept
from server.graphql_answer import (
    GRAPHQL_JSON,
    answer,
    error,
    executed,
    plain,
    timed_out,
    too_often,
    unavailable,
    without_left,
)
from server.graphql_request import JSON, BadRequest, GraphQLRequest, got, posted
from server.graphql_sse import EVENT_STREAM, EventStream
from server.health import unreadiness
from server.limits import Limits
from server.negotiation import accepted_type, language_of
from server.oauth import issuer_of
from server.open_network import OpenNetwork
from server.origins import address_of, is_invited, may_come
from server.sessions import caller_of, set_cookie, take_cookie_back
from server.settings import Settings
from server.streams import Streams
from server.telemetry import log_failure
from server.trusted import may_ask
from server.uses import Uses

_ALLOWED = "GET, POST"
_UNTRUSTED = (
    "Seuls les documents connus de ce service sont exécutés pour vous. / "
    "Only documents that this service knows are executed for you."
)
_OPERATIONS = {
    "GET": {OperationType.QUERY},
    "POST": {OperationType.QUERY, OperationType.MUTATION},
}


class GraphQLEndpoint:
    """POST with a JSON body; GET for queries."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.policy = settings.policy
        self.schema = build_schema()
        self.limits = Limits(settings)
        self.issuer = issuer_of(settings)
        self.uses = Uses()
        self.network = OpenNetwork(settings.webhook_private_addresses)
        self.streams = Streams(settings, self.schema, self.issuer, self.limits, self.uses)

    async def __call__(self, request: Request) -> Response:
        media_type = accepted_type(request.headers.get("accept"), (JSON, GRAPHQL_JSON, EVENT_STREAM))
        try:
            if media_type is None:
                raise BadRequest(406, f"Accept {GRAPHQL_JSON} or {JSON}: nothing else is spoken here.")
            asked = await self._read(request)
            if media_type == EVENT_STREAM:
                return await self._follow(request, asked)
            return await self._execute(request, asked, media_type)
        except ClientDisconnect:
            return Response(status_code=499)  # nobody is there to read it
        except BadRequest as bad:
            return answer(error(bad.message, bad.code), bad.status, plain(media_type), bad.headers)
        except Exception as failure:
            if not is_database_failure(failure):
                raise
            log_failure("database unavailable", failure)
            return unavailable(plain(media_type))

    async def _read(self, request: Request) -> GraphQLRequest:
        if request.method not in _OPERATIONS:
            raise BadRequest(405, f"{request.method} is not for /graphql.", {"allow": _ALLOWED})
        if not may_come(request, self.settings):
            raise BadRequest(403, "This request comes from a page of another origin.")
        return got(request) if request.method == "GET" else await posted(request, self.settings.request_bytes)

    async def _allowed(self, request: Request, asked: GraphQLRequest, now: datetime) -> Caller:
        """Errors: BadRequest, as `caller_of`; 403 for a document that this kind of caller may not send."""
        caller = await self.caller_of(request, now)
        if not may_ask(caller, asked.query, self.settings):
            raise BadRequest(403, _UNTRUSTED, code="UNTRUSTED_DOCUMENT")
        return caller

    async def caller_of(self, request: Request, now: datetime) -> Caller:
        """A partner by what it bears, else people by their session. Errors: BadRequest, 401 for what is not
        good: a partner whose key was revoked has to hear of it, and is no stranger."""
        bearer = bearer_in(request)
        if bearer is None:
            invited = is_invited(request, self.settings)
            return STRANGER if invited else await caller_of(request, now, self.policy, self.settings.https)
        known = await recognise_bearer(bearer, self.issuer, now)
        if known is None:
            told = "This key or token is not good, or not any more."
            raise BadRequest(401, told, {"www-authenticate": CHALLENGE}, "UNAUTHENTICATED")
        self.uses.count(known.key.id, now)
        return known.caller

    async def _follow(self, request: Request, asked: GraphQLRequest) -> Response:
        caller = await self._allowed(request, asked, datetime.now(UTC))
        answers = self.streams.answers(
            bearer_in(request),
            caller,
            address_of(request),
            language_of(request.headers.get("accept-language")),
            {
                "query": asked.query,
                "variable_values": asked.variables,
                "operation_name": asked.operation_name,
            },
            request.headers.get("last-event-id"),
        )
        return EventStream(answers, self.streams.seconds_to_send, self.streams.ending)

    async def _execute(self, request: Request, asked: GraphQLRequest, media_type: str) -> Response:
        now = datetime.now(UTC)
        https = self.settings.https
        invited = is_invited(request, self.settings)
        caller, address = await self._allowed(request, asked, now), address_of(request)
        context = Context(
            caller=caller,
            now=now,
            policy=self.policy,
            language=language_of(request.headers.get("accept-language")),
            wait=self.limits.for_address(address),
            budget=self.limits.budget(caller, address),
            introspection=self.settings.introspection,
            may_reach=self.network.may_reach,
        )
        try:
            async with asyncio.timeout(self.settings.operation_seconds):
                result = await self.schema.execute(
                    asked.query,
                    variable_values=asked.variables,
                    context_value=context,
                    operation_name=asked.operation_name,
                    allowed_operation_types=_OPERATIONS[request.method],
                )
        except TimeoutError:
            context.stop()
            return timed_out(self.settings.operation_seconds, media_type)
        except InvalidOperationTypeError as wrong:
            if wrong.operation_type is OperationType.MUTATION:
                raise BadRequest(405, "A mutation is sent with POST.", {"allow": "POST"}) from None
            told = f"A subscription is followed as {EVENT_STREAM}, or over WebSocket."
            raise BadRequest(400, told) from None
        except CannotGetOperationTypeError as wrong:
            raise BadRequest(400, wrong.as_http_error_reason()) from None
        if any(map(is_database_failure, context.unforeseen)) and await unreadiness(self.settings):
            return unavailable(media_type)
        if context.seconds_to_wait:
            return too_often(result, context.seconds_to_wait, media_type)
        if request.method == "GET":
            return kept(request, executed(without_left(result), media_type))
        response = executed(result, media_type)
        if invited:
            return response
        if context.session_token:
            set_cookie(response, context.session_token, self.policy, https)
        elif context.session_ended:
            take_cookie_back(response, https)
        return response
