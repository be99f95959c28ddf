"""Subscriptions over WebSocket, with the protocol graphql-transport-ws only."""

import asyncio
from contextlib import aclosing
from datetime import UTC, datetime
from typing import Any

import orjson
from starlette.websockets import WebSocket, WebSocketDisconnect

from models.database import is_database_failure
from resolvers.caller import ANONYMOUS, Caller
from server.auth.bearer import parse_bearer
from server.auth.cors import client_address, is_origin_accepted
from server.graphql.content_negotiation import language_of
from server.graphql.persisted_documents import may_execute
from server.graphql.response import result_body
from server.graphql.subscriptions import SubscriptionInterrupted, Subscriptions
from server.graphql.variable_limits import variables_excess
from server.logs import log_failure
from server.rate_limits.fair_slots import NotBegun
from server.services import Services

PROTOCOL = "graphql-transport-ws"
CONNECTION_INIT_TIMEOUT_SECONDS = 10.0
TRY_AGAIN_LATER = 1013
GOING_AWAY = 1001


class CloseConnection(Exception):
    """Close the connection with this code; the reason is for the client's developer."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code, self.reason = code, reason


class GraphQLSocket:
    def __init__(self, services: Services, streams: Subscriptions) -> None:
        self.services, self.streams = services, streams

    async def __call__(self, websocket: WebSocket) -> None:
        if not is_origin_accepted(websocket, self.services.settings):
            await websocket.close(4403, "Forbidden")
            return
        if PROTOCOL not in websocket.scope.get("subprotocols", []):
            await websocket.accept()
            await websocket.close(4406, "Subprotocol not acceptable")
            return
        await websocket.accept(PROTOCOL)
        await WebSocketConnection(websocket, self.services, self.streams).hold()


class WebSocketConnection:
    """One connection and its subscriptions."""

    def __init__(self, websocket: WebSocket, services: Services, streams: Subscriptions) -> None:
        self.websocket, self.services, self.streams = websocket, services, streams
        self.language = language_of(websocket.headers.get("accept-language"))
        self.bearer = parse_bearer(websocket.headers.get("authorization"))
        self.caller = ANONYMOUS
        self.following: dict[str, asyncio.Task[None]] = {}
        self.end: asyncio.Future[CloseConnection] = asyncio.get_running_loop().create_future()

    async def hold(self) -> None:
        listening = asyncio.create_task(self._listen())
        ending = asyncio.create_task(self.streams.ending.wait())
        try:
            ends: set[asyncio.Future[Any]] = {listening, ending, self.end}
            await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
            closed = CloseConnection(GOING_AWAY, "Going away")
            if self.end.done():
                closed = self.end.result()
            elif listening.done():
                error = listening.exception()
                if isinstance(error, WebSocketDisconnect):
                    return
                if not isinstance(error, CloseConnection):
                    raise error or RuntimeError("a conversation ends with an error")
                closed = error
            await self._close(closed)
        finally:
            tasks = [listening, ending, *self.following.values()]
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            if self.caller.partner:
                self.streams.open_sockets[self.caller.partner.id] -= 1

    async def _listen(self) -> None:
        """Handle messages. Raises: CloseConnection; WebSocketDisconnect once the client has disconnected."""
        try:
            async with asyncio.timeout(CONNECTION_INIT_TIMEOUT_SECONDS):
                await self._begin(await self._message())
        except TimeoutError:
            raise CloseConnection(4408, "Connection initialisation timeout") from None
        while True:
            message = await self._message()
            match message:
                case {"type": "ping"}:
                    await self._send({"type": "pong"})
                case {"type": "pong"}:
                    pass
                case {"type": "subscribe", "id": str(key), "payload": {"query": str()} as payload} if key:
                    self._subscribe(key, payload)
                case {"type": "complete", "id": str(key)}:
                    if task := self.following.pop(key, None):
                        task.cancel()
                case {"type": "connection_init"}:
                    raise CloseConnection(4429, "Too many initialisation requests")
                case _:
                    raise CloseConnection(4400, "Invalid message")

    async def _message(self) -> dict[str, Any]:
        try:
            content = orjson.loads(await self.websocket.receive_text())
        except (orjson.JSONDecodeError, KeyError):
            raise CloseConnection(4400, "Invalid message") from None
        if not isinstance(content, dict):
            raise CloseConnection(4400, "Invalid message")
        return content

    async def _begin(self, message: dict[str, Any]) -> None:
        """Find the caller, by the handshake's headers or, where a client cannot set them, the first payload.

        Raises: CloseConnection.
        """
        if message.get("type") == "ping":
            await self._send({"type": "pong"})
            message = await self._message()
        if message.get("type") != "connection_init":
            raise CloseConnection(4401, "Unauthorized")
        payload = message.get("payload")
        if isinstance(payload, dict):
            header = next((v for k, v in payload.items() if k.lower() == "authorization"), None)
            self.bearer = parse_bearer(header) if isinstance(header, str) else self.bearer
        self.caller = self._welcomed(await self._recognised())
        await self._send({"type": "connection_ack"})

    async def _recognised(self) -> Caller:
        """Return the partner. Raises: CloseConnection for everybody else: only partners may subscribe."""
        try:
            caller = await self.services.slots.recognise(
                client_address(self.websocket),
                lambda: self.services.recognise_partner(self.bearer or "", datetime.now(UTC)),
            )
        except NotBegun:
            raise CloseConnection(TRY_AGAIN_LATER, "Too many connections wait") from None
        except Exception as error:
            if not is_database_failure(error):
                raise
            log_failure("database unavailable", error)
            raise CloseConnection(TRY_AGAIN_LATER, "The database does not answer") from None
        if caller is None:
            raise CloseConnection(4403, "Forbidden")
        return caller

    def _welcomed(self, caller: Caller) -> Caller:
        """Count the connection. Raises: CloseConnection if the partner has too many."""
        if caller.partner:
            if self.streams.open_sockets[caller.partner.id] >= self.streams.max_per_partner:
                raise CloseConnection(TRY_AGAIN_LATER, "Too many connections")
            self.streams.open_sockets[caller.partner.id] += 1
        return caller

    def _subscribe(self, key: str, payload: dict[str, Any]) -> None:
        if key in self.following:
            printable_key = key[:40].encode("ascii", "replace").decode()  # a reason has room for 123 bytes
            raise CloseConnection(4409, f"Subscriber for {printable_key} already exists")
        if not may_execute(self.caller, payload["query"], self.services.settings):
            raise CloseConnection(4403, "Only documents that this service knows are executed for you")
        variables, name = payload.get("variables"), payload.get("operationName")
        if not isinstance(variables, dict | None) or not isinstance(name, str | None):
            raise CloseConnection(4400, "Invalid message")
        if too_much := variables_excess(variables):
            raise CloseConnection(4400, too_much)
        operation = {"query": payload["query"], "variable_values": variables, "operation_name": name}
        self.following[key] = asyncio.create_task(self._follow(key, operation))

    async def _follow(self, key: str, operation: dict[str, Any]) -> None:
        begun = failed = False
        stream = self.streams.stream(
            self.bearer, self.caller, client_address(self.websocket), self.language, operation
        )
        try:
            async with aclosing(stream.results) as results:
                async for result in results:
                    failed = result.data is None and bool(result.errors)
                    if failed and not begun:
                        errors = [error.formatted for error in result.errors or ()]
                        await self._send({"id": key, "type": "error", "payload": errors})
                        break
                    begun = True
                    await self._send({"id": key, "type": "next", "payload": result_body(result)})
            if not failed or begun:
                await self._send({"id": key, "type": "complete"})
            self.following.pop(key, None)
        except WebSocketDisconnect:
            return
        except CloseConnection as closed:
            self._end(closed)
        except NotBegun:
            self._end(CloseConnection(TRY_AGAIN_LATER, "Too many requests wait"))
        except SubscriptionInterrupted as interrupted:
            self._end(CloseConnection(TRY_AGAIN_LATER, str(interrupted)))
        except Exception as error:
            log_failure("stream failed", error)
            self._end(CloseConnection(1011, "Unexpected"))

    def _end(self, closed: CloseConnection) -> None:
        if not self.end.done():
            self.end.set_result(closed)

    async def _send(self, content: dict[str, Any]) -> None:
        """Send a message.

        Raises: CloseConnection if the client does not read; WebSocketDisconnect if it has disconnected.
        """
        try:
            async with asyncio.timeout(self.streams.seconds_to_send):
                await self.websocket.send_text(orjson.dumps(content).decode())
        except TimeoutError:
            raise CloseConnection(TRY_AGAIN_LATER, "Too slow: resume after the last cursor read") from None
        except RuntimeError:  # raised by uvicorn if the connection is closed
            raise WebSocketDisconnect(1006) from None

    async def _close(self, closed: CloseConnection) -> None:
        try:
            async with asyncio.timeout(self.streams.seconds_to_send):
                await self.websocket.close(closed.code, closed.reason)
        except (TimeoutError, RuntimeError, WebSocketDisconnect):
            return  # the client has disconnected, or does not read
