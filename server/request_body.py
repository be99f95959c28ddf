"""Reads the body of a request, with a limit of size and of time."""

import asyncio

from starlette.requests import Request

BODY_TIMEOUT_SECONDS = 15.0


class BodyRefused(Exception):
    """`status` is 413 for too large a body, 408 for one that does not come."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status, self.message = status, message


async def read_body(request: Request, limit: int) -> bytes:
    """Raises: BodyRefused, 413 past `limit` bytes, without reading the rest; 408 if it does not come."""
    body = bytearray()
    try:
        async with asyncio.timeout(BODY_TIMEOUT_SECONDS):
            async for chunk in request.stream():
                body += chunk
                if len(body) > limit:
                    raise BodyRefused(413, f"The request is larger than {limit} bytes.")
    except TimeoutError:
        raise BodyRefused(408, f"The request was not whole after {BODY_TIMEOUT_SECONDS:.0f} s.") from None
    return bytes(body)
