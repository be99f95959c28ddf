"""Rewriting the search key of every account, when what a search looks at has changed (L1)."""

from typing import Any

from tortoise.connection import get_connections

from models.database import CONNECTION, query, transaction
from models.rules.accounts.searched_text import account_search_key
from models.stores.sql import Statement

_BATCH = 1_000


async def rewrite_search_keys(batch: int = _BATCH) -> int:
    """Rewrite the search keys that differ from what is searched now; return how many.

    At most `batch` accounts are locked at a time. It can be interrupted and run again. An account that
    another process changes or erases meanwhile is left as that process wrote it.
    """
    rewritten, after = 0, -(2**63)
    while rows := await _rows_after(after, batch):
        changes = [
            [key, row["id"], row["version"], row["search_key"]]
            for row in rows
            if (key := _search_key_of(row)) != row["search_key"]
        ]
        await _write(changes)
        rewritten += len(changes)
        after = rows[-1]["id"]
    return rewritten


async def _rows_after(account_id: int, limit: int) -> list[dict[str, Any]]:
    statement = Statement()
    return await query(
        "SELECT id, version, last_name, first_name, identifier, department, email, phone, search_key "
        f"FROM account WHERE id > {statement.value(account_id)} "
        f"AND search_key <> '' ORDER BY id LIMIT {limit}",  # D1: an erased account has none
        statement.values,
    )


async def _write(changes: list[list[Any]]) -> None:
    if not changes:
        return
    statement = Statement()
    key, account_id, version, former = (statement.value(value) for value in changes[0])
    async with transaction():
        await (
            get_connections()
            .get(CONNECTION)
            .execute_many(
                f"UPDATE account SET search_key = {key} "
                f"WHERE id = {account_id} AND version = {version} AND search_key = {former}",
                changes,
            )
        )


def _search_key_of(row: dict[str, Any]) -> str:
    return account_search_key(
        last_name=row["last_name"],
        first_name=row["first_name"],
        identifier=row["identifier"],
        department=row["department"],
        email=row["email"],
        phone=row["phone"],
    )
