"""Migrations one at a time, as aerich applies them, so that a database can be of an earlier version."""

import importlib.util
import sqlite3
from types import ModuleType
from typing import Any, cast

import asyncpg
from aerich.utils import decompress_dict

from models.database import Dialect, dialect_of, sqlite_path
from models.migrate import MIGRATIONS, versions


def migration(dialect: Dialect, version: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location("migration", MIGRATIONS / dialect / "models" / version)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


async def upgrade_sql(dialect: Dialect, version: str) -> str:
    """Of migrations that need nothing of the database to say what they do."""
    return cast(str, await migration(dialect, version).upgrade(None))


def models_state(dialect: Dialect, version: str) -> dict[str, Any]:
    """The models as they were when this migration was written."""
    return decompress_dict(migration(dialect, version).MODELS_STATE)


async def bring_to(url: str, version: str, rows: str = "") -> None:
    """Make an empty database of this version, with these rows in it."""
    dialect = dialect_of(url)
    known = versions(dialect)
    applied = known[: known.index(version) + 1]
    script = ";\n".join(
        [
            *[await upgrade_sql(dialect, name) for name in applied],
            *[
                f"INSERT INTO aerich (version, app, content) VALUES ('{name}', 'models', '{{}}')"
                for name in applied
            ],
            rows,
        ]
    )
    if dialect is Dialect.SQLITE:
        with sqlite3.connect(sqlite_path(url)) as file:
            file.execute("PRAGMA foreign_keys = ON")
            file.executescript(script)
        file.close()
        return
    connection = await asyncpg.connect(url)
    await connection.execute(script)
    await connection.close()
