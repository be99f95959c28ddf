"""The history by groups: what one bulk request recorded is one item of the list (H3)."""

from models.rules.history_entry import EntryGroup, HistoryFilter, HistoryScope
from models.stores.history import entry_from_row, history_conditions
from models.stores.sql import Statement

_SIZE = """
    COALESCE(
        (SELECT MIN(later.sequence) FROM history later WHERE later.employer_id = history.employer_id
         AND later.group_start IS NULL AND later.sequence > history.sequence),
        (SELECT MAX(newest.sequence) + 1 FROM history newest WHERE newest.employer_id = history.employer_id)
    ) - history.sequence
"""
"""A group ends before the next one starts: two look-ups in an index, however large the group."""


async def history_group_page(
    scope: HistoryScope, wanted: HistoryFilter, *, limit: int, beyond: int | None, backward: bool
) -> tuple[list[EntryGroup], bool]:
    """A page of groups, newest first, and whether more follow in that direction; as `history.history_page`.

    `beyond` is the number of a group's first entry.
    """
    statement = Statement()
    conditions = _conditions(statement, scope, wanted)
    if beyond is not None:
        conditions.append(f"sequence {'>' if backward else '<'} {statement.value(beyond)}")
    rows = await statement.rows(
        f"SELECT history.*, {_SIZE if wanted.is_grouped else 1} AS size FROM history "
        f"WHERE {' AND '.join(conditions)} "
        f"ORDER BY sequence {'ASC' if backward else 'DESC'} LIMIT {limit + 1}"
    )
    page = rows[:limit]
    if backward:
        page.reverse()
    return [EntryGroup(row["id"], entry_from_row(row), row["size"]) for row in page], len(rows) > limit


async def count_history_groups(scope: HistoryScope, wanted: HistoryFilter) -> int:
    statement = Statement()
    where = " AND ".join(_conditions(statement, scope, wanted))
    rows = await statement.rows(f"SELECT count(*) AS n FROM history WHERE {where}")
    return int(rows[0]["n"])


def _conditions(statement: Statement, scope: HistoryScope, wanted: HistoryFilter) -> list[str]:
    conditions = history_conditions(statement, scope, wanted)
    return [*conditions, "group_start IS NULL"] if wanted.is_grouped else conditions
