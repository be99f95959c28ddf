"""Many rows at once: all of them, or the same errors as from one."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from tortoise.exceptions import IntegrityError, OperationalError

from models.database import transaction
from models.rules.hash_chain import ChainHead
from models.stores.bulk_insert import bulk_insert
from models.stores.employer_import import draw_account_ids, employer_exists, insert_accounts, insert_employer
from models.stores.history import chain_heads
from tests.every_table import SIRETS, an_employer_with_accounts
from tests.factories import TODAY, a_house, an_employer
from tests.raw_sql import number

pytestmark = pytest.mark.usefixtures("database")

RIGHTS = "SELECT count(*) AS n FROM access_right"


async def test_more_rows_than_fit_in_one_statement_are_all_written_as_they_are_made() -> None:
    employer_id, made = await an_employer(), 0

    def contracts() -> Iterator[dict[str, object]]:
        nonlocal made
        for made in range(4_001):
            yield {"employer_id": employer_id, "fund": f"F{made}"}

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


async def test_ids_drawn_beforehand_are_never_given_twice() -> None:
    house = await a_house()
    async with transaction():
        employer_id = await insert_employer(an_employer_with_accounts(0, SIRETS[0]), TODAY)
        assert employer_id
        drawn = await draw_account_ids(3)
        await insert_accounts(
            employer_id, zip(drawn, an_employer_with_accounts(0, SIRETS[0]).accounts, strict=True)
        )
    assert len(set(drawn)) == 3
    assert sorted(drawn) == drawn
    assert min(drawn) > house.paul.id
    assert (await a_house("RÉGION")).jean.id > max(drawn)


async def test_an_employer_whose_siret_or_contract_is_taken_is_not_founded_again() -> None:
    founding = an_employer_with_accounts(0, SIRETS[0])
    assert not await employer_exists(founding.siret)
    async with transaction():
        employer_id = await insert_employer(founding, TODAY)
    assert employer_id
    assert await employer_exists(founding.siret)
    assert await chain_heads() == {employer_id: ChainHead()}

    for again in (replace(founding, siret=SIRETS[1]), replace(founding, contract_number="VF999")):
        async with transaction():
            assert await insert_employer(again, TODAY) is None
    assert await number("SELECT count(*) AS n FROM employer") == 1
