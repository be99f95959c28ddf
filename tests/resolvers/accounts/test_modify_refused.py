"""Modifications that are refused, with nothing written (M1-M4, A2, A7)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from models.rules.history_entry import Change
from models.rules.vocabulary import AccessLevel, ErrorCode, Operation, Profile
from resolvers.accounts.delete import delete
from resolvers.accounts.modify import Conflict, modify
from tests.factories import ADDRESS, NOW, POLICY, TODAY, a_house, an_account, read, signed_in
from tests.nothing_written import nothing_is_written, refused
from tests.resolvers.requests import a_modification, these

pytestmark = pytest.mark.usefixtures("database")

READ, WRITE = AccessLevel.READ, AccessLevel.WRITE


async def test_an_administrator_never_becomes_a_user_again() -> None:
    house = await a_house()
    async with refused(ErrorCode.DEMOTION_FORBIDDEN) as refusals:
        await modify(signed_in(house.jean), a_modification(house.sara, profile=Profile.USER), NOW, POLICY)
    assert refusals[0].field == ("profile",)


async def test_nobody_changes_their_own_profile_or_rights() -> None:
    house = await a_house()
    request = a_modification(house.jean, {"phone": None}, Profile.USER, [("COM-01", READ)])
    async with refused(ErrorCode.SELF_FORBIDDEN, ErrorCode.SELF_FORBIDDEN) as refusals:
        await modify(signed_in(house.jean), request, NOW, POLICY)
    assert [refusal.field for refusal in refusals] == [("profile",), ("rights",)]


async def test_a_user_becomes_no_administrator_without_a_professional_address() -> None:
    house = await a_house()
    async with refused(ErrorCode.REQUIRED) as refusals:
        await modify(
            signed_in(house.jean), a_modification(house.paul, profile=Profile.ADMINISTRATOR), NOW, POLICY
        )
    assert refusals[0].field == ("professionalAddress",)


async def test_an_administrator_keeps_a_professional_address() -> None:
    house = await a_house()
    async with refused(ErrorCode.REQUIRED):
        await modify(
            signed_in(house.jean), a_modification(house.sara, {"professional_address": None}), NOW, POLICY
        )


async def test_an_expired_account_cannot_be_modified_until_renewed() -> None:
    house = await a_house()
    expired = await an_account(house.employer_id, expires_on=TODAY - timedelta(days=1))
    last_day = await an_account(house.employer_id, expires_on=TODAY)
    async with refused(ErrorCode.ACCOUNT_EXPIRED):
        await modify(signed_in(house.jean), a_modification(expired, {"phone": None}), NOW, POLICY)
    assert (
        await modify(signed_in(house.jean), a_modification(last_day, {"phone": None}), NOW, POLICY)
    ).phone is None


async def test_a_deleted_account_cannot_be_modified() -> None:
    house = await a_house()
    gone = await an_account(house.employer_id, deleted_at=NOW)
    async with refused(ErrorCode.ACCOUNT_DELETED):
        await modify(signed_in(house.jean), a_modification(gone, rights=[("COM-01", READ)]), NOW, POLICY)


async def test_all_refusals_are_returned_at_once_and_no_part_is_applied() -> None:
    house = await a_house()
    request = a_modification(house.sara, {"email": "x", "phone": None}, Profile.USER, [("IRC-01", READ)])
    codes = [
        ErrorCode.INVALID,
        ErrorCode.DEMOTION_FORBIDDEN,
        ErrorCode.SERVICE_UNAVAILABLE_TO_EMPLOYER,
    ]
    async with refused(*codes):
        await modify(signed_in(house.jean), request, NOW, POLICY)


async def test_an_unknown_account_and_one_of_another_employer_are_refused_alike() -> None:
    house, other = await a_house(), await a_house("MAIRIE DE REZÉ")
    foreign = a_modification(other.paul, {"phone": None})
    results = []
    for request in (foreign, replace(foreign, account_id=10**12)):
        async with refused(ErrorCode.NOT_FOUND) as refusals:
            await modify(signed_in(house.jean), request, NOW, POLICY)
        results.append(refusals)
    assert results[0] == results[1]
    assert results[0][0].field == ("id",)


async def test_a_conflict_shows_what_the_others_changed_oldest_first() -> None:
    house = await a_house()
    was_read = house.paul
    sara = signed_in(house.sara)
    await modify(sara, a_modification(was_read, {"last_name": "Martín"}), NOW, POLICY)
    request = a_modification(await read(was_read), {"professional_address": ADDRESS}, Profile.ADMINISTRATOR)
    current = await modify(sara, request, NOW, POLICY)
    async with nothing_is_written():
        with pytest.raises(Conflict) as caught:
            await modify(signed_in(house.jean), a_modification(was_read, {"phone": None}), NOW, POLICY)
    assert caught.value.account == current
    since = [entry for _, entry in caught.value.since]
    assert [(entry.operation, entry.account_version) for entry in since] == [
        (Operation.DETAILS_MODIFIED, 2),
        (Operation.DETAILS_MODIFIED, 3),
        (Operation.PROFILE_PROMOTED, 3),
    ]
    assert since[0].actor_id == house.sara.id
    assert since[0].changes == (Change("lastName", "Martin", "Martín"),)
    (refusal,) = caught.value.refusals
    assert (refusal.code, refusal.field) == (ErrorCode.CONFLICT, ("version",))


async def test_a_deletion_meanwhile_is_a_conflict_that_shows_it() -> None:
    house = await a_house()
    await delete(signed_in(house.sara), these(house.paul), NOW, POLICY)
    async with refused(ErrorCode.CONFLICT):
        await modify(signed_in(house.jean), a_modification(house.paul, {"phone": None}), NOW, POLICY)


async def test_a_version_that_never_was_is_a_conflict() -> None:
    house = await a_house()
    async with refused(ErrorCode.CONFLICT):
        await modify(signed_in(house.jean), replace(a_modification(house.paul), version=9), NOW, POLICY)
