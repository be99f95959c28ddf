"""The code of the letter opens the account: right, wrong, too often, too late, twice (N1)."""

import asyncio
from datetime import timedelta

import pytest

from models.rules.history_entry import OPERATOR
from models.rules.refusals import Refused
from models.rules.registrations.registration import CODE_DAYS, MAX_CODE_TRIES
from models.rules.registrations.states import RegistrationState
from models.rules.vocabulary import AccountStatus, ErrorCode, MessageKind, Operation, Profile
from models.stores.accounts.accounts import administrators_of
from models.stores.employers.employers import employer_by_number
from models.tables.accounts import AccountRow
from models.tables.employers import EmployerRow
from models.tables.registrations import RegistrationRow
from resolvers.history.verify import verify_history
from resolvers.registrations.confirm import confirm_registration
from resolvers.registrations.refuse import refuse_registration
from tests.factories import NOW, POLICY, TODAY, a_house
from tests.nothing_written import all_rows, refused
from tests.resolvers.history_check import snapshot
from tests.resolvers.registrations.steps import (
    Approved,
    approved,
    latest_id,
    messages,
    registered,
    state_of,
    the_registration,
    token_of,
)

pytestmark = pytest.mark.usefixtures("database")

WRONG = "2222-2222"


async def wrong_try(one: Approved, code: str = WRONG) -> ErrorCode:
    """Try a wrong code: nothing is written but the count of the registration."""
    before = await all_rows()
    with pytest.raises(Refused) as caught:
        await confirm_registration(one.token, code, NOW, POLICY)
    after = await all_rows()
    assert {table for table in after if after[table] != before[table]} <= {"registration"}
    return caught.value.refusals[0].code


async def test_the_right_code_opens_the_employer_with_its_first_administrator() -> None:
    one = await approved()
    account = await confirm_registration(one.token, one.code.lower().replace("-", " "), NOW, POLICY)
    assert (account.profile, account.status(TODAY)) == (Profile.ADMINISTRATOR, AccountStatus.PENDING)
    registration = await the_registration(one.id)
    employer = await employer_by_number(registration.siret or "")
    assert employer
    assert (employer.id, employer.name, employer.funds) == (
        registration.employer_id,
        "MAIRIE D'ANCENIS",
        frozenset({"CNRACL"}),
    )
    assert employer.representative.title == "Maire"
    assert [found.id for found in await administrators_of(employer.id)] == [account.id]
    assert registration.state(NOW) is RegistrationState.OPENED
    kinds = [kind for kind, _ in await messages()]
    assert kinds[-2:] == [MessageKind.INVITATION, MessageKind.CREATION_LETTER]


async def test_the_history_says_by_which_registration_and_whose_approval() -> None:
    one = await approved()
    account = await confirm_registration(one.token, one.code, NOW, POLICY)
    created, opened = (await snapshot()).entries.values()
    assert (created.operation, opened.operation) == (
        Operation.ACCOUNT_CREATED,
        Operation.EMPLOYER_REGISTERED,
    )
    assert {change.field: change.after for change in opened.changes or ()} == {
        "registration": str(one.id),
        "approvedBy": "operator",
        "administrator": account.identifier,
    }
    assert {fault for _, fault in (await verify_history()).values()} == {None}


async def test_a_wrong_code_says_how_many_tries_are_left_and_the_sixth_is_refused_whatever_it_is() -> None:
    one = await approved()
    for tries in range(1, MAX_CODE_TRIES + 1):
        assert await wrong_try(one) is ErrorCode.BAD_CREDENTIALS
        assert (await the_registration(one.id)).tries_left == MAX_CODE_TRIES - tries
    for code in (one.code, WRONG):
        async with refused(ErrorCode.LIMIT_EXCEEDED):
            await confirm_registration(one.token, code, NOW, POLICY)


async def test_the_fifth_try_may_still_be_right() -> None:
    one = await approved()
    for _ in range(MAX_CODE_TRIES - 1):
        await wrong_try(one)
    assert await confirm_registration(one.token, one.code, NOW, POLICY)


