"""The demo of a management centre: its members, their mandates, and its administrator's sign-in (E1, E2)."""

from collections import Counter

import pytest

from models.rules.accounts.account import check_postal_address
from models.rules.accounts.identifier import is_identifier
from models.rules.employers.employer import Employer, check_contract_number, check_employer_name
from models.rules.employers.employer_import import account_from_import
from models.rules.vocabulary import MandateScope, MandateState
from models.stores.employers.mandates import mandates_held
from models.tables.employers import EmployerRow
from resolvers.employers.details import check_siret
from resolvers.history.verify import verify_history
from resolvers.sign_in.sessions import sign_in
from server.demo.centre import (
    CENTRE_ADMINISTRATOR,
    MEMBERS,
    CentreSide,
    bare_member,
    centre,
    member,
)
from server.demo.employers import MAX_DEMO_EMPLOYERS, employer
from server.demo.load import PASSWORD, load_centre
from tests.factories import NOW, POLICY, TODAY
from tests.nothing_written import nothing_is_written


@pytest.fixture(scope="module")
def side() -> CentreSide:
    made = centre(TODAY, 2026, PASSWORD)
    facts = Employer(
        name=made.name,
        siret=made.siret,
        contract_number=made.contract_number,
        postal_address=made.postal_address,
        representative=made.representative,
        funds=made.funds,
        id=1,
    )
    return CentreSide(facts, account_from_import(made.accounts[0], 1, 1))


def test_no_two_employers_of_any_demo_have_the_same_name_or_numbers() -> None:
    everyone = [centre(TODAY, 2026, PASSWORD), *map(bare_member, range(MEMBERS))]
    everyone += [employer(number) for number in range(1, MAX_DEMO_EMPLOYERS + 1)]
    for values in zip(*((one.name, one.siret, one.contract_number) for one in everyone), strict=True):
        assert len(set(values)) == len(everyone)


def test_what_is_made_up_keeps_the_rules() -> None:
    for made in map(bare_member, range(MEMBERS)):
        assert check_siret(made.siret) == made.siret
        assert check_contract_number(made.contract_number) == made.contract_number
        assert check_employer_name(made.name) == made.name
        assert check_postal_address(made.postal_address) == made.postal_address


def test_the_same_seed_gives_the_same_members_and_no_identifier_twice(side: CentreSide) -> None:
    places = (0, 1, 250, MEMBERS - 1)
    made = [member(place, 100, TODAY, 7, PASSWORD, side) for place in places]
    assert made == [member(place, 100, TODAY, 7, PASSWORD, side) for place in places]
    identifiers = [account.identifier for one in made for account in one.accounts]
    assert len(set(identifiers)) == len(identifiers) == 400
    assert all(map(is_identifier, identifiers))


@pytest.mark.usefixtures("database")
async def test_it_is_loaded_once_and_its_administrator_acts_for_most_of_the_members() -> None:
    assert await load_centre(2026, NOW, POLICY, members=40, accounts=80) == (41, 92)
    async with nothing_is_written():
        assert await load_centre(2026, NOW, POLICY, members=40, accounts=80) == (0, 0)

    claire = (await sign_in(CENTRE_ADMINISTRATOR, PASSWORD, NOW, POLICY)).caller
    assert claire.account
    mandates = await mandates_held(claire.account.employer_id)
    states = Counter(mandate.state(TODAY) for mandate in mandates)
    assert states == {
        MandateState.ACTIVE: 37,
        MandateState.PROPOSED: 1,
        MandateState.ENDED: 1,
        MandateState.EXPIRED: 1,
    }
    assert len(claire.administers) == 38
    assert set(claire.mandates.values()) == set(MandateScope)
    assert not await EmployerRow.filter(search_key="").exists()
    assert {fault for _, fault in (await verify_history()).values()} == {None}
