"""The operator closes an employer, while its administrators are at work (D1, E1, P4)."""

from datetime import timedelta

import pytest

from models.database import transaction
from models.rules.refusals import Refused
from models.rules.vocabulary import ErrorCode, MandateScope, MessageKind, Operation
from models.stores.employers.employers import employers_by_id
from models.stores.employers.mandates import mandates_of_holder
from models.tables.accounts import AccountRow
from models.tables.employers import EmployerRow
from models.tables.history import HistoryRow, StatusChangeRow
from models.tables.mandates import MandateRow
from models.tables.messages import OutgoingRow
from models.tables.sign_in import SessionRow
from resolvers.accounts.bulk import BulkRequest
from resolvers.accounts.renew import renew
from resolvers.accounts.restore import restore
from resolvers.employers.administrators import invite_administrator
from resolvers.employers.close import close_employer
from resolvers.employers.details import EmployerChanges
from resolvers.employers.edit import edit_employer
from resolvers.employers.mandates.propose import MandateProposal, propose_mandate
from resolvers.history.verify import verify_history
from tests.factories import NOW, POLICY, TODAY, House, a_house, a_mandate, an_account, signed_in
from tests.nothing_written import nothing_is_written, refused
from tests.resolvers.employers.employer_requests import an_administrator_input
from tests.resolvers.race import Race


@pytest.fixture
async def house(database: None) -> House:  # noqa: ARG001
    return await a_house()


async def close(house: House) -> None:
    await close_employer(house.employer_id, NOW, POLICY)


async def test_every_account_is_deleted_the_last_administrators_too_and_the_history_says_by_whom(
    house: House,
) -> None:
    await an_account(house.employer_id, "Petit", deleted_at=NOW - timedelta(days=3))
    closure = await close_employer(house.employer_id, NOW, POLICY)
    assert (closure.accounts, closure.mandates) == (3, 0)
    assert not await AccountRow.filter(employer_id=house.employer_id, deleted_at=None).exists()
    entries = await HistoryRow.filter(employer_id=house.employer_id).order_by("sequence")
    assert [entry.operation for entry in entries] == [Operation.EMPLOYER_CLOSED] + [
        Operation.ACCOUNT_DELETED
    ] * 3
    assert {entry.actor_name for entry in entries} == {"operator"}
    assert await StatusChangeRow.filter(employer_id=house.employer_id, after="DELETED").count() == 3
    assert (await EmployerRow.get(id=house.employer_id)).closed_on == TODAY
    assert {fault for _, fault in (await verify_history()).values()} == {None}


async def test_its_mandates_end_on_both_sides_and_the_other_side_hears_of_it(house: House) -> None:
    centre, town = await a_house("CDG 44"), await a_house("REZÉ")
    given = await a_mandate(centre.jean, house.employer_id)
    held = await a_mandate(house.jean, town.employer_id, MandateScope.READ)
    proposed = await a_mandate(house.jean, (await a_house("BOUAYE")).employer_id)
    await MandateRow.filter(id=proposed).update(accepted_at=None)
    other = await a_mandate(centre.jean, town.employer_id)

    closure = await close_employer(house.employer_id, NOW, POLICY)

    assert closure.mandates == 3
    assert {row.id for row in await MandateRow.exclude(ended_at=None)} == {given, held, proposed}
    assert set(await mandates_of_holder(centre.jean.id, TODAY)) == {town.employer_id}
    assert await MandateRow.filter(id=other, ended_at=None).exists()
    news = await OutgoingRow.filter(kind=MessageKind.MANDATE_NEWS)
    assert {row.employer_id for row in news} >= {centre.employer_id, town.employer_id}
    assert house.employer_id not in {row.employer_id for row in news}
    ended = await HistoryRow.filter(operation=Operation.MANDATE_ENDED)
    assert {entry.employer_id for entry in ended} >= {house.employer_id, town.employer_id}
    assert {fault for _, fault in (await verify_history()).values()} == {None}


async def test_closing_twice_says_so_and_writes_nothing(house: House) -> None:
    await close(house)
    async with refused(ErrorCode.CONFLICT) as refusals:
        await close(house)
    assert "23/11/2026" in refusals[0].french


