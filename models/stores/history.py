"""The history: appended to, read by pages, and walked from beginning to end (H1–H3)."""

import json
from collections.abc import AsyncIterator, Collection
from datetime import datetime
from typing import Any

from models.rules.accounts.account import ERASED_TEXT
from models.rules.hash_chain import ChainHead
from models.rules.history_entry import Change, Entry, HistoryFilter, HistoryScope
from models.rules.vocabulary import Operation, SearchField
from models.stores.accounts.search_sql import holds_term
from models.stores.sql import Statement, as_datetime
from models.tables.employers import EmployerRow

_ENTRIES_PER_WALK_STEP = 5_000
_MAX_CHANGES_SINCE = 100
_ABOVE_ANY_SEQUENCE = 2**63 - 1
_BELOW_ANY_ID = -(2**63)
"""An entry inserted with an id below 1 is walked over like the others."""


async def history_page(
    scope: HistoryScope, wanted: HistoryFilter, *, limit: int, beyond: int | None, backward: bool
) -> tuple[list[tuple[int, Entry]], bool]:
    """A page of entries with their ids, newest first, and whether more entries follow in that direction.

    At most `limit` entries, older than the sequence number `beyond`, or newer if `backward`.
    """
    statement = Statement()
    conditions = history_conditions(statement, scope, wanted)
    if beyond is not None:
        conditions.append(f"sequence {'>' if backward else '<'} {statement.value(beyond)}")
    rows = await statement.rows(
        f"SELECT * FROM history WHERE {' AND '.join(conditions)} "
        f"ORDER BY sequence {'ASC' if backward else 'DESC'} LIMIT {limit + 1}"
    )
    page = rows[:limit]
    if backward:
        page.reverse()
    return [(row["id"], entry_from_row(row)) for row in page], len(rows) > limit


async def count_history(scope: HistoryScope, wanted: HistoryFilter) -> int:
    statement = Statement()
    where = " AND ".join(history_conditions(statement, scope, wanted))
    rows = await statement.rows(f"SELECT count(*) AS n FROM history WHERE {where}")
    return int(rows[0]["n"])


async def entries_by_id(ids: Collection[int], employers: Collection[int]) -> dict[int, Entry]:
    """The entries with these ids that belong to one of `employers`, by id."""
    statement = Statement()
    rows = await statement.rows(
        f"SELECT * FROM history WHERE {statement.among('id', ids)} "
        f"AND {statement.among('history.employer_id', employers)}"
    )
    return {row["id"]: entry_from_row(row) for row in rows}


async def changes_since(account_id: int, version: int) -> list[tuple[int, Entry]]:
    """What was done to an account after this version of it, oldest first, the latest 100 at most (M1).

    The use case has checked that the caller may see the account.
    """
    statement = Statement()
    rows = await statement.rows(
        f"SELECT * FROM history WHERE account_id = {statement.value(account_id)} "
        f"AND account_version > {statement.value(version)} ORDER BY sequence DESC LIMIT {_MAX_CHANGES_SINCE}"
    )
    return [(row["id"], entry_from_row(row)) for row in reversed(rows)]


async def employer_modifications(employers: Collection[int], start: datetime) -> list[Entry]:
    """The corrections of these employers since this moment, the latest first."""
    statement = Statement()
    rows = await statement.rows(
        f"SELECT * FROM history WHERE {statement.among('history.employer_id', employers)} "
        f"AND operation = {statement.value(Operation.EMPLOYER_MODIFIED)} AND at >= {statement.value(start)} "
        "ORDER BY at DESC, id DESC"
    )
    return [entry_from_row(row) for row in rows]


async def erased_among(account_ids: Collection[int]) -> set[int]:
    """Those of these accounts that were erased (D1): their entries may lack changes and salt."""
    statement = Statement()
    rows = await statement.rows(
        f"SELECT id FROM account WHERE {statement.among('id', account_ids)} "
        f"AND deleted_at IS NOT NULL AND last_name = {statement.value(ERASED_TEXT)}"
    )
    return {row["id"] for row in rows}


async def chain_heads() -> dict[int, ChainHead]:
    """The recorded end of each employer's chain, by employer."""
    return {
        row.id: ChainHead(row.history_sequence, row.history_hash)
        for row in await EmployerRow.all().order_by("id")
    }


