"""Each use case that writes records one entry for each change, and none without a change (H1)."""

from datetime import timedelta

import pytest

from models.rules.accounts.search import Selection
from models.rules.vocabulary import AccessLevel, Civility, Operation, Profile
from resolvers.accounts.bulk import BulkRequest
from resolvers.accounts.create import create
from resolvers.accounts.delete import delete
from resolvers.accounts.modify import modify
from resolvers.accounts.renew import renew
from resolvers.accounts.restore import restore
from tests.factories import NOW, POLICY, TODAY, a_house, a_mandate, an_account, an_employer, signed_in
from tests.resolvers.history_check import everything_is_recorded
from tests.resolvers.requests import a_creation, a_modification, codes, these

pytestmark = pytest.mark.usefixtures("database")

WRITE, READ, NONE = AccessLevel.WRITE, AccessLevel.READ, AccessLevel.NONE


async def test_a_creation_is_recorded_with_every_first_value_and_right() -> None:
    house = await a_house()
    caller = signed_in(house.jean)
    rights = [("CNRACL-01", WRITE), ("COM-01", READ), ("MULTI-01", NONE)]
    async with everything_is_recorded(caller) as entries:
        await create(caller, a_creation(house.employer_id, rights=rights), NOW, POLICY)
    assert [entry.operation for entry in entries] == [Operation.ACCOUNT_CREATED]


async def test_the_creation_of_an_administrator_is_recorded() -> None:
    house = await a_house()
    caller = signed_in(house.jean)
    async with everything_is_recorded(caller) as entries:
        await create(caller, a_creation(house.employer_id, Profile.ADMINISTRATOR), NOW, POLICY)
    assert len(entries) == 1


async def test_a_modification_of_everything_is_recorded_in_three_entries_of_one_version() -> None:
    house = await a_house()
    user = await an_account(house.employer_id, rights={"CNRACL-01": WRITE, "RAFP-01": READ})
    request = a_modification(
        user,
        {
            "civility": Civility.MADAME,
            "last_name": "Durant-Weiß",
            "email": "nouvelle@chu-nantes.example",
            "phone": None,
            "department": None,
            "professional_address": ("CHRU", "44035 Nantes"),
        },
        Profile.ADMINISTRATOR,
        [("CNRACL-01", READ), ("RAFP-01", NONE), ("COM-02", WRITE), ("MULTI-01", NONE)],
    )
    caller = signed_in(house.jean)
    async with everything_is_recorded(caller) as entries:
        await modify(caller, request, NOW, POLICY)
    assert [entry.operation for entry in entries] == [
        Operation.DETAILS_MODIFIED,
        Operation.RIGHTS_MODIFIED,
        Operation.PROFILE_PROMOTED,
    ]


async def test_a_change_of_rights_alone_is_recorded_in_one_entry() -> None:
    house = await a_house()
    caller = signed_in(house.sara)
    async with everything_is_recorded(caller) as entries:
        await modify(caller, a_modification(house.paul, rights=[("COM-01", READ)]), NOW, POLICY)
    assert [entry.operation for entry in entries] == [Operation.RIGHTS_MODIFIED]


async def test_what_changes_nothing_is_not_recorded() -> None:
    house = await a_house()
    caller = signed_in(house.sara)
    same = a_modification(house.paul, {"last_name": " Martin "}, Profile.USER, [("COM-01", NONE)])
    async with everything_is_recorded(caller) as entries:
        assert await modify(caller, same, NOW, POLICY) == house.paul
    assert entries == []


async def test_a_renewal_is_recorded_for_each_account_that_changes_and_for_no_other() -> None:
    house = await a_house()
    late = TODAY - timedelta(days=1)
    expired = [await an_account(house.employer_id, active=bool(n), expires_on=late) for n in range(3)]
    await an_account(house.employer_id, active=False)
    caller = signed_in(house.jean)
    async with everything_is_recorded(caller) as entries:
        await renew(caller, these(house.paul), NOW, POLICY)
    assert len(entries) == 1
    async with everything_is_recorded(caller) as entries:
        await renew(caller, BulkRequest(matching=Selection(house.employer_id)), NOW, POLICY)
    renewed, invited = entries[:-1], entries[-1]
    assert [entry.account_id for entry in renewed] == [house.jean.id, house.sara.id, *(a.id for a in expired)]
    assert (invited.account_id, invited.operation) == (expired[0].id, Operation.INVITATION_SENT)


async def test_deletions_and_restorations_are_recorded_with_the_status_before_and_after() -> None:
    house = await a_house()
    late = await an_account(house.employer_id, expires_on=TODAY - timedelta(days=1))
    waiting = await an_account(house.employer_id, active=False)
    caller, all_four = signed_in(house.jean), these(house.sara, house.paul, late, waiting)
    async with everything_is_recorded(caller) as entries:
        assert codes(await delete(caller, all_four, NOW, POLICY)) == [None] * 4
    assert [entry.operation for entry in entries] == [Operation.ACCOUNT_DELETED] * 4
    later = NOW + timedelta(days=3)
    async with everything_is_recorded(caller, later) as entries:
        assert codes(await restore(caller, all_four, later, POLICY)) == [None] * 4
    invited = [entry.account_id for entry in entries if entry.operation is Operation.INVITATION_SENT]
    assert invited == [waiting.id]
    others = [entry.operation for entry in entries if entry.operation is not Operation.INVITATION_SENT]
    assert others == [Operation.ACCOUNT_RESTORED] * 4


async def test_the_history_records_on_whose_behalf_a_mandate_is_used() -> None:
    house, other = await a_house(), await a_house("MAIRIE DE REZÉ")
    await a_mandate(house.jean, other.employer_id)
    caller = signed_in(house.jean, other.employer_id)
    async with everything_is_recorded(caller) as entries:
        await delete(caller, these(other.paul), NOW, POLICY)
    assert (entries[0].employer_id, entries[0].actor_employer_id) == (other.employer_id, house.employer_id)


async def test_each_employer_has_a_chain_of_its_own() -> None:
    house, other = await a_house(), await a_house("MAIRIE DE REZÉ")
    await an_employer("SANS HISTOIRE")
    for one in (house, other, house):
        caller = signed_in(one.jean)
        async with everything_is_recorded(caller) as entries:
            await create(caller, a_creation(one.employer_id), NOW, POLICY)
    assert entries[0].sequence == 2
