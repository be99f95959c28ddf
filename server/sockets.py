"""WebSocket connections whose pings are answered as long as somebody reads the answers.

The protocol answers them by itself, before anyone is asked, however much waits to be read already.
"""

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

MOST_UNREAD = 524_288
"""Bytes; what is told waits until less than an eighth of that does."""


class BoundedSocket(WebSocketsSansIOProtocol):
    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self.transport.get_write_buffer_size() > MOST_UNREAD:
            self.transport.abort()
