"""/healthz: the process lives. /readyz: its database answers and is of this version."""

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import JSONResponse

from models.database import DatabaseUnreachable
from models.migrate import missing_versions
from server.logs import log_failure
from server.settings import Settings


async def alive(_request: Request) -> JSONResponse:
    return JSONResponse({"status": "alive"})


async def unreadiness(settings: Settings) -> str | None:
    """Why this process cannot serve now; None if it can."""
    try:
        missing = await missing_versions(settings.database_url)
    except DatabaseUnreachable as error:
        log_failure("database unreachable", error)
        return f"database unreachable ({error})"
    return f"database not migrated: run 'comptoir migrate' ({len(missing)} missing)" if missing else None


def readiness(settings: Settings) -> Callable[[Request], Awaitable[JSONResponse]]:
    async def ready(_request: Request) -> JSONResponse:
        reason = await unreadiness(settings)
        if reason:
            return JSONResponse({"status": "not ready", "reason": reason}, 503)
        return JSONResponse({"status": "ready"})

    return ready
