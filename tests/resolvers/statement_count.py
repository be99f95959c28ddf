"""How many statements something takes: Tortoise tells its log of each."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager


class _Told(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.statements: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.statements.append(record.getMessage())


@contextmanager
def counted() -> Iterator[list[str]]:
    """The statements of the block, as they come."""
    logger, told = logging.getLogger("tortoise.db_client"), _Told()
    level = logger.level
    logger.setLevel(logging.DEBUG)
    logger.addHandler(told)
    try:
        yield told.statements
    finally:
        logger.removeHandler(told)
        logger.setLevel(level)
