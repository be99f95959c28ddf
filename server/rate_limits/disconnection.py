"""Notices that a client has disconnected while its request waits."""

import asyncio
from asyncio import Future
from collections.abc import Awaitable, Callable

from starlette.requests import ClientDisconnect, Request


def disconnection_of(request: Request) -> Callable[[], Awaitable[None]]:
    """Return what waits until the client of a request disconnects, and then raises ClientDisconnect."""

    async def disconnected() -> None:
        while (await request.receive())["type"] != "http.disconnect":
            pass
        raise ClientDisconnect

    return disconnected


async def granted_or_gone(granted: Future[None], disconnected: Callable[[], Awaitable[None]] | None) -> None:
    """Return once the slot is granted. Raises: what `disconnected` raises before that.

    Cancelling the task that waits does not cancel `granted`, which may be granted at the same moment.
    """
    if disconnected is None:
        await asyncio.wait({granted})
        return
    gone = asyncio.ensure_future(disconnected())
    try:
        await asyncio.wait({granted, gone}, return_when=asyncio.FIRST_COMPLETED)
        if not granted.done():
            gone.result()
    finally:
        gone.cancel()
        await asyncio.gather(gone, return_exceptions=True)
