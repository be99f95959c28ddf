"""The session's cookie: read into a caller, set, taken back (P5)."""

from datetime import datetime

from starlette.requests import Request
from starlette.responses import Response

from models.rules.policy import Policy
from resolvers.caller import ANONYMOUS, Caller
from resolvers.sign_in.sessions import end_if_access_lost, recognise_session

_LONGEST_COOKIES = 8_192
"""Characters: what browsers send of one site is shorter."""


def cookie_name(https: bool) -> str:
    """Over https, browsers hold a __Host- cookie to this host, this scheme and every path."""
    return "__Host-comptoir" if https else "comptoir"


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
    """As it was set, without quotes. The standard library's reader of cookies takes seconds for one that was
    made to hurt (CVE-2024-7592), before anyone has asked who it is."""
    found = None
    for header in request.headers.getlist("cookie"):
        for part in header[:_LONGEST_COOKIES].split(";"):
            key, _, value = part.strip().partition("=")
            found = value if key == name else found
    return found


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
