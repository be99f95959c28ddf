"""What tests share instead of making it again: prepared models of Tortoise, and connections to PostgreSQL.

Each test still connects, finds an empty database, and disconnects.
"""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from anyio.pytest_plugin import get_runner
from tortoise.apps import Apps

from models.postgresql_client import Client
from models.postgresql_pool import UNAWAITED, ConnectionPool


@contextmanager
def models_prepared_once() -> Iterator[None]:
    """Connecting prepares the models that are not prepared yet for this dialect: all of them take 5 ms.

    What is prepared does not depend on the connection.
    """
    prepare = Apps._build_initial_querysets
    prepared: dict[type, type] = {}

    def prepare_once(apps: Apps) -> None:
        dialects: dict[type, type] = {
            model: model._meta.db.query_class for model in apps.get_models_iterable()
        }
        if not dialects.items() <= prepared.items():
            prepare(apps)
            prepared.update(dialects)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Apps, "_build_initial_querysets", prepare_once)
        yield


class KeptConnections:
    """Pools of connections to PostgreSQL that a test has closed, for the next test that opens the same.

    A new connection is a new process that first reads what it has to know of every table: that takes three
    times what the statements of a test take. Connections belong to an event loop, so these tests share one.
    """

    def __init__(self, runner: Any) -> None:
        self._runner, self._loop = runner, runner.get_loop()
        self._closed: dict[str, ConnectionPool] = {}
        self._create_pool, self._close = Client.create_pool, Client._close

    async def create_pool(self, client: Client, **options: Any) -> ConnectionPool:
        kept = self._closed.pop(self._key(client), None) if self._is_of_this_loop() else None
        pool: ConnectionPool = kept or await self._create_pool(client, **options)
        return pool

    async def close(self, client: Client) -> None:
        """Keep the pool, unless a connection is in use: closing waits for it, or ends it."""
        pool = client._pool
        if (
            pool is None
            or not pool.is_at_rest
            or not self._is_of_this_loop()
            or self._key(client) in self._closed
        ):
            await self._close(client)
            return
        self._closed[self._key(client)] = pool
        client._pool = None

    @contextmanager
    def tasks_ended(self) -> Iterator[None]:
        """What the block leaves running ends with it, as if its event loop ended."""
        lasting = asyncio.all_tasks(self._loop)
        yield
        left = asyncio.all_tasks(self._loop) - lasting - {self._runner._runner_task}
        for task in left:
            if task.get_name() != UNAWAITED:  # it waits for the server, briefly
                task.cancel()
        if left:
            self._loop.run_until_complete(asyncio.wait(left))

    def end(self) -> None:
        for pool in self._closed.values():
            self._loop.run_until_complete(pool.close())

    def _is_of_this_loop(self) -> bool:
        return asyncio.get_running_loop() is self._loop

    @staticmethod
    def _key(client: Client) -> str:
        return repr(sorted(client._template.items()))


@contextmanager
def connections_kept() -> Iterator[KeptConnections]:
    """Within the block, tests run in one event loop and use connections again."""
    with get_runner("asyncio", {}) as runner, pytest.MonkeyPatch.context() as patched:
        kept = KeptConnections(runner)

        async def create_pool(client: Client, **options: Any) -> ConnectionPool:
            return await kept.create_pool(client, **options)

        async def close(client: Client) -> None:
            await kept.close(client)

        patched.setattr(Client, "create_pool", create_pool)
        patched.setattr(Client, "_close", close)
        yield kept
        kept.end()
