"""Migrating a database: once, twice, by several processes at once, and again after being killed."""

import sqlite3
import sys
from asyncio import create_subprocess_exec, gather, wait_for
from asyncio.subprocess import PIPE, STDOUT
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest

from models.database import (
    DatabaseUnreachable,
    Dialect,
    connected,
    dialect_of,
    is_database_failure,
    sqlite_path,
)
from models.migrate import migrate, missing_versions, versions
from models.tables.employers import ServiceRow
from tests.fresh_database import fresh_database
from tests.migrations.shape import shape
from tests.migrations.stepping import upgrade_sql
from tests.models.unreachable import UNREACHABLE_URL, wait_for_drivers

MIGRATE = "import asyncio, sys; from models.migrate import migrate; print(asyncio.run(migrate(sys.argv[1])))"


@pytest.fixture
async def fresh_url(server_url: str | None, tmp_path: Path) -> AsyncIterator[str]:
    async with fresh_database(server_url, tmp_path) as url:
        yield url


def test_both_dialects_have_the_same_versions_in_the_order_of_their_numbers() -> None:
    known = versions(Dialect.SQLITE)
    assert known == versions(Dialect.POSTGRESQL)
    assert [int(name.split("_")[0]) for name in known] == list(range(len(known)))


async def test_a_new_database_lacks_every_version_and_a_migrated_one_none(fresh_url: str) -> None:
    known = versions(dialect_of(fresh_url))
    async with connected(fresh_url):
        assert await missing_versions(fresh_url) == known
    assert await migrate(fresh_url) == known
    async with connected(fresh_url):
        assert await missing_versions(fresh_url) == []


async def test_migrating_twice_changes_nothing_the_second_time(fresh_url: str) -> None:
    await migrate(fresh_url)
    first = await shape(fresh_url)
    assert await migrate(fresh_url) == []
    assert await shape(fresh_url) == first


async def test_migrating_writes_the_catalogue_and_corrects_it(fresh_url: str) -> None:
    await migrate(fresh_url)
    async with connected(fresh_url):
        await ServiceRow.filter(code="CNRACL-01").update(label="something else")
    await migrate(fresh_url)
    async with connected(fresh_url):
        assert (await ServiceRow.get(code="CNRACL-01")).label == "Affiliation CNRACL"


async def test_of_several_processes_that_migrate_at_once_one_migrates_and_the_others_have_nothing_to_do(
    fresh_url: str,
) -> None:
    async def another() -> tuple[int | None, str]:
        process = await create_subprocess_exec(
            sys.executable, "-c", MIGRATE, fresh_url, stdout=PIPE, stderr=STDOUT
        )
        output, _ = await process.communicate()
        return process.returncode, output.decode().strip()

    results = await gather(another(), another(), another())
    known = str(versions(dialect_of(fresh_url)))
    assert sorted(results) == sorted([(0, known), (0, "[]"), (0, "[]")])


@pytest.mark.parametrize("version", versions(Dialect.SQLITE))
@pytest.mark.parametrize("share", [0.0, 0.3, 0.7, 1.0])
async def test_a_killed_sqlite_migration_can_be_run_again(tmp_path: Path, version: str, share: float) -> None:
    """SQLite commits each statement outside a transaction: a killed migration leaves some applied, and its
    version unrecorded."""
    whole, killed = f"sqlite://{tmp_path / 'whole.db'}", f"sqlite://{tmp_path / 'killed.db'}"
    await migrate(whole)
    known = versions(Dialect.SQLITE)
    with sqlite3.connect(sqlite_path(killed)) as file:
        record(known[: known.index(version)], sqlite_path(whole), file)
        for earlier in known:
            file.commit()
            statements = one_by_one(await upgrade_sql(Dialect.SQLITE, earlier))
            done = statements[: int(len(statements) * share)] if earlier == version else statements
            for statement in done:
                file.execute(statement)
            if statements[0].startswith("BEGIN") and len(done) < len(statements):
                file.rollback()  # as the database does after a kill
            if earlier == version:
                break
    file.close()

    assert await migrate(killed) == known[known.index(version) :]
    assert await shape(killed) == await shape(whole)


def record(applied: list[str], whole: Path, file: sqlite3.Connection) -> None:
    """Record these versions as aerich did in a whole database."""
    with closing(sqlite3.connect(whole)) as source:
        ((table,),) = source.execute("SELECT sql FROM sqlite_master WHERE name = 'aerich'")
        rows = source.execute("SELECT version, app, content FROM aerich").fetchall()
    file.execute(table)
    file.executemany(
        "INSERT INTO aerich (version, app, content) VALUES (?, ?, ?)",
        [row for row in rows if row[0] in applied],
    )


def one_by_one(script: str) -> list[str]:
    statements, current = [], ""
    for piece in script.split(";"):
        current += piece + ";"
        if sqlite3.complete_statement(current):
            statements.append(current)
            current = ""
    return statements


@pytest.mark.parametrize("url", [UNREACHABLE_URL, "sqlite:///dev/null/comptoir.db"])
async def test_a_database_that_cannot_be_reached_is_a_failure_of_the_database(url: str) -> None:
    with pytest.raises(OSError) as failed:  # noqa: PT011
        await migrate(url)
    assert is_database_failure(failed.value)


async def test_a_sqlite_file_that_cannot_be_opened_is_reported_at_once(tmp_path: Path) -> None:
    (tmp_path / "comptoir.db").mkdir()
    with pytest.raises(DatabaseUnreachable):
        await wait_for(migrate(f"sqlite://{tmp_path / 'comptoir.db'}"), timeout=120)
    wait_for_drivers()


@pytest.mark.only_on("postgresql")  # SQLite has no pool
async def test_settings_of_the_pool_in_the_url_do_not_stop_a_migration(fresh_url: str) -> None:
    assert await migrate(f"{fresh_url}?maxsize=3") == versions(Dialect.POSTGRESQL)
