"""The list of the employers that a caller may act for: searched, ordered by name or by what is due (E2)."""

from collections.abc import Collection
from datetime import date, timedelta

from models.database import Dialect
from models.rules.employers.administered import (
    EXPIRING_DAYS,
    AdministeredKey,
    AdministeredPage,
    DueCounts,
)
from models.stores.sql import Statement

_BY_NAME = ("name_key", "id")
_BY_DUE = ("-expired", "-expiring", "name_key", "id")


async def administered_page(
    employers: Collection[int],
    terms: Collection[str],
    today: date,
    *,
    due_first: bool,
    limit: int,
    beyond: AdministeredKey | None,
) -> AdministeredPage:
    """Return at most `limit` of these employers that hold every term and follow the key `beyond`.

    By name, only the accounts of the page are counted; what is due first needs those of all employers.
    """
    statement = Statement()
    where = _conditions(statement, employers, terms)
    columns, (counts, counting) = _BY_DUE if due_first else _BY_NAME, _counts(statement, today)
    after = ""
    if beyond is not None:
        after = f"({', '.join(columns)}) > ({', '.join(statement.value(value) for value in beyond)})"
    order = f"ORDER BY {', '.join(columns)}"
    keys = ", ".join(f"{column} AS k{place}" for place, column in enumerate(columns))
    if due_first:
        due = f"SELECT e.id, e.name_key, {counts} FROM employer e {counting} WHERE {where}"
        sql = (
            f"WITH due AS MATERIALIZED ({due}) "
            f"SELECT *, {keys} FROM due {f'WHERE {after}' if after else ''} {order} LIMIT {limit + 1}"
        )
    else:
        page = f"SELECT id, name_key FROM employer WHERE {where} {f'AND {after}' if after else ''}"
        sql = f"SELECT e.id, {counts}, {keys} FROM ({page} {order} LIMIT {limit + 1}) e {counting} {order}"
    rows = await statement.rows(sql)
    return AdministeredPage(
        [DueCounts(row["id"], row["expired"], row["expiring"], row["pending"]) for row in rows[:limit]],
        [tuple(row[f"k{place}"] for place in range(len(columns))) for row in rows[:limit]],
        more=len(rows) > limit,
    )


async def count_administered(employers: Collection[int], terms: Collection[str]) -> int:
    """Return how many of these employers hold every term."""
    statement = Statement()
    where = _conditions(statement, employers, terms)
    rows = await statement.rows(f"SELECT count(*) AS n FROM employer WHERE {where}")
    return int(rows[0]["n"])


def _conditions(statement: Statement, employers: Collection[int], terms: Collection[str]) -> str:
    own = statement.among("id", list(employers))  # all are sent: every one is read, or counted
    held = [statement.holds("search_key", term) for term in terms]
    return " AND ".join([own, "closed_on IS NULL", *held])


def _counts(statement: Statement, today: date) -> tuple[str, str]:
    """Columns that count the accounts of the employer `e`, and the join that they need.

    SQLite counts in one index; PostgreSQL, which has no index of the days, looks at each account once.
    """
    day, last = statement.value(today), statement.value(today + timedelta(days=EXPIRING_DAYS))
    conditions = {
        "expired": f"a.expires_on < {day}",
        "expiring": f"a.expires_on >= {day} AND a.expires_on <= {last}",
        "pending": f"a.expires_on >= {day} AND a.password_created_at IS NULL",
    }
    of_employer = "FROM account a WHERE a.employer_id = e.id AND a.deleted_at IS NULL"
    if statement.dialect is Dialect.SQLITE:
        each = [f"(SELECT count(*) {of_employer} AND {c}) AS {name}" for name, c in conditions.items()]
        return ", ".join(each), ""
    filtered = ", ".join(f"count(*) FILTER (WHERE {c}) AS {name}" for name, c in conditions.items())
    return ", ".join(conditions), f"CROSS JOIN LATERAL (SELECT {filtered} {of_employer}) counts"
