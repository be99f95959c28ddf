"""Logs: one JSON object a line, with no personal data in it; a reference for every request."""

import logging
import secrets
import sys
import time
import traceback

import structlog
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from models.database import is_database_failure

logger = structlog.stdlib.get_logger("comptoir.access")
failures = structlog.stdlib.get_logger("comptoir.failures")


def without_text(
    _logger: object, _method: str, event: structlog.typing.EventDict
) -> structlog.typing.EventDict:
    """Of an exception that a library logs, its kind and where it came from (uvicorn, asyncio)."""
    found = event.pop("exc_info", None)
    error = found[1] if isinstance(found, tuple) else found
    if isinstance(error, BaseException):
        event.update(error_kind_and_frames(error))
    return event


_SHARED: list[structlog.typing.Processor] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.ExtraAdder(),
    without_text,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]


def configure_logs() -> None:
    """For this process: ours and the libraries', alike. Nothing logs what clients or databases said."""
    structlog.configure(
        processors=[*_SHARED, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.addFilter(_is_ours_to_tell)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=_SHARED,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.JSONRenderer(),
            ],
        )
    )
    logging.root.handlers = [handler]
    logging.root.setLevel(logging.INFO)
    for noisy in ("tortoise", "asyncio", "uvicorn.access"):
        logging.getLogger(noisy).setLevel(logging.WARNING)


def _is_ours_to_tell(record: logging.LogRecord) -> bool:
    """uvicorn tells of each socket with its address and all that stands in it: AccessLog does without."""
    told = str(record.msg)
    return record.name != "uvicorn.error" or not ('"WebSocket ' in told or told.startswith("connection "))


def error_kind_and_frames(error: BaseException) -> dict[str, object]:
    """What may be told of an error: never its text, which may hold names."""
    frames = [f"{f.filename}:{f.lineno} {f.name}" for f in traceback.extract_tb(error.__traceback__)]
    return {"error": type(error).__name__, "frames": frames[-8:]}


def log_failure(event: str, error: BaseException) -> None:
    failures.error(event, **error_kind_and_frames(error))


_FAILED = JSONResponse({"error": "unexpected; the log has the details under x-request-id"}, 500)
_AWAY = JSONResponse(
    {"error": "temporarily_unavailable", "error_description": "the database does not answer"},
    503,
    {"retry-after": "5"},
)


class AccessLog:
    """One line a request: the route it took, not its path, which may hold an identifier or anything else.

    What fails is a 503 or 500 here, inside of the headers that every answer carries; starlette's is outside.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in {"http", "websocket"}:
            await self.app(scope, receive, send)
            return
        request_id = secrets.token_hex(8)
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request=request_id)
        if scope["type"] == "websocket":
            await self._socket(scope, receive, send)
        else:
            await self._request(scope, receive, send, request_id)

    async def _socket(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One line when it ends."""
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
            away = is_database_failure(error)
            log_failure("database unavailable" if away else "unexpected error", error)
            if status:  # it has begun: breaking it off is all that is left to say
                raise
            await (_AWAY if away else _FAILED)(scope, receive, watched)
        finally:
            elapsed = round((time.perf_counter() - started) * 1000, 1)
            route = getattr(scope.get("route"), "path", "elsewhere")
            logger.info("request", method=scope["method"], path=route, status=status, ms=elapsed)
