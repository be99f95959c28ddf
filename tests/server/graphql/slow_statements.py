"""A statement that takes the database under test a minute or more."""

from tests.conftest import DIALECT

FAR = 20.0
"""Seconds that no test here may take; a slow statement that is not stopped takes longer."""
_SLOW = {
    "sqlite": "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 900000000) "
    "SELECT count(*) AS n FROM n",
    "postgresql": "SELECT pg_sleep(60)",
}
SLOW = _SLOW[DIALECT]
