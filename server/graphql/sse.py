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

EVENT_STREAM = "text/event-stream"
HEARTBEAT_SECONDS = 15.0
_HEARTBEAT = b":\n\n"


class EventStream(StreamingResponse):
    """Ends for a client that does not read what it is sent: it resumes with Last-Event-ID.

    What could not begin, for want of budget, time or a database, is no stream: its status says so.
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
            await self.stream.answers.aclose()

    async def stream_response(self, send: Send) -> None:
        async def send_in_time(message: Message) -> None:
            async with asyncio.timeout(self.streams.seconds_to_send):
                await send(message)

        try:
            await super().stream_response(send_in_time)
        except TimeoutError:
            return

    def _next(self) -> asyncio.Future[ExecutionResult | None]:
        return asyncio.ensure_future(anext(self.stream.answers, None))

    async def _refused(self) -> Response | None:
        """None once it has begun, or has an answer that says why not."""
        seconds, wait = self.streams.edge.settings.operation_seconds, self.stream.live.begun.wait
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
        except SubscriptionInterrupted:
            return unavailable_response(JSON)
        later = self.stream.context.seconds_to_wait
        return rate_limited_response(first, later, JSON) if first and later else None

    async def _events(self) -> AsyncIterator[bytes]:
        """Each answer as an event; a comment now and then keeps proxies from closing the connection.

        What is interrupted, or ended with the service, breaks off: what is complete is not asked for again.
        """
        yield _HEARTBEAT
        while True:
            done, _ = await asyncio.wait({self.upcoming}, timeout=HEARTBEAT_SECONDS)
            if not done:
                yield _HEARTBEAT
                continue
            try:
                answer = self.upcoming.result()
            except SubscriptionInterrupted:
                return
            if answer is None:
                if not self.streams.ending.is_set():
                    yield b"event: complete\ndata:\n\n"
                return
            yield event(answer)
            self.upcoming = self._next()


def event(answer: ExecutionResult) -> bytes:
    cursor = _cursor(answer.data)
    head = f"id: {cursor}\n".encode() if cursor else b""
    return head + b"event: next\ndata: " + orjson.dumps(result_body(answer)) + b"\n\n"


def _cursor(data: object) -> str | None:
    """Of the change told, where the client asked for it."""
    if not isinstance(data, dict):
        return None
    change = next(iter(data.values()), None)
    cursor = change.get("cursor") if isinstance(change, dict) else None
    return cursor if isinstance(cursor, str) else None
