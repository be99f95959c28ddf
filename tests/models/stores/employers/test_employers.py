"""Employers, and the mandates to act for them (E1)."""

from datetime import timedelta

import pytest

from models.database import query, transaction
from models.rules.employers.employer import Employer
from models.rules.vocabulary import MandateScope
from models.stores.employers.employers import employers_by_id, lock_employer
from models.stores.employers.mandates import mandates_of_holder
from models.tables.mandates import MandateRow
from tests.factories import NOW, TODAY, a_house, a_mandate, an_employer
from tests.resolvers.statement_count import counted

pytestmark = pytest.mark.usefixtures("database")


async def test_an_employer_comes_with_its_representative_address_and_funds() -> None:
    employer_id, without = await an_employer(funds=("CNRACL", "RAFP")), await an_employer("RÉGION", ())
    with counted() as statements:
        employers = await employers_by_id([employer_id, without, 0])
    assert len(statements) == 1
    assert set(employers) == {employer_id, without}
    employer: Employer = employers[employer_id]
    assert (employer.funds, employers[without].funds) == (frozenset({"CNRACL", "RAFP"}), frozenset())
    assert employer.postal_address == ("5 ALLEE DE L'ILE GLORIETTE", "BP 1005", "44035 NANTES CEDEX 1")
    assert (employer.representative.last_name, employer.representative.title) == (
        "Le Goff",
        "Directrice générale",
    )


async def test_a_mandate_holds_on_its_first_day_and_its_last_until_it_is_ended() -> None:
    house, other = await a_house(), await a_house("MAIRIE DE REZÉ")
    await a_mandate(house.jean, other.employer_id, days=2)

    for days, held in ((-1, False), (0, True), (2, True), (3, False)):
        mandated = await mandates_of_holder(house.jean.id, TODAY + timedelta(days=days))
        assert mandated == ({other.employer_id: MandateScope.MANAGE} if held else {}), days
    assert await mandates_of_holder(house.sara.id, TODAY) == {}

    await MandateRow.all().update(ended_at=NOW)
    assert await mandates_of_holder(house.jean.id, TODAY) == {}


async def test_locking_an_employer_changes_nothing() -> None:
    employer_id = await an_employer()
    before = await query("SELECT * FROM employer", [])
    async with transaction():
        await lock_employer(employer_id)
    assert await query("SELECT * FROM employer", []) == before
