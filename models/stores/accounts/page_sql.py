"""The query of a page of accounts: from its sort key on, in one of the orders of a list (L2, L3)."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from models.rules.accounts.search import Order, Selection, SortKey
from models.rules.vocabulary import Direction, OrderField
from models.stores.accounts.list_slices import SORT_COLUMNS, Slice, slices
from models.stores.accounts.rights import rights_text
from models.stores.accounts.selection_sql import selection_conditions
from models.stores.employers.employers import funds_text
from models.stores.sql import Statement


def sort_width(order: Order) -> int:
    """The number of values of a sort key in this order."""
    return len(SORT_COLUMNS[order.field]) + 1


def page_sql(
    statement: Statement,
    selection: Selection,
    order: Order,
    now: datetime,
    *,
    columns: Sequence[str],
    limit: int,
    beyond: SortKey | None,
    backward: bool,
    rights: bool = False,
    counted: bool = False,
) -> str:
    """The query of `page_rows`: one row more than `limit`, and if `backward` in the opposite order."""
    page = _Page(statement, order, now, limit, beyond, (order.direction is Direction.DESC) != backward)
    # A search reads the index of the names, an order without index sorts: both only the sort keys, and the
    # other columns for the page alone.
    keys_first = bool(selection.search.terms) or order.field is OrderField.EXPIRES_ON
    parts = slices(selection, order)
    selected = [*columns, *(f"p.{key}" for key in page.keys)] if keys_first else ["p.*"]
    account_id = f"p.{page.keys[-1]}"
    if rights:
        selected.append(rights_text(statement, account_id))
        selected.append(funds_text(statement, statement.value(selection.employer_id)))
    if keys_first and counted and len(parts) == 1 and parts[0].rank is None:
        rows = page.of_matching(parts[0])
        selected.append("p.total")
    else:
        rows = page.of_slices(parts, () if keys_first else columns)
        if counted:
            where = " AND ".join(selection_conditions(statement, selection, now))
            selected.append(f"(SELECT count(*) FROM account WHERE {where})")
    if selected == ["p.*"]:
        return rows
    joined = f"JOIN account ON account.id = {account_id}" if keys_first else ""
    return f"SELECT {', '.join(selected)} FROM ({rows}) p {joined} {page.ordered()}"


class _Page:
    """Queries of the rows of one page. The columns of each are c0, c1… and, for its sort key, k0, k1…"""

    def __init__(
        self,
        statement: Statement,
        order: Order,
        now: datetime,
        limit: int,
        beyond: SortKey | None,
        descending: bool,
    ) -> None:
        self._statement, self._now, self._rows, self._beyond = statement, now, limit + 1, beyond
        self._sort_columns = [*SORT_COLUMNS[order.field], "id"]
        self._descending = descending
        self.keys = [f"k{place}" for place in range(len(self._sort_columns))]

    def ordered(self, places: slice = slice(None)) -> str:
        direction = "DESC" if self._descending else "ASC"
        return "ORDER BY " + ", ".join(f"{key} {direction}" for key in self.keys[places])

    def of_slices(self, parts: Iterable[Slice], columns: Sequence[str]) -> str:
        """A page of each slice, and of these the first rows."""
        queries = [self._of_slice(part, columns) for part in parts if not self._is_passed(part)]
        if not queries:
            selected = ", ".join([*_named(columns, "c"), *_named(["id"] * len(self.keys), "k")])
            return f"SELECT {selected} FROM account WHERE 1 = 0"
        if len(queries) == 1:
            return queries[0]
        union = " UNION ALL ".join(f"SELECT * FROM ({query}) s{place}" for place, query in enumerate(queries))
        return f"SELECT * FROM ({union}) s {self.ordered()} LIMIT {self._rows}"

    def _is_passed(self, part: Slice) -> bool:
        """Whether the whole slice precedes the page."""
        if self._beyond is None or part.rank is None:
            return False
        first: int | str = self._beyond[0]
        if self._descending:
            return part.rank > first  # type: ignore[operator]  # both are values of one column
        return part.rank < first  # type: ignore[operator]

    def _of_slice(self, part: Slice, columns: Sequence[str]) -> str:
        conditions = selection_conditions(self._statement, part.selection, self._now)
        selected, places, beyond = list(self._sort_columns), slice(None), self._beyond
        if part.rank is not None:
            selected[0] = f"'{part.rank}'" if isinstance(part.rank, str) else str(part.rank)
            places = slice(1, None)
            beyond = beyond if beyond is not None and beyond[0] == part.rank else None
        if part.condition:
            conditions.append(part.condition)
        if beyond is not None:
            conditions.append(self._after(self._sort_columns[places], beyond[places]))
        return (
            f"SELECT {', '.join([*_named(columns, 'c'), *_named(selected, 'k')])} FROM account "
            f"WHERE {' AND '.join(conditions)} {self.ordered(places)} LIMIT {self._rows}"
        )

    def of_matching(self, part: Slice) -> str:
        """A page of sort keys, each with the total of the slice, for which an account is searched once."""
        conditions = selection_conditions(self._statement, part.selection, self._now)
        after = "" if self._beyond is None else f"WHERE {self._after(self.keys, self._beyond)}"
        return (
            f"WITH matching AS MATERIALIZED (SELECT {', '.join(_named(self._sort_columns, 'k'))} "
            f"FROM account WHERE {' AND '.join(conditions)}) "
            f"SELECT {', '.join(self.keys)}, (SELECT count(*) FROM matching) AS total "
            f"FROM matching {after} {self.ordered()} LIMIT {self._rows}"
        )

    def _after(self, columns: Sequence[str], key: SortKey) -> str:
        """One row comparison, for which the databases use the index; they would not for ORs of columns."""
        values = ", ".join(self._statement.value(value) for value in key)
        return f"({', '.join(columns)}) {'<' if self._descending else '>'} ({values})"


def _named(columns: Sequence[str], letter: str) -> list[str]:
    return [f"{column} AS {letter}{place}" for place, column in enumerate(columns)]
