"""Operators look at the queue, approve and refuse (N1, N2)."""

import asyncio
from datetime import timedelta

import pytest

from models.rules.history_entry import OPERATOR, Actor
from models.rules.refusals import Refused
from models.rules.registrations.registration import CODE_DAYS, DECISION_DAYS
from models.rules.registrations.states import RegistrationKind, RegistrationState
from models.rules.vocabulary import ErrorCode, Operation
from models.tables.accounts import AccountRow
from models.tables.employers import EmployerRow
from models.tables.messages import OutgoingRow
from resolvers.registrations.approve import approve_registration
from resolvers.registrations.confirm import confirm_registration
from resolvers.registrations.queue import list_registrations, show_registration
from resolvers.registrations.refuse import refuse_registration
from resolvers.registrations.request import request_registration
from resolvers.registrations.request_letter import request_letter
from resolvers.registrations.request_succession import request_succession
from tests.factories import NOW, POLICY, a_house
from tests.nothing_written import refused
from tests.resolvers.history_check import snapshot
from tests.resolvers.race import Race
from tests.resolvers.registrations.steps import (
    a_registration_request,
    a_succession_request,
    approved,
    approved_succession,
    messages,
    news,
    registered,
    state_of,
    the_registration,
)

pytestmark = pytest.mark.usefixtures("database")

JEANNE = Actor(None, None, "operator Jeanne Petit")


async def test_approving_sends_the_letter_to_the_representative_and_an_e_mail_to_the_administrator() -> None:
    one = await the_registration((await approved()).id)
    assert one.state(NOW) is RegistrationState.APPROVED
    assert (one.form.funds, one.decided_by, one.letters) == (("CNRACL",), "operator", 1)
    kinds = [kind for kind, _ in await messages()]
    assert kinds == ["REGISTRATION_NEWS", "REGISTRATION_LETTER", "REGISTRATION_NEWS"]
    letter = (await messages())[1][1]
    assert (letter["representative"]["last_name"], letter["until"]) == ("O'Neill", "2026-12-08")
    assert letter["administrator"]["last_name"] == "D’Almeida"
    assert await news() == ["RECEIVED", "APPROVED"]


async def test_the_code_is_valid_to_the_end_of_its_last_day() -> None:
    number = (await approved()).id
    assert await state_of(number, NOW + timedelta(days=CODE_DAYS)) is RegistrationState.APPROVED
    assert await state_of(number, NOW + timedelta(days=CODE_DAYS + 1)) is RegistrationState.LAPSED


async def test_refusing_e_mails_the_reason() -> None:
    number = await registered()
    await refuse_registration(number, " Ce contrat est clos. ", JEANNE, NOW, POLICY)
    one = await the_registration(number)
    assert one.state(NOW) is RegistrationState.REFUSED
    assert (one.reason, one.decided_by) == ("Ce contrat est clos.", "operator Jeanne Petit")
    assert (await messages())[-1][1]["reason"] == "Ce contrat est clos."


async def test_a_refusal_has_a_reason() -> None:
    number = await registered()
    async with refused(ErrorCode.REQUIRED) as refusals:
        await refuse_registration(number, " ", OPERATOR, NOW, POLICY)
    assert refusals[0].field == ("reason",)


async def test_a_new_employer_has_funds_of_the_catalogue() -> None:
    number = await registered()
    async with refused(ErrorCode.REQUIRED) as refusals:
        await approve_registration(number, [], OPERATOR, NOW, POLICY)
    assert refusals[0].field == ("funds",)
    async with refused(ErrorCode.INVALID) as refusals:
        await approve_registration(number, ["CNRACL", "XYZ"], OPERATOR, NOW, POLICY)
    assert refusals[0].field == ("funds", "1")


async def test_of_two_operators_the_second_reads_what_the_first_decided() -> None:
    number = await registered()
    await approve_registration(number, ["CNRACL"], JEANNE, NOW, POLICY)
    async with refused(ErrorCode.CONFLICT) as refusals:
        await refuse_registration(number, "Non.", OPERATOR, NOW, POLICY)
    assert "approved already (operator Jeanne Petit)" in refusals[0].english
    async with refused(ErrorCode.CONFLICT):
        await approve_registration(number, ["CNRACL"], OPERATOR, NOW, POLICY)


