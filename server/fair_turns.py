"""Slots for requests other than GraphQL: files of the panel, health, tokens of partners.

Like operations, they share one event loop with everyone, and may be sent on any number of connections.
"""

from collections.abc import Awaitable, Callable

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.auth.cors import client_address
from server.auth.session_cookie import holds_session
from server.rate_limits.disconnection import disconnection_of
from server.rate_limits.fair_queue import CallerClass
from server.rate_limits.fair_slots import NotBegun, address_owner
from server.rate_limits.slot import Slot
from server.services import Services

_ALIVE = "/healthz"
_OWN_SLOTS = frozenset({"/graphql", "/oauth/token", "/exploitation/graphql"})
"""They read a body first, without a slot: a slow client must not hold one meanwhile."""
_DOWNLOADS = ("/exports/", "/identifiants/")

_BUSY = JSONResponse(
    {"error": "temporarily_unavailable", "error_description": "too many requests wait: try again later"},
    503,
    {"retry-after": "5"},
)


class FairTurns:
    """Takes a slot of the client's network address until the response begins.

    The body of a response is sent without it, because a client may be slow to read. Endpoints that read a
    body, and downloads with a cookie, take slots by themselves.
    """

    def __init__(self, app: ASGIApp, services: Services) -> None:
        self.app, self.services = app, services

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or self._has_own_slots(scope):
            await self.app(scope, receive, send)
            return
        caller_class = CallerClass.PROBE if scope["path"] == _ALIVE else CallerClass.ANONYMOUS
        request, seconds = Request(scope, receive), self.services.settings.operation_seconds
        owner = address_owner(caller_class, client_address(request))
        try:
            async with self.services.slots.hold(owner, seconds, _disconnection(request)) as slot:
                await slot.run(self.app(scope, receive, _releasing(slot, send)))
        except NotBegun:
            await _BUSY(scope, receive, send)
        except ClientDisconnect:
            await Response(status_code=499)(scope, receive, send)

    def _has_own_slots(self, scope: Scope) -> bool:
        path = scope["path"]
        if path.startswith(_DOWNLOADS):
            return holds_session(Request(scope), self.services.settings.https)
        return path in _OWN_SLOTS


def _disconnection(request: Request) -> Callable[[], Awaitable[None]] | None:
    """Only requests without a body are watched: watching takes what the client sends."""
    return disconnection_of(request) if request.method in {"GET", "HEAD"} else None


def _releasing(slot: Slot, send: Send) -> Send:
    async def sending(message: Message) -> None:
        slot.release()
        await send(message)

    return sending
