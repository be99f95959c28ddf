"""/identifiants/….wav: the "version sonore" of an identifier, for signed-in callers (G)."""

from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from models.rules.accounts.identifier import is_identifier, normalise_identifier
from server.auth.session_cookie import caller_from_cookie
from server.settings import Settings
from server.voice.spelling import spell_identifier


def spoken_routes(settings: Settings) -> list[Route]:
    async def spoken(request: Request) -> Response:
        """404 for a malformed identifier; whether an account has it is not checked, and so not revealed."""
        identifier = normalise_identifier(request.path_params["identifier"])
        caller = await caller_from_cookie(request, datetime.now(UTC), settings.policy, settings.https)
        if caller.account is None:
            return JSONResponse({"error": "sign in first"}, 401)
        if not is_identifier(identifier):
            return JSONResponse({"error": "not an identifier"}, 404)
        return Response(spell_identifier(identifier), media_type="audio/wav")

    return [Route("/identifiants/{identifier}.wav", spoken, methods=["GET"])]
