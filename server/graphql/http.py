"""GraphQL over HTTP: parses a request, finds its caller, executes it within limits, and responds."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from strawberry.schema.exceptions import CannotGetOperationTypeError, InvalidOperationTypeError
from strawberry.types.graphql import OperationType

from models.database import is_database_failure
from resolvers.caller import Caller
from schema.context import Context
from server.auth.cors import client_address
from server.graphiql import is_graphiql_served, to_graphiql
from server.graphql.answer import answer_to
from server.graphql.callers import Callers
from server.graphql.content_negotiation import accepted_type, language_of
from server.graphql.persisted_documents import may_execute
from server.graphql.refused_requests import charged_refusal
from server.graphql.request import (
    JSON,
    BadRequest,
    GraphQLRequest,
    is_opened_by_a_person,
    parse_body,
    parse_get_request,
    receive_body,
)
from server.graphql.response import (
    GRAPHQL_JSON,
    error_body,
    json_response,
    not_begun_response,
    refusal_media_type,
    timed_out_response,
    unavailable_response,
)
from server.graphql.sse import EVENT_STREAM, EventStream
from server.graphql.subscriptions import Subscriptions
from server.logs import log_failure
from server.rate_limits.disconnection import disconnection_of
from server.rate_limits.fair_slots import NotBegun, slot_owner
from server.services import Services

MEDIA_TYPES = (JSON, GRAPHQL_JSON, EVENT_STREAM)
_ALLOWED = "GET, POST"
_UNTRUSTED = (
    "Seuls les documents connus de ce service sont exécutés pour vous. / "
    "Only documents that this service knows are executed for you."
)
_OPERATIONS = {
    "GET": {OperationType.QUERY},
    "POST": {OperationType.QUERY, OperationType.MUTATION},
}


@dataclass(slots=True)
class _Turn:
    """How far a request is, which `timeout` ends unless its operation was executed in time."""

    timeout: asyncio.Timeout
    context: Context | None = None
    """None as long as nothing was executed."""
    executed: bool = False


class GraphQLEndpoint:
    """POST with a JSON body; GET for queries. `callers` are those that this endpoint recognises."""

    def __init__(self, services: Services, streams: Subscriptions, callers: Callers) -> None:
        self.services, self.streams, self.callers = services, streams, callers
        self.settings, self.policy = services.settings, services.settings.policy

    async def __call__(self, request: Request) -> Response:
        media_type = accepted_type(request.headers.get("accept"), MEDIA_TYPES)
        try:
            read = await self._received(request, media_type)
            return await self._in_turn(request, read, media_type or JSON)
        except ClientDisconnect:
            return Response(status_code=499)  # the client has disconnected
        except BadRequest as error:
            refusal = await charged_refusal(self.services.limits, request, error)
            return json_response(
                error_body(refusal.message, refusal.code),
                refusal.status,
                refusal_media_type(media_type),
                refusal.headers,
            )
        except Exception as error:
            if not is_database_failure(error):
                raise
            log_failure("database unavailable", error)
            return unavailable_response(refusal_media_type(media_type))

    async def _received(self, request: Request, media_type: str | None) -> Callable[[], GraphQLRequest]:
        """Receive the request, and return what parses it, or refuses it with BadRequest.

        A slow client must not hold a slot while its body arrives. Everything else is done in a slot.
        """
        try:
            if media_type is None:
                raise BadRequest(406, f"Accept {GRAPHQL_JSON} or {JSON}: nothing else is spoken here.")
            if request.method not in _OPERATIONS:
                raise BadRequest(405, f"{request.method} is not for {request.url.path}.", {"allow": _ALLOWED})
            if not self.callers.is_origin_accepted(request):
                raise BadRequest(403, "This request comes from a page of another origin.")
            if request.method == "GET":
                return lambda: parse_get_request(request)
            body = await receive_body(request, self.settings.request_bytes)
        except BadRequest as error:
            refusal = error

            def refuse() -> GraphQLRequest:
                raise refusal

            return refuse
        return lambda: parse_body(body)

    async def _in_turn(
        self, request: Request, read: Callable[[], GraphQLRequest], media_type: str
    ) -> Response:
        """Respond in a slot of the caller, once one is free.

        Raises: BadRequest; ClientDisconnect, if the client disconnects while it waits.
        """
        seconds, slot = self.settings.operation_seconds, None
        turn = _Turn(asyncio.timeout(seconds))
        try:
            async with turn.timeout:
                caller = await self._caller(request)
                owner = slot_owner(caller, client_address(request))
                slot = await self.services.slots.take(owner, disconnected=disconnection_of(request))
                return await slot.run(self._respond(request, read, caller, media_type, turn))
        except (TimeoutError, NotBegun):
            if turn.executed:
                raise
            if turn.context is None:
                return not_begun_response(seconds, refusal_media_type(media_type))
            turn.context.stop()
            return timed_out_response(seconds, media_type)
        finally:
            if slot is not None:
                slot.release()

    async def _respond(
        self,
        request: Request,
        read: Callable[[], GraphQLRequest],
        caller: Caller,
        media_type: str,
        turn: _Turn,
    ) -> Response:
        """Raises: BadRequest, as `read`; 403 for a document that the caller may not execute."""
        wants_graphiql = self.callers.serves_graphiql and is_opened_by_a_person(request)
        if wants_graphiql and is_graphiql_served(self.settings):
            return to_graphiql()
        operation = read()
        if not may_execute(caller, operation.query, self.settings):
            raise BadRequest(403, _UNTRUSTED, code="UNTRUSTED_DOCUMENT")
        if media_type == EVENT_STREAM:
            return self._follow(request, operation, caller)
        return await self._execute(request, operation, caller, media_type, turn)

    async def _caller(self, request: Request) -> Caller:
        """Return the caller; a cookie or key is looked up in a slot of the client's network address.

        Raises: BadRequest, as `Callers.recognise`; NotBegun; ClientDisconnect.
        """
        if not self.callers.has_credentials(request):
            return self.callers.anonymous
        caller = await self.services.slots.recognise(
            client_address(request),
            lambda: self.callers.recognise(request, datetime.now(UTC)),
            disconnected=disconnection_of(request),
        )
        return caller or self.callers.anonymous

    def _follow(self, request: Request, operation: GraphQLRequest, caller: Caller) -> Response:
        stream = self.streams.stream(
            self.callers.bearer(request),
            caller,
            client_address(request),
            language_of(request.headers.get("accept-language")),
            {
                "query": operation.query,
                "variable_values": operation.variables,
                "operation_name": operation.operation_name,
            },
            request.headers.get("last-event-id"),
        )
        return EventStream(stream, self.streams)

    async def _execute(
        self,
        request: Request,
        operation: GraphQLRequest,
        caller: Caller,
        media_type: str,
        turn: _Turn,
    ) -> Response:
        """Raises: BadRequest."""
        turn.context = context = self._context(request, caller, datetime.now(UTC))
        try:
            result = await self.services.schema.execute(
                operation.query,
                variable_values=operation.variables,
                context_value=context,
                operation_name=operation.operation_name,
                allowed_operation_types=_OPERATIONS[request.method],
            )
        except InvalidOperationTypeError as error:
            if error.operation_type is OperationType.MUTATION:
                raise BadRequest(405, "A mutation is sent with POST.", {"allow": "POST"}) from None
            message = f"A subscription is followed as {EVENT_STREAM}, or over WebSocket."
            raise BadRequest(400, message) from None
        except CannotGetOperationTypeError as error:
            raise BadRequest(400, error.as_http_error_reason()) from None
        turn.executed = True
        if not turn.timeout.expired():
            turn.timeout.reschedule(None)
        return await answer_to(request, result, context, media_type, self.settings, self.callers)

    def _context(self, request: Request, caller: Caller, now: datetime) -> Context:
        address = client_address(request)
        return Context(
            caller=caller,
            now=now,
            policy=self.policy,
            language=language_of(request.headers.get("accept-language")),
            wait=self.services.limits.for_address(address),
            budget=self.services.limits.budget(caller, address),
            introspection=self.settings.introspection,
            may_reach=self.services.network.may_reach,
        )
