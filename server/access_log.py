"""The access log: one line with an id for each request and WebSocket; exceptions become 503 or 500."""

import secrets
import time

import structlog
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from models.database import is_database_failure
from server.logs import log_failure, log_line

logger = structlog.stdlib.get_logger("comptoir.access")

_FAILED = JSONResponse({"error": "unexpected; the log has the details under x-request-id"}, 500)
_UNAVAILABLE = JSONResponse(
    {"error": "temporarily_unavailable", "error_description": "the database does not answer"},
    503,
    {"retry-after": "5"},
)


class AccessLog:
    """One line for each request: its route, not its path, which may hold an identifier or anything else.

    An exception becomes a 503 or 500 here, inside SecurityHeaders; Starlette's own handler is outside, and
    its response would lack those headers.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in {"http", "websocket"}:
            await self.app(scope, receive, send)
            return
        request_id = begin_request()
        if scope["type"] == "websocket":
            await self._socket(scope, receive, send)
        else:
            await self._request(scope, receive, send, request_id)

    async def _socket(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Log one line when the connection ends."""
        started, code = time.perf_counter(), 0

        async def sending(message: Message) -> None:
            nonlocal code
            code = message.get("code", code)
            await send(message)

        async def receiving() -> Message:
            nonlocal code
            message = await receive()
            code = message.get("code", code)
            return message

        try:
            await self.app(scope, receiving, sending)
        except Exception as error:
            log_failure("unexpected error", error)
            raise
        finally:
            route = getattr(scope.get("route"), "path", "elsewhere")
            seconds = round(time.perf_counter() - started, 1)
            logger.info("socket", path=route, code=code, seconds=seconds)

    async def _request(self, scope: Scope, receive: Receive, send: Send, request_id: str) -> None:
        started, status = time.perf_counter(), 0

        async def watched(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message.get("headers", []), (b"x-request-id", request_id.encode())]
            await send(message)

        try:
            await self.app(scope, receive, watched)
        except Exception as error:
            response = failure_response(error)
            if status:  # the response has begun: it can only be broken off
                raise
            await response(scope, receive, watched)
        finally:
            route = getattr(scope.get("route"), "path", "elsewhere")
            log_request(scope["method"], route, status, started, request_id)


def begin_request() -> str:
    """Return the id of a new request, which each line that its task logs has from here on."""
    request_id = secrets.token_hex(8)
    structlog.contextvars.bind_contextvars(request=request_id)
    return request_id


def log_request(method: str, route: str, status: int, began: float, request_id: str) -> None:
    """Log the line of a request that is answered. `began`: seconds of time.perf_counter()."""
    elapsed = round((time.perf_counter() - began) * 1000, 1)
    fields = {"method": method, "path": route, "status": status, "ms": elapsed}
    log_line("comptoir.access", {**fields, "event": "request", "request": request_id})


def failure_response(error: Exception) -> Response:
    """Log an unexpected error, and return the response for it, if there is none yet: 503 or 500."""
    unavailable = is_database_failure(error)
    log_failure("database unavailable" if unavailable else "unexpected error", error)
    return _UNAVAILABLE if unavailable else _FAILED
