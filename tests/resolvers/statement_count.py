"""Counts the statements that a block executes, which Tortoise logs."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager


class _StatementLog(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.statements: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if not record.getMessage().startswith("Created connection"):
            self.statements.append(record.getMessage())


@contextmanager
def counted() -> Iterator[list[str]]:
    """Yield the list of the statements that the block executes."""
    logger, handler = logging.getLogger("tortoise.db_client"), _StatementLog()
    level = logger.level
    logger.setLevel(logging.DEBUG)
    logger.addHandler(handler)
    try:
        yield handler.statements
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)
