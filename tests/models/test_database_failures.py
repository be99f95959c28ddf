"""Which errors are failures of the database, and which a bug, an invalid value or a violated constraint."""

from asyncio import wait_for
from pathlib import Path

import pytest
from tortoise.exceptions import DoesNotExist, IntegrityError

from models.database import (
    DatabaseUnreachable,
    applied_versions,
    connected,
    is_database_failure,
    query,
    transaction,
)
from models.tables.employers import EmployerRow
from tests.factories import an_employer
from tests.models.unreachable import UNREACHABLE_URL, wait_for_drivers
from tests.raw_sql import run


@pytest.mark.usefixtures("database")
async def test_a_violated_constraint_and_a_missing_row_are_no_failures_of_the_database() -> None:
    employer_id = await an_employer()
    with pytest.raises(IntegrityError) as refused:
        await EmployerRow.filter(id=employer_id).update(siret="12")
    with pytest.raises(DoesNotExist) as missing:
        await EmployerRow.get(id=0)
    for error in (refused.value, missing.value, ValueError("a bug")):
        assert not is_database_failure(error)


@pytest.mark.usefixtures("database")
async def test_a_missing_table_is_a_failure_of_the_database() -> None:
    with pytest.raises(Exception, match=r"no_such_table") as failed:
        await run("SELECT * FROM no_such_table")
    assert is_database_failure(failed.value)


async def test_a_database_that_does_not_answer_is_unreachable_and_its_address_is_not_revealed() -> None:
    async with connected(UNREACHABLE_URL):
        with pytest.raises(DatabaseUnreachable) as unreachable:
            await applied_versions()
    assert is_database_failure(unreachable.value)
    assert str(unreachable.value) == "ConnectionRefusedError"


@pytest.mark.parametrize("content", [None, "not a database at all, but long enough to have a header" * 9])
async def test_a_sqlite_file_that_cannot_be_read_is_unreachable_at_each_use(
    tmp_path: Path, content: str | None
) -> None:
    path = tmp_path / "comptoir.db"
    if content is None:
        path.mkdir()
    else:
        path.write_text(content)
    async with connected(f"sqlite://{path}"):
        for use in (applied_versions, an_employer, within_a_transaction) * 2:
            with pytest.raises(Exception, match=r"unable to open|not a database|Error") as failed:
                await wait_for(use(), timeout=120)
            assert is_database_failure(failed.value), use
    wait_for_drivers()


async def test_a_sqlite_file_that_can_be_opened_again_is_used_with_its_pragmas(tmp_path: Path) -> None:
    path = tmp_path / "comptoir.db"
    path.write_text("not a database at all, but long enough to have a header" * 9)
    async with connected(f"sqlite://{path}"):
        with pytest.raises(DatabaseUnreachable):
            await applied_versions()
        path.write_bytes(b"")
        assert await query("PRAGMA foreign_keys", []) == [{"foreign_keys": 1}]
        assert await query("PRAGMA busy_timeout", []) == [{"timeout": 10_000}]


async def within_a_transaction() -> None:
    async with transaction():
        await run("SELECT 1")


@pytest.mark.only_on("postgresql")  # SQLite has no users
@pytest.mark.parametrize("change", [("postgres@", "nobody@"), ("/postgres", "/nowhere")])
async def test_a_postgresql_that_refuses_the_connection_is_unreachable(
    server_url: str | None, change: tuple[str, str]
) -> None:
    head, _, name = (server_url or "").rpartition("//")
    async with connected(f"{head}//{name.replace(*change)}"):
        with pytest.raises(DatabaseUnreachable):
            await applied_versions()


@pytest.mark.only_on("postgresql")  # SQLite has no connection to cut
@pytest.mark.usefixtures("database")
async def test_a_connection_that_is_cut_is_a_failure_and_the_next_request_has_a_new_one() -> None:
    cut = "SELECT pg_terminate_backend(pg_backend_pid())"
    with pytest.raises(Exception, match=r"terminating|closed") as outside:
        await run(cut)
    with pytest.raises(Exception, match=r"terminating|closed") as inside:
        async with transaction():
            await run(cut)
    assert is_database_failure(outside.value)
    assert is_database_failure(inside.value)
    assert await query("SELECT 1 AS n", []) == [{"n": 1}]


@pytest.mark.usefixtures("database")
async def test_a_value_that_no_column_can_hold_is_no_failure_of_the_database() -> None:
    with pytest.raises(Exception, match=r"int64|too large") as failed:
        await EmployerRow.filter(id=2**70)
    assert not is_database_failure(failed.value)


async def test_a_bug_is_not_mistaken_for_an_unreachable_database() -> None:
    """Nothing is connected here."""
    with pytest.raises(Exception, match=r"(?i)context|connection|init") as failed:
        await applied_versions()
    assert not isinstance(failed.value, DatabaseUnreachable)
