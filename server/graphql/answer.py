"""The HTTP response to an operation that was executed: status, caching, and the session's cookie."""

from starlette.requests import Request
from starlette.responses import Response
from strawberry.types import ExecutionResult

from models.database import is_database_failure
from schema.context import Context
from server.auth.cors import is_allowed_origin
from server.auth.session_cookie import delete_cookie, set_cookie
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
    request: Request, result: ExecutionResult, context: Context, media_type: str, settings: Settings
) -> Response:
    """Return the result as a response; 503 if its errors are due to the database, 429 without budget."""
    if any(map(is_database_failure, context.unforeseen)) and await unreadiness(settings):
        return unavailable_response(media_type)
    if context.seconds_to_wait:
        return rate_limited_response(result, context.seconds_to_wait, media_type)
    if request.method == "GET":
        return with_etag(request, execution_response(without_remaining_budget(result), media_type))
    response = execution_response(result, media_type)
    if is_allowed_origin(request, settings):
        return response
    if context.session_token:
        set_cookie(response, context.session_token, settings.policy, settings.https)
    elif context.session_ended:
        delete_cookie(response, settings.https)
    return response
