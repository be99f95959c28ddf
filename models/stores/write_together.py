"""Writes that belong together, sent in one statement where the database can (PostgreSQL)."""

import re
from dataclasses import dataclass
from typing import Any

from models.database import Dialect, dialect, query
from models.stores.sql import Statement

_PLACEHOLDER = re.compile(r"\$(\d+)")


@dataclass(frozen=True, slots=True)
class Write:
    """An UPDATE, DELETE or INSERT that is not sent yet, with its values.

    `parts` come before it in a WITH clause, which only PostgreSQL has for writes.
    """

    statement: Statement
    sql: str
    parts: str = ""

    async def run(self) -> list[dict[str, Any]]:
        return await self.statement.rows(f"WITH {self.parts} {self.sql}" if self.parts else self.sql)


async def write_together(*writes: Write) -> list[dict[str, Any]]:
    """Run these writes, inside the caller's transaction: one statement on PostgreSQL, one each on SQLite.

    Returns the rows that the last one returns. They write different rows, and none depends on what another
    writes: on PostgreSQL all see the rows as they were before.
    """
    if dialect() is Dialect.SQLITE or len(writes) == 1:
        return [await write.run() for write in writes][-1]
    parts, last, values = list[str](), "", list[object]()
    for number, write in enumerate(writes):
        if last:
            parts.append(f"write_{number} AS ({last})")
        if write.parts:
            parts.append(_numbered_from(len(values), write.parts))
        last = _numbered_from(len(values), write.sql)
        values += write.statement.values
    return await query(f"WITH {', '.join(parts)} {last}", values)


def _numbered_from(offset: int, sql: str) -> str:
    """The text with its placeholders numbered after those of the writes before it."""
    return _PLACEHOLDER.sub(lambda match: f"${int(match[1]) + offset}", sql)
