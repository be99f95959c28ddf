"""Each CHECK and each foreign key refuses what it forbids."""

import re

import pytest
from tortoise import Tortoise
from tortoise.exceptions import IntegrityError

from models.database import Dialect, dialect, query
from models.stores.sql import Statement
from tests.every_table import fill_every_table
from tests.nothing_written import rows_without_sessions
from tests.raw_sql import run, unguarded

pytestmark = pytest.mark.usefixtures("database")

REFUSED = {
    "employer_history": ["UPDATE employer SET history_sequence = -1"],
    "employer_siret": [
        "UPDATE employer SET siret = '2644001360047'",
        "UPDATE employer SET siret = '2644001360047X'",
        "UPDATE employer SET siret = ''",
    ],
    "account_identifier": [
        "UPDATE account SET identifier = 'jlo000430'",
        "UPDATE account SET identifier = 'JLO00043'",
    ],
    "account_civility": ["UPDATE account SET civility = 'DOCTEUR'"],
    "account_profile": ["UPDATE account SET profile = 'PARTNER'"],
    "account_administrator_address": [
        "UPDATE account SET professional_address = '' WHERE profile = 'ADMINISTRATOR'"
    ],
    "account_required": [
        f"UPDATE account SET {column} = ''" for column in ("last_name", "first_name", "email")
    ],
    "account_version": ["UPDATE account SET version = 0"],
    "mandate_days": ["UPDATE mandate SET ends_on = '2020-01-01'"],
    "mandate_scope": ["UPDATE mandate SET scope = 'ALL'"],
    "mandate_sides": ["UPDATE mandate SET giver_id = centre_id"],
    "mandate_answer": ["UPDATE mandate SET declined_at = accepted_at"],
    "access_right_level": ["UPDATE access_right SET level = 0", "UPDATE access_right SET level = 3"],
    "history_chain": [
        "UPDATE history SET sequence = 0",
        "UPDATE history SET hash = 'abc'",
        "UPDATE history SET changes_digest = 'abc'",
    ],
    "status_change_changes": ["UPDATE status_change SET before = after"],
    "password_link_purpose": ["UPDATE password_link SET purpose = 'ENTER'"],
    "password_link_lapse": ["UPDATE password_link SET expires_at = created_at"],
    "session_profile": ["UPDATE session SET profile = 'PARTNER'"],
    "outgoing_channel": ["UPDATE outgoing SET channel = 'FAX'"],
    "sign_in_guard_counts": [
        "UPDATE sign_in_guard SET failures = -1",
        "UPDATE sign_in_guard SET locks = -1",
    ],
    "outgoing_about": ["UPDATE outgoing SET account_id = NULL WHERE registration_id IS NULL"],
    "registration_kind": ["UPDATE registration SET kind = 'TRANSFER'"],
    "registration_decision": [
        "UPDATE registration SET submitted_at = NULL",
        "UPDATE registration SET refused_at = approved_at, refused_for = 'REFUSED'",
        "UPDATE registration SET code_nonce = NULL",
        "UPDATE registration SET letters = 0",
    ],
    "registration_refusal": ["UPDATE registration SET refused_for = 'REFUSED'"],
    "registration_opening": [
        "UPDATE registration SET account_id = NULL",
        "UPDATE registration SET employer_id = NULL",
    ],
    "registration_tries": [
        "UPDATE registration SET code_tries = 6",
        "UPDATE registration SET code_tries = -1",
        "UPDATE registration SET letters = 4",
    ],
    "outgoing_state": ["UPDATE outgoing SET state = 'LOST'"],
    "webhook_delivery_state": ["UPDATE webhook_delivery SET state = 'LOST'"],
}
CHECKED_TOGETHER = ("history", "status_change")
"""Their references are checked by statement, not by row, on PostgreSQL."""
PARENTS = ("employer", "theme", "service", "password_link", "partner", "webhook")


@pytest.mark.parametrize("name", REFUSED)
async def test_each_check_refuses_what_it_forbids(name: str) -> None:
    await fill_every_table()
    before = await rows_without_sessions()
    for statement in REFUSED[name]:
        with pytest.raises(IntegrityError, match=rf'(CHECK constraint failed: |check constraint "){name}\b'):
            await unguarded(statement)
        assert await rows_without_sessions() == before, statement


async def test_there_is_no_other_check() -> None:
    if dialect() is Dialect.SQLITE:
        rows = await query("SELECT sql FROM sqlite_master WHERE type = 'table'", [])
        names = {name for row in rows for name in re.findall(r'CONSTRAINT "(\w+)" CHECK', row["sql"] or "")}
    else:
        in_ours = "connamespace = 'public'::regnamespace AND contype = 'c'"
        names = {
            row["name"]
            for row in await query(f"SELECT conname AS name FROM pg_constraint WHERE {in_ours}", [])
        }
    assert names == set(REFUSED)


async def test_no_foreign_key_refers_to_a_missing_row() -> None:
    await fill_every_table()
    before = await rows_without_sessions()
    tried = 0
    for model in Tortoise.apps["models"].values():
        for name in model._meta.fk_fields | model._meta.o2o_fields:
            column = model._meta.fields_map[name].source_field
            if dialect() is Dialect.POSTGRESQL and model._meta.db_table in CHECKED_TOGETHER:
                continue
            missing = "'NOWHERE'" if column in {"service_id", "theme_id"} else "999999"
            table, key = model._meta.db_table, model._meta.db_pk_column
            first = f"{key} = (SELECT min({key}) FROM {table})"
            with pytest.raises(IntegrityError, match=r"(?i)foreign key"):
                await unguarded(f"UPDATE {table} SET {column} = {missing} WHERE {first}")
            assert await rows_without_sessions() == before, (model, name)
            tried += 1
    assert tried == (29 if dialect() is Dialect.POSTGRESQL else 33)


@pytest.mark.parametrize("table", CHECKED_TOGETHER)
@pytest.mark.parametrize("column", ["account_id", "employer_id"])
async def test_what_is_appended_names_accounts_and_employers_that_exist(table: str, column: str) -> None:
    """On PostgreSQL a trigger checks all rows of a statement at once; updates are refused in any case."""
    await fill_every_table()
    rows = await query(f"SELECT * FROM {table} LIMIT 1", [])
    (row,) = rows
    del row["id"]
    if table == "history":
        row["sequence"] = 1_000
    before = await rows_without_sessions()
    for values in (row | {column: 999_999}, row):
        statement = Statement()
        placeholders = ", ".join(map(statement.value, values.values()))
        insertion = f"INSERT INTO {table} ({', '.join(values)}) VALUES ({placeholders})"
        if values[column] == 999_999:
            with pytest.raises(IntegrityError, match=r"(?i)foreign key"):
                await statement.rows(insertion)
            assert await rows_without_sessions() == before
        else:
            await statement.rows(insertion)


@pytest.mark.parametrize("table", PARENTS)
async def test_a_row_that_another_refers_to_is_not_removed(table: str) -> None:
    await fill_every_table()
    before = await rows_without_sessions()
    with pytest.raises(IntegrityError, match=r"(?i)foreign key"):
        await run(f"DELETE FROM {table}")
    assert await rows_without_sessions() == before
