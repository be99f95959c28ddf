"""The answer to a request is stored, by caller and idempotency key."""

from datetime import timedelta

import pytest

from models.rules.refusals import Refused
from models.rules.vocabulary import ErrorCode
from models.stores.idempotency import StoredAnswer, find_answer, store_answer
from tests.factories import NOW, a_house

pytestmark = pytest.mark.usefixtures("database")


async def test_an_answer_is_stored_for_its_caller_and_key_until_it_is_too_old() -> None:
    house = await a_house()
    since, answer = NOW - timedelta(hours=24), StoredAnswer("d" * 64, "[]")
    await store_answer(house.jean.id, "key", answer, NOW, since)
    assert await find_answer(house.jean.id, "key", since) == answer
    assert await find_answer(house.jean.id, "key", NOW) == answer
    assert await find_answer(house.jean.id, "key", NOW + timedelta(seconds=1)) is None
    assert await find_answer(house.jean.id, "other", since) is None
    assert await find_answer(house.sara.id, "key", since) is None


async def test_storing_an_answer_drops_the_callers_old_ones_and_frees_their_keys() -> None:
    house = await a_house()
    later = NOW + timedelta(hours=25)
    for account in (house.jean, house.sara):
        await store_answer(account.id, "key", StoredAnswer("d" * 64, "[1]"), NOW, NOW - timedelta(hours=24))
    await store_answer(house.jean.id, "key", StoredAnswer("e" * 64, "[2]"), later, NOW + timedelta(hours=1))
    assert await find_answer(house.jean.id, "key", NOW) == StoredAnswer("e" * 64, "[2]")
    assert await find_answer(house.sara.id, "key", NOW) == StoredAnswer("d" * 64, "[1]")


async def test_a_key_that_another_request_has_just_used_is_refused() -> None:
    house = await a_house()
    for digest in ("d", "e"):
        storing = store_answer(
            house.jean.id, "key", StoredAnswer(digest * 64, "[]"), NOW, NOW - timedelta(hours=24)
        )
        if digest == "d":
            await storing
        else:
            with pytest.raises(Refused, match=ErrorCode.IDEMPOTENCY_MISMATCH):
                await storing
    stored = await find_answer(house.jean.id, "key", NOW)
    assert stored
    assert stored.digest == "d" * 64
