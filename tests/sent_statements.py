"""The statements that a block sends to the database, to look at their plans."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from tests.raw_sql import explained


@dataclass(frozen=True, slots=True)
class SentStatement:
    sql: str
    values: list[Any]

    async def plan(self) -> str:
        return await explained(self.sql, self.values)


class _Log(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.statements: list[SentStatement] = []

    def emit(self, record: logging.LogRecord) -> None:
        match record.args:
            case (str(sql), list(values)) if "SELECT" in sql:
                self.statements.append(SentStatement(sql, values))


@contextmanager
def sent_statements() -> Iterator[list[SentStatement]]:
    """Yield the list of the statements with values that the block sends, which the database's client logs."""
    logger, handler = logging.getLogger("tortoise.db_client"), _Log()
    level = logger.level
    logger.setLevel(logging.DEBUG)
    logger.addHandler(handler)
    try:
        yield handler.statements
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)
