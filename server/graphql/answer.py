"""The HTTP response to an operation that was executed: status, caching, and the session's cookie."""

from starlette.requests import Request
from starlette.responses import Response
from strawberry.types import ExecutionResult

from models.database import is_database_failure
from schema.context import Context
from server.graphql.callers import Callers
from server.graphql.etag import with_etag
from server.graphql.response import (
    execution_response,
    rate_limited_response,
    unavailable_response,
    without_remaining_budget,
)
from server.health import unreadiness
from server.settings import Settings


async def answer_to(
    request: Request,
    result: ExecutionResult,
    context: Context,
    media_type: str,
    settings: Settings,
    callers: Callers,
) -> Response:
    """Return the result as a response; 503 if its errors are due to the database, 429 without budget."""
    if any(map(is_database_failure, context.unforeseen)) and await unreadiness(settings):
        return unavailable_response(media_type)
    if context.seconds_to_wait:
        return rate_limited_response(result, context.seconds_to_wait, media_type)
    if request.method == "GET":
        return with_etag(request, execution_response(without_remaining_budget(result), media_type))
    response = execution_response(result, media_type)
    if context.session_token:
        callers.set_cookie(request, response, context.session_token)
    elif context.session_ended:
        callers.delete_cookie(request, response)
    return response
