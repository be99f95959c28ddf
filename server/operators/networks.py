"""The operators' address exists for the networks of the setting only; elsewhere it is not found (N3)."""

from collections.abc import Awaitable, Callable, Collection
from ipaddress import ip_address
from typing import TypeAlias

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from server.auth.cors import client_address
from server.setting_types import Network

OPERATORS_PATH = "/exploitation"
NotFoundPage: TypeAlias = Callable[[Request, Exception], Awaitable[Response]]


def is_within(address: str, networks: Collection[Network]) -> bool:
    """Return whether the network address is in one of these networks; False for one that is unknown."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return False
    plain = getattr(parsed, "ipv4_mapped", None) or parsed
    return any(plain in network for network in networks)


class OperatorNetworks:
    """Responds to requests from elsewhere for the operators' address as to those for an unknown one."""

    def __init__(self, app: ASGIApp, networks: Collection[Network], not_found: NotFoundPage) -> None:
        self.app, self.networks, self.not_found = app, networks, not_found

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not _is_of_operators(scope["path"]):
            await self.app(scope, receive, send)
            return
        request = Request(scope, receive)
        if is_within(client_address(request), self.networks):
            await self.app(scope, receive, send)
            return
        response = await self.not_found(request, LookupError())
        await response(scope, receive, send)


def _is_of_operators(path: str) -> bool:
    return path == OPERATORS_PATH or path.startswith(f"{OPERATORS_PATH}/")
