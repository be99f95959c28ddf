"""Connecting to the database of a URL; what is committed, and what is rolled back."""

import asyncio
import os
from pathlib import Path

import anyio
import pytest

from models.database import (
    Dialect,
    applied_versions,
    connected,
    dialect,
    dialect_of,
    query,
    sqlite_path,
    tortoise_config,
    transaction,
)
from models.migrate import versions
from models.rules.refusals import Refused, not_found
from models.stores.employers.employers import lock_employer
from models.tables.employers import EmployerRow
from tests.conftest import DIALECT
from tests.factories import an_employer
from tests.fresh_database import fresh_database


def test_a_url_names_its_dialect() -> None:
    assert dialect_of("sqlite://var/comptoir.db") is Dialect.SQLITE
    assert dialect_of("postgres://me@host/comptoir") is Dialect.POSTGRESQL
    assert dialect_of("postgresql://me@host/comptoir") is Dialect.POSTGRESQL


@pytest.mark.parametrize("url", ["mysql://me@host/comptoir", "comptoir.db", ""])
def test_another_scheme_is_refused_by_its_name_with_what_to_use(url: str) -> None:
    with pytest.raises(ValueError, match=rf"'{url.partition(':')[0] if ':' in url else ''}'.*use sqlite://"):
        dialect_of(url)


def test_a_pool_holds_ten_connections_unless_the_url_says_otherwise() -> None:
    def credentials(url: str) -> dict[str, object]:
        options: dict[str, object] = tortoise_config(url)["connections"]["default"]["credentials"]
        return options

    assert credentials("postgres://me@host/comptoir")["maxsize"] == 10
    assert credentials("postgresql://me@host/comptoir?maxsize=3")["maxsize"] == "3"


async def test_the_folder_of_a_sqlite_file_is_made(tmp_path: Path) -> None:
    url = f"sqlite://{tmp_path / 'a' / 'b' / 'comptoir.db'}"
    async with connected(url):
        assert await query("SELECT 1 AS n", []) == [{"n": 1}]
    assert sqlite_path(url).exists()


async def test_a_sqlite_file_and_those_beside_it_are_their_owners_alone(tmp_path: Path) -> None:
    url = f"sqlite://{tmp_path / 'comptoir.db'}"
    async with connected(url):
        await query("SELECT 1 AS n", [])
        modes = {os.stat(file).st_mode & 0o077 for file in os.scandir(tmp_path)}
    assert modes == {0}


@pytest.mark.usefixtures("database")
async def test_the_connected_database_is_of_the_requested_dialect() -> None:
    assert dialect() == DIALECT


@pytest.mark.usefixtures("database")
async def test_a_transaction_commits_all_or_nothing() -> None:
    async with transaction():
        employer_id = await an_employer("KEPT")

    async def refused() -> None:
        async with transaction():
            await an_employer("LOST")
            raise Refused(not_found())

    with pytest.raises(Refused):
        await refused()
    assert [row.id for row in await EmployerRow.all()] == [employer_id]


async def test_a_migrated_database_names_its_versions_and_a_new_one_none(
    database_url: str, server_url: str | None, tmp_path: Path
) -> None:
    async with connected(database_url):
        assert await applied_versions() == versions(dialect())
    async with fresh_database(server_url, tmp_path) as url, connected(url):
        assert await applied_versions() == []


@pytest.mark.only_on("postgresql")
@pytest.mark.usefixtures("database")
async def test_a_connection_goes_back_to_the_pool_as_it_was_without_being_reset() -> None:
    """Whichever of the pool's connections answers: a transaction's settings and rows end with it."""
    employer_id = await an_employer()

    async def settings() -> set[object]:
        async with anyio.create_task_group() as tasks:
            seen: set[object] = set()

            async def look() -> None:
                rows = await query("SELECT current_setting('lock_timeout') AS wait, pg_sleep(0.01)", [])
                seen.add(rows[0]["wait"])

            for _ in range(10):
                tasks.start_soon(look)
        return seen

    async def locked_for_long(employer_id: int) -> None:
        async with transaction():
            await set_lock_timeout()
            await lock_employer(employer_id)
            await query("SELECT pg_sleep(10)", [])

    async def set_lock_timeout() -> None:
        await query("SELECT set_config('lock_timeout', '7s', true)", [])

    async with transaction():
        await set_lock_timeout()
        assert (await query("SELECT current_setting('lock_timeout') AS wait", []))[0]["wait"] == "7s"
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(locked_for_long(employer_id), 0.05)
    assert await settings() == {"0"}
    assert not await query("SELECT 1 FROM pg_stat_activity WHERE state LIKE 'idle in transaction%'", [])
