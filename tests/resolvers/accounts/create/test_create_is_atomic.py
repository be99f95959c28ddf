"""A creation writes account, rights, e-mail, letter and history in one transaction, or nothing (C1)."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from tortoise.exceptions import OperationalError

from models.database import query
from models.rules.vocabulary import AccessLevel, Profile
from resolvers.accounts.create import create
from tests.factories import NOW, POLICY, a_house, signed_in
from tests.nothing_written import nothing_is_written
from tests.resolvers.requests import a_creation, count

pytestmark = pytest.mark.usefixtures("database")

WRITTEN = [
    "account",
    "access_right",
    "password_link",
    "outgoing",
    "history",
    "status_change",
    "idempotency_key",
]
"""In the order that a creation writes them."""


@asynccontextmanager
async def out_of_reach(table: str) -> AsyncIterator[None]:
    await query(f'ALTER TABLE "{table}" RENAME TO "elsewhere"', [])
    try:
        yield
    finally:
        await query(f'ALTER TABLE "elsewhere" RENAME TO "{table}"', [])


@pytest.mark.parametrize("table", WRITTEN)
async def test_a_creation_that_fails_at_any_of_its_writes_leaves_nothing(table: str) -> None:
    house = await a_house()
    rights = [("CNRACL-01", AccessLevel.WRITE)]
    request = a_creation(house.employer_id, Profile.ADMINISTRATOR, rights, key="once")
    async with nothing_is_written(), out_of_reach(table):
        with pytest.raises(OperationalError):
            await create(signed_in(house.jean), request, NOW, POLICY)
    await create(signed_in(house.jean), request, NOW, POLICY)
    assert [await count(written) for written in WRITTEN] == [4, 1, 1, 2, 1, 1, 1]
