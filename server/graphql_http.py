"""GraphQL over HTTP: a request's body in, its answer out. Nothing else is decided here."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import orjson
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from strawberry.schema.exceptions import CannotGetOperationTypeError, InvalidOperationTypeError
from strawberry.types import ExecutionResult
from strawberry.types.graphql import OperationType

from models.database import is_database_failure
from resolvers.caller import STRANGER, Caller
from schema.build import build_schema
from schema.context import Context
from server.bearer import CHALLENGE, bearer_in, recognise_bearer
from server.bodies import BodyRefused, read_body
from server.etags import kept
from server.graphql_sse import EVENT_STREAM, EventStream
from server.health import unreadiness
from server.limits import Limits
from server.negotiation import accepted_type, language_of
from server.nesting import nested_deeper
from server.oauth import issuer_of
from server.open_network import OpenNetwork
from server.origins import address_of, is_invited, is_own
from server.sessions import caller_of, set_cookie, take_cookie_back
from server.settings import Settings
from server.streams import Streams
from server.telemetry import log_failure
from server.trusted import may_ask, trusted_documents
from server.uses import Uses

GRAPHQL_JSON = "application/graphql-response+json"
JSON = "application/json"
_ALLOWED = "GET, POST"
_DEEPEST = 20
"""What the schema takes is 5 levels deep."""
_UNTRUSTED = (
    "Seuls les documents connus de ce service sont exécutés pour vous. / "
    "Only documents that this service knows are executed for you."
)
_OPERATIONS = {
    "GET": {OperationType.QUERY},
    "POST": {OperationType.QUERY, OperationType.MUTATION},
}


class BadRequest(Exception):
    """The request is not one that GraphQL could be asked to execute."""

    def __init__(
        self,
        status: int,
        message: str,
        headers: Mapping[str, str] | None = None,
        code: str = "BAD_REQUEST",
    ) -> None:
        super().__init__(message)
        self.status, self.message, self.headers, self.code = status, message, headers, code


@dataclass(frozen=True, slots=True)
class GraphQLRequest:
    query: str
    variables: dict[str, Any] | None
    operation_name: str | None


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
        self.streams = Streams(settings, self.schema, self.issuer, self.limits)

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
            return _answer(_error(bad.message, bad.code), bad.status, _plain(media_type), bad.headers)
        except Exception as error:
            if not is_database_failure(error):
                raise
            log_failure("database unavailable", error)
            return _unavailable(_plain(media_type))

    async def _read(self, request: Request) -> GraphQLRequest:
        if request.method == "GET":
            return _from_query(request)
        if request.method != "POST":
            raise BadRequest(405, f"{request.method} is not for /graphql.", {"allow": _ALLOWED})
        if not is_own(request, self.settings.public_url) and not is_invited(request, self.settings):
            raise BadRequest(403, "This request comes from a page of another origin.")
        kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
        if kind != JSON:
            raise BadRequest(415, f"Send the request as {JSON}.")
        try:
            return _from_body(await read_body(request, self.settings.request_bytes))
        except BodyRefused as refused:
            raise BadRequest(refused.status, refused.message) from None

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
        return EventStream(answers, self.streams.seconds_to_send)

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
            return _timed_out(self.settings.operation_seconds, media_type)
        except InvalidOperationTypeError as error:
            if error.operation_type is OperationType.MUTATION:
                raise BadRequest(405, "A mutation is sent with POST.", {"allow": "POST"}) from None
            told = f"A subscription is followed as {EVENT_STREAM}, or over WebSocket."
            raise BadRequest(400, told) from None
        except CannotGetOperationTypeError as error:
            raise BadRequest(400, error.as_http_error_reason()) from None
        if any(map(is_database_failure, context.unforeseen)) and await unreadiness(self.settings):
            return _unavailable(media_type)
        if context.seconds_to_wait:
            return _too_often(result, context.seconds_to_wait, media_type)
        if request.method == "GET":
            return kept(request, _result(_without_left(result), media_type))
        response = _result(result, media_type)
        if invited:
            return response
        if context.session_token:
            set_cookie(response, context.session_token, self.policy, https)
        elif context.session_ended:
            take_cookie_back(response, https)
        return response


def _from_body(body: bytes) -> GraphQLRequest:
    try:
        content = orjson.loads(body)
    except orjson.JSONDecodeError:
        raise BadRequest(400, "The body is not JSON.") from None
    if not isinstance(content, dict):
        raise BadRequest(400, "The body is a JSON object with a 'query'; requests are not batched here.")
    return _checked(content)


def _from_query(request: Request) -> GraphQLRequest:
    content: dict[str, Any] = dict(request.query_params)
    for name in ("variables", "extensions"):
        if name in content:
            try:
                content[name] = orjson.loads(content[name])
            except orjson.JSONDecodeError:
                raise BadRequest(400, f"'{name}' is not JSON.") from None
    return _checked(content)


def _checked(content: Mapping[str, Any]) -> GraphQLRequest:
    query, variables = _document(content), content.get("variables")
    operation_name, extensions = content.get("operationName"), content.get("extensions")
    if not isinstance(query, str) or not query.strip():
        raise BadRequest(400, "'query' is the text of a GraphQL document.")
    if variables is not None and not isinstance(variables, dict):
        raise BadRequest(400, "'variables' is a JSON object.")
    if nested_deeper(variables, _DEEPEST):
        raise BadRequest(400, f"'variables' are nested over {_DEEPEST} levels deep.", code="LIMIT_EXCEEDED")
    if operation_name is not None and not isinstance(operation_name, str):
        raise BadRequest(400, "'operationName' is text.")
    if extensions is not None and not isinstance(extensions, dict):
        raise BadRequest(400, "'extensions' is a JSON object.")
    return GraphQLRequest(query, variables, operation_name)


def _document(content: Mapping[str, Any]) -> object:
    """The text, or that of the trusted document with this id."""
    document_id = content.get("documentId")
    if document_id is None:
        return content.get("query")
    if "query" in content:
        raise BadRequest(400, "Send either 'query' or 'documentId'.")
    known = trusted_documents().get(document_id) if isinstance(document_id, str) else None
    if known is None:
        raise BadRequest(400, "No trusted document has this 'documentId'.", code="UNKNOWN_DOCUMENT")
    return known


def _result(result: ExecutionResult, media_type: str) -> Response:
    """A document that was never executed is the client's error: 400, where the media type lets one say it."""
    errors = [error.formatted for error in result.errors or ()]
    never_executed = result.data is None and not any(error.path for error in result.errors or ())
    content: dict[str, Any] = {"errors": errors} if errors else {}
    if not never_executed:
        content["data"] = result.data
    if result.extensions:
        content["extensions"] = result.extensions
    return _answer(content, 400 if never_executed and media_type == GRAPHQL_JSON else 200, media_type)


