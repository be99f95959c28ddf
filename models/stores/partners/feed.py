"""The feed of status changes that partners read (T2)."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from typing import Any

from models.database import Dialect, dialect
from models.rules.accounts.expiry import status_on
from models.rules.paris_calendar import start_of_paris_day
from models.rules.partners.feed import FEED_CHANNEL, PublishedChange, StatusChange
from models.rules.vocabulary import AccountStatus
from models.stores.bulk_insert import array_of, bulk_insert_records, separated, storable
from models.stores.sql import Statement, as_date, as_datetime

_APPEND_LOCK = 0x46656564
"""The key of PostgreSQL's advisory lock for appending: "Feed" in ASCII."""


_COLUMNS = ("employer_id", "account_id", "before", "after", "at")


async def append_to_feed(employer_id: int, changes: Iterable[StatusChange]) -> None:
    """Append the changes whose status differs, as the last act of a transaction.

    The caller holds the lock of the employer, so its changes are in order. No other transaction appends
    until this one ends: otherwise a change could be committed at a position that a reader has already passed,
    and the reader would miss it.
    """
    changed = [one for one in changes if one.before is not one.after]
    if not changed:
        return
    if dialect() is Dialect.POSTGRESQL:
        await _append_as_arrays(employer_id, changed)
        return
    rows = [
        (employer_id, one.account_id, one.before and one.before.value, one.after.value, storable(one.at))
        for one in changed
    ]
    await bulk_insert_records("status_change", _COLUMNS, rows)


async def _append_as_arrays(employer_id: int, changes: Sequence[StatusChange]) -> None:
    """Take the lock, then insert, in one statement: a row has its position once the lock is held."""
    statement = Statement()
    lock, channel = statement.value(_APPEND_LOCK), statement.value(FEED_CHANNEL)
    payload, employer = statement.value(str(employer_id)), statement.value(employer_id)
    columns = (
        ("bigint", separated(one.account_id for one in changes)),
        ("text", separated(one.before and one.before.value for one in changes)),
        ("text", separated(one.after.value for one in changes)),
        ("timestamptz", separated(one.at.isoformat() for one in changes)),
    )
    arrays = ", ".join(array_of(statement, [text], kind) for kind, text in columns)
    await statement.rows(
        "WITH locked AS MATERIALIZED ("
        f"SELECT pg_advisory_xact_lock({lock}), pg_notify({channel}, {payload})) "
        f"INSERT INTO status_change ({', '.join(_COLUMNS)}) SELECT {employer}::bigint, change.* FROM locked, "
        f"unnest({arrays}) AS change(account_id, before, after, at)"
    )


def feed_columns(employer_id: int, change: StatusChange) -> dict[str, object]:
    return {
        "employer_id": employer_id,
        "account_id": change.account_id,
        "before": change.before,
        "after": change.after,
        "at": change.at,
    }


async def expired_since(employer_id: int, since: date, today: date) -> list[StatusChange]:
    """The expiries of accounts whose last day is from `since` until before `today`, in order.

    Without those that the feed already holds.
    """
    statement = Statement()
    rows = await statement.rows(
        "SELECT id, expires_on, password_created_at IS NOT NULL AS has_password FROM account "
        f"WHERE employer_id = {statement.value(employer_id)} AND deleted_at IS NULL "
        f"AND expires_on >= {statement.value(since)} AND expires_on < {statement.value(today)} "
        "AND COALESCE((SELECT after FROM status_change WHERE account_id = account.id "
        "ORDER BY status_change.id DESC LIMIT 1), '') <> 'EXPIRED' ORDER BY expires_on, id"
    )
    return [_expiry(row["id"], as_date(row["expires_on"]), bool(row["has_password"])) for row in rows]


async def no_longer_expired(employer_id: int, today: date, at: datetime) -> list[StatusChange]:
    """Corrections for accounts that the feed calls expired and that are not, because a clock ran ahead."""
    statement = Statement()
    rows = await statement.rows(
        "SELECT id, expires_on, password_created_at IS NOT NULL AS has_password FROM account "
        f"WHERE employer_id = {statement.value(employer_id)} AND deleted_at IS NULL "
        f"AND expires_on >= {statement.value(today)} AND (SELECT after FROM status_change "
        "WHERE account_id = account.id ORDER BY status_change.id DESC LIMIT 1) = 'EXPIRED' ORDER BY id"
    )
    return [
        StatusChange(
            row["id"],
            AccountStatus.EXPIRED,
            status_on(
                today,
                deleted=False,
                expires_on=as_date(row["expires_on"]),
                has_password=bool(row["has_password"]),
            ),
            at,
        )
        for row in rows
    ]


def _expiry(account_id: int, expires_on: date, has_password: bool) -> StatusChange:
    before = status_on(expires_on, deleted=False, expires_on=expires_on, has_password=has_password)
    midnight = start_of_paris_day(date.fromordinal(expires_on.toordinal() + 1))
    return StatusChange(account_id, before, AccountStatus.EXPIRED, midnight)


