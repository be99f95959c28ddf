"""Responses of GraphQL over HTTP: statuses, media types and headers."""

from collections.abc import Mapping
from typing import Any

import orjson
from starlette.responses import Response
from strawberry.types import ExecutionResult

from server.graphql.request import JSON

GRAPHQL_JSON = "application/graphql-response+json"


_CONTENT_TYPES = {kind: f"{kind}; charset=utf-8".encode() for kind in (JSON, GRAPHQL_JSON)}


class JSONBytes(Response):
    """A response whose body is JSON already: the headers that Starlette would compute, written down."""

    def __init__(
        self, body: bytes, status: int, media_type: str, headers: Mapping[str, str] | None = None
    ) -> None:
        self.status_code, self.body, self.background = status, body, None
        self.raw_headers = [
            *((name.encode("latin-1"), value.encode("latin-1")) for name, value in (headers or {}).items()),
            (b"content-length", str(len(body)).encode()),
            (b"content-type", _CONTENT_TYPES[media_type]),
        ]


def json_response(
    content: dict[str, Any], status: int, media_type: str, headers: Mapping[str, str] | None = None
) -> Response:
    """`media_type` is JSON or GRAPHQL_JSON; the names of `headers` are in lower case."""
    return JSONBytes(orjson.dumps(content), status, media_type, headers)


def execution_response(result: ExecutionResult, media_type: str) -> Response:
    """The response to a request; 400 for a document that was not executed, if the media type allows it."""
    errors = [error.formatted for error in result.errors] if result.errors else []
    never_executed = result.data is None and not any(error.path for error in result.errors or ())
    content: dict[str, Any] = {"errors": errors} if errors else {}
    if not never_executed:
        content["data"] = result.data
    if result.extensions:
        content["extensions"] = result.extensions
    return json_response(content, 400 if never_executed and media_type == GRAPHQL_JSON else 200, media_type)


def result_body(result: ExecutionResult) -> dict[str, Any]:
    """The data and errors of one result of a subscription."""
    errors = [error.formatted for error in result.errors or ()]
    return {"data": result.data, **({"errors": errors} if errors else {})}


def without_remaining_budget(result: ExecutionResult) -> ExecutionResult:
    """The result without the remaining budget, which changes each time: the ETag would change with it."""
    cost = (result.extensions or {}).get("cost")
    if cost:
        result.extensions = {"cost": {name: count for name, count in cost.items() if name != "left"}}
    return result


def rate_limited_response(result: ExecutionResult, seconds: int, media_type: str) -> Response:
    content: dict[str, Any] = {"errors": [error.formatted for error in result.errors or ()]}
    if result.extensions:
        content["extensions"] = result.extensions
    return json_response(content, 429, media_type, {"retry-after": str(seconds)})


def timed_out_response(seconds: float, media_type: str) -> Response:
    message = (
        f"La demande a pris plus de {seconds:g} s et a été arrêtée : demandez moins à la fois. / "
        f"The request took more than {seconds:g} s and was stopped: ask for less at once."
    )
    return json_response(error_body(message, "TIMED_OUT"), 504, media_type)


def not_begun_response(seconds: float, media_type: str) -> Response:
    """503: the caller's other operations took all the time, or the database did not identify the caller."""
    message = (
        f"La demande n'a pas pu commencer en {seconds:g} s, rien n'a été fait : demandez moins à la fois. / "
        f"The request could not begin within {seconds:g} s, nothing was done: ask for less at once."
    )
    return json_response(error_body(message, "UNAVAILABLE"), 503, media_type, {"retry-after": "5"})


def unavailable_response(media_type: str) -> Response:
    message = "La base de données ne répond pas. / The database does not answer."
    return json_response(error_body(message, "UNAVAILABLE"), 503, media_type, {"retry-after": "5"})


def error_body(message: str, code: str = "BAD_REQUEST") -> dict[str, Any]:
    return {"errors": [{"message": message, "extensions": {"code": code}}]}


def refusal_media_type(media_type: str | None) -> str:
    """The media type of a refusal; JSON for a stream that did not begin."""
    return GRAPHQL_JSON if media_type == GRAPHQL_JSON else JSON
