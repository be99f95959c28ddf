"""A statement that the database under test takes minutes for."""

from tests.conftest import DIALECT

FAR = 20.0
"""Nothing here may take so long; what is slow would take longer."""
_SLOW = {
    "sqlite": "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 900000000) "
    "SELECT count(*) AS n FROM n",
    "postgresql": "SELECT pg_sleep(60)",
}
SLOW = _SLOW[DIALECT]
