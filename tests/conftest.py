"""Real databases for every test: SQLite by default, PostgreSQL with TEST_DATABASE=postgresql."""

import asyncio
import os
import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import asyncpg
import hypothesis
import pytest
from argon2 import PasswordHasher

from models.database import connected
from models.migrate import migrate
from resolvers.sign_in import passwords
from tests.kept_connections import KeptConnections, connections_kept, models_prepared_once
from tests.processes.postgresql import cluster

# No deadline: on a busy machine any example may take long.
hypothesis.settings.register_profile("comptoir", deadline=None)
hypothesis.settings.load_profile("comptoir")

MEMORY = Path("/dev/shm")  # a file system in memory, on Linux
MEMORY_BYTES = 1 << 30
"""The space there that the tests may take; a container may have much less."""

DIALECT = os.environ.get("TEST_DATABASE", "sqlite")
PART = os.environ.get("TEST_PART", "all")
"""`pure`: only the tests that touch no database; `database`: only those to repeat on a second database.

What the second run leaves out is what touches no database, or is marked `one_database`.
"""

FULL_COST_HASHER = passwords._HASHER
CHEAPEST_HASHER = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)

EMPTY = """
    SET session_replication_role = replica;
    DO $$ DECLARE t text; BEGIN
        FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public'
            AND tablename NOT IN ('aerich', 'theme', 'service')
        LOOP EXECUTE format('DELETE FROM %I', t); END LOOP;
    END $$;
"""


def pytest_configure() -> None:
    """Keep temporary folders in memory, if they fit: SQLite would wait for the disk half of the time."""
    if MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > MEMORY_BYTES:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Deselect what is about the other database, or not of the part that is run."""
    kept = [item for item in items if _is_for_this_database(item) and _is_of_this_part(item)]
    config.hook.pytest_deselected(items=[item for item in items if item not in set(kept)])
    items[:] = kept


def _is_for_this_database(item: pytest.Item) -> bool:
    marker = item.get_closest_marker("only_on")
    return marker is None or marker.args[0] == DIALECT


def _is_of_this_part(item: pytest.Item) -> bool:
    touches_database = not {"template_url", "server_url"}.isdisjoint(getattr(item, "fixturenames", ()))
    if PART == "pure":
        return not touches_database
    return PART == "all" or (touches_database and item.get_closest_marker("one_database") is None)


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="session", autouse=True)
def cheap_hashes() -> Iterator[None]:
    """Hash passwords at the least cost: at full cost, the suite would spend minutes on nothing else.

    Only in this process: the service itself has no setting that makes hashes weaker.
    """
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(passwords, "_HASHER", CHEAPEST_HASHER)
        yield


@pytest.fixture
def full_cost_hashes(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Hash as the service does, for tests of the hashes themselves and of what they cost."""
    monkeypatch.setattr(passwords, "_HASHER", FULL_COST_HASHER)
    passwords._dummy_hash.cache_clear()
    yield
    passwords._dummy_hash.cache_clear()


@pytest.fixture(scope="session", autouse=True)
def prepared_models() -> Iterator[None]:
    """Connecting to a database prepares Tortoise's models at the first time only."""
    with models_prepared_once():
        yield


@pytest.fixture(scope="session")
def server_url() -> Iterator[str | None]:
    """A PostgreSQL of our own, or None on SQLite."""
    if DIALECT == "sqlite":
        yield None
        return
    with cluster() as url:
        yield url


@pytest.fixture(scope="session")
def template_url(server_url: str | None, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A migrated database, made once."""
    url = server_url or f"sqlite://{tmp_path_factory.mktemp('template') / 'template.db'}"
    asyncio.run(migrate(url))
    return url


@pytest.fixture(scope="session")
def empty_postgresql(template_url: str) -> Iterator[Callable[[], str]]:
    """Empties the PostgreSQL database. Its connection stays: a new one takes ten times the processor time."""
    with asyncio.Runner(loop_factory=asyncio.new_event_loop) as runner:
        connection = runner.run(asyncpg.connect(template_url))
        yield lambda: runner.run(connection.execute(EMPTY))
        runner.run(connection.close())


@pytest.fixture(scope="session")
def kept_connections() -> Iterator[KeptConnections]:
    """Tests on PostgreSQL share an event loop, and connections that they have closed."""
    with connections_kept() as kept:
        yield kept


# Not async: the connection that empties the database has an event loop of its own.
@pytest.fixture
def database_url(template_url: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """A migrated database that holds nothing yet."""
    if template_url.startswith("sqlite"):
        shutil.copy(template_url.removeprefix("sqlite://"), tmp_path / "test.db")
        yield f"sqlite://{tmp_path / 'test.db'}"
        return
    kept: KeptConnections = request.getfixturevalue("kept_connections")
    request.getfixturevalue("empty_postgresql")()
    with kept.tasks_ended():
        yield template_url


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[None]:
    """The same, connected."""
    async with connected(database_url):
        yield
