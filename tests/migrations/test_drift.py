"""The migrations tell the same as the models: a forgotten migration fails here."""

import json
from typing import Any

import pytest
from aerich.utils import get_models_describe
from tortoise import Tortoise

from models.database import Dialect, dialect, query
from models.migrate import versions
from tests.migrations.stepping import models_state

pytestmark = pytest.mark.usefixtures("database")

BY_HAND = {"account": {"last_sign_in_key"}}
"""Columns that the databases compute, and the models do not know."""
COLUMNS = """
    SELECT a.attname AS name, CASE WHEN a.attnotnull THEN 1 ELSE 0 END AS required FROM pg_attribute a
    WHERE a.attrelid = '{}'::regclass AND a.attnum > 0 AND NOT a.attisdropped
"""


@pytest.mark.parametrize("of", Dialect)
async def test_the_last_migration_knows_the_models_as_they_are_now(of: Dialect) -> None:
    now: dict[str, Any] = json.loads(json.dumps(get_models_describe("models"), default=str))
    then: dict[str, Any] = json.loads(json.dumps(models_state(of, versions(of)[-1]), default=str))
    names = (now.keys() | then.keys()) - {"models.Aerich"}  # which only migrating loads
    changed = sorted(name for name in names if now.get(name) != then.get(name))
    assert not changed, "write a migration, by hand or with aerich, for these models"


async def test_every_table_has_the_columns_of_its_model_and_requires_the_same_of_them() -> None:
    for model in Tortoise.apps["models"].values():
        table = model._meta.db_table
        wanted = {
            field.source_field or name: not field.null
            for name, field in model._meta.fields_map.items()
            if name in model._meta.fields_db_projection
        }
        rows = await query(
            f"SELECT name, \"notnull\" AS required FROM pragma_table_xinfo('{table}')"
            if dialect() is Dialect.SQLITE
            else COLUMNS.format(table),
            [],
        )
        columns = {row["name"]: bool(row["required"]) for row in rows}
        for name in BY_HAND.get(table, ()):
            del columns[name]
        assert columns == wanted, table
