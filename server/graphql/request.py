"""Parses a GraphQL request from a JSON body or from a URL, or raises BadRequest."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson
from starlette.requests import Request

from server.graphql.content_negotiation import accepted_type
from server.graphql.persisted_documents import trusted_documents
from server.graphql.variable_limits import variables_excess
from server.request_body import BodyRefused, read_body

JSON = "application/json"


class BadRequest(Exception):
    """The request cannot be executed: its HTTP status, the message for the client, headers and error code."""

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


async def receive_body(request: Request, limit: int) -> bytes:
    """Receive a JSON body of at most `limit` bytes. Raises: BadRequest."""
    kind = request.headers.get("content-type", "")
    if kind != JSON and kind.split(";")[0].strip().lower() != JSON:
        raise BadRequest(415, f"Send the request as {JSON}.")
    try:
        return await read_body(request, limit)
    except BodyRefused as refused:
        raise BadRequest(refused.status, refused.message, refused.headers) from None


def parse_body(body: bytes) -> GraphQLRequest:
    """Parse a JSON body. Raises: BadRequest."""
    try:
        content = orjson.loads(body)
    except orjson.JSONDecodeError:
        raise BadRequest(400, "The body is not JSON.") from None
    if not isinstance(content, dict):
        raise BadRequest(400, "The body is a JSON object with a 'query'; requests are not batched here.")
    return _checked(content)


def parse_get_request(request: Request) -> GraphQLRequest:
    """Parse the query string. Raises: BadRequest."""
    content: dict[str, Any] = dict(request.query_params)
    for name in ("variables", "extensions"):
        if name in content:
            try:
                content[name] = orjson.loads(content[name])
            except orjson.JSONDecodeError:
                raise BadRequest(400, f"'{name}' is not JSON.") from None
    return _checked(content)


def is_opened_by_a_person(request: Request) -> bool:
    """Return whether a browser opens the bare address: it prefers a page, and asks for nothing."""
    offered = (JSON, "application/graphql-response+json", "text/event-stream", "text/html")
    return (
        request.method == "GET"
        and not {"query", "documentId"} & set(request.query_params)
        and accepted_type(request.headers.get("accept"), offered) == "text/html"
    )


def _checked(content: Mapping[str, Any]) -> GraphQLRequest:
    query, variables = _document(content), content.get("variables")
    operation_name, extensions = content.get("operationName"), content.get("extensions")
    if not isinstance(query, str) or not query.strip():
        raise BadRequest(400, "'query' is the text of a GraphQL document.")
    if variables is not None and not isinstance(variables, dict):
        raise BadRequest(400, "'variables' is a JSON object.")
    if too_much := variables_excess(variables):
        raise BadRequest(400, too_much, code="LIMIT_EXCEEDED")
    if operation_name is not None and not isinstance(operation_name, str):
        raise BadRequest(400, "'operationName' is text.")
    if extensions is not None and not isinstance(extensions, dict):
        raise BadRequest(400, "'extensions' is a JSON object.")
    return GraphQLRequest(query, variables, operation_name)


def _document(content: Mapping[str, Any]) -> object:
    """The text of the document; of the trusted document if the request has its id.

    Raises: BadRequest.
    """
    document_id = content.get("documentId")
    if document_id is None:
        return content.get("query")
    if "query" in content:
        raise BadRequest(400, "Send either 'query' or 'documentId'.")
    known = trusted_documents().get(document_id) if isinstance(document_id, str) else None
    if known is None:
        raise BadRequest(400, "No trusted document has this 'documentId'.", code="UNKNOWN_DOCUMENT")
    return known