async def test_two_operators_who_approve_and_refuse_at_once_do_one_of_both() -> None:
    for _ in range(5):
        number = await registered()
        before = len(await messages())
        outcomes = await asyncio.gather(
            approve_registration(number, ["CNRACL"], JEANNE, NOW, POLICY),
            refuse_registration(number, "Non.", OPERATOR, NOW, POLICY),
            return_exceptions=True,
        )
        (error,) = [outcome for outcome in outcomes if outcome is not None]
        assert isinstance(error, Refused)
        assert error.refusals[0].code is ErrorCode.CONFLICT
        is_approved = outcomes[0] is None
        state = RegistrationState.APPROVED if is_approved else RegistrationState.REFUSED
        assert await state_of(number) is state
        assert len(await messages()) - before == (2 if is_approved else 1)


@pytest.mark.parametrize("decide", ["approve", "refuse"])
async def test_an_unknown_or_lapsed_request_cannot_be_decided(decide: str) -> None:
    number = await registered()
    later = NOW + timedelta(days=DECISION_DAYS + 1)
    for which, moment, code in ((999_999, NOW, ErrorCode.NOT_FOUND), (number, later, ErrorCode.CONFLICT)):
        async with refused(code):
            if decide == "approve":
                await approve_registration(which, ["CNRACL"], OPERATOR, moment, POLICY)
            else:
                await refuse_registration(which, "Non.", OPERATOR, moment, POLICY)


async def test_an_employer_registered_since_then_is_not_approved() -> None:
    number = await registered()
    siret = (await the_registration(number)).siret
    house = await a_house()
    await EmployerRow.filter(id=house.employer_id).update(siret=siret)
    async with refused(ErrorCode.CONFLICT) as refusals:
        await approve_registration(number, ["CNRACL"], OPERATOR, NOW, POLICY)
    assert "registered already" in refusals[0].english


async def test_of_two_requests_for_one_siret_that_are_approved_at_once_one_is(race: Race) -> None:
    request = a_registration_request()
    siret = request.employer["siret"]
    numbers = [await registered(request), await registered(request)]
    before = len(await messages())
    calls = [approve_registration(number, ["CNRACL"], OPERATOR, NOW, POLICY) for number in numbers]
    (error,) = [outcome for outcome in await race.registering(siret, *calls) if outcome is not None]
    assert isinstance(error, Refused)
    assert error.refusals[0].code is ErrorCode.CONFLICT
    states = sorted([await state_of(number) for number in numbers])
    assert states == [RegistrationState.APPROVED, RegistrationState.REFUSED]
    assert (await news())[2:] == ["APPROVED", "OTHER_APPROVED"]
    assert len(await messages()) - before == 3


async def test_two_requests_for_one_siret_at_once_both_wait_for_an_operator(race: Race) -> None:
    request = a_registration_request()
    outcomes = await race.registering(
        request.employer["siret"], *(request_registration(request, NOW, POLICY) for _ in range(2))
    )
    assert outcomes == [None, None]
    assert await news() == ["RECEIVED", "RECEIVED"]


async def test_a_request_that_comes_after_an_approval_waits_but_is_not_approved_beside_it() -> None:
    request = a_registration_request()
    first = (await approved(request)).id
    second = await registered(request)
    async with refused(ErrorCode.CONFLICT) as refusals:
        await approve_registration(second, ["CNRACL"], OPERATOR, NOW, POLICY)
    assert f"Request {first} " in refusals[0].english


async def test_the_queue_shows_what_waits_and_pages_by_number() -> None:
    waiting = [await registered() for _ in range(3)]
    done = (await approved()).id
    await refuse_registration(waiting[1], "Non.", OPERATOR, NOW, POLICY)
    states = (RegistrationState.SUBMITTED, RegistrationState.APPROVED)
    queue = [queued for _, queued in await list_registrations(states, NOW, 10)]
    assert [one.registration.id for one in queue] == [waiting[0], waiting[2], done]
    assert [one.state for one in queue] == [states[0], states[0], states[1]]
    page = await list_registrations(states, NOW, 1, (waiting[0], waiting[0]))
    assert [key for key, _ in page] == [(waiting[2], waiting[2])]
    for state in RegistrationState:
        listed = await list_registrations([state], NOW + timedelta(days=20), 10)
        assert all(one.state is state for _, one in listed)
    assert await list_registrations([], NOW, 10) == []


async def test_a_succession_warns_while_an_administrator_is_there() -> None:
    house = await a_house()
    number = await request_succession(await a_succession_request(house), NOW, POLICY)
    shown = await show_registration(number, NOW)
    assert (shown.registration.kind, shown.present_administrators) == (RegistrationKind.SUCCESSION, ())
    assert shown.employer
    assert shown.employer.representative.last_name == "Le Goff"
    for days, expected in ((89, [house.jean.id]), (91, [])):
        await AccountRow.filter(id=house.jean.id).update(last_sign_in_at=NOW - timedelta(days=days))
        shown = await show_registration(number, NOW)
        assert [account.id for account in shown.present_administrators] == expected
    await AccountRow.filter(id=house.jean.id).update(
        last_sign_in_at=NOW, locked_until=NOW + timedelta(minutes=1)
    )
    assert (await show_registration(number, NOW)).present_administrators == ()


