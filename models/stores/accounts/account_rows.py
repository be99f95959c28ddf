"""A page of accounts as the database returned it, of which only some columns were read."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from models.database import Dialect, dialect
from models.rules.accounts.account import Account
from models.rules.accounts.search import SortKey
from models.rules.vocabulary import AccessLevel
from models.stores.accounts.accounts import ACCOUNT_COLUMNS, account_from_row
from models.stores.employers.employers import split_funds
from models.stores.sql import as_date_or_none, as_datetime_or_none, split_lines

COLUMN_NAMES = tuple(ACCOUNT_COLUMNS.replace(",", " ").split())
_DAYS = frozenset({"expires_on"})
_MOMENTS = frozenset({"password_created_at", "last_sign_in_at", "locked_until", "created_at", "deleted_at"})


class AccountRows:
    """The rows of a page, in the order in which they are shown.

    A row holds the columns that were asked for; its sort key, with the account's id last; if the rights were
    asked for, those above NONE as one text, "CODE:level,CODE:level", and the employer's funds as one text; if
    the total was asked for, the number of all accounts selected.
    """

    def __init__(
        self,
        columns: Sequence[str],
        key_width: int,
        rows: Sequence[Sequence[Any]],
        more: bool,
        total: int | None,
    ) -> None:
        self._columns, self._key_width, self.rows = columns, key_width, rows
        self.more, self.total = more, total
        self._dialect = dialect()

    def __len__(self) -> int:
        return len(self.rows)

    def column(self, name: str) -> Sequence[Any]:
        """The values of a column that was asked for, days and moments as such; an address line by line."""
        if not self.rows:
            return ()
        values = self._columns_of_rows[self._columns.index(name)]
        if name == "professional_address":
            return list(map(split_lines, values))
        if self._dialect is Dialect.POSTGRESQL:
            return values
        if name in _DAYS:
            return list(map(as_date_or_none, values))
        return list(map(as_datetime_or_none, values)) if name in _MOMENTS else values

    @cached_property
    def _columns_of_rows(self) -> list[tuple[Any, ...]]:
        return list(zip(*self.rows, strict=True))

    @property
    def keys(self) -> list[SortKey]:
        start, end = len(self._columns), len(self._columns) + self._key_width
        return [tuple(row[start:end]) for row in self.rows]

    @property
    def accounts(self) -> list[Account]:
        """The accounts, if all of `COLUMN_NAMES` were asked for."""
        places = [self._columns.index(name) for name in COLUMN_NAMES]
        rows = ({name: row[at] for name, at in zip(COLUMN_NAMES, places, strict=True)} for row in self.rows)
        return list(map(account_from_row, rows))

    @property
    def rights(self) -> list[dict[str, AccessLevel]]:
        """The rights of each account above NONE, by service."""
        return [_split_rights(row[len(self._columns) + self._key_width]) for row in self.rows]

    @property
    def funds(self) -> frozenset[str]:
        """The employer's funds, where rights were asked for; of an empty page, none."""
        place = len(self._columns) + self._key_width + 1
        return split_funds(self.rows[0][place]) if self.rows else frozenset()


_LEVELS = {str(level.value): level for level in AccessLevel}


def _split_rights(text: str) -> dict[str, AccessLevel]:
    rights = (right.split(":") for right in text.split(",")) if text else ()
    return {code: _LEVELS[level] for code, level in rights}
