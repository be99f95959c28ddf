"""One SQL statement under construction, for either dialect: its text and its values together."""

import json
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import UTC, date, datetime
from typing import Any

from models.database import Dialect, dialect, query, query_tuples

_MAX_SENT_IDS = 50
"""Of a `StoredIds`; more are named by the rows that hold them."""


NAMES_IN_CONDITIONS = ("allowed", "h", "m", "own")
"""Names of tables in the conditions of `StoredIds`, which mean nothing else in the statements around them."""


class StoredIds(frozenset[int]):
    """Ids that rows of the database hold: statements refer to the rows instead of sending thousands of ids.

    What is computed from one, such as a union, is an ordinary set.
    """

    condition: Callable[["Statement", str], str]
    """Returns the condition, in SQL, that a column, named with its table, is one of the ids.

    It is one look-up for each row, however many ids there are.
    """

    query: Callable[["Statement"], str] | None
    """Returns a query of the ids, as the column `value`, each once; None if sending them costs less."""

    def __new__(
        cls,
        ids: Iterable[int],
        condition: Callable[["Statement", str], str],
        query: Callable[["Statement"], str] | None = None,
    ) -> "StoredIds":
        stored = super().__new__(cls, ids)
        stored.condition, stored.query = condition, query
        return stored


class Statement:
    """Values never enter the text: each method collects its values and returns SQL with placeholders."""

    def __init__(self) -> None:
        self.dialect = dialect()
        self.values: list[Any] = []

    def value(self, value: object) -> str:
        """The placeholder of the value, which the text may use any number of times."""
        if isinstance(value, datetime):
            value = value.astimezone(UTC)  # SQLite compares moments as text
        self.values.append(value)
        return f"{'?' if self.dialect is Dialect.SQLITE else '$'}{len(self.values)}"

    def among(self, column: str, values: Collection[int] | Collection[str], kind: str = "bigint") -> str:
        """The condition that `column` is one of these, which are sent as one value.

        One alone is compared as such: PostgreSQL expects ten in a list, and would plan each time anew.
        Raises: ValueError for a column without its table, of a `StoredIds`: it would be compared with itself.
        """
        if isinstance(values, StoredIds):
            if column.partition(".")[0] in {column, *NAMES_IN_CONDITIONS}:
                raise ValueError(f"{column!r} is a column of the rows that hold the ids: name another table")
            if len(values) > _MAX_SENT_IDS:
                return values.condition(self, column)
        if len(values) == 1:
            return f"{column} = {self.value(next(iter(values)))}"
        if self.dialect is Dialect.SQLITE:
            return f"{column} IN (SELECT value FROM json_each({self.value(json.dumps(list(values)))}))"
        return f"{column} = ANY({self.value(list(values))}::{kind}[])"

    def each(self, values: Collection[int], name: str) -> str:
        """A table of these, with the column `value` and this name; they are sent as one value."""
        if isinstance(values, StoredIds) and values.query and len(values) > _MAX_SENT_IDS:
            return f"({values.query(self)}) {name}"
        if self.dialect is Dialect.SQLITE:
            return f"json_each({self.value(json.dumps(list(values)))}) {name}"
        return f"unnest({self.value(list(values))}::bigint[]) {name}(value)"

    def holds(self, column: str, *texts: str) -> str:
        """The condition that `column` contains these texts, one after the other."""
        if self.dialect is Dialect.SQLITE and len(texts) == 1:
            return f"instr({column}, {self.value(texts[0])}) > 0"
        pattern = "%".join(
            text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") for text in texts
        )
        return f"{column} LIKE {self.value(f'%{pattern}%')} ESCAPE '\\'"

    def joined(self, text: str) -> str:
        """The aggregate of these texts, which hold no space, with a space between two; NULL for none."""
        return f"group_concat({text}, ' ')" if self.dialect is Dialect.SQLITE else f"string_agg({text}, ' ')"

    async def rows(self, sql: str) -> list[dict[str, Any]]:
        return await query(sql, self.values)

    async def tuples(self, sql: str) -> Sequence[tuple[Any, ...]]:
        """The rows as the driver returned them, whose values are read by position."""
        return await query_tuples(sql, self.values)


def as_date(value: str | date) -> date:
    """A date, from what either driver returns."""
    return date.fromisoformat(value) if isinstance(value, str) else value


def as_date_or_none(value: str | date | None) -> date | None:
    return None if value is None else as_date(value)


def as_datetime(value: str | datetime) -> datetime:
    """A moment with its offset, from what either driver returns."""
    return datetime.fromisoformat(value) if isinstance(value, str) else value


def as_datetime_or_none(value: str | datetime | None) -> datetime | None:
    return None if value is None else as_datetime(value)


def split_lines(value: str) -> tuple[str, ...]:
    """The lines of a postal address, which is stored with a line feed between lines."""
    return tuple(value.split("\n")) if value else ()
