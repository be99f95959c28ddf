"""The usual request, POST /graphql that is answered in JSON, from its ASGI scope to its response.

Starlette's routing, middleware and response would take most of the time that the server spends on it. The
endpoint is the same, and so is the response, byte for byte: a test sends requests both ways.
"""

import time

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from server.access_log import begin_request, failure_response, log_request
from server.graphql.content_negotiation import accepted_type
from server.graphql.http import MEDIA_TYPES, GraphQLEndpoint
from server.graphql.sse import EVENT_STREAM
from server.headers import RawHeaders, security_headers, with_security_headers
from server.settings import Settings

PATH = "/graphql"


class PostedGraphQL:
    """Serves POST /graphql, unless it is answered by a stream, or with CORS headers, or refused with 406."""

    def __init__(self, endpoint: GraphQLEndpoint, settings: Settings) -> None:
        self._endpoint, self._has_cors = endpoint, bool(settings.origins)
        self._security = security_headers(settings.https)

    def serves(self, scope: Scope) -> bool:
        """Return whether this request is of the usual kind; Starlette's application serves all others."""
        if scope["type"] != "http" or scope["path"] != PATH or scope["method"] != "POST":
            return False
        accept = None
        for name, value in scope["headers"]:
            if name == b"accept" and accept is None:
                accept = value.decode("latin-1")
            elif name == b"origin" and self._has_cors:
                return False
        return not scope.get("root_path") and accepted_type(accept, MEDIA_TYPES) not in {None, EVENT_STREAM}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        began, status, request_id = time.perf_counter(), 0, begin_request()
        try:
            try:
                response = await self._endpoint(_IndexedRequest(scope, receive))
            except Exception as error:
                response = failure_response(error)
            status = response.status_code
            own: RawHeaders = [*response.raw_headers, (b"x-request-id", request_id.encode())]
            headers = with_security_headers(own, self._security)
            await send({"type": "http.response.start", "status": status, "headers": headers})
            await send({"type": "http.response.body", "body": response.body})
        finally:
            log_request("POST", PATH, status, began, request_id)


class _IndexedHeaders(Headers):
    """Headers that are looked up by name more often than there are headers."""

    def __init__(self, raw: RawHeaders) -> None:
        super().__init__(raw=raw)
        self._first = {name.decode("latin-1"): value.decode("latin-1") for name, value in reversed(raw)}

    def __getitem__(self, name: str) -> str:
        return self._first[name.lower()]

    def get(self, name: str, default: str | None = None) -> str | None:  # type: ignore[override]
        return self._first.get(name.lower(), default)

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and name.lower() in self._first

    def getlist(self, name: str) -> list[str]:
        return super().getlist(name) if name in self else []


class _IndexedRequest(Request):
    def __init__(self, scope: Scope, receive: Receive) -> None:
        super().__init__(scope, receive)
        self._indexed = _IndexedHeaders(scope["headers"])

    @property
    def headers(self) -> Headers:
        return self._indexed
