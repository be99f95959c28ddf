"""A statement that takes the database under test many minutes."""

from tests.conftest import DIALECT

FAR = 120.0
"""Seconds that no test here may take, however busy the machine is; a slow statement takes longer."""
_SLOW = {
    "sqlite": "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9000000000) "
    "SELECT count(*) AS n FROM n",
    "postgresql": "SELECT pg_sleep(3600)",
}
SLOW = _SLOW[DIALECT]
