"""Another letter with another code: one a day, three in all (N1)."""

import asyncio
from datetime import timedelta

import pytest

from models.rules.operators.failed_message import FailedKey, FailedSource
from models.rules.refusals import Refused
from models.rules.registrations.registration import CODE_DAYS, MAX_LETTERS
from models.rules.vocabulary import Channel, ErrorCode, OutgoingState
from models.tables.messages import OutgoingRow
from resolvers.operators.failed_messages import resend_messages
from resolvers.registrations.confirm import confirm_registration
from resolvers.registrations.request_letter import request_letter
from tests.factories import NOW, POLICY, a_house, an_operator, operating
from tests.nothing_written import refused
from tests.resolvers.registrations.steps import (
    approved,
    approved_succession,
    held,
    messages,
    news,
    registered,
    the_registration,
    token_of,
)

pytestmark = pytest.mark.usefixtures("database")

DAY = timedelta(days=1)


async def test_a_new_letter_has_a_new_code_with_days_and_tries_of_its_own() -> None:
    one = await approved()
    for _ in range(5):
        with pytest.raises(Refused):
            await confirm_registration(one.token, "2222-2222", NOW, POLICY)
    await request_letter(one.token, NOW + DAY, POLICY)
    new = await held(one.id)
    registration = await the_registration(one.id)
    assert new.code != one.code
    assert (registration.tries_left, registration.letters) == (5, 2)
    assert (await news())[-1] == "LETTER_SENT"
    with pytest.raises(Refused) as caught:
        await confirm_registration(one.token, one.code, NOW + DAY, POLICY)
    assert caught.value.refusals[0].code is ErrorCode.BAD_CREDENTIALS
    assert await confirm_registration(one.token, new.code, NOW + timedelta(days=1 + CODE_DAYS), POLICY)


async def test_the_former_letter_does_not_leave_any_more() -> None:
    one = await approved()
    await request_letter(one.token, NOW + DAY, POLICY)
    letters = await OutgoingRow.filter(channel=Channel.LETTER).order_by("id")
    assert [letter.state for letter in letters] == [OutgoingState.REVOKED, OutgoingState.QUEUED]


async def test_a_former_letter_that_gave_up_is_not_sent_again_with_the_new_code() -> None:
    one = await approved()
    letter = await OutgoingRow.get(channel=Channel.LETTER)
    await OutgoingRow.filter(id=letter.id).update(state=OutgoingState.FAILED)
    await request_letter(one.token, NOW + DAY, POLICY)
    key = FailedKey(FailedSource.OUTBOX, letter.id)
    assert await resend_messages(await operating(await an_operator()), [key], NOW) == 0
    assert (await OutgoingRow.get(id=letter.id)).state is OutgoingState.REVOKED


async def test_within_a_day_no_other_letter_leaves() -> None:
    one = await approved()
    async with refused(ErrorCode.RATE_LIMITED) as refusals:
        await request_letter(one.token, NOW + DAY - timedelta(seconds=1), POLICY)
    assert "24/11/2026 10:00" in refusals[0].french  # in Paris


async def test_a_double_click_sends_one_letter() -> None:
    one = await approved()
    outcomes = await asyncio.gather(
        *(request_letter(one.token, NOW + DAY, POLICY) for _ in range(2)), return_exceptions=True
    )
    assert [type(outcome) for outcome in outcomes if outcome] == [Refused]
    assert (await the_registration(one.id)).letters == 2


async def test_after_three_letters_there_is_none_left() -> None:
    one = await approved()
    for number in range(1, MAX_LETTERS):
        await request_letter(one.token, NOW + number * DAY, POLICY)
    async with refused(ErrorCode.LIMIT_EXCEEDED):
        await request_letter(one.token, NOW + 9 * DAY, POLICY)


async def test_only_while_a_code_is_awaited_can_a_letter_be_requested() -> None:
    one = await approved()
    async with refused(ErrorCode.LINK_UNUSABLE):
        await request_letter(one.token, NOW + timedelta(days=CODE_DAYS + 1), POLICY)
    await confirm_registration(one.token, one.code, NOW, POLICY)
    async with refused(ErrorCode.CONFLICT):
        await request_letter(one.token, NOW + DAY, POLICY)
    waiting = await token_of(await registered())
    async with refused(ErrorCode.CONFLICT):
        await request_letter(waiting, NOW + DAY, POLICY)
    async with refused(ErrorCode.LINK_UNUSABLE):
        await request_letter("none", NOW, POLICY)


async def test_the_letter_of_a_succession_goes_to_the_representative_on_file() -> None:
    one = await approved_succession(await a_house("COMMUNE"))
    await request_letter(one.token, NOW + DAY, POLICY)
    letters = [facts for kind, facts in await messages() if kind == "REGISTRATION_LETTER"]
    assert [facts["representative"]["last_name"] for facts in letters] == ["Le Goff", "Le Goff"]
