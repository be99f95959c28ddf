"""A pool of PostgreSQL connections that hands one out without a task, a proxy or a timer.

asyncpg's own pool makes all three for each use, which costs more than a small statement itself.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import asyncpg

_IDLE_SECONDS = 300.0
"""A connection that was not needed for so long is closed; others are in use meanwhile, or the pool rests."""


UNAWAITED = "a connection is opened or returned"
"""The name of a task that goes on after the one that began it was cancelled."""
_SECONDS_TO_CANCEL = 10.0
"""How long the server may take to answer on a connection whose statement was interrupted."""


class ConnectionPool:
    """At most `size` connections, opened when needed. The one returned last is the next to be used."""

    def __init__(self, connect: Callable[[], Awaitable[asyncpg.Connection]], size: int) -> None:
        self._connect = connect
        self._size = size
        self._places = asyncio.Semaphore(size)
        self._idle: list[tuple[asyncpg.Connection, float]] = []
        """Each with the moment of the loop's clock at which it was returned."""
        self._connections: set[asyncpg.Connection] = set()
        self._closing = False
        self._unawaited: set[asyncio.Future[Any]] = set()

    @property
    def is_at_rest(self) -> bool:
        """Whether the pool is open and every connection is returned."""
        return not self._closing and not self._unawaited and len(self._idle) == len(self._connections)

    async def acquire(self) -> asyncpg.Connection:
        """Return a connection, which goes back by `put_back`; waits while all are in use.

        Raises: OSError, asyncpg.PostgresError and InterfaceError if there is none and none can be opened.
        """
        if self._closing:
            raise asyncpg.InterfaceError("the pool is closing")
        await self._places.acquire()
        while self._idle:
            connection, _ = self._idle.pop()
            if not connection.is_closed():
                return connection
            self._connections.discard(connection)
        opening = asyncio.ensure_future(self._connect())
        try:
            connection = await asyncio.shield(opening)
        except asyncio.CancelledError:
            self._finish_meanwhile(opening)
            opening.add_done_callback(self._keep)
            raise
        except BaseException:
            self._places.release()
            raise
        self._connections.add(connection)
        return connection

    def _keep(self, opening: asyncio.Future[asyncpg.Connection]) -> None:
        """Add a connection to the pool that was opened for a task which has been cancelled."""
        if not opening.cancelled() and opening.exception() is None:
            connection = opening.result()
            self._connections.add(connection)
            if self._closing:
                self._drop(connection)
            else:
                self._idle.append((connection, asyncio.get_running_loop().time()))
        self._places.release()

    def _finish_meanwhile(self, work: "asyncio.Future[Any]") -> None:
        """Hold on to work that nothing awaits."""
        if isinstance(work, asyncio.Task):
            work.set_name(UNAWAITED)
        self._unawaited.add(work)
        work.add_done_callback(self._unawaited.discard)

    def put_back(self, connection: asyncpg.Connection, *, interrupted: bool = False) -> None:
        """Return a connection; one that is closed, or still in a transaction, is not used again.

        One whose statement was interrupted is used again once the server has answered it: until then it may
        hold locks, as a statement does that was prepared and never executed.
        """
        now = asyncio.get_running_loop().time()
        if connection.is_closed():
            self._connections.discard(connection)
        elif connection.is_in_transaction():  # its end was interrupted: the server rolls back
            self._drop(connection)
        elif interrupted:
            self._finish_meanwhile(asyncio.ensure_future(self._put_back_once_idle(connection)))
            return
        else:
            self._idle.append((connection, now))
        self._places.release()
        if self._idle[:1] and now - self._idle[0][1] > _IDLE_SECONDS:
            self._drop(self._idle.pop(0)[0])

    async def _put_back_once_idle(self, connection: asyncpg.Connection) -> None:
        """Return an interrupted connection as the last to be used; close it if the server does not answer."""
        try:
            # asyncpg first waits until the server has cancelled the statement.
            await connection.execute("SELECT 1", timeout=_SECONDS_TO_CANCEL)
        except BaseException as error:
            self._drop(connection)
            if not isinstance(error, Exception):
                raise
        else:
            self._idle.insert(0, (connection, asyncio.get_running_loop().time()))
        finally:
            self._places.release()

    async def release(self, connection: asyncpg.Connection) -> None:
        """Return a connection, as `put_back`: Tortoise awaits this."""
        self.put_back(connection)

    async def expire_connections(self) -> None:
        """Close what is idle: Tortoise asks for it before a database is dropped."""
        while self._idle:
            self._drop(self._idle.pop()[0])

    async def close(self) -> None:
        """Wait until every connection is returned, and close them."""
        self._closing = True
        for _ in range(self._size):
            await self._places.acquire()
        for connection in self._connections:
            if not connection.is_closed():
                await connection.close()
        self.terminate()

    def terminate(self) -> None:
        """Close every connection at once, those in use too."""
        self._closing = True
        self._idle.clear()
        for connection in list(self._connections):
            self._drop(connection)

    def _drop(self, connection: asyncpg.Connection) -> None:
        self._connections.discard(connection)
        connection.terminate()
