"""Closes connections that misuse HTTP: a request head that does not arrive or is too long (RFC 6585); a
chunked body with more overhead than content; a response that the client does not read.

uvicorn with httptools has no such limits: it waits for a head for ever, stores heads and trailers of any
size, reads on after it has responded, and holds a closed connection until the client has read its last
byte. Bodies have their own limits (server/request_body.py).
"""

import asyncio
import socket
from collections import deque
from http import HTTPStatus

from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol, RequestResponseCycle

MAX_HEAD_BYTES = 65_536
"""The last piece that is received may exceed this."""
MAX_CHUNK_OVERHEAD = 8
"""Bytes of overhead for each byte of a chunked body, beyond MAX_HEAD_BYTES."""
MAX_UNREAD_REQUEST_BYTES = 1_048_576
"""Bytes of a request still read after its response, so that the client gets to read the response."""
MAX_PIPELINED_REQUESTS = 100
"""Requests sent before the first of them has its response; browsers do not pipeline."""
MAX_HEADERS = 100
"""Of one request: thousands of tiny ones cost more than the request does. Browsers send about 20."""
HEAD_TIMEOUT_SECONDS = 15.0
"""Also for the rest of a request that has its response."""
UNREAD_TIMEOUT_SECONDS = 15.0
"""The client has to read some of a response within this time; a little longer than streams wait."""
_UNREAD_TIMEOUT_OPTION = getattr(socket, "TCP_USER_TIMEOUT", None)
"""The kernel enforces it, also after an upgrade to WebSocket; Linux only."""


class TooManyPipelinedRequests(Exception):
    """Stops the parser; uvicorn responds with 400."""


class TooManyHeaders(Exception):
    """Stops the parser; uvicorn responds with 400."""


class HardenedHttpProtocol(HttpToolsProtocol):
    """uvicorn's HTTP protocol, with the limits of this module."""

    _awaits_head = True
    _in_request = False
    """A request has begun, and has not arrived completely."""
    _headers = 0
    """Of the request that arrives, trailers included."""
    _overhead_bytes = 0
    """Bytes received that belong to no body."""
    _late_bytes = 0
    """Bytes received of a request that has its response."""
    _received = _responded = 0
    """Complete requests received, and responses sent."""
    _timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._cycles = deque[RequestResponseCycle]()
        super().connection_made(transport)  # type: ignore[arg-type]
        if _UNREAD_TIMEOUT_OPTION is not None:
            connection = transport.get_extra_info("socket")
            connection.setsockopt(
                socket.IPPROTO_TCP, _UNREAD_TIMEOUT_OPTION, int(UNREAD_TIMEOUT_SECONDS * 1_000)
            )
        self._wait_for_more()

    def data_received(self, data: bytes) -> None:
        self._overhead_bytes += len(data)
        super().data_received(data)
        if self.transport.is_closing():
            return
        if not self._in_request and self._responded == self._received and self._timer is None:
            self._wait_for_more()  # after empty lines before a request, uvicorn's own timer has stopped
        if self._responded > self._received:
            self._late_bytes += len(data)
            if self._late_bytes > MAX_UNREAD_REQUEST_BYTES:
                self.transport.close()
        elif self._overhead_bytes > MAX_HEAD_BYTES:
            self._end(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)

    def connection_lost(self, exc: Exception | None) -> None:
        """End every request in progress: uvicorn ends the latest only, which may wait behind others."""
        self._stop_waiting()
        super().connection_lost(exc)
        while self._cycles:
            cycle = self._cycles.popleft()
            cycle.disconnected = True
            cycle.message_event.set()

    def on_message_begin(self) -> None:
        if self._received - self._responded > MAX_PIPELINED_REQUESTS:
            raise TooManyPipelinedRequests
        self._in_request = True
        self._headers = 0
        super().on_message_begin()
        if not self._awaits_head:
            self._awaits_head = True
            self._wait_for_more()

    def on_header(self, name: bytes, value: bytes) -> None:
        """Ignore trailers, which follow a body. Raises: TooManyHeaders."""
        self._headers += 1
        if self._headers > MAX_HEADERS:
            raise TooManyHeaders
        if self._awaits_head:
            super().on_header(name, value)

    def on_headers_complete(self) -> None:
        self._awaits_head = False
        self._stop_waiting()
        before = self.cycle
        super().on_headers_complete()
        if self.cycle is not None and self.cycle is not before:
            self._cycles.append(self.cycle)

    def on_body(self, body: bytes) -> None:
        self._overhead_bytes = max(0, self._overhead_bytes - (1 + MAX_CHUNK_OVERHEAD) * len(body))
        super().on_body(body)

    def on_message_complete(self) -> None:
        self._received += 1
        self._in_request = False
        self._overhead_bytes = self._late_bytes = 0
        if self._responded >= self._received:
            self._stop_waiting()
        super().on_message_complete()

    def on_response_complete(self) -> None:
        self._responded += 1
        if self._cycles:
            self._cycles.popleft()
        super().on_response_complete()
        if self._responded > self._received and not self.transport.is_closing():
            self._wait_for_more()

    def _wait_for_more(self) -> None:
        self._stop_waiting()
        self._timer = self.loop.call_later(HEAD_TIMEOUT_SECONDS, self._timed_out)

    def _stop_waiting(self) -> None:
        if self._timer:
            self._timer.cancel()
            self._timer = None

    def _timed_out(self) -> None:
        if self._responded > self._received:
            self.transport.close()
        else:
            self._end(HTTPStatus.REQUEST_TIMEOUT)

    def _end(self, status: HTTPStatus) -> None:
        if not self.transport.is_closing():
            head = b"content-length: 0\r\nconnection: close\r\n\r\n"
            self.transport.write(STATUS_LINE[status] + head)
            self.transport.close()
