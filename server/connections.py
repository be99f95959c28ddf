"""Connections that ask for nothing end: a head that does not come, or goes on and on (RFC 6585); an answer
that nobody reads.

uvicorn with httptools waits for a head for ever, and keeps however much of it comes; a connection that it
closes stays until its last byte was taken. Bodies have their own limits (server/bodies.py).
"""

import asyncio
import socket
from http import HTTPStatus

from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

LONGEST_HEAD = 65_536
"""Bytes; what comes in one piece with its end may be longer by that piece."""
SECONDS_FOR_HEAD = 15.0
SECONDS_UNREAD = 15.0
"""What is sent has to be taken by the other side, some of it at least; a little longer than streams wait."""
_UNREAD = getattr(socket, "TCP_USER_TIMEOUT", None)
"""The kernel sees to it, whatever protocol the connection speaks by then; Linux has this."""


class BoundedProtocol(HttpToolsProtocol):
    _head: int | None = 0
    """So many bytes of a head that has not ended; None when none is awaited."""
    _patience: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(transport)  # type: ignore[arg-type]
        if _UNREAD is not None:
            connection = transport.get_extra_info("socket")
            connection.setsockopt(socket.IPPROTO_TCP, _UNREAD, int(SECONDS_UNREAD * 1_000))
        self._await_head()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self._head is None or self.transport.is_closing():
            return
        self._head += len(data)
        if self._head > LONGEST_HEAD:
            self._end(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)

    def connection_lost(self, exc: Exception | None) -> None:
        self._head_came()
        super().connection_lost(exc)

    def on_message_begin(self) -> None:
        super().on_message_begin()
        if self._head is None:
            self._await_head()

    def on_headers_complete(self) -> None:
        self._head_came()
        super().on_headers_complete()

    def _await_head(self) -> None:
        self._head = 0
        self._patience = self.loop.call_later(SECONDS_FOR_HEAD, self._end, HTTPStatus.REQUEST_TIMEOUT)

    def _head_came(self) -> None:
        self._head = None
        if self._patience:
            self._patience.cancel()

    def _end(self, status: HTTPStatus) -> None:
        if not self.transport.is_closing():
            head = b"content-length: 0\r\nconnection: close\r\n\r\n"
            self.transport.write(STATUS_LINE[status] + head)
            self.transport.close()
