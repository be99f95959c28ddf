"""Notices that a client has disconnected while its request waits."""

from collections.abc import Awaitable, Callable

from starlette.requests import ClientDisconnect, Request


def disconnection_of(request: Request) -> Callable[[], Awaitable[None]]:
    """Return what waits until the client of a request disconnects, and then raises ClientDisconnect."""

    async def disconnected() -> None:
        while (await request.receive())["type"] != "http.disconnect":
            pass
        raise ClientDisconnect

    return disconnected
