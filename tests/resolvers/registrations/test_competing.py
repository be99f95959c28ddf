"""Several requests for one employer wait side by side, so that a stranger's keeps none out (N1, N2)."""

from datetime import timedelta

import pytest

from models.rules.history_entry import OPERATOR
from models.rules.registrations.form import RegistrationForm
from models.rules.registrations.registration import MAX_UNCONFIRMED
from models.rules.registrations.states import RegistrationNews, RegistrationState
from models.rules.vocabulary import ErrorCode
from resolvers.registrations.approve import approve_registration
from resolvers.registrations.confirm import confirm_registration
from resolvers.registrations.confirm_email import confirm_email
from resolvers.registrations.queue import list_registrations, show_registration
from resolvers.registrations.request_succession import request_succession
from resolvers.registrations.save import save_registration
from tests.factories import NOW, POLICY, a_house
from tests.nothing_written import refused
from tests.resolvers.employers.employer_requests import an_administrator_input
from tests.resolvers.registrations.steps import (
    a_registration_request,
    a_succession_request,
    approved,
    approved_succession,
    latest_id,
    messages,
    news,
    registered,
    state_of,
    the_registration,
    token_of,
)

pytestmark = pytest.mark.usefixtures("database")

WAITING = RegistrationState.SUBMITTED


async def test_a_stranger_who_was_first_does_not_keep_the_employer_out() -> None:
    request = a_registration_request()
    stranger, honest = await registered(request), await registered(request, NOW + timedelta(days=1))
    assert [await state_of(number) for number in (stranger, honest)] == [WAITING, WAITING]
    assert await news() == ["RECEIVED", "RECEIVED"]


async def test_the_operator_sees_the_requests_for_one_employer_side_by_side() -> None:
    request, house = a_registration_request(), await a_house()
    first, other = await registered(request), await registered()
    succession = await request_succession(await a_succession_request(house), NOW, POLICY)
    second, third = await registered(request), await registered(request)
    another = await request_succession(await a_succession_request(house), NOW, POLICY)
    queue = await list_registrations([WAITING], NOW, 10)
    assert [one.registration.id for _, one in queue] == [first, second, third, other, succession, another]
    assert queue[0][1].others == (second, third)
    assert [one.others for _, one in queue[3:]] == [(), (another,), (succession,)]
    seen, key = [], (0, 0)
    while page := await list_registrations([WAITING], NOW, 1, key):
        key = page[0][0]
        seen.append(page[0][1].registration.id)
    assert seen == [one.registration.id for _, one in queue]


async def test_successions_of_unknown_employers_have_nothing_in_common() -> None:
    house = await a_house()
    request = await a_succession_request(house, employer="VF999999")
    numbers = [await request_succession(request, NOW, POLICY) for _ in range(2)]
    queue = await list_registrations([WAITING, RegistrationState.REFUSED], NOW, 10)
    assert [key for key, _ in queue] == [(number, number) for number in numbers]


async def test_approving_one_ends_the_others_and_their_senders_are_e_mailed_why() -> None:
    request, unrelated = a_registration_request(), await registered()
    first, second, third = [await registered(request) for _ in range(3)]
    await approve_registration(second, ["CNRACL"], OPERATOR, NOW, POLICY)
    states = [await state_of(number) for number in (first, second, third, unrelated)]
    assert states == [
        RegistrationState.REFUSED,
        RegistrationState.APPROVED,
        RegistrationState.REFUSED,
        WAITING,
    ]
    assert (await the_registration(first)).refused_for is RegistrationNews.OTHER_APPROVED
    assert (await show_registration(first, NOW)).others == ()
    assert (await news())[4:] == ["APPROVED", "OTHER_APPROVED", "OTHER_APPROVED"]
    facts = (await messages())[-1][1]
    assert facts["employer_name"] == f"SIRET {request.employer['siret']}"
    async with refused(ErrorCode.CONFLICT):
        await approve_registration(first, ["CNRACL"], OPERATOR, NOW, POLICY)


async def test_successions_of_one_employer_compete_too() -> None:
    house, other = await a_house("COMMUNE"), await a_house()
    await request_succession(await a_succession_request(other), NOW, POLICY)
    first = await request_succession(await a_succession_request(house), NOW, POLICY)
    second = await approved_succession(house)
    assert await state_of(first) is RegistrationState.REFUSED
    third = await request_succession(await a_succession_request(house), NOW, POLICY)
    assert (await show_registration(third, NOW)).others == (second.id,)
    await confirm_registration(second.token, second.code, NOW, POLICY)
    assert (await the_registration(third)).refused_for is RegistrationNews.OTHER_APPROVED
    waiting = await list_registrations([WAITING], NOW, 10)
    assert len(waiting) == 1
    assert "COMMUNE" not in str(
        [facts for _, facts in await messages() if facts.get("news") == "OTHER_APPROVED"]
    )


async def test_what_came_after_the_approval_ends_when_the_account_opens() -> None:
    request = a_registration_request()
    one = await approved(request)
    late = await registered(request)
    assert await state_of(late) is WAITING
    await confirm_registration(one.token, one.code, NOW, POLICY)
    assert (await the_registration(late)).refused_for is RegistrationNews.REGISTERED_ALREADY
    assert (await news())[-1] == "REGISTERED_ALREADY"


async def test_of_a_flood_the_oldest_unconfirmed_give_way_and_a_newcomer_never_does() -> None:
    request = a_registration_request()
    first, second = await registered(request), await registered(request)
    await confirm_email(await token_of(first), NOW)
    flood = [await registered(request, NOW + timedelta(minutes=n)) for n in range(1, MAX_UNCONFIRMED)]
    assert await state_of(second) is WAITING
    honest = await registered(request, NOW + timedelta(hours=1))
    assert (await the_registration(second)).refused_for is RegistrationNews.GAVE_WAY
    assert [await state_of(number) for number in (first, *flood, honest)] == [WAITING] * (MAX_UNCONFIRMED + 1)
    assert (await news())[-2:] == ["RECEIVED", "GAVE_WAY"]


async def test_an_address_is_confirmed_once_by_the_link_of_its_e_mail() -> None:
    number = await registered()
    assert (await the_registration(number)).email_confirmed_at is None
    for moment in (NOW, NOW + timedelta(days=1)):
        await confirm_email(await token_of(number), moment)
    assert (await the_registration(number)).email_confirmed_at == NOW
    async with refused(ErrorCode.LINK_UNUSABLE):
        await confirm_email("0" * 64, NOW)


@pytest.mark.parametrize(("email", "is_confirmed"), [("claire@nantes.example", True), ("x@y.example", False)])
async def test_confirming_a_draft_confirms_no_other_address(email: str, is_confirmed: bool) -> None:
    """Or a stranger with one mailbox sends requests in anyone's name that count as confirmed."""
    await save_registration("claire@nantes.example", RegistrationForm(), None, NOW, POLICY)
    token = await token_of(await latest_id())
    await confirm_email(token, NOW)
    number = await registered(a_registration_request(an_administrator_input(email=email), token))
    assert (await the_registration(number)).email == email
    assert ((await the_registration(number)).email_confirmed_at is not None) is is_confirmed


async def test_a_flood_of_successions_gives_way_likewise() -> None:
    house = await a_house()
    for n in range(MAX_UNCONFIRMED + 1):
        person = an_administrator_input(email=f"claire{n}@ancenis.example")
        await request_succession(await a_succession_request(house, administrator=person), NOW, POLICY)
    assert (await news())[-2:] == ["RECEIVED", "GAVE_WAY"]
    assert len(await list_registrations([WAITING], NOW, 100)) == MAX_UNCONFIRMED
