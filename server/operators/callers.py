"""The callers of /exploitation/graphql: operators by the cookie of their session, and no others (N3)."""

from datetime import datetime

from starlette.requests import Request
from starlette.responses import Response

from models.rules.operators.operator import OPERATOR_SESSION_LIMIT
from resolvers.caller import ANONYMOUS_OPERATOR, Caller
from resolvers.operators.sign_in import recognise_operator
from server.auth.cors import is_same_origin
from server.auth.session_cookie import session_token
from server.operators.networks import OPERATORS_PATH
from server.settings import Settings

_THIS_MACHINE = ("127.0.0.1", "localhost", "[::1]")


def operator_cookie_name(https: bool) -> str:
    """Browsers accept a __Secure- cookie over https only; __Host- would need the path of the whole site."""
    return "__Secure-comptoir-exploitation" if https else "comptoir-exploitation"


class Operators:
    """Neither a bearer token nor the cookie of an account is read here."""

    anonymous = ANONYMOUS_OPERATOR
    serves_graphiql = False

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def bearer(self, request: Request) -> str | None:  # noqa: ARG002
        return None

    def has_credentials(self, request: Request) -> bool:
        return bool(self._token(request))

    def is_origin_accepted(self, request: Request) -> bool:
        """Return whether no browser sends the request, or our own page, also through a tunnel (ssh -L)."""
        host, origin = request.headers.get("host", ""), request.headers.get("origin")
        if host.rpartition(":")[0] in _THIS_MACHINE and origin == f"http://{host}":
            return True
        return is_same_origin(request, self._settings)

    async def recognise(self, request: Request, now: datetime) -> Caller | None:
        token = self._token(request)
        return await recognise_operator(token, now) if token else None

    def set_cookie(self, request: Request, response: Response, token: str) -> None:  # noqa: ARG002
        response.set_cookie(
            operator_cookie_name(self._settings.https),
            token,
            max_age=int(OPERATOR_SESSION_LIMIT.total_seconds()),
            path=OPERATORS_PATH,
            secure=self._settings.https,
            httponly=True,
            samesite="strict",
        )

    def delete_cookie(self, request: Request, response: Response) -> None:  # noqa: ARG002
        response.delete_cookie(
            operator_cookie_name(self._settings.https),
            path=OPERATORS_PATH,
            secure=self._settings.https,
            httponly=True,
            samesite="strict",
        )

    def _token(self, request: Request) -> str | None:
        return session_token(request, operator_cookie_name(self._settings.https))
