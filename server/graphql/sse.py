"""Subscriptions as server-sent events: `event: next` for each change, its cursor as the event's id."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import orjson
from starlette.responses import Response, StreamingResponse
from starlette.types import Message, Receive, Scope, Send
from strawberry.types import ExecutionResult

from server.graphql.request import JSON
from server.graphql.response import (
    not_begun_response,
    rate_limited_response,
    result_body,
    unavailable_response,
)
from server.graphql.subscriptions import (
    SubscriptionInterrupted,
    Subscriptions,
    SubscriptionStream,
    cancel_and_wait,
)
from server.rate_limits.fair_slots import NotBegun

EVENT_STREAM = "text/event-stream"
HEARTBEAT_SECONDS = 15.0
_HEARTBEAT = b":\n\n"


class EventStream(StreamingResponse):
    """A stream of events. It ends for a client that does not read it, which resumes with Last-Event-ID.

    Without budget, time or database it does not begin: the response is 429 or 503 instead.
    """

    def __init__(self, stream: SubscriptionStream, streams: Subscriptions) -> None:
        self.stream, self.streams = stream, streams
        super().__init__(self._events(), headers={"x-accel-buffering": "no"}, media_type=EVENT_STREAM)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.upcoming = self._next()
        try:
            refused = await self._refused()
            await (refused(scope, receive, send) if refused else super().__call__(scope, receive, send))
        finally:
            await cancel_and_wait(self.upcoming)
            await self.stream.results.aclose()

    async def stream_response(self, send: Send) -> None:
        async def send_in_time(message: Message) -> None:
            async with asyncio.timeout(self.streams.seconds_to_send):
                await send(message)

        try:
            await super().stream_response(send_in_time)
        except TimeoutError:
            return

    def _next(self) -> asyncio.Future[ExecutionResult | None]:
        return asyncio.ensure_future(anext(self.stream.results, None))

    async def _refused(self) -> Response | None:
        """The response to send instead of the stream; None if it has begun, or its first result says why."""
        seconds, wait = self.streams.services.settings.operation_seconds, self.stream.live.begun.wait
        begun = asyncio.ensure_future(wait())
        try:
            both: set[asyncio.Future[Any]] = {self.upcoming, begun}
            await asyncio.wait(both, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        finally:
            begun.cancel()
        if not self.upcoming.done():
            return None if self.stream.live.begun.is_set() else not_begun_response(seconds, JSON)
        try:
            first = self.upcoming.result()
        except NotBegun:
            return not_begun_response(seconds, JSON)
        except SubscriptionInterrupted:
            return unavailable_response(JSON)
        wait_seconds = self.stream.context.seconds_to_wait
        return rate_limited_response(first, wait_seconds, JSON) if first and wait_seconds else None

    async def _events(self) -> AsyncIterator[bytes]:
        """Each result as an event, and comments in between, so that proxies do not close the connection.

        A stream that is interrupted, or ends with the service, has no `complete`: the client resumes it.
        """
        yield _HEARTBEAT
        while True:
            done, _ = await asyncio.wait({self.upcoming}, timeout=HEARTBEAT_SECONDS)
            if not done:
                yield _HEARTBEAT
                continue
            try:
                result = self.upcoming.result()
            except SubscriptionInterrupted:
                return
            if result is None:
                if not self.streams.ending.is_set():
                    yield b"event: complete\ndata:\n\n"
                return
            yield event(result)
            self.upcoming = self._next()


def event(result: ExecutionResult) -> bytes:
    cursor = _cursor(result.data)
    head = f"id: {cursor}\n".encode() if cursor else b""
    return head + b"event: next\ndata: " + orjson.dumps(result_body(result)) + b"\n\n"


def _cursor(data: object) -> str | None:
    """The change's cursor, if the client requested it."""
    if not isinstance(data, dict):
        return None
    change = next(iter(data.values()), None)
    cursor = change.get("cursor") if isinstance(change, dict) else None
    return cursor if isinstance(cursor, str) else None
