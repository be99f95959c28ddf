"""The catalogue in the database follows that of the file."""

import pytest

from models.catalogue import themes
from models.database import query
from models.stores.catalogue import write_catalogue
from models.tables.employers import ServiceRow
from tests.raw_sql import run

pytestmark = pytest.mark.usefixtures("database")


async def test_the_catalogue_in_the_database_is_that_of_the_file_and_is_mended_when_it_is_not() -> None:
    await run(
        "UPDATE service SET label = 'x', levels = 'NONE', position = 99", "UPDATE theme SET label = 'y'"
    )
    await ServiceRow.create(
        code="OLD-01", label="Ancien", fund="CNRACL", levels="NONE", position=99, theme_id="carriere"
    )
    await write_catalogue()
    services_kept = await query("SELECT code, label, levels FROM service ORDER BY position, code", [])
    expected = [service for theme in themes() for service in theme.services]
    assert [row["code"] for row in services_kept] == [*(service.code for service in expected), "OLD-01"]
    assert services_kept[0] == {
        "code": "CNRACL-01",
        "label": "Affiliation CNRACL",
        "levels": "NONE,READ,WRITE",
    }
    themes_kept = await query("SELECT label FROM theme ORDER BY position", [])
    assert [row["label"] for row in themes_kept] == [theme.label for theme in themes()]
    await run("DELETE FROM service WHERE code = 'OLD-01'")
