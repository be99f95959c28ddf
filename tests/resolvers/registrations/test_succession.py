"""An employer whose administrators are gone gets a new one; the former keep their accounts (N2)."""

import re
from datetime import timedelta

import pytest

from models.rules.history_entry import OPERATOR
from models.rules.registrations.states import RegistrationNews, RegistrationState
from models.rules.vocabulary import AccountStatus, ErrorCode, Operation, Profile
from models.stores.employers.employers import employers_by_id
from models.tables.accounts import AccountRow
from models.tables.employers import EmployerRow
from models.tables.messages import OutgoingRow
from resolvers.accounts.open_account import AccountOpening, open_account
from resolvers.employers.close import close_employer
from resolvers.registrations.approve import approve_registration
from resolvers.registrations.confirm import confirm_registration
from resolvers.registrations.read import find_registration
from resolvers.registrations.request_letter import request_letter
from resolvers.registrations.request_succession import request_succession
from tests.factories import NOW, POLICY, TODAY, a_house, read
from tests.nothing_written import refused
from tests.resolvers.employers.employer_requests import an_administrator_input
from tests.resolvers.history_check import snapshot
from tests.resolvers.registrations.steps import (
    a_succession_request,
    approved_succession,
    messages,
    news,
    state_of,
    the_registration,
    token_of,
)
from tests.resolvers.statement_count import counted

pytestmark = pytest.mark.usefixtures("database")


async def test_the_code_makes_a_new_administrator_and_the_former_ones_keep_what_they_have() -> None:
    house = await a_house()
    before = [await read(account) for account in (house.jean, house.sara, house.paul)]
    one = await approved_succession(house)
    account = await confirm_registration(one.token, one.code, NOW, POLICY)
    assert (account.employer_id, account.profile, account.status(TODAY)) == (
        house.employer_id,
        Profile.ADMINISTRATOR,
        AccountStatus.PENDING,
    )
    assert [await read(each) for each in (house.jean, house.sara, house.paul)] == before
    done = [
        facts for kind, facts in await messages() if kind == "SUCCESSION_NEWS" and facts["news"] == "DONE"
    ]
    assert [facts["administrator"]["last_name"] for facts in done] == ["Dupont", "Louty"]
    assert done[0]["successor"]["last_name"] == account.last_name


async def test_the_employers_history_has_the_approval_the_account_and_the_succession() -> None:
    house = await a_house()
    one = await approved_succession(house)
    account = await confirm_registration(one.token, one.code, NOW, POLICY)
    entries = list((await snapshot()).entries.values())
    assert [entry.operation for entry in entries] == [
        Operation.SUCCESSION_APPROVED,
        Operation.ACCOUNT_CREATED,
        Operation.SUCCESSION_DONE,
    ]
    changes = {change.field: change.after for change in entries[2].changes or ()}
    assert changes == {
        "registration": str(one.id),
        "approvedBy": "operator",
        "administrator": account.identifier,
    }


async def test_it_recovers_an_employer_whose_administrators_have_expired_or_are_locked_out() -> None:
    house = await a_house()
    await AccountRow.filter(id=house.jean.id).update(expires_on=TODAY - timedelta(days=1))
    await AccountRow.filter(id=house.sara.id).update(locked_until=NOW + timedelta(hours=1))
    one = await approved_succession(house)
    assert await confirm_registration(one.token, one.code, NOW, POLICY)
    informed = [facts for kind, facts in await messages() if kind == "SUCCESSION_NEWS"]
    assert {facts["administrator"]["last_name"] for facts in informed} == {"Louty", "Dupont"}


async def test_that_an_employer_is_unknown_is_said_by_e_mail_only() -> None:
    house = await a_house()
    numbers = [
        await request_succession(request, NOW, POLICY)
        for request in (
            await a_succession_request(house),
            await a_succession_request(house),
            await a_succession_request(house, employer="VF999999"),
        )
    ]
    assert await news() == [
        RegistrationNews.RECEIVED,
        RegistrationNews.RECEIVED,
        RegistrationNews.EMPLOYER_UNKNOWN,
    ]
    assert [await state_of(number) for number in numbers] == [
        RegistrationState.SUBMITTED,
        RegistrationState.SUBMITTED,
        RegistrationState.REFUSED,
    ]
    assert "CHRU" not in str(await messages())


async def test_the_same_statements_are_run_whether_or_not_the_employer_exists() -> None:
    house = await a_house()
    known = await a_succession_request(house)
    seen = []
    for request in (known, known, await a_succession_request(house, employer="VF999999")):
        with counted() as statements:
            await request_succession(request, NOW, POLICY)
        seen.append([re.sub(r"'[^']*'|\d+", "?", statement.split(": [")[0]) for statement in statements])
    assert len(seen[0]) >= 4
    assert seen[0] == seen[1] == seen[2]