async def test_nothing_is_created_restored_renewed_or_corrected_there_any_more(house: House) -> None:
    await close(house)
    caller, ids = signed_in(house.jean), BulkRequest(ids=(house.paul.id,))
    for act in (restore, renew):
        async with refused(ErrorCode.NOT_SIGNED_IN):
            await act(caller, ids, NOW, POLICY)
    employer = (await employers_by_id([house.employer_id]))[house.employer_id]
    async with refused(ErrorCode.NOT_SIGNED_IN) as refusals:
        await invite_administrator(employer, an_administrator_input(), NOW, POLICY, allow_duplicate=False)
    assert "closed" in refusals[0].english
    async with refused(ErrorCode.NOT_SIGNED_IN):
        await edit_employer(house.employer_id, EmployerChanges(name="CHU"), NOW)


async def test_a_closed_employer_is_no_centre_and_answers_like_an_unknown_one(house: House) -> None:
    town = await a_house("REZÉ")
    await close(house)
    siret = (await EmployerRow.get(id=house.employer_id)).siret
    for centre in (siret, "99999999999999"):
        proposal = MandateProposal(
            town.employer_id, centre, MandateScope.READ, TODAY, TODAY + timedelta(days=30)
        )
        async with refused(ErrorCode.NOT_FOUND):
            await propose_mandate(signed_in(town.jean), proposal, NOW, POLICY)


async def test_an_administrator_whose_request_waits_while_it_is_closed_gets_a_clear_answer(
    house: House, race: Race
) -> None:
    """Whichever comes first: a renewal that comes second writes nothing."""
    request = BulkRequest(ids=(house.paul.id,))
    closed, renewed = await race(
        house.employer_id,
        close_employer(house.employer_id, NOW, POLICY),
        renew(signed_in(house.jean), request, NOW, POLICY),
    )
    assert not isinstance(closed, BaseException), closed
    operations = [entry.operation for entry in await HistoryRow.filter(employer_id=house.employer_id)]
    if isinstance(renewed, Refused):
        assert [refusal.code for refusal in renewed.refusals] == [ErrorCode.NOT_SIGNED_IN]
        assert Operation.ACCOUNT_RENEWED not in operations
    else:
        assert operations.count(Operation.ACCOUNT_RENEWED) == 1
    assert not await AccountRow.filter(employer_id=house.employer_id, deleted_at=None).exists()
    async with nothing_is_written():
        with pytest.raises(Refused, match="NOT_SIGNED_IN"):
            await renew(signed_in(house.sara), request, NOW, POLICY)


async def test_sessions_there_end_at_once(house: House) -> None:
    await SessionRow.create(
        account_id=house.sara.id,
        token_hash="a" * 64,
        profile="ADMINISTRATOR",
        started_at=NOW,
        last_seen_at=NOW,
    )
    await close(house)
    assert not await SessionRow.filter(ended_at=None).exists()


async def test_two_employers_that_hold_mandates_of_each_other_are_closed_at_once_without_a_deadlock(
    house: House, race: Race
) -> None:
    town = await a_house("REZÉ")
    await a_mandate(town.jean, house.employer_id)
    await a_mandate(house.jean, town.employer_id)
    outcomes = await race(
        min(house.employer_id, town.employer_id),
        close_employer(house.employer_id, NOW, POLICY),
        close_employer(town.employer_id, NOW, POLICY),
    )
    assert not [outcome for outcome in outcomes if isinstance(outcome, BaseException)]
    assert not await MandateRow.filter(ended_at=None).exists()
    assert await EmployerRow.filter(closed_on=TODAY).count() == 2


async def test_a_mandate_that_comes_while_the_centre_is_being_closed_ends_with_the_others(
    house: House, race: Race
) -> None:
    """Its giver was not locked: the locks are taken again, or its history would be written without."""
    town = await a_house("REZÉ")

    async def proposal() -> None:
        async with transaction():
            await a_mandate(house.jean, town.employer_id)

    call = close_employer(house.employer_id, NOW, POLICY)
    closure = await race.overtaken(house.employer_id, call, proposal())
    assert closure.mandates == 1
    assert not await MandateRow.filter(ended_at=None).exists()
    (entry,) = await HistoryRow.filter(employer_id=town.employer_id)
    assert entry.operation is Operation.MANDATE_ENDED
