"""No request reads a whole table of accounts, rights, history or feed: it would cost more as they grow."""

import re
from random import Random

import pytest

from models.database import Dialect, dialect
from tests.factories import an_employer
from tests.models.stores.every_reading import Known, Reading, readings
from tests.random_accounts import populate
from tests.raw_sql import explained, number, run
from tests.sent_statements import SentStatement, sent_statements

pytestmark = pytest.mark.no_cover

EMPLOYERS, ACCOUNTS = 60, 60
MOMENT = "'2026-11-23 09:00:00+00:00'"
HASH = "0" * 64
TABLES = ("account", "access_right", "history", "status_change", "password_link")
NO_TABLE = {"WHERE", "JOIN", "ON", "ORDER", "LEFT", "CROSS", "GROUP", "UNION"}
MAX_STATEMENTS_OF_TWO_PAGES = 3
"""The last one counts, if the second page is empty."""
ROWS = (
    """INSERT INTO access_right (account_id, service_id, level)
        SELECT a.id, s.code, 1 FROM account a JOIN service s ON s.code IN ('CNRACL-01', 'RAFP-01')""",
    f"""INSERT INTO history (employer_id, sequence, at, operation, actor_id, account_id, account_version,
            changes_digest, hash, group_start)
        SELECT a.employer_id, 10 * a.id + n, {MOMENT},
            CASE n WHEN 1 THEN 'ACCOUNT_CREATED' ELSE 'ACCOUNT_RENEWED' END, first.id, a.id, n,
            '{HASH}', '{HASH}',
            CASE n WHEN 3 THEN 10 * a.id + 2 END
        FROM account a JOIN (SELECT employer_id, MIN(id) AS id FROM account GROUP BY employer_id) first
            ON first.employer_id = a.employer_id
        CROSS JOIN (SELECT 1 AS n UNION ALL SELECT 2 UNION ALL SELECT 3) numbers""",
    f"""INSERT INTO status_change (employer_id, account_id, after, at)
        SELECT employer_id, id, 'PENDING', {MOMENT} FROM account""",
    f"""INSERT INTO password_link (account_id, purpose, nonce, token_hash, created_at, expires_at)
        SELECT id, 'CREATE', id, id, {MOMENT}, '2026-12-08 09:00:00+00:00' FROM account""",
    "ANALYZE",
)


@pytest.fixture
async def known(database: None) -> Known:  # noqa: ARG001
    """One of many employers of the same size."""
    employers = [await an_employer() for _ in range(EMPLOYERS)]
    for employer_id in employers:
        await populate(Random(employer_id), employer_id, ACCOUNTS)
    await run(*ROWS)
    if dialect() is Dialect.POSTGRESQL:
        await run("SELECT gin_clean_pending_list('account_search')")  # as autovacuum does
    employer_id = employers[EMPLOYERS // 2]
    account_id = await number(f"SELECT MAX(id) AS id FROM account WHERE employer_id = {employer_id}")
    entry_id = await number(f"SELECT MAX(id) AS id FROM history WHERE employer_id = {employer_id}")
    return Known(employer_id, account_id, entry_id, employers[::20])


def whole_tables(sql: str, plan: str) -> list[str]:
    """The lines of the plan that read one of the tables, or an index of it, from one end to the other."""
    if dialect() is Dialect.POSTGRESQL:
        # A node with what is said of it. An index read without a condition is read whole.
        nodes = re.split(r"\n\s*->", plan)
        scan = re.compile(rf"\s*(?:Parallel )?(Seq|Index|Index Only) Scan\b.* on (?:{'|'.join(TABLES)})\b")
        scans = [(node, kind[1]) for node in nodes if (kind := scan.match(node))]
        return [node for node, kind in scans if kind == "Seq" or "Index Cond" not in node]
    named = re.findall(rf"\b(?:FROM|JOIN) ({'|'.join(TABLES)})\b(?: (\w+))?", sql)
    aliases = {alias if alias and alias not in NO_TABLE else table for table, alias in named}
    return [line for line in plan.splitlines() if (m := re.match(r"SCAN (\w+)", line)) and m[1] in aliases]


async def plans_of(reading: Reading) -> list[tuple[SentStatement, str]]:
    with sent_statements() as statements:
        await reading()
    return [(statement, await statement.plan()) for statement in list(statements)]


async def test_no_order_filter_group_search_or_page_reads_a_whole_table(known: Known) -> None:
    """Each is one statement, however many rows there are; a page is read with the one before it."""
    looked_at: set[str] = set()
    for label, reading in readings(known):
        plans = await plans_of(reading)
        assert len(plans) <= (MAX_STATEMENTS_OF_TWO_PAGES if label.startswith("page") else 1), label
        for statement, plan in plans:
            if statement.sql not in looked_at:
                looked_at.add(statement.sql)
                assert not whole_tables(statement.sql, plan), (label, statement.sql, plan)
    assert len(looked_at) > 200


async def test_a_statement_that_reads_a_whole_table_is_noticed(known: Known) -> None:  # noqa: ARG001
    for table in TABLES:
        for sql in (f"SELECT COUNT(*) FROM {table}", f"SELECT id FROM {table} t WHERE t.id + 0 = 1"):
            assert whole_tables(sql, await explained(sql, [])), sql
