"""Lists across employers never read the accounts of the whole platform one after the other (E2)."""

import logging
import re
from random import Random
from typing import Any

import pytest

from models.database import Dialect, dialect, query
from models.rules.accounts.search import Search
from models.stores.accounts.people import people_page
from models.stores.employers.administered import administered_page
from tests.factories import TODAY, an_account, an_employer
from tests.random_accounts import populate
from tests.raw_sql import explained, run

EMPLOYERS, ACCOUNTS = 60, 25
# SQLite says SEARCH where it reads a range of an index, and SCAN where it reads all rows of a table or index.
WHOLE_TABLE = {
    Dialect.SQLITE: r"SCAN (a|account)\b",
    Dialect.POSTGRESQL: r"Seq Scan on account",
}


@pytest.fixture
async def employers(database: None) -> list[int]:  # noqa: ARG001
    """The ids of all employers, each with as many accounts."""
    ids = [await an_employer(f"Commune {number}") for number in range(EMPLOYERS)]
    for employer_id in ids:
        await populate(Random(employer_id), employer_id, ACCOUNTS)
    await an_account(ids[0], "Quéméner", "Anaïs")
    if dialect() is Dialect.POSTGRESQL:
        await run("SELECT gin_clean_pending_list('account_search')")  # as autovacuum does
    await run("ANALYZE")
    return ids


@pytest.fixture
def statements(employers: list[int], caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:  # noqa: ARG001
    caplog.set_level(logging.DEBUG, "tortoise.db_client")
    return caplog


async def plans(statements: pytest.LogCaptureFixture) -> list[str]:
    """The plans of the statements that were sent to the database."""
    sent: list[Any] = [record.args for record in statements.records]
    return [await explained(sql, values) for sql, values in sent]


@pytest.mark.parametrize("due_first", [False, True])
async def test_what_is_due_is_counted_in_the_indexes_of_each_employer(
    employers: list[int], statements: pytest.LogCaptureFixture, due_first: bool
) -> None:
    first = await administered_page(employers, (), TODAY, due_first=due_first, limit=25, beyond=None)
    beyond = first.keys[-1]
    await administered_page(employers, ("commune",), TODAY, due_first=due_first, limit=25, beyond=beyond)
    for plan in await plans(statements):
        assert not re.search(WHOLE_TABLE[dialect()], plan), plan
        assert re.search("account_(by|pending)", plan), plan


async def test_a_person_is_searched_by_an_index(
    employers: list[int], statements: pytest.LogCaptureFixture
) -> None:
    for terms in (("quemener",), ("quemener", "anais")):
        await people_page(employers, Search(terms), limit=25, beyond=None)
    for plan in await plans(statements):
        assert not re.search(WHOLE_TABLE[dialect()], plan), plan
        if dialect() is Dialect.POSTGRESQL:
            assert "account_search" in plan, plan


@pytest.mark.only_on("postgresql")
async def test_a_term_of_one_or_two_letters_is_searched_employer_by_employer(
    employers: list[int], statements: pytest.LogCaptureFixture
) -> None:
    some = employers[::2]
    first = await people_page(some, Search(("a", "an")), limit=25, beyond=None)
    second = await people_page(some, Search(("a", "an")), limit=25, beyond=first.keys[-1])
    for plan in await plans(statements):
        assert not re.search(WHOLE_TABLE[dialect()], plan), plan
    rows = await query(
        "SELECT id FROM account WHERE deleted_at IS NULL AND employer_id = ANY($1::bigint[]) AND "
        "search_key LIKE '%an%' ORDER BY last_name_key, first_name_key, id LIMIT 50",
        [some],
    )
    assert [account.id for account in (*first.accounts, *second.accounts)] == [row["id"] for row in rows]
    assert len(rows) > 25
