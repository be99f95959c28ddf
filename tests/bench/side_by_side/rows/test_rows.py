"""The rows of `make bench`: the peers' tables hold what the service's do."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from typing import Any

import asyncpg
import pytest

from models.database import Dialect, asyncpg_credentials, sqlite_path
from tests.bench.side_by_side.questions import BATCH, Question
from tests.bench.side_by_side.rows.load import Loaded, load
from tests.bench.side_by_side.rows.parameters import prepare

ACCOUNTS = 800


@pytest.fixture
async def loaded(database_url: str) -> AsyncIterator[Loaded]:
    yield await load(database_url, ACCOUNTS)
    if database_url.startswith("postgres"):
        connection: Any = await asyncpg.connect(**asyncpg_credentials(database_url))
        await connection.execute("DROP SCHEMA peers CASCADE")
        await connection.close()


async def in_peers(loaded: Loaded, sql: str) -> list[tuple[Any, ...]]:
    if loaded.dialect is Dialect.SQLITE:
        with closing(sqlite3.connect(sqlite_path(loaded.peers_url))) as file:
            return file.execute(sql).fetchall()
    connection: Any = await asyncpg.connect(
        **asyncpg_credentials(loaded.url), server_settings={"search_path": "peers"}
    )
    try:
        return [tuple(row) for row in await connection.fetch(sql)]
    finally:
        await connection.close()


async def test_the_peers_hold_every_account_with_its_status_and_eight_rights(loaded: Loaded) -> None:
    statuses = dict(await in_peers(loaded, "SELECT status, count(*) FROM account GROUP BY status"))
    rights = dict(await in_peers(loaded, "SELECT level, count(*) FROM account_right GROUP BY level"))

    assert sum(statuses.values()) == ACCOUNTS
    assert statuses.keys() == {"ACTIVE", "EXPIRED", "PENDING"}
    assert sum(rights.values()) == 8 * ACCOUNTS
    assert rights.keys() == {"NONE", "READ", "WRITE"}


async def test_the_requests_are_about_accounts_that_exist_and_no_account_is_renewed_twice(
    loaded: Loaded,
) -> None:
    prepared = await prepare(loaded.url)

    known = {row[0] for row in await in_peers(loaded, "SELECT identifier FROM account")}
    batches = prepared.sets[Question.RENEWAL]
    renewed = [number for one in batches for number in one.ids]
    assert {one.identifier for one in prepared.sets[Question.STATUS]} <= known
    assert {len(one.ids) for one in batches} == {BATCH}
    assert len(set(renewed)) == len(renewed)
    assert {one.employer_id for one in prepared.sets[Question.LIST]} <= prepared.sessions.keys()