async def walk_chain(employer_id: int) -> AsyncIterator[list[Entry | None]]:
    """An employer's whole chain in the order of its ids, up to 5,000 entries at a time.

    None stands for a row that cannot be read as an entry.
    """
    after = _BELOW_ANY_ID
    while True:
        statement = Statement()
        rows = await statement.rows(
            f"SELECT * FROM history WHERE employer_id = {statement.value(employer_id)} "
            f"AND id > {statement.value(after)} ORDER BY id LIMIT {_ENTRIES_PER_WALK_STEP}"
        )
        if not rows:
            return
        yield [_entry_or_none(row) for row in rows]
        after = rows[-1]["id"]


def history_conditions(statement: Statement, scope: HistoryScope, wanted: HistoryFilter) -> list[str]:
    """The conditions of the entries that are within the scope and pass the filter."""
    conditions = [f"employer_id = {statement.value(scope.employer_id)}"]
    if scope.account_id is not None:
        conditions.append(f"account_id = {statement.value(scope.account_id)}")
    if wanted.operations is not None:
        names = ", ".join(statement.value(operation.value) for operation in wanted.operations) or "NULL"
        conditions.append(f"operation IN ({names})")
    if wanted.start is not None:
        conditions.append(f"at >= {statement.value(wanted.start)}")
    if wanted.end is not None:
        conditions.append(f"at < {statement.value(wanted.end)}")
    if wanted.group is not None:
        conditions.extend(_in_group(statement, scope, wanted.group))
    return conditions + [_about(statement, scope, term) for term in wanted.terms]


def _in_group(statement: Statement, scope: HistoryScope, entry_id: int) -> list[str]:
    """The conditions of the entries of a group: a range of numbers; empty if there is no such entry."""
    employer, entry = statement.value(scope.employer_id), statement.value(entry_id)
    start = (
        "(SELECT COALESCE(group_start, sequence) FROM history "
        f"WHERE id = {entry} AND employer_id = {employer})"
    )
    next_start = (
        f"(SELECT MIN(sequence) FROM history WHERE employer_id = {employer} AND group_start IS NULL "
        f"AND sequence > {start})"
    )
    return [f"sequence >= {start}", f"sequence < COALESCE({next_start}, {_ABOVE_ANY_SEQUENCE})"]


def _about(statement: Statement, scope: HistoryScope, term: str) -> str:
    """The condition: done to or by an account that matches the term (H3). The history holds no names."""
    employer = statement.value(scope.employer_id)
    own = f"employer_id = {employer} AND {holds_term(statement, term, SearchField.ALL)}"
    if scope.account_id is not None:
        accounts = f"SELECT id FROM account WHERE id = {statement.value(scope.account_id)} AND {own}"
    else:
        # Each index holds either the accounts that are deleted or the others.
        accounts = " UNION ALL ".join(
            f"SELECT id FROM account WHERE {own} AND deleted_at IS {which}NULL" for which in ("", "NOT ")
        )
    # An actor from another employer is found by what the history shows only: name and identifier (E3).
    named = holds_term(statement, term, SearchField.LAST_NAME, SearchField.IDENTIFIER)
    return f"(account_id IN ({accounts}) OR actor_id IN ({_actors(employer, f'{named} OR {own}')}))"


def _actors(employer: str, condition: str) -> str:
    """A query of the actors in the history of an employer whose account meets the condition.

    Each is read as the next one in the index. A subquery looks at its account: for a join, PostgreSQL might
    read all accounts.
    """
    first = f"SELECT MIN(actor_id) FROM history WHERE employer_id = {employer}"
    return (
        f"WITH RECURSIVE actor(id) AS ({first} UNION ALL SELECT ({first} AND actor_id > actor.id) "
        "FROM actor WHERE actor.id IS NOT NULL) SELECT id FROM actor WHERE id IS NOT NULL "
        f"AND (SELECT {condition} FROM account WHERE account.id = actor.id)"
    )


def entry_from_row(row: dict[str, Any]) -> Entry:
    return Entry(
        employer_id=row["employer_id"],
        sequence=row["sequence"],
        at=as_datetime(row["at"]),
        operation=Operation(row["operation"]),
        actor_id=row["actor_id"],
        actor_employer_id=row["actor_employer_id"],
        actor_name=row["actor_name"],
        account_id=row["account_id"],
        account_version=row["account_version"],
        changes=_changes_of(row),
        salt=row["salt"],
        changes_digest=row["changes_digest"],
        hash=row["hash"],
        group_start=row["group_start"],
    )


def _entry_or_none(row: dict[str, Any]) -> Entry | None:
    try:
        return entry_from_row(row)
    except (TypeError, ValueError):
        return None


def _changes_of(row: dict[str, Any]) -> tuple[Change, ...] | None:
    """None once erased (D1)."""
    return None if row["changes"] is None else tuple(Change(*change) for change in json.loads(row["changes"]))
