"""A database of any earlier version, with rows in every table, becomes the same as one made fresh."""

from pathlib import Path

import pytest

from models.database import connected, dialect_of
from models.migrate import migrate, versions
from resolvers.history.verify import verify_history
from tests.conftest import DIALECT
from tests.fresh_database import fresh_database
from tests.migrations.shape import contents, shape, snapshot_of
from tests.migrations.snapshot import SINCE, TABLES
from tests.migrations.stepping import bring_to

KNOWN = versions(dialect_of(f"{DIALECT}://"))


@pytest.mark.parametrize("version", KNOWN)
def test_every_version_has_its_snapshot_with_rows_in_every_table(version: str) -> None:
    path = snapshot_of(version)
    assert path.exists(), f"no {path}: python -m tests.migrations.snapshot >{path}"
    there = [table for table in TABLES if SINCE.get(table, 0) <= KNOWN.index(version)]
    empty = [table for table in there if f"INSERT INTO {table} " not in path.read_text()]
    assert not empty


@pytest.mark.parametrize("version", KNOWN)
async def test_a_populated_database_of_each_version_keeps_its_rows_and_takes_the_present_shape(
    server_url: str | None, tmp_path: Path, version: str
) -> None:
    rows = snapshot_of(version).read_text()
    async with (
        fresh_database(server_url, tmp_path) as populated,
        fresh_database(server_url, tmp_path) as fresh,
    ):
        await bring_to(populated, version, rows)
        before = await contents(populated)
        later = KNOWN[KNOWN.index(version) + 1 :]

        assert await migrate(populated) == later
        assert await migrate(fresh) == KNOWN

        after = await contents(populated)
        assert {name: len(after[name]) for name in before} == {name: len(before[name]) for name in before}
        assert await shape(populated) == await shape(fresh)
        async with connected(populated):
            assert {fault for _, fault in (await verify_history()).values()} == {None}


async def test_a_snapshot_fills_every_table_there_is(server_url: str | None, tmp_path: Path) -> None:
    async with fresh_database(server_url, tmp_path) as url:
        await bring_to(url, KNOWN[-1], snapshot_of(KNOWN[-1]).read_text())
        rows = await contents(url)
        assert set(rows) == set(TABLES) - {"theme", "service"}
        assert all(rows.values())
