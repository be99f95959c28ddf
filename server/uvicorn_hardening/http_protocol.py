"""Connections that ask for nothing end: a head that does not come, or goes on and on (RFC 6585); a body that
is wrapped in more than it holds; an answer that nobody reads.

uvicorn with httptools waits for a head for ever, keeps however much comes of it and of what follows a body,
and reads on after it has answered; a connection that it closes stays until its last byte was taken. Bodies
have their own limits (server/request_body.py).
"""

import asyncio
import socket
from http import HTTPStatus

from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

MAX_HEAD_BYTES = 65_536
"""Bytes; what comes in one piece with its end may be longer by that piece."""
MAX_CHUNK_OVERHEAD = 8
"""Bytes around each byte of a body sent in chunks, at most, beyond LONGEST_HEAD."""
MAX_UNREAD_REQUEST_BYTES = 1_048_576
"""Bytes of a request still read after its response, so that the client gets to read the response."""
MAX_PIPELINED_REQUESTS = 100
"""Requests sent before the first of them is answered; browsers send none."""
HEAD_TIMEOUT_SECONDS = 15.0
"""And for the rest of a request that was answered."""
UNREAD_TIMEOUT_SECONDS = 15.0
"""What is sent has to be taken by the other side, some of it at least; a little longer than streams wait."""
_UNREAD = getattr(socket, "TCP_USER_TIMEOUT", None)
"""The kernel sees to it, whatever protocol the connection speaks by then; Linux has this."""


class TooManyPipelinedRequests(Exception):
    """The parser stops at it, and uvicorn answers 400."""


class HardenedHttpProtocol(HttpToolsProtocol):
    _awaits_head = True
    _within = False
    """A request has begun, and has not come whole."""
    _around = 0
    """So many bytes have come that are no body's."""
    _rest = 0
    """So many bytes have come of a request that was answered."""
    _come = _answered = 0
    """Requests, whole."""
    _patience: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(transport)  # type: ignore[arg-type]
        if _UNREAD is not None:
            connection = transport.get_extra_info("socket")
            connection.setsockopt(socket.IPPROTO_TCP, _UNREAD, int(UNREAD_TIMEOUT_SECONDS * 1_000))
        self._wait_for_more()

    def data_received(self, data: bytes) -> None:
        self._around += len(data)
        super().data_received(data)
        if self.transport.is_closing():
            return
        if not self._within and self._answered == self._come and self._patience is None:
            self._wait_for_more()  # empty lines before a request: uvicorn has stopped to wait for it
        if self._answered > self._come:
            self._rest += len(data)
            if self._rest > MAX_UNREAD_REQUEST_BYTES:
                self.transport.close()
        elif self._around > MAX_HEAD_BYTES:
            self._end(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_waiting()
        super().connection_lost(exc)

    def on_message_begin(self) -> None:
        if self._come - self._answered > MAX_PIPELINED_REQUESTS:
            raise TooManyPipelinedRequests
        self._within = True
        super().on_message_begin()
        if not self._awaits_head:
            self._awaits_head = True
            self._wait_for_more()

    def on_header(self, name: bytes, value: bytes) -> None:
        """What follows a body is none of ours."""
        if self._awaits_head:
            super().on_header(name, value)

    def on_headers_complete(self) -> None:
        self._awaits_head = False
        self._stop_waiting()
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        self._around = max(0, self._around - (1 + MAX_CHUNK_OVERHEAD) * len(body))
        super().on_body(body)

    def on_message_complete(self) -> None:
        self._come += 1
        self._within = False
        self._around = self._rest = 0
        if self._answered >= self._come:
            self._stop_waiting()
        super().on_message_complete()

    def on_response_complete(self) -> None:
        self._answered += 1
        super().on_response_complete()
        if self._answered > self._come and not self.transport.is_closing():
            self._wait_for_more()

    def _wait_for_more(self) -> None:
        self._stop_waiting()
        self._patience = self.loop.call_later(HEAD_TIMEOUT_SECONDS, self._out_of_patience)

    def _stop_waiting(self) -> None:
        if self._patience:
            self._patience.cancel()
            self._patience = None

    def _out_of_patience(self) -> None:
        if self._answered > self._come:
            self.transport.close()
        else:
            self._end(HTTPStatus.REQUEST_TIMEOUT)

    def _end(self, status: HTTPStatus) -> None:
        if not self.transport.is_closing():
            head = b"content-length: 0\r\nconnection: close\r\n\r\n"
            self.transport.write(STATUS_LINE[status] + head)
            self.transport.close()
