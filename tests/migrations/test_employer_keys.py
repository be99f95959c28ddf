"""Employers from before they were searched are found after migrating (E2)."""

from pathlib import Path

import pytest

from models.database import connected, dialect_of
from models.migrate import migrate, versions
from models.rules.employers.searched_employer import employer_keys
from models.tables.employers import EmployerRow
from tests.conftest import DIALECT
from tests.fresh_database import fresh_database
from tests.migrations.shape import snapshot_of
from tests.migrations.stepping import bring_to

KNOWN = versions(dialect_of(f"{DIALECT}://"))


@pytest.mark.parametrize("version", KNOWN)
async def test_employers_of_every_earlier_version_have_their_keys_and_are_open(
    server_url: str | None, tmp_path: Path, version: str
) -> None:
    async with fresh_database(server_url, tmp_path) as url:
        await bring_to(url, version, snapshot_of(version).read_text())
        await migrate(url)
        async with connected(url):
            rows = await EmployerRow.all()
            assert len(rows) == 2
            for row in rows:
                keys = employer_keys(
                    name=row.name,
                    siret=row.siret,
                    contract_number=row.contract_number,
                    postal_address=tuple(row.postal_address.split("\n")),
                )
                assert (row.name_key, row.search_key) == (keys["name_key"], keys["search_key"])
                assert (row.version, row.closed_on) == (1, None)
