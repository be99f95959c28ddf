"""Paths with a control character are refused before any route or middleware reads them."""

import re

from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

_CONTROL_CHARACTER = re.compile("[\x00-\x1f\x7f-\x9f]")

_REFUSED = JSONResponse({"error": "invalid_request", "error_description": "control character in path"}, 400)


class PlainPaths:
    """Refuses requests for such paths with 400, and WebSockets before they are accepted.

    No address has one. Starlette's routes end with `$`, which also matches before a last line break: a path
    such as "/graphql\\n" would be served by a route whose rules, compared by path, were not applied to it.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan" or not _CONTROL_CHARACTER.search(scope["path"]):
            await self.app(scope, receive, send)
        elif scope["type"] == "http":
            await _REFUSED(scope, receive, send)
        else:
            await send({"type": "websocket.close", "code": 1008})