def _without_left(result: ExecutionResult) -> ExecutionResult:
    """What is left changes from one answer to the next: with it, none would be the one that a client has."""
    cost = (result.extensions or {}).get("cost")
    if cost:
        result.extensions = {"cost": {name: count for name, count in cost.items() if name != "left"}}
    return result


def _too_often(result: ExecutionResult, seconds: int, media_type: str) -> Response:
    content = {"errors": [error.formatted for error in result.errors or ()], "extensions": result.extensions}
    return _answer(content, 429, media_type, {"retry-after": str(seconds)})


def _timed_out(seconds: float, media_type: str) -> Response:
    message = (
        f"La demande a pris plus de {seconds:g} s et a été arrêtée : demandez moins à la fois. / "
        f"The request took more than {seconds:g} s and was stopped: ask for less at once."
    )
    return _answer(_error(message, "TIMED_OUT"), 504, media_type)


def _error(message: str, code: str = "BAD_REQUEST") -> dict[str, Any]:
    return {"errors": [{"message": message, "extensions": {"code": code}}]}


def _plain(media_type: str | None) -> str:
    """For a refusal: a stream that did not begin is told of in JSON."""
    return GRAPHQL_JSON if media_type == GRAPHQL_JSON else JSON


def _unavailable(media_type: str) -> Response:
    message = "La base de données ne répond pas. / The database does not answer."
    return _answer(_error(message, "UNAVAILABLE"), 503, media_type, {"retry-after": "5"})


def _answer(
    content: dict[str, Any], status: int, media_type: str, headers: Mapping[str, str] | None = None
) -> Response:
    return Response(
        orjson.dumps(content), status, dict(headers or {}), media_type=f"{media_type}; charset=utf-8"
    )
