"""The catalogue in the database is written from services.toml."""

import pytest

from models.catalogue import themes
from models.database import query
from models.stores.catalogue import write_catalogue
from models.tables.employers import ServiceRow
from tests.raw_sql import run

pytestmark = pytest.mark.usefixtures("database")


async def test_the_catalogue_in_the_database_is_that_of_the_file_and_is_corrected_when_it_is_not() -> None:
    await run(
        "UPDATE service SET label = 'x', levels = 'NONE', position = 99", "UPDATE theme SET label = 'y'"
    )
    await ServiceRow.create(
        code="OLD-01", label="Ancien", fund="CNRACL", levels="NONE", position=99, theme_id="carriere"
    )
    await write_catalogue()
    service_rows = await query("SELECT code, label, levels FROM service ORDER BY position, code", [])
    expected = [service for theme in themes() for service in theme.services]
    assert [row["code"] for row in service_rows] == [*(service.code for service in expected), "OLD-01"]
    assert service_rows[0] == {
        "code": "CNRACL-01",
        "label": "Affiliation CNRACL",
        "levels": "NONE,READ,WRITE",
    }
    theme_rows = await query("SELECT label FROM theme ORDER BY position", [])
    assert [row["label"] for row in theme_rows] == [theme.label for theme in themes()]
    await run("DELETE FROM service WHERE code = 'OLD-01'")
