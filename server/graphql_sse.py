"""Subscriptions as server-sent events: `event: next` for each change, its cursor as the event's id."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing

import orjson
from starlette.responses import StreamingResponse
from starlette.types import Message, Send
from strawberry.types import ExecutionResult

from server.graphql_ws import content_of
from server.streams import ended

EVENT_STREAM = "text/event-stream"
HEARTBEAT_SECONDS = 15.0
_HEARTBEAT = b":\n\n"


class EventStream(StreamingResponse):
    """Ends for a client that does not read what it is sent: it resumes with Last-Event-ID."""

    def __init__(
        self,
        answers: AsyncGenerator[ExecutionResult, None],
        seconds_to_send: float,
        ending: asyncio.Event,
    ) -> None:
        self.seconds_to_send = seconds_to_send
        super().__init__(
            events(answers, ending), headers={"x-accel-buffering": "no"}, media_type=EVENT_STREAM
        )

    async def stream_response(self, send: Send) -> None:
        async def send_in_time(message: Message) -> None:
            async with asyncio.timeout(self.seconds_to_send):
                await send(message)

        try:
            await super().stream_response(send_in_time)
        except TimeoutError:
            return


async def events(
    answers: AsyncGenerator[ExecutionResult, None], ending: asyncio.Event
) -> AsyncIterator[bytes]:
    """Each answer as an event; a comment now and then, so that nobody on the way thinks it dead.

    A service that ends breaks off: what is complete, a client does not ask for again.
    """
    async with aclosing(answers):
        upcoming = asyncio.ensure_future(anext(answers, None))
        try:
            yield _HEARTBEAT
            while True:
                done, _ = await asyncio.wait({upcoming}, timeout=HEARTBEAT_SECONDS)
                if not done:
                    yield _HEARTBEAT
                    continue
                answer = upcoming.result()
                if answer is None:
                    if not ending.is_set():
                        yield b"event: complete\ndata:\n\n"
                    return
                yield event(answer)
                upcoming = asyncio.ensure_future(anext(answers, None))
        finally:
            await ended(upcoming)


def event(answer: ExecutionResult) -> bytes:
    cursor = _cursor(answer.data)
    head = f"id: {cursor}\n".encode() if cursor else b""
    return head + b"event: next\ndata: " + orjson.dumps(content_of(answer)) + b"\n\n"


def _cursor(data: object) -> str | None:
    """Of the change told, where the client asked for it."""
    if not isinstance(data, dict):
        return None
    change = next(iter(data.values()), None)
    cursor = change.get("cursor") if isinstance(change, dict) else None
    return cursor if isinstance(cursor, str) else None
