"""The databases themselves refuse to change or remove history, feed and identifiers (A4, H2, T2)."""

import pytest
from tortoise.exceptions import IntegrityError

from models.database import query
from models.stores.history import chain_heads
from resolvers.history.verify import verify_history
from tests.every_table import fill_every_table
from tests.nothing_written import rows_without_sessions
from tests.raw_sql import number, run

pytestmark = pytest.mark.usefixtures("database")

PROTECTED = {
    "history is append-only": [
        "DELETE FROM history",
        "DELETE FROM history WHERE id = (SELECT max(id) FROM history)",
        "UPDATE history SET sequence = sequence + 100",
        "UPDATE history SET id = id + 100",
        "UPDATE history SET operation = 'ACCOUNT_RENEWED'",
        "UPDATE history SET actor_id = 1",
        "UPDATE history SET actor_employer_id = NULL",
        "UPDATE history SET actor_name = NULL",
        "UPDATE history SET account_version = 9",
        "UPDATE history SET at = '2020-01-01 00:00:00+00:00'",
        f"UPDATE history SET changes_digest = '{'0' * 64}'",
        f"UPDATE history SET hash = '{'0' * 64}'",
        "UPDATE history SET group_start = 1",
        "UPDATE history SET group_start = 1, changes = NULL, salt = NULL",
        "UPDATE history SET changes = '[]'",
        "UPDATE history SET changes = NULL",
        "UPDATE history SET salt = NULL",
        "UPDATE history SET changes = NULL, salt = NULL, account_version = 9",
        "UPDATE history SET account_id = (SELECT max(id) FROM account), changes = NULL, salt = NULL",
    ],
    "the feed is append-only": [
        "DELETE FROM status_change",
        "UPDATE status_change SET at = at",
        "UPDATE status_change SET after = 'ACTIVE'",
    ],
    "accounts are never removed": ["DELETE FROM account"],
    "an account keeps its identifier and its employer": [
        "UPDATE account SET identifier = 'XXX' || substr(identifier, 4)",
        "UPDATE account SET employer_id = (SELECT max(id) FROM employer) WHERE identifier = 'JLO000430'",
        "UPDATE account SET employer_id = NULL",
    ],
}
TRUNCATED = {
    "TRUNCATE history": "history is append-only",
    "TRUNCATE account CASCADE": "append-only",
    "TRUNCATE status_change CASCADE": "the feed is append-only",
}


@pytest.mark.parametrize("reason", PROTECTED)
async def test_protected_rows_are_neither_changed_nor_removed(reason: str) -> None:
    await fill_every_table()
    before = await rows_without_sessions()
    for statement in PROTECTED[reason]:
        with pytest.raises(IntegrityError, match=rf"{reason}|NOT NULL|not-null"):
            await run(statement)
        assert await rows_without_sessions() == before, statement


@pytest.mark.only_on("postgresql")  # SQLite cannot truncate
async def test_no_protected_table_is_truncated() -> None:
    await fill_every_table()
    before = await rows_without_sessions()
    for statement, reason in TRUNCATED.items():
        with pytest.raises(IntegrityError, match=reason):
            await run(statement)
        assert await rows_without_sessions() == before, statement


@pytest.mark.only_on("sqlite")  # PostgreSQL replaces by an update
async def test_no_protected_row_is_replaced() -> None:
    await fill_every_table()
    before = await rows_without_sessions()
    for table, reason in (
        ("history", "history is append-only"),
        ("status_change", "the feed is append-only"),
        ("account", "accounts are never removed"),
    ):
        names = [row["name"] for row in await query(f"SELECT name FROM pragma_table_info('{table}')", [])]
        columns = ", ".join(names)
        with pytest.raises(IntegrityError, match=reason):
            await run(f"INSERT OR REPLACE INTO {table} ({columns}) SELECT {columns} FROM {table} LIMIT 1")
        assert await rows_without_sessions() == before, table


async def test_personal_data_in_the_history_can_be_erased_and_the_chain_remains_valid() -> None:
    jean = await fill_every_table()
    erased = f"account_id = {jean.id}"

    await run(f"UPDATE history SET changes = NULL, salt = NULL WHERE {erased}")
    moment = "'2026-01-01 00:00:00+00:00'"
    await run(f"UPDATE account SET last_name = '—', deleted_at = {moment} WHERE id = {jean.id}")

    erased_rows = "SELECT count(*) AS n FROM history WHERE changes IS NULL AND salt IS NULL"
    assert await number(erased_rows) == await number(f"SELECT count(*) AS n FROM history WHERE {erased}") == 2
    assert {fault for _, fault in (await verify_history()).values()} == {None}
    assert min(head.sequence for head in (await chain_heads()).values()) > 2


async def test_an_account_may_change_otherwise() -> None:
    await fill_every_table()
    await run("UPDATE account SET last_name = 'Durant', identifier = identifier, employer_id = employer_id")
    assert await number("SELECT count(*) AS n FROM account WHERE last_name = 'Durant'") == 6


async def test_an_identifier_is_never_reused_even_after_deletion_or_by_another_employer() -> None:
    await fill_every_table()
    copied = "civility, last_name, first_name, email, professional_address, profile, expires_on, created_at, "
    copied += "version, last_name_key, first_name_key, department_key, search_key"
    for identifier in ("PMA000430", "JLO000430"):
        with pytest.raises(IntegrityError, match=r"account.identifier|account_identifier_key"):
            await run(
                f"INSERT INTO account (identifier, employer_id, {copied}) SELECT '{identifier}', "
                f"(SELECT max(id) FROM employer), {copied} FROM account WHERE identifier = 'SDU000431'"
            )
