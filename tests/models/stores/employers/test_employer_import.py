"""Writing a new employer with its accounts: its ids are new, and it is imported once."""

from dataclasses import replace

import pytest

from models.database import transaction
from models.rules.hash_chain import ChainHead
from models.stores.employers.employer_import import (
    draw_account_ids,
    insert_accounts,
)
from models.stores.employers.employer_writes import employer_exists, insert_employer
from models.stores.history import chain_heads
from tests.every_table import SIRETS, an_employer_with_accounts
from tests.factories import TODAY, a_house
from tests.raw_sql import number

pytestmark = pytest.mark.usefixtures("database")


async def test_reserved_ids_are_never_reused() -> None:
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


async def test_an_employer_whose_siret_or_contract_number_is_taken_is_not_imported() -> None:
    new_employer = an_employer_with_accounts(0, SIRETS[0])
    assert not await employer_exists(new_employer.siret)
    async with transaction():
        employer_id = await insert_employer(new_employer, TODAY)
    assert employer_id
    assert await employer_exists(new_employer.siret)
    assert await chain_heads() == {employer_id: ChainHead()}

    for again in (replace(new_employer, siret=SIRETS[1]), replace(new_employer, contract_number="VF999")):
        async with transaction():
            assert await insert_employer(again, TODAY) is None
    assert await number("SELECT count(*) AS n FROM employer") == 1