async def feed_page(position: int, employers: Collection[int], limit: int) -> list[PublishedChange]:
    """At most `limit` changes of these employers that follow this position in the feed."""
    rows = await _next_changes(
        "c.account_id, identifier, before, after, at", _WITH_ACCOUNT, position, employers, limit
    )
    return [
        PublishedChange(
            position=row["id"],
            account_id=row["account_id"],
            identifier=row["identifier"],
            before=AccountStatus(row["before"]) if row["before"] else None,
            after=AccountStatus(row["after"]),
            at=as_datetime(row["at"]),
        )
        for row in rows
    ]


_WITH_ACCOUNT = "status_change c JOIN account ON account.id = c.account_id"


async def feed_positions_after(
    position: int, employers: Collection[int], limit: int
) -> list[tuple[int, int]]:
    """The positions of at most `limit` changes that follow this position, with the ids of their accounts."""
    rows = await _next_changes("c.account_id", "status_change c", position, employers, limit)
    return [(row["id"], row["account_id"]) for row in rows]


_MANY_EMPLOYERS = 100
_NEXT = 500
"""Changes of all employers that are read first: more than a page."""


async def _next_changes(
    columns: str, tables: str, position: int, employers: Collection[int], limit: int
) -> list[dict[str, Any]]:
    """The id and these columns of at most `limit` changes that follow this position, in order.

    Of many employers, the next changes of all are read first: they nearly always hold enough, or are the last
    ones, and then no employer is read by itself.
    """
    if len(employers) > _MANY_EMPLOYERS:
        statement = Statement()
        own = statement.among("n.employer_id", employers)
        rows = await statement.rows(
            "WITH next AS MATERIALIZED (SELECT id, employer_id FROM status_change "
            f"WHERE id > {statement.value(position)} ORDER BY id LIMIT {_NEXT}), "
            f"own AS MATERIALIZED (SELECT n.id FROM next n WHERE {own} ORDER BY n.id LIMIT {limit}) "
            f"SELECT seen.seen, changes.* FROM (SELECT count(*) AS seen FROM next) seen LEFT JOIN "
            f"(SELECT c.id, {columns} FROM own CROSS JOIN {tables} WHERE c.id = own.id) changes ON 1 = 1 "
            "ORDER BY changes.id"
        )
        changes = [row for row in rows if row["id"] is not None]
        if len(changes) == limit or rows[0]["seen"] < _NEXT:
            return changes
    statement = Statement()
    return await statement.rows(
        f"SELECT c.id, {columns} FROM {tables} "
        f"WHERE c.id IN ({_next_ids(statement, position, employers, limit)}) ORDER BY c.id"
    )


def _next_ids(statement: Statement, position: int, employers: Collection[int], limit: int) -> str:
    """A query of the next ids after a position, read of each employer, whatever the planner's statistics.

    A scan in the order of the feed would read far for a small employer; one by employer would sort all the
    changes of a large one.
    """
    of_one = (
        "SELECT id FROM status_change WHERE employer_id = e.value "
        f"AND id > {statement.value(position)} ORDER BY id LIMIT {statement.value(limit)}"
    )
    employer_rows = statement.each(employers, "e")
    if statement.dialect is Dialect.SQLITE:
        of_each = f"{employer_rows} JOIN status_change s ON s.id IN ({of_one})"
    else:
        of_each = f"{employer_rows} CROSS JOIN LATERAL ({of_one}) s"
    return f"SELECT s.id FROM {of_each} ORDER BY s.id LIMIT {statement.value(limit)}"


async def last_feed_position(employers: Collection[int]) -> int:
    """Return the last feed position of these employers; 0 if there is none. Reveals nothing of others."""
    statement = Statement()
    of_one = "SELECT MAX(id) FROM status_change WHERE employer_id = e.value"
    rows = await statement.rows(
        f"SELECT COALESCE(MAX(position), 0) AS last FROM (SELECT ({of_one}) AS position "
        f"FROM {statement.each(employers, 'e')}) ends"
    )
    return int(rows[0]["last"])


async def employers_changed_after(position: int) -> tuple[int, set[int]]:
    """The end of the feed, and the employers that have changes after this position."""
    statement = Statement()
    rows = await statement.rows(
        "SELECT employer_id, MAX(id) AS last FROM status_change "
        f"WHERE id > {statement.value(position)} GROUP BY employer_id"
    )
    return max((row["last"] for row in rows), default=position), {row["employer_id"] for row in rows}


async def feed_end() -> int:
    """The last position of the feed, for all employers; 0 if it is empty."""
    rows = await Statement().rows("SELECT COALESCE(MAX(id), 0) AS head FROM status_change")
    return int(rows[0]["head"])
