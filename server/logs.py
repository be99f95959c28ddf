"""The set-up of logs: one JSON object a line, without personal data; errors are logged without their text."""

import logging
import sys
import traceback
from collections.abc import Mapping
from contextlib import nullcontext, suppress
from datetime import UTC, datetime
from typing import TextIO

import server.without_rich  # noqa: F401

# isort: split
import orjson
import structlog

_handlers: list[logging.StreamHandler[TextIO]] = []
"""The one that `configure_logs` set up last."""

failures = structlog.stdlib.get_logger("comptoir.failures")


def without_text(
    _logger: object, _method: str, event: structlog.typing.EventDict
) -> structlog.typing.EventDict:
    """Replace an exception that a library logs (uvicorn, asyncio) by its kind and its frames."""
    exc_info = event.pop("exc_info", None)
    error = exc_info[1] if isinstance(exc_info, tuple) else exc_info
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
    """Set up this process's logs, ours and the libraries'. Texts of clients and databases are not logged."""
    structlog.configure(
        processors=[*_SHARED, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.addFilter(_is_without_addresses)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=_SHARED,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.JSONRenderer(),
            ],
        )
    )
    _handlers[:] = [handler]
    logging.root.handlers = [handler]
    logging.root.setLevel(logging.INFO)
    for noisy in ("tortoise", "asyncio", "uvicorn.access"):
        logging.getLogger(noisy).setLevel(logging.WARNING)


def _is_without_addresses(record: logging.LogRecord) -> bool:
    """False for uvicorn's lines about WebSockets, which hold addresses and query strings; see AccessLog."""
    text = str(record.msg)
    return record.name != "uvicorn.error" or not ('"WebSocket ' in text or text.startswith("connection "))


def error_kind_and_frames(error: BaseException) -> dict[str, object]:
    """What may be logged of an error: never its text, which may hold names."""
    frames = [f"{f.filename}:{f.lineno} {f.name}" for f in traceback.extract_tb(error.__traceback__)]
    return {"error": type(error).__name__, "frames": frames[-8:]}


def log_line(logger: str, content: Mapping[str, object]) -> None:
    """Log one line at once, of values that may be logged as they are: without the chain of processors.

    The fields and their order are those of every other line.
    """
    now = datetime.now(UTC).isoformat().replace("+00:00", "Z")
    line = orjson.dumps({**content, "level": "info", "logger": logger, "timestamp": now}).decode()
    for handler in _handlers:
        with (
            handler.lock or nullcontext(),
            suppress(OSError, ValueError),
        ):  # as logging does with a closed file
            handler.stream.write(line + handler.terminator)  # standard error is flushed at each line


def log_failure(event: str, error: BaseException) -> None:
    """Log an error that nothing else reports, by its kind and frames."""
    failures.error(event, **error_kind_and_frames(error))
