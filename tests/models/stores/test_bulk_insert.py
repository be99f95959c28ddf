"""Inserting many rows at once: all of them, or the same errors as for one."""

from collections.abc import Iterator

import pytest
from tortoise.exceptions import IntegrityError, OperationalError

from models.database import transaction
from models.stores.bulk_insert import bulk_insert
from tests.factories import a_house, an_employer
from tests.raw_sql import number

pytestmark = pytest.mark.usefixtures("database")

RIGHTS = "SELECT count(*) AS n FROM access_right"


async def test_more_rows_than_fit_in_one_statement_are_all_written() -> None:
    employer_id, count = await an_employer(), 0

    def contracts() -> Iterator[dict[str, object]]:
        nonlocal count
        for count in range(4_001):
            yield {"employer_id": employer_id, "fund": f"F{count}"}

    async with transaction():
        await bulk_insert("contract", contracts())
        await bulk_insert("contract", [])
    assert await number("SELECT count(*) AS n FROM contract WHERE fund LIKE 'F%'") == 4_001


async def test_a_row_that_a_constraint_refuses_leaves_none_of_them() -> None:
    house = await a_house()
    right = {"account_id": house.paul.id, "service_id": "CNRACL-01", "level": 1}
    for bad in (right, {**right, "level": 3}, {**right, "service_id": "NOWHERE"}):
        with pytest.raises(IntegrityError):
            async with transaction():
                await bulk_insert("access_right", [right, bad])
        assert await number(RIGHTS) == 0


async def test_a_table_that_is_not_there_is_an_operational_error() -> None:
    with pytest.raises(OperationalError):
        await bulk_insert("no_such_table", [{"a": 1}])
