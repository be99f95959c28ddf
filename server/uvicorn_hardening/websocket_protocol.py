"""Limits the number of frames that a WebSocket connection may send in a period.

uvicorn applies backpressure to messages only. It handles pings, pongs, parts of messages and all frames
after a close as they arrive, however many there are, before the event loop runs anything else.
"""

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.frames import Frame

MAX_FRAMES = 200
"""Frames of all kinds in FRAME_WINDOW_SECONDS; a subscriber with all its streams sends a tenth of that."""
FRAME_WINDOW_SECONDS = 10.0
_SLICE = 2_048
"""Bytes handled at once: a frame has at least six bytes."""


class HardenedWebSocketProtocol(WebSocketsSansIOProtocol):
    """uvicorn's WebSocket protocol; it aborts a connection that exceeds MAX_FRAMES."""

    _since = _frames = 0.0

    def data_received(self, data: bytes) -> None:
        for start in range(0, len(data), _SLICE):
            super().data_received(data[start : start + _SLICE])
            if self._frames > MAX_FRAMES:
                self.transport.abort()
            if self.transport.is_closing():
                return

    def handle_ping(self) -> None:
        self._count()
        super().handle_ping()

    def handle_pong(self, event: Frame) -> None:
        self._count()
        super().handle_pong(event)

    def handle_cont(self, event: Frame) -> None:
        self._count()
        super().handle_cont(event)

    def handle_text(self, event: Frame) -> None:
        self._count()
        super().handle_text(event)

    def handle_bytes(self, event: Frame) -> None:
        self._count()
        super().handle_bytes(event)

    def _count(self) -> None:
        now = self.loop.time()
        if now - self._since > FRAME_WINDOW_SECONDS:
            self._since, self._frames = now, 0
        self._frames += 1
