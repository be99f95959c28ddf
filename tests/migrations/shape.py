"""The shape of a database: its columns, constraints, indexes, triggers and functions, as it tells them."""

from pathlib import Path

from models.database import Dialect, connected, dialect_of, query

SQLITE = "SELECT type || ' ' || name AS name, sql AS text FROM sqlite_master WHERE sql IS NOT NULL"
POSTGRESQL = """
    SELECT 'column ' || c.relname || '.' || a.attname AS name,
        concat_ws(' ', format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attgenerated, l.collname,
            pg_get_expr(d.adbin, d.adrelid)) AS text
        FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid AND c.relkind = 'r'
        LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
        LEFT JOIN pg_collation l ON l.oid = a.attcollation
        WHERE c.relnamespace = 'public'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped
    UNION ALL SELECT 'constraint ' || conrelid::regclass || ' ' || conname, pg_get_constraintdef(oid)
        FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    UNION ALL SELECT 'index ' || indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT 'trigger ' || tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
    UNION ALL SELECT 'function ' || proname, pg_get_functiondef(oid)
        FROM pg_proc WHERE proname LIKE 'comptoir%'
    UNION ALL SELECT 'extension ' || extname, '' FROM pg_extension
"""


async def shape(url: str) -> dict[str, str]:
    """What it is made of, by kind and name."""
    sql = SQLITE if dialect_of(url) is Dialect.SQLITE else POSTGRESQL
    async with connected(url):
        return {row["name"]: " ".join(row["text"].split()) for row in await query(sql, [])}


async def contents(url: str) -> dict[str, list[dict[str, object]]]:
    """The rows of every table but the catalogue's, which migrating mends, and aerich's."""
    sqlite = dialect_of(url) is Dialect.SQLITE
    async with connected(url):
        tables = await query(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
            if sqlite
            else "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
            [],
        )
        names = sorted({table["name"] for table in tables} - {"aerich", "theme", "service"})
        return {name: await query(f"SELECT * FROM {name} ORDER BY 1, 2", []) for name in names}


def snapshot_of(version: str) -> Path:
    """The rows of a populated database of this version, as INSERTs that both dialects read."""
    return Path(__file__).parent / "snapshots" / f"{Path(version).stem}.sql"
