"""The pool of PostgreSQL connections: who waits, what is used again, and what is not."""

import asyncio
from collections.abc import AsyncIterator

import asyncpg
import pytest

from models.database import asyncpg_credentials, connected, query, transaction
from models.postgresql_pool import ConnectionPool
from models.tables.accounts import AccountRow
from tests.factories import a_house
from tests.raw_sql import number

pytestmark = pytest.mark.only_on("postgresql")
SEARCH = "SELECT id FROM account WHERE search_key LIKE $1"
PREPARED = "SELECT statement, generic_plans, custom_plans FROM pg_prepared_statements WHERE statement = $1"


@pytest.fixture
async def pool(database_url: str) -> AsyncIterator[ConnectionPool]:
    """A pool of two."""

    async def connect() -> asyncpg.Connection:
        return await asyncpg.connect(**asyncpg_credentials(database_url))

    pool = ConnectionPool(connect, 2)
    yield pool
    pool.terminate()


async def test_connections_are_opened_when_needed_and_the_last_returned_is_used_next(
    pool: ConnectionPool,
) -> None:
    first = await pool.acquire()
    second = await pool.acquire()
    assert first is not second
    pool.put_back(second)
    pool.put_back(first)
    assert await pool.acquire() is first
    assert await pool.acquire() is second


async def test_a_third_waits_and_one_that_gives_up_takes_nothing(pool: ConnectionPool) -> None:
    first, second = await pool.acquire(), await pool.acquire()
    gives_up, waits = asyncio.create_task(pool.acquire()), asyncio.create_task(pool.acquire())
    await asyncio.sleep(0)
    assert not waits.done()
    gives_up.cancel()
    pool.put_back(first)
    assert await waits is first
    assert gives_up.cancelled()
    pool.put_back(second)
    assert await pool.acquire() is second


async def test_what_is_closed_or_left_in_a_transaction_is_not_used_again(pool: ConnectionPool) -> None:
    closed, begun = await pool.acquire(), await pool.acquire()
    await closed.close()
    await begun.execute("BEGIN")
    pool.put_back(closed)
    pool.put_back(begun)
    assert begun.is_closed()
    for connection in [await pool.acquire(), await pool.acquire()]:
        assert connection not in {closed, begun}
        assert await connection.fetchval("SELECT 1") == 1


async def test_a_connection_cut_while_it_was_idle_is_replaced(pool: ConnectionPool) -> None:
    cut, other = await pool.acquire(), await pool.acquire()
    gone = asyncio.Event()
    cut.add_termination_listener(lambda _: gone.set())
    pool.put_back(cut)
    await other.fetch("SELECT pg_terminate_backend($1)", cut.get_server_pid())
    await asyncio.wait_for(gone.wait(), 120)
    assert await (await pool.acquire()).fetchval("SELECT 1") == 1


async def test_an_interrupted_one_is_the_last_to_be_used_and_is_clean(pool: ConnectionPool) -> None:
    interrupted, other = await pool.acquire(), await pool.acquire()
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(interrupted.fetch("SELECT pg_sleep(100)"), 0.05)
    pool.put_back(other)
    pool.put_back(interrupted, interrupted=True)
    assert await pool.acquire() is other
    assert await (await pool.acquire()).fetchval("SELECT 1") == 1


@pytest.mark.usefixtures("database")
async def test_a_search_interrupted_before_it_is_executed_leaves_no_lock(pool: ConnectionPool) -> None:
    search, other = await pool.acquire(), await pool.acquire()
    await search.prepare(SEARCH, name="")
    pool.put_back(search, interrupted=True)
    async with other.transaction():
        await other.execute("SET LOCAL lock_timeout = '60s'")
        await other.execute("LOCK TABLE account IN ACCESS EXCLUSIVE MODE")
    pool.put_back(other)


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("turns", range(12))
async def test_a_search_cancelled_at_any_moment_leaves_a_connection_that_works(turns: int) -> None:
    search = asyncio.create_task(query(SEARCH, ["%x%"]))
    for _ in range(turns):
        await asyncio.sleep(0)
    search.cancel()
    await asyncio.wait({search})
    assert await query("SELECT 1 AS n", []) == [{"n": 1}]


@pytest.mark.parametrize("turns", range(1, 5))
async def test_one_on_which_a_transaction_was_interrupted_as_it_began_swallows_no_write(
    database_url: str, turns: int
) -> None:
    """PostgreSQL may begin it all the same: what is written next would be rolled back with it."""

    async def begin() -> None:
        async with transaction():
            pass

    async with connected(f"{database_url}?maxsize=1"):
        house = await a_house()
        beginning = asyncio.create_task(begin())
        for _ in range(turns):
            await asyncio.sleep(0)
        beginning.cancel()
        await asyncio.wait({beginning})
        await AccountRow.filter(id=house.jean.id).update(first_name="Jeanne")
    async with connected(database_url):
        assert (await AccountRow.get(id=house.jean.id)).first_name == "Jeanne"


async def test_a_connection_that_was_long_idle_is_closed(
    pool: ConnectionPool, monkeypatch: pytest.MonkeyPatch
) -> None:
    idle, used = await pool.acquire(), await pool.acquire()
    pool.put_back(idle)
    pool.put_back(used)
    loop = asyncio.get_running_loop()
    later = loop.time() + 301
    with monkeypatch.context() as patched:
        patched.setattr(loop, "time", lambda: later)
        assert await pool.acquire() is used
        pool.put_back(used)
    assert idle.is_closed()
    assert await pool.acquire() is used


async def test_closing_waits_for_what_is_in_use_and_then_there_is_none(pool: ConnectionPool) -> None:
    used, idle = await pool.acquire(), await pool.acquire()
    pool.put_back(idle)
    closing = asyncio.create_task(pool.close())
    await asyncio.sleep(0)
    assert not closing.done()
    pool.put_back(used)
    await closing
    assert used.is_closed()
    assert idle.is_closed()
    with pytest.raises(asyncpg.InterfaceError, match="closing"):
        await pool.acquire()


async def test_one_that_cannot_be_opened_takes_no_place() -> None:
    async def refused() -> asyncpg.Connection:
        raise OSError("refused")

    pool = ConnectionPool(refused, 1)
    for _ in range(3):
        with pytest.raises(OSError, match="refused"):
            await asyncio.wait_for(pool.acquire(), 120)


async def test_statements_keep_their_plans_except_searches(database_url: str) -> None:
    async with connected(f"{database_url}?maxsize=1"):
        house = await a_house()
        same = f"SELECT id FROM account WHERE employer_id = $1 AND id > {house.jean.id}"
        for _ in range(10):
            assert len(await query(same, [house.employer_id])) == 2
            assert len(await query(SEARCH, ["%louty%"])) == 1
        (kept,) = await query(PREPARED, [same])
        assert kept["generic_plans"] > 0
        assert await query(PREPARED, [SEARCH]) == []
        async with transaction():
            assert len(await query(SEARCH, ["%dupont%"])) == 1
        assert await number("SELECT count(*) FROM account") == 3
