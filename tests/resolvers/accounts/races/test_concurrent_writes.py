"""Concurrent writes: each is done as if alone, or refused with a reason (M1, R1, H2)."""

import asyncio

import pytest

from models.database import query
from models.rules.vocabulary import ErrorCode
from resolvers.accounts.create import create
from resolvers.accounts.modify import Conflict, modify
from resolvers.accounts.renew import renew
from resolvers.history.verify import verify_history
from tests.factories import NOW, POLICY, a_house, a_mandate, an_account, read, signed_in
from tests.resolvers.race import Race, verdict
from tests.resolvers.requests import a_creation, a_modification, codes, count, these


async def test_of_two_modifications_of_one_version_one_wins_and_the_other_is_shown_it(race: Race) -> None:
    house = await a_house()
    for number in range(10):
        was_read = await read(house.paul)
        results = await race(
            house.employer_id,
            modify(
                signed_in(house.jean), a_modification(was_read, {"last_name": f"Jean {number}"}), NOW, POLICY
            ),
            modify(
                signed_in(house.sara), a_modification(was_read, {"first_name": f"Sara {number}"}), NOW, POLICY
            ),
        )
        (conflict,) = [result for result in results if isinstance(result, Conflict)]
        (winner,) = [result for result in results if result is not conflict]
        assert winner == conflict.account == await read(house.paul)
        assert winner.version == was_read.version + 1
        assert len(conflict.since) == 1
    assert await count("history") == 10


async def test_overlapping_renewals_in_opposite_orders_never_deadlock(race: Race) -> None:
    house = await a_house()
    users = [await an_account(house.employer_id) for _ in range(30)]
    for _ in range(5):
        results = await race(
            house.employer_id,
            renew(signed_in(house.jean), these(*users[:20]), NOW, POLICY),
            renew(signed_in(house.sara), these(*reversed(users[10:])), NOW, POLICY),
        )
        assert [codes(result) for result in results] == [[None] * 20, [None] * 20]
    assert await count("history") == 30
    assert {(await read(user)).version for user in users} == {2}


async def test_the_same_creation_sent_twice_at_once_is_done_once(race: Race) -> None:
    house = await a_house()
    caller = signed_in(house.jean)
    for number in range(10):
        request = a_creation(house.employer_id, key=f"key {number}")
        first, second = await race(
            house.employer_id, create(caller, request, NOW, POLICY), create(caller, request, NOW, POLICY)
        )
        assert first == second
    assert [await count(table) for table in ("account", "history", "outgoing")] == [13, 10, 20]


async def test_the_same_renewal_sent_twice_at_once_is_done_once_and_answered_alike(race: Race) -> None:
    house = await a_house()
    request = these(house.paul, house.sara, key="k")
    first, second = await race(
        house.employer_id,
        renew(signed_in(house.jean), request, NOW, POLICY),
        renew(signed_in(house.jean), request, NOW, POLICY),
    )
    assert first == second
    assert await count("history") == 2


async def test_one_key_for_two_requests_at_once_is_refused_to_the_second(race: Race) -> None:
    house = await a_house()
    results = await race(
        house.employer_id,
        renew(signed_in(house.jean), these(house.paul, key="k"), NOW, POLICY),
        renew(signed_in(house.jean), these(house.sara, key="k"), NOW, POLICY),
    )
    assert sorted(map(str, map(verdict, results))) == [ErrorCode.IDEMPOTENCY_MISMATCH, "None"]
    assert await count("history") == 1


@pytest.mark.usefixtures("database")
async def test_one_key_for_two_employers_at_once_is_refused_to_one_of_them() -> None:
    house, other = await a_house(), await a_house("MAIRIE DE REZÉ")
    await a_mandate(house.jean, other.employer_id)
    caller = signed_in(house.jean, other.employer_id)
    for number in range(20):
        key = f"key {number}"
        calls = [renew(caller, these(one.paul, key=key), NOW, POLICY) for one in (house, other)]
        results = await asyncio.gather(*map(asyncio.create_task, calls), return_exceptions=True)
        assert sorted(map(str, map(verdict, results))) == [ErrorCode.IDEMPOTENCY_MISMATCH, "None"]
    assert await count("idempotency_key") == 20


async def test_many_who_write_at_once_leave_one_unbroken_chain(race: Race) -> None:
    house = await a_house()
    users = [await an_account(house.employer_id) for _ in range(5)]
    await race(
        house.employer_id,
        *(renew(signed_in(house.jean), these(user), NOW, POLICY) for user in users),
        create(signed_in(house.sara), a_creation(house.employer_id), NOW, POLICY),
        modify(signed_in(house.sara), a_modification(house.paul, {"phone": None}), NOW, POLICY),
    )
    assert (await verify_history())[house.employer_id][1] is None
    rows = await query("SELECT sequence FROM history ORDER BY id", [])
    assert [row["sequence"] for row in rows] == [1, 2, 3, 4, 5, 6, 7]
