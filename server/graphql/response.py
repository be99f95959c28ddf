"""What is answered: statuses, media types and headers of GraphQL over HTTP."""

from collections.abc import Mapping
from typing import Any

import orjson
from starlette.responses import Response
from strawberry.types import ExecutionResult

from server.graphql.request import JSON

GRAPHQL_JSON = "application/graphql-response+json"


def json_response(
    content: dict[str, Any], status: int, media_type: str, headers: Mapping[str, str] | None = None
) -> Response:
    return Response(
        orjson.dumps(content), status, dict(headers or {}), media_type=f"{media_type}; charset=utf-8"
    )


def execution_response(result: ExecutionResult, media_type: str) -> Response:
    """A document that was never executed is the client's error: 400, where the media type lets one say it."""
    errors = [error_body.formatted for error_body in result.errors or ()]
    never_executed = result.data is None and not any(error_body.path for error_body in result.errors or ())
    content: dict[str, Any] = {"errors": errors} if errors else {}
    if not never_executed:
        content["data"] = result.data
    if result.extensions:
        content["extensions"] = result.extensions
    return json_response(content, 400 if never_executed and media_type == GRAPHQL_JSON else 200, media_type)


def result_body(json_response: ExecutionResult) -> dict[str, Any]:
    """One answer of a stream."""
    errors = [error_body.formatted for error_body in json_response.errors or ()]
    return {"data": json_response.data, **({"errors": errors} if errors else {})}


def without_remaining_budget(result: ExecutionResult) -> ExecutionResult:
    """What is left changes from one answer to the next: with it, none would be the one that a client has."""
    cost = (result.extensions or {}).get("cost")
    if cost:
        result.extensions = {"cost": {name: count for name, count in cost.items() if name != "left"}}
    return result


def rate_limited_response(result: ExecutionResult, seconds: int, media_type: str) -> Response:
    content: dict[str, Any] = {"errors": [error_body.formatted for error_body in result.errors or ()]}
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
    """The caller's other operations kept all places, or the database did not say who calls."""
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
    """For a refusal: a stream that did not begin is told of in JSON."""
    return GRAPHQL_JSON if media_type == GRAPHQL_JSON else JSON