async def test_approving_a_succession_tells_the_administrators_and_the_history() -> None:
    house = await a_house()
    number = await request_succession(await a_succession_request(house), NOW, POLICY)
    await approve_registration(number, [], JEANNE, NOW, POLICY)
    sent = [facts for kind, facts in await messages() if kind == "SUCCESSION_NEWS"]
    assert [(facts["administrator"]["last_name"], facts["news"]) for facts in sent] == [
        ("Dupont", "APPROVED"),
        ("Louty", "APPROVED"),
    ]
    (entry,) = (await snapshot()).entries.values()
    assert (entry.operation, entry.actor_name, entry.account_id) == (
        Operation.SUCCESSION_APPROVED,
        "operator Jeanne Petit",
        None,
    )
    letter = next(facts for kind, facts in await messages() if kind == "REGISTRATION_LETTER")
    assert (letter["representative"]["last_name"], letter["employer_name"]) == ("Le Goff", "CHRU DE NANTES")


async def test_a_refused_succession_names_the_employer_by_its_number_only() -> None:
    house = await a_house()
    number = await request_succession(await a_succession_request(house), NOW, POLICY)
    await refuse_registration(number, "Non.", OPERATOR, NOW, POLICY)
    assert "CHRU" not in str(await messages())
    assert await news() == ["RECEIVED", "REFUSED"]


async def test_an_approval_can_be_withdrawn_until_its_code_is_entered() -> None:
    for one in (await approved(), await approved_succession(await a_house())):
        await refuse_registration(one.id, "Trop vite.", JEANNE, NOW, POLICY, withdraw=True)
        registration = await the_registration(one.id)
        assert registration.state(NOW) is RegistrationState.REFUSED
        assert (registration.reason, registration.decided_by) == ("Trop vite.", "operator Jeanne Petit")
        assert (await news())[-1] == "REFUSED"
        async with refused(ErrorCode.CONFLICT):
            await confirm_registration(one.token, one.code, NOW, POLICY)
        async with refused(ErrorCode.CONFLICT):
            await request_letter(one.token, NOW + timedelta(days=1), POLICY)
        assert not await OutgoingRow.filter(registration_id=one.id, channel="LETTER", state="QUEUED").exists()


async def test_an_approval_is_not_withdrawn_by_an_operator_who_refuses_what_waited_a_moment_ago() -> None:
    one = await approved()
    async with refused(ErrorCode.CONFLICT):
        await refuse_registration(one.id, "Non.", JEANNE, NOW, POLICY)
    assert await state_of(one.id) is RegistrationState.APPROVED


async def test_withdrawing_is_in_the_history_and_e_mailed_to_the_administrators_as_the_approval_was() -> None:
    house = await a_house()
    one = await approved_succession(house)
    await refuse_registration(one.id, "Trop vite.", JEANNE, NOW, POLICY, withdraw=True)
    entries = list((await snapshot()).entries.values())
    assert [(entry.operation, entry.actor_name) for entry in entries] == [
        (Operation.SUCCESSION_APPROVED, "operator"),
        (Operation.SUCCESSION_WITHDRAWN, "operator Jeanne Petit"),
    ]
    sent = [facts["news"] for kind, facts in await messages() if kind == "SUCCESSION_NEWS"]
    assert sent == ["APPROVED", "APPROVED", "WITHDRAWN", "WITHDRAWN"]


async def test_it_is_too_late_to_withdraw_once_the_code_was_entered() -> None:
    one = await approved()
    await confirm_registration(one.token, one.code, NOW, POLICY)
    async with refused(ErrorCode.CONFLICT) as refusals:
        await refuse_registration(one.id, "Trop vite.", JEANNE, NOW, POLICY, withdraw=True)
    assert "opened an account already" in refusals[0].english


async def test_of_a_withdrawal_and_the_code_at_once_one_counts() -> None:
    for _ in range(5):
        one = await approved()
        outcomes = await asyncio.gather(
            refuse_registration(one.id, "Trop vite.", JEANNE, NOW, POLICY, withdraw=True),
            confirm_registration(one.token, one.code, NOW, POLICY),
            return_exceptions=True,
        )
        (error,) = [outcome for outcome in outcomes if isinstance(outcome, BaseException)]
        assert isinstance(error, Refused)
        is_withdrawn = outcomes[0] is None
        state = RegistrationState.REFUSED if is_withdrawn else RegistrationState.OPENED
        assert await state_of(one.id) is state
