"""Correcting an employer: its own administrators its address and representative, the operator all."""

import pytest

from models.rules.employers.employer import Employer
from models.rules.refusals import Refused
from models.rules.vocabulary import AccessLevel, Civility, ErrorCode, MessageKind, Operation
from models.stores.employers.employers import employers_by_id
from models.tables.accounts import RightRow
from models.tables.employers import EmployerRow
from models.tables.history import HistoryRow
from models.tables.messages import OutgoingRow
from resolvers.employers.details import EmployerChanges, RepresentativeInput
from resolvers.employers.edit import EmployerModification, edit_employer, modify_employer
from tests.factories import NOW, POLICY, House, a_house, a_mandate, signed_in
from tests.nothing_written import nothing_is_written, refused
from tests.resolvers.race import Race

ADDRESS = ("2 rue Neuve", "44000 NANTES")
LUC = RepresentativeInput(civility=Civility.MONSIEUR, last_name="Brun", first_name="Luc", title=None)


@pytest.fixture
async def house(database: None) -> House:  # noqa: ARG001
    return await a_house()


async def the_employer(house: House) -> Employer:
    return (await employers_by_id([house.employer_id]))[house.employer_id]


def modification(house: House, version: int = 1, **details: object) -> EmployerModification:
    return EmployerModification(house.employer_id, version, **details)  # type: ignore[arg-type]


async def test_an_administrator_corrects_address_and_representative_and_the_history_says_so(
    house: House,
) -> None:
    request = modification(house, postal_address=(" 2 rue Neuve ", "44000 NANTES"), representative=LUC)
    after = await modify_employer(signed_in(house.jean), request, NOW, POLICY)
    assert after == await the_employer(house)
    assert (after.postal_address, after.representative.last_name, after.version) == (ADDRESS, "Brun", 2)
    (entry,) = await HistoryRow.filter(employer_id=house.employer_id)
    assert (entry.operation, entry.actor_id) == (Operation.EMPLOYER_MODIFIED, house.jean.id)
    assert "Madame Anne Le Goff, Directrice générale" in str(entry.changes)
    assert "Monsieur Luc Brun" in str(entry.changes)


async def test_a_letter_goes_to_the_former_representative_at_the_former_address(house: House) -> None:
    former = await the_employer(house)
    request = modification(house, postal_address=ADDRESS, representative=LUC)
    await modify_employer(signed_in(house.jean), request, NOW, POLICY)
    (letter,) = await OutgoingRow.all()
    assert letter.kind is MessageKind.EMPLOYER_LETTER
    assert letter.recipient == "\n".join(former.postal_address)
    assert '"last_name": "Le Goff"' in letter.facts
    assert '"last_name": "Brun"' in letter.facts


async def test_the_new_town_is_found_and_the_former_one_is_not(house: House) -> None:
    request = modification(house, postal_address=("1 place du Port", "29100 DOUARNENEZ"))
    await modify_employer(signed_in(house.jean), request, NOW, POLICY)
    row = await EmployerRow.get(id=house.employer_id)
    assert "29100douarnenez" in row.search_key
    assert "nantescedex" not in row.search_key


async def test_what_changes_nothing_writes_nothing(house: House) -> None:
    employer = await the_employer(house)
    async with nothing_is_written():
        request = modification(house, postal_address=employer.postal_address)
        assert await modify_employer(signed_in(house.jean), request, NOW, POLICY) == employer
        await modify_employer(signed_in(house.jean), modification(house), NOW, POLICY)


async def test_a_correction_of_what_another_has_corrected_since_is_refused(house: House) -> None:
    await modify_employer(signed_in(house.sara), modification(house, representative=LUC), NOW, POLICY)
    async with refused(ErrorCode.CONFLICT):
        await modify_employer(signed_in(house.jean), modification(house, postal_address=ADDRESS), NOW, POLICY)


async def test_of_two_corrections_at_the_same_moment_one_is_refused(house: House, race: Race) -> None:
    calls = [
        modify_employer(
            signed_in(account), modification(house, postal_address=(f"{account.id} rue",)), NOW, POLICY
        )
        for account in (house.jean, house.sara)
    ]
    outcomes = await race(house.employer_id, *calls)
    (refusal,) = [outcome for outcome in outcomes if isinstance(outcome, Refused)]
    assert refusal.refusals[0].code is ErrorCode.CONFLICT
    assert (await the_employer(house)).version == 2


async def test_holders_of_a_mandate_and_users_correct_nothing(house: House) -> None:
    centre = await a_house("CDG 44")
    await a_mandate(centre.jean, house.employer_id)
    request = modification(house, postal_address=ADDRESS)
    for caller in (signed_in(centre.jean, house.employer_id), signed_in(house.paul)):
        async with refused(ErrorCode.FORBIDDEN):
            await modify_employer(caller, request, NOW, POLICY)
    async with refused(ErrorCode.NOT_FOUND):
        await modify_employer(signed_in(centre.jean), request, NOW, POLICY)


async def test_an_empty_address_and_a_representative_without_a_name_are_refused_together(
    house: House,
) -> None:
    nameless = RepresentativeInput(civility=Civility.MADAME, last_name=" ", first_name="Zoé", title=None)
    async with refused(ErrorCode.REQUIRED, ErrorCode.REQUIRED) as refusals:
        request = modification(house, postal_address=(), representative=nameless)
        await modify_employer(signed_in(house.jean), request, NOW, POLICY)
    assert [refusal.field for refusal in refusals] == [("postalAddress",), ("representative", "lastName")]


async def test_the_operator_corrects_everything_and_no_letter_leaves(house: House) -> None:
    changes = EmployerChanges(
        name="CHU DE NANTES",
        siret="26440013600471",
        contract_number="vf 999",
        postal_address=ADDRESS,
        representative=LUC,
        funds=("CNRACL", "IRCANTEC"),
    )
    after = await edit_employer(house.employer_id, changes, NOW)
    assert after == await the_employer(house)
    assert (after.name, after.siret, after.contract_number) == ("CHU DE NANTES", "26440013600471", "VF999")
    assert after.funds == {"CNRACL", "IRCANTEC"}
    (entry,) = await HistoryRow.filter(employer_id=house.employer_id)
    assert (entry.operation, entry.actor_name) == (Operation.EMPLOYER_MODIFIED, "operator")
    assert not await OutgoingRow.exists()


async def test_the_operator_cannot_give_an_employer_the_numbers_of_another(house: House) -> None:
    other = await EmployerRow.get(id=(await a_house("MAIRIE")).employer_id)
    await EmployerRow.filter(id=other.id).update(siret="26440013600471")
    changes = EmployerChanges(siret="26440013600471", contract_number=other.contract_number)
    async with refused(ErrorCode.CONFLICT, ErrorCode.CONFLICT):
        await edit_employer(house.employer_id, changes, NOW)


async def test_a_contract_does_not_end_while_accounts_have_rights_on_its_services(house: House) -> None:
    await RightRow.create(account_id=house.paul.id, service_id="RAFP-01", level=AccessLevel.READ)
    async with refused(ErrorCode.CONFLICT) as refusals:
        await edit_employer(house.employer_id, EmployerChanges(funds=("CNRACL",)), NOW)
    assert "RAFP" in refusals[0].french
    assert ": 1)" in refusals[0].french
    await RightRow.all().delete()
    assert (await edit_employer(house.employer_id, EmployerChanges(funds=("CNRACL",)), NOW)).funds == {
        "CNRACL"
    }
