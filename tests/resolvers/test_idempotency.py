"""A request that is sent twice with one key is done once."""

from dataclasses import replace
from datetime import timedelta

import pytest

from models.rules.accounts.search import Filter, Selection
from models.rules.refusals import Refused
from models.rules.vocabulary import AccessLevel, ErrorCode
from resolvers.accounts.bulk import BulkRequest
from resolvers.accounts.create import create
from resolvers.accounts.delete import delete
from resolvers.accounts.renew import renew
from resolvers.accounts.restore import restore
from resolvers.idempotency import check_idempotency_key, request_digest
from tests.factories import NOW, POLICY, TODAY, a_house, an_account, signed_in
from tests.nothing_written import nothing_is_written, refused
from tests.resolvers.requests import a_creation, codes, count, these

pytestmark = pytest.mark.usefixtures("database")

DAY = timedelta(hours=24)


async def test_a_creation_sent_again_gives_the_account_of_the_first() -> None:
    house = await a_house()
    request = a_creation(house.employer_id, key="k")
    first = await create(signed_in(house.jean), request, NOW, POLICY)
    async with nothing_is_written():
        again = await create(signed_in(house.jean), request, NOW + DAY, POLICY)
    assert again == first


async def test_bulk_requests_sent_again_give_the_answer_of_the_first() -> None:
    house = await a_house()
    caller, request = signed_in(house.jean), these(house.paul, house.jean, key="k")
    first = await delete(caller, request, NOW, POLICY)
    await restore(signed_in(house.sara), these(house.paul), NOW, POLICY)
    async with nothing_is_written():
        again = await delete(caller, request, NOW, POLICY)
    assert codes(again) == codes(first) == [None, ErrorCode.SELF_FORBIDDEN]


async def test_a_search_sent_again_is_not_searched_again() -> None:
    house = await a_house()
    wanted = Filter(expires_before=TODAY + timedelta(days=900), service=("COM-01", AccessLevel.READ))
    user = await an_account(house.employer_id, rights={"COM-01": AccessLevel.READ})
    request = BulkRequest(matching=Selection(house.employer_id, filter=wanted), idempotency_key="k")
    await renew(signed_in(house.jean), request, NOW, POLICY)
    await an_account(house.employer_id, rights={"COM-01": AccessLevel.WRITE})
    async with nothing_is_written():
        again = await renew(signed_in(house.jean), request, NOW, POLICY)
    assert [outcome.account_id for outcome in again] == [user.id]


async def test_the_same_key_with_another_request_is_refused() -> None:
    house = await a_house()
    caller, request = signed_in(house.jean), a_creation(house.employer_id, key="k")
    await create(caller, request, NOW, POLICY)
    other = a_creation(house.employer_id, key="k", details={"first_name": "Clara"})
    async with refused(ErrorCode.IDEMPOTENCY_MISMATCH) as refusals:
        await create(caller, other, NOW, POLICY)
    assert refusals[0].field == ("idempotencyKey",)
    for verb in (renew, delete, restore):
        async with refused(ErrorCode.IDEMPOTENCY_MISMATCH):
            await verb(caller, these(house.paul, key="k"), NOW, POLICY)


async def test_the_same_accounts_renewed_and_deleted_with_one_key_are_two_requests() -> None:
    house = await a_house()
    request = these(house.paul, key="k")
    await renew(signed_in(house.jean), request, NOW, POLICY)
    async with refused(ErrorCode.IDEMPOTENCY_MISMATCH):
        await delete(signed_in(house.jean), request, NOW, POLICY)


async def test_a_key_is_forgotten_after_24_hours_and_its_row_is_dropped() -> None:
    house = await a_house()
    caller, request = signed_in(house.jean), a_creation(house.employer_id, key="k")
    first = await create(caller, request, NOW, POLICY)
    late = NOW + DAY + timedelta(microseconds=1)
    assert (await create(caller, request, late, POLICY)).id != first.id
    assert await count("idempotency_key") == 1


async def test_two_callers_may_use_the_same_key() -> None:
    house = await a_house()
    request = a_creation(house.employer_id, key="k")
    made = {(await create(signed_in(who), request, NOW, POLICY)).id for who in (house.jean, house.sara)}
    assert len(made) == 2


async def test_without_a_key_a_request_sent_twice_is_done_twice() -> None:
    house = await a_house()
    caller, request = signed_in(house.jean), a_creation(house.employer_id)
    assert await create(caller, request, NOW, POLICY) != await create(caller, request, NOW, POLICY)
    assert await count("idempotency_key") == 0


async def test_what_was_refused_is_not_remembered() -> None:
    house = await a_house()
    caller, policy = signed_in(house.jean), replace(POLICY, bulk_matches=1)
    request = BulkRequest(matching=Selection(house.employer_id), idempotency_key="k")
    async with refused(ErrorCode.LIMIT_EXCEEDED):
        await renew(caller, request, NOW, policy)
    assert codes(await renew(caller, request, NOW, POLICY)) == [None] * 3


@pytest.mark.parametrize(
    ("key", "code"),
    [
        ("", ErrorCode.REQUIRED),
        ("  ", ErrorCode.REQUIRED),
        ("k" * 101, ErrorCode.TOO_LONG),
        ("a\x00b", ErrorCode.INVALID),
    ],
)
async def test_a_key_is_a_line_of_at_most_100_characters(key: str, code: ErrorCode) -> None:
    house = await a_house()
    async with refused(code) as refusals:
        await create(signed_in(house.jean), a_creation(house.employer_id, key=key), NOW, POLICY)
    assert refusals[0].field == ("idempotencyKey",)
    async with refused(code):
        await renew(signed_in(house.jean), these(house.paul, key=key), NOW, POLICY)
    assert check_idempotency_key("k" * 100) == "k" * 100
    with pytest.raises(Refused):
        check_idempotency_key(key)


async def test_only_values_have_a_place_in_a_request() -> None:
    assert request_digest([TODAY]) == request_digest([TODAY.isoformat()])
    with pytest.raises(TypeError, match="no place"):
        request_digest([object()])
    with pytest.raises(TypeError):
        request_digest([BulkRequest])
