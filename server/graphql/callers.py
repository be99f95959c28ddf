"""How an endpoint recognises its callers, and where it keeps their session."""

from datetime import datetime
from typing import Protocol

from starlette.requests import Request
from starlette.responses import Response

from resolvers.caller import ANONYMOUS, Caller
from server.auth.bearer import CHALLENGE, bearer_from_request
from server.auth.cors import is_allowed_origin, is_origin_accepted
from server.auth.session_cookie import caller_from_cookie, delete_cookie, holds_session, set_cookie
from server.graphql.request import BadRequest
from server.services import Services


class Callers(Protocol):
    """The callers of one endpoint."""

    @property
    def anonymous(self) -> Caller:
        """Every caller that is not recognised."""

    @property
    def serves_graphiql(self) -> bool: ...

    def bearer(self, request: Request) -> str | None:
        """Return the bearer token; None without one, or where none is read."""

    def has_credentials(self, request: Request) -> bool: ...

    def is_origin_accepted(self, request: Request) -> bool:
        """Return whether a page of this origin may send requests."""

    async def recognise(self, request: Request, now: datetime) -> Caller | None:
        """Return the caller of the credentials; None if they are not valid. Raises: BadRequest."""

    def set_cookie(self, request: Request, response: Response, token: str) -> None: ...

    def delete_cookie(self, request: Request, response: Response) -> None: ...


class AccountsAndPartners:
    """The callers of /graphql: partners by their bearer token, accounts by the cookie of their session."""

    anonymous = ANONYMOUS
    serves_graphiql = True

    def __init__(self, services: Services) -> None:
        self._services, self._settings = services, services.settings

    def bearer(self, request: Request) -> str | None:
        return bearer_from_request(request)

    def has_credentials(self, request: Request) -> bool:
        return bearer_from_request(request) is not None or holds_session(request, self._settings.https)

    def is_origin_accepted(self, request: Request) -> bool:
        return is_origin_accepted(request, self._settings)

    async def recognise(self, request: Request, now: datetime) -> Caller | None:
        """Return the partner of the bearer token, or without one the account of the session, or ANONYMOUS.

        Raises: BadRequest, 401 for an invalid bearer token: a partner has to learn that its key was revoked.
        """
        bearer = bearer_from_request(request)
        if bearer is None:
            if is_allowed_origin(request, self._settings):
                return ANONYMOUS
            return await caller_from_cookie(request, now, self._settings.policy, self._settings.https)
        caller = await self._services.recognise_partner(bearer, now)
        if caller is None:
            message = "This key or token is not good, or not any more."
            raise BadRequest(401, message, {"www-authenticate": CHALLENGE}, "UNAUTHENTICATED")
        return caller

    def set_cookie(self, request: Request, response: Response, token: str) -> None:
        """Set the session's cookie, unless the page is of another origin: those have no session."""
        if not is_allowed_origin(request, self._settings):
            set_cookie(response, token, self._settings.policy, self._settings.https)

    def delete_cookie(self, request: Request, response: Response) -> None:
        if not is_allowed_origin(request, self._settings):
            delete_cookie(response, self._settings.https)
