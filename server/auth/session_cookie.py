"""The session's cookie: read, set and deleted (P5)."""

from datetime import datetime

from starlette.requests import Request
from starlette.responses import Response

from models.rules.policy import Policy
from resolvers.caller import ANONYMOUS, Caller
from resolvers.sign_in.sessions import end_if_access_lost, recognise_session

_MAX_COOKIE_CHARACTERS = 8_192
"""Characters: what browsers send of one site is shorter."""


def cookie_name(https: bool) -> str:
    """Over https, browsers hold a __Host- cookie to this host, this scheme and every path."""
    return "__Host-comptoir" if https else "comptoir"


def holds_session(request: Request, https: bool) -> bool:
    """Return whether the request has a session's cookie, whatever it is worth."""
    return bool(session_token(request, cookie_name(https)))


async def caller_from_cookie(request: Request, now: datetime, policy: Policy, https: bool) -> Caller:
    """The caller whose session the cookie holds. If the account has lost access, the session ends (P4)."""
    token = session_token(request, cookie_name(https))
    if not token:
        return ANONYMOUS
    caller = await recognise_session(token, now, policy)
    if caller is ANONYMOUS:
        await end_if_access_lost(token, now)
    return caller


def session_token(request: Request, name: str) -> str | None:
    """The cookie's value, as it was set, without quotes; None without the cookie.

    The standard library's parser takes seconds for a malicious cookie (CVE-2024-7592), and this runs before
    the caller is known.
    """
    token = None
    for header in request.headers.getlist("cookie"):
        for part in header[:_MAX_COOKIE_CHARACTERS].split(";"):
            key, _, value = part.strip().partition("=")
            token = value if key == name else token
    return token


def set_cookie(response: Response, token: str, policy: Policy, https: bool) -> None:
    response.set_cookie(
        cookie_name(https),
        token,
        max_age=policy.session_hours * 3600,
        path="/",
        secure=https,
        httponly=True,
        samesite="lax",
    )


def delete_cookie(response: Response, https: bool) -> None:
    response.delete_cookie(cookie_name(https), path="/", secure=https, httponly=True, samesite="lax")