async def test_what_is_wrong_in_the_form_is_named_at_its_field_and_nothing_is_written() -> None:
    house = await a_house()
    request = await a_succession_request(
        house, employer=" ", administrator=an_administrator_input(last_name="", phone="1"), reason=""
    )
    async with refused(
        ErrorCode.REQUIRED, ErrorCode.REQUIRED, ErrorCode.INVALID, ErrorCode.REQUIRED
    ) as refusals:
        await request_succession(request, NOW, POLICY)
    assert [refusal.field for refusal in refusals] == [
        ("employer",),
        ("administrator", "lastName"),
        ("administrator", "phone"),
        ("reason",),
    ]


@pytest.mark.parametrize(
    "employer", ["VF\0", "Cliquez ici : http://x.example", "V" * 21, "VF201\u200b", "é1"]
)
async def test_what_is_no_number_of_an_employer_is_refused_and_never_e_mailed(employer: str) -> None:
    request = await a_succession_request(await a_house(), employer=employer)
    async with refused(ErrorCode.INVALID) as refusals:
        await request_succession(request, NOW, POLICY)
    assert refusals[0].field == ("employer",)


async def test_a_contract_number_may_be_as_long_as_the_longest_and_typed_with_spaces() -> None:
    house = await a_house()
    await EmployerRow.filter(id=house.employer_id).update(contract_number="VF123456789012345678")
    typed = "vf 1234 5678 9012 3456 78"
    await request_succession(await a_succession_request(house, employer=typed), NOW, POLICY)
    assert await news() == [RegistrationNews.RECEIVED]


async def test_the_holder_of_the_link_reads_the_name_of_the_employer_once_it_is_approved_only() -> None:
    house = await a_house()
    number = await request_succession(await a_succession_request(house), NOW, POLICY)
    assert (await find_registration(await token_of(number)))[1] is None
    one = await approved_succession(await a_house("COMMUNE"))
    assert (await find_registration(one.token))[1] == "COMMUNE"
    assert (await the_registration(one.id)).form.reason == "L'administrateur est parti."


async def test_a_closed_employer_is_unknown() -> None:
    house = await a_house()
    request = await a_succession_request(house)
    await close_employer(house.employer_id, NOW, POLICY)
    await request_succession(request, NOW, POLICY)
    assert await news() == [RegistrationNews.EMPLOYER_UNKNOWN]


async def test_nobody_succeeds_at_an_employer_that_was_closed_meanwhile() -> None:
    waiting, awaited = await a_house("COMMUNE"), await a_house()
    number = await request_succession(await a_succession_request(waiting), NOW, POLICY)
    one = await approved_succession(awaited)
    other = await request_succession(await a_succession_request(await a_house()), NOW, POLICY)
    closures = [await close_employer(house.employer_id, NOW, POLICY) for house in (waiting, awaited)]
    assert [closure.successions for closure in closures] == [1, 1]
    for refused_number in (number, one.id):
        registration = await the_registration(refused_number)
        assert registration.state(NOW) is RegistrationState.REFUSED
        assert (registration.decided_by, registration.reason) == (
            "operator",
            "Cet établissement a été fermé : plus rien ne peut y être fait.",
        )
    assert await state_of(other) is RegistrationState.SUBMITTED
    refusals = [
        facts
        for kind, facts in await messages()
        if kind == "REGISTRATION_NEWS" and facts["news"] == RegistrationNews.REFUSED
    ]
    assert [facts["reason"] for facts in refusals] == [registration.reason] * 2
    assert not await OutgoingRow.filter(registration_id=one.id, channel="LETTER", state="QUEUED").exists()
    async with refused(ErrorCode.CONFLICT):
        await approve_registration(number, [], OPERATOR, NOW, POLICY)
    async with refused(ErrorCode.CONFLICT):
        await confirm_registration(one.token, one.code, NOW, POLICY)
    async with refused(ErrorCode.CONFLICT):
        await request_letter(one.token, NOW + timedelta(days=1), POLICY)


async def test_a_succession_that_lapsed_or_ended_stays_as_it_is_when_the_employer_is_closed() -> None:
    house = await a_house()
    lapsed = await request_succession(await a_succession_request(house), NOW - timedelta(days=99), POLICY)
    done = await approved_succession(house)
    await confirm_registration(done.token, done.code, NOW, POLICY)
    said = await news()
    assert (await close_employer(house.employer_id, NOW, POLICY)).successions == 0
    assert await state_of(lapsed) is RegistrationState.LAPSED
    assert await state_of(done.id) is RegistrationState.OPENED
    assert await news() == said


async def test_a_code_does_nothing_once_the_employer_is_closed_whatever_became_of_the_request() -> None:
    house = await a_house()
    one = await approved_succession(house)
    await EmployerRow.filter(id=house.employer_id).update(closed_on=TODAY)  # as a closing that came between
    async with refused(ErrorCode.NOT_FOUND):
        await confirm_registration(one.token, one.code, NOW, POLICY)


async def test_no_account_is_opened_at_a_closed_employer() -> None:
    house = await a_house()
    await EmployerRow.filter(id=house.employer_id).update(closed_on=TODAY)
    employer = (await employers_by_id([house.employer_id]))[house.employer_id]
    opening = AccountOpening(house.paul.details, Profile.USER, {})
    async with refused(ErrorCode.NOT_SIGNED_IN):
        await open_account(opening, employer, None, OPERATOR, NOW, TODAY, POLICY)
