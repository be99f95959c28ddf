"""Requests that are refused before anything is executed: they count too."""

from starlette.requests import Request

from models.rules.refusals import rate_limited
from resolvers.caller import ANONYMOUS
from schema.limits.budget import MIN_REQUEST_COST
from server.auth.cors import client_address
from server.graphql.content_negotiation import language_of
from server.graphql.request import BadRequest
from server.rate_limits.limiter import RateLimits


async def charged_refusal(limits: RateLimits, request: Request, bad: BadRequest) -> BadRequest:
    """Charge the address that the request came from; return the refusal, or another if that is too much."""
    charge = await limits.budget(ANONYMOUS, client_address(request)).spend(MIN_REQUEST_COST)
    if not charge.seconds:
        return bad
    return budget_used_up(request, charge.seconds)


def budget_used_up(request: Request, seconds: int) -> BadRequest:
    message = rate_limited(seconds).message(language_of(request.headers.get("accept-language")))
    return BadRequest(429, message, {"retry-after": str(seconds)}, "RATE_LIMITED")