async def test_of_many_tries_at_once_no_more_are_compared_than_there_are() -> None:
    one = await approved()
    outcomes = await asyncio.gather(
        *(confirm_registration(one.token, WRONG, NOW, POLICY) for _ in range(12)), return_exceptions=True
    )
    refusals = [error.refusals[0].code for error in outcomes if isinstance(error, Refused)]
    assert len(refusals) == 12
    assert refusals.count(ErrorCode.BAD_CREDENTIALS) == MAX_CODE_TRIES
    assert refusals.count(ErrorCode.LIMIT_EXCEEDED) == 12 - MAX_CODE_TRIES


async def test_a_double_click_opens_one_account_and_says_that_it_is_open() -> None:
    one = await approved()
    outcomes = await asyncio.gather(
        *(confirm_registration(one.token, one.code, NOW, POLICY) for _ in range(3)), return_exceptions=True
    )
    refusals = [error.refusals[0] for error in outcomes if isinstance(error, Refused)]
    assert [refusal.code for refusal in refusals] == [ErrorCode.CONFLICT] * 2
    assert all("open already" in refusal.english for refusal in refusals)
    assert await AccountRow.all().count() == 1
    async with refused(ErrorCode.CONFLICT):
        await confirm_registration(one.token, one.code, NOW, POLICY)


async def test_the_code_of_another_registration_is_a_wrong_one() -> None:
    one, other = await approved(), await approved()
    assert await wrong_try(one, other.code) is ErrorCode.BAD_CREDENTIALS
    assert await state_of(other.id) is RegistrationState.APPROVED


async def test_after_its_last_day_a_right_code_is_refused() -> None:
    one = await approved()
    async with refused(ErrorCode.LINK_UNUSABLE):
        await confirm_registration(one.token, one.code, NOW + timedelta(days=CODE_DAYS + 1), POLICY)
    assert await confirm_registration(one.token, one.code, NOW + timedelta(days=CODE_DAYS), POLICY)


async def test_only_an_approved_registration_takes_a_code() -> None:
    number = await registered()
    token = await token_of(number)
    async with refused(ErrorCode.CONFLICT):
        await confirm_registration(token, WRONG, NOW, POLICY)
    await refuse_registration(number, "Non.", OPERATOR, NOW, POLICY)
    async with refused(ErrorCode.CONFLICT):
        await confirm_registration(token, WRONG, NOW, POLICY)
    async with refused(ErrorCode.LINK_UNUSABLE):
        await confirm_registration("0" * 64, WRONG, NOW, POLICY)


@pytest.mark.parametrize("column", ["siret", "contract_number"])
async def test_a_number_that_was_taken_meanwhile_is_said_and_nothing_is_opened(column: str) -> None:
    one = await approved()
    house = await a_house()
    registration = await the_registration(one.id)
    await EmployerRow.filter(id=house.employer_id).update(**{column: getattr(registration, column)})
    async with refused(ErrorCode.CONFLICT) as refusals:
        await confirm_registration(one.token, one.code, NOW, POLICY)
    assert "meanwhile" in refusals[0].english
    assert await latest_id() == one.id


async def test_two_registrations_approved_for_one_siret_open_one_employer() -> None:
    """As two requests that came at the same moment may."""
    one, other = await approved(), await approved()
    siret = (await the_registration(one.id)).siret
    details = (await RegistrationRow.get(id=one.id)).details
    await RegistrationRow.filter(id=other.id).update(siret=siret, details=details)
    outcomes = await asyncio.gather(
        *(confirm_registration(each.token, each.code, NOW, POLICY) for each in (one, other)),
        return_exceptions=True,
    )
    (error,) = [outcome for outcome in outcomes if isinstance(outcome, Refused)]
    assert error.refusals[0].code is ErrorCode.CONFLICT
    assert await EmployerRow.all().count() == 1
