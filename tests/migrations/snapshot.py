"""python -m tests.migrations.snapshot: the rows of a populated database of the present version.

Made when a migration is written, for the day it is no longer the last:
    python -m tests.migrations.snapshot >tests/migrations/snapshots/<version>.sql
"""

import asyncio
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from models.database import connected, query
from models.migrate import migrate
from tests.every_table import fill_every_table

# Parents first.
TABLES = (
    "employer", "contract", "theme", "service", "account", "credential", "mandates_version", "mandate",
    "mandate_holder",
    "access_right", "history", "status_change", "idempotency_key", "password_link", "session",
    "registration", "outgoing",
    "partner", "partner_employer", "partner_key", "sign_in_guard", "used_assertion", "webhook",
    "webhook_delivery", "operator", "operator_session",
)  # fmt: skip
SINCE = {
    "mandate_holder": 8, "mandates_version": 13, "operator": 11, "operator_session": 11, "registration": 10,
    "sign_in_guard": 2, "used_assertion": 3, "webhook": 4, "webhook_delivery": 4,
}  # fmt: skip
"""The number of the version that made a table, where it is not the first."""


async def snapshot() -> list[str]:
    with TemporaryDirectory() as folder:
        url = f"sqlite://{Path(folder) / 'snapshot.db'}"
        await migrate(url)
        async with connected(url):
            await fill_every_table()
            return [line for table in TABLES for line in await _inserts(table)]


async def _inserts(table: str) -> list[str]:
    # What the database itself computes cannot be inserted: hidden 2 and 3.
    table_columns = await query(f"PRAGMA table_xinfo({table})", [])
    columns = [column["name"] for column in table_columns if column["hidden"] == 0]
    rows = await query(f"SELECT * FROM {table} ORDER BY 1", [])
    return [
        f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join(_literal(row[c]) for c in columns)});"
        for row in rows
    ]


def _literal(value: object) -> str:
    match value:
        case None:
            return "NULL"
        case int():
            return str(value)
        case str() | date() | datetime():
            return "'" + str(value).replace("'", "''") + "'"
    raise TypeError(f"{value!r} is of no type that a snapshot knows")


if __name__ == "__main__":
    print("\n".join(asyncio.run(snapshot())))
