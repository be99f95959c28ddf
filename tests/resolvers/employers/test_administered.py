"""What becomes of the employers that one acts for while a request is answered (E1, E5)."""

import pytest

from models.rules.vocabulary import MandateScope
from models.tables.employers import EmployerRow
from resolvers.employers.administered import read_acting_for
from tests.factories import TODAY, a_house, an_employer, signed_in

pytestmark = pytest.mark.usefixtures("database")


async def test_a_mandate_that_has_ended_since_the_caller_was_recognised_is_no_employer_of_ones_own() -> None:
    house, town = await a_house("CDG 44"), await an_employer("Rezé")
    caller = signed_in(house.jean, town, scope=MandateScope.READ)
    number = (await EmployerRow.get(id=town)).contract_number
    assert await read_acting_for(caller, number, TODAY) is None
