"""/identifiants/….wav: the "version sonore" of an identifier, for signed-in callers (G)."""

from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from models.rules.accounts.identifier import is_identifier, normalise_identifier
from server.auth.cors import client_address
from server.files.byte_ranges import file_response
from server.files.downloads import download_refusal, downloading_caller
from server.graphql.refused_requests import budget_used_up
from server.graphql.request import JSON, BadRequest
from server.graphql.response import not_begun_response
from server.rate_limits.fair_slots import NotBegun, slot_owner
from server.services import Services
from server.voice.spelling import spell_identifier

SPOKEN_COST = 100
"""Cost units: joining the clips takes about as long as an operation that reads nothing."""


def spoken_routes(services: Services) -> list[Route]:
    async def spoken(request: Request) -> Response:
        try:
            return file_response(request, await _sound(services, request), "audio/wav")
        except BadRequest as bad:
            return await download_refusal(services.limits, request, bad)
        except NotBegun:
            return not_begun_response(services.settings.operation_seconds, JSON)

    return [Route("/identifiants/{identifier}.wav", spoken, methods=["GET"])]


async def _sound(services: Services, request: Request) -> bytes:
    """Whether an account has the identifier is neither looked up nor revealed.

    Raises: BadRequest, 401 without a session, 404 for what cannot be an identifier, 429 with no budget left;
    NotBegun.
    """
    caller = await downloading_caller(request, datetime.now(UTC), services)
    identifier = normalise_identifier(request.path_params["identifier"])
    if not is_identifier(identifier):
        raise BadRequest(404, "This is not an identifier.", code="NOT_FOUND")
    owner, seconds = slot_owner(caller, client_address(request)), services.settings.operation_seconds

    async def sound() -> bytes:
        charge = await services.limits.budget(caller, client_address(request)).spend(SPOKEN_COST)
        if charge.seconds:
            raise budget_used_up(request, charge.seconds)
        return spell_identifier(identifier)

    async with services.slots.hold(owner, seconds) as slot:
        return await slot.run(sound())
