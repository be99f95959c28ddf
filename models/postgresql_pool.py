"""A pool of PostgreSQL connections that hands one out without a task, a proxy or a timer.

asyncpg's own pool makes all three for each use, which costs more than a small statement itself.
"""

import asyncio
from collections.abc import Awaitable, Callable

import asyncpg

_IDLE_SECONDS = 300.0
"""A connection that was not needed for so long is closed; others are in use meanwhile, or the pool rests."""


INTERRUPTED = "an interrupted connection is returned"
"""The name of the task that waits for it."""
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
        self._interrupted: set[asyncio.Task[None]] = set()

    @property
    def is_at_rest(self) -> bool:
        """Whether the pool is open and every connection is returned."""
        return not self._closing and len(self._idle) == len(self._connections)

    async def acquire(self) -> asyncpg.Connection:
        """Return a connection, which goes back by `put_back`; waits while all are in use.

        Raises: OSError, asyncpg.PostgresError and InterfaceError if there is none and none can be opened.
        """
        if self._closing:
            raise asyncpg.InterfaceError("the pool is closing")
        await self._places.acquire()
        try:
            while self._idle:
                connection, _ = self._idle.pop()
                if not connection.is_closed():
                    return connection
                self._connections.discard(connection)
            connection = await self._connect()
        except BaseException:
            self._places.release()
            raise
        self._connections.add(connection)
        return connection

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
            waiting = self._put_back_once_idle(connection)
            task = asyncio.get_running_loop().create_task(waiting, name=INTERRUPTED)
            self._interrupted.add(task)
            task.add_done_callback(self._interrupted.discard)
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
