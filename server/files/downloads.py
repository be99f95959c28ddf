"""Files to download: what exports and spoken identifiers have in common with /graphql."""

import asyncio
from collections.abc import Coroutine
from datetime import datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import Receive

from models.rules.refusals import not_signed_in
from models.rules.vocabulary import ErrorCode
from resolvers.caller import ANONYMOUS, Caller
from server.auth.cors import client_address, is_allowed_origin, is_origin_accepted
from server.auth.session_cookie import caller_from_cookie, holds_session
from server.graphql.content_negotiation import language_of
from server.graphql.refused_requests import charged_refusal
from server.graphql.request import BadRequest
from server.graphql.response import error_body
from server.graphql.subscriptions import cancel_and_wait
from server.rate_limits.limiter import RateLimits
from server.services import Services


async def downloading_caller(request: Request, now: datetime, services: Services) -> Caller:
    """Return the caller of the session, which no request of an allowed origin has, as on /graphql.

    Raises: BadRequest, 401 without a session, 403 for a page of another origin; NotBegun.
    """
    settings = services.settings
    if not is_origin_accepted(request, settings):
        raise BadRequest(403, "This request comes from a page of another origin.")
    caller: Caller | None = ANONYMOUS
    if not is_allowed_origin(request, settings) and holds_session(request, settings.https):
        caller = await services.slots.recognise(
            client_address(request),
            lambda: caller_from_cookie(request, now, settings.policy, settings.https),
            settings.operation_seconds,
        )
    if caller is None or caller.account is None:
        message = not_signed_in().message(language_of(request.headers.get("accept-language")))
        raise BadRequest(401, message, code=ErrorCode.NOT_SIGNED_IN)
    return caller


async def download_refusal(limits: RateLimits, request: Request, bad: BadRequest) -> Response:
    """Return the refusal as JSON, charged to the address that the request came from."""
    refusal = await charged_refusal(limits, request, bad)
    return JSONResponse(error_body(refusal.message, refusal.code), refusal.status, refusal.headers)


async def run_while_connected(work: Coroutine[Any, Any, None], receive: Receive) -> bool:
    """Run this to its end, or stop it when the client disconnects; return whether it ran to its end."""
    working, leaving = asyncio.ensure_future(work), asyncio.ensure_future(_disconnected(receive))
    try:
        await asyncio.wait({working, leaving}, return_when=asyncio.FIRST_COMPLETED)
        if working.done():
            working.result()
        return working.done()
    finally:
        await cancel_and_wait(leaving)
        await cancel_and_wait(working)


async def _disconnected(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
