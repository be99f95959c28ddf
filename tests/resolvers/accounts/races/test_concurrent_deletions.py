"""Concurrent deletions leave an employer one administrator, and a deleted one can do nothing more (D2)."""

from collections import Counter

from models.database import query
from models.rules.vocabulary import ErrorCode
from models.stores.accounts.accounts import active_administrators
from models.tables.accounts import AccountRow
from resolvers.accounts.delete import delete
from resolvers.accounts.renew import renew
from resolvers.history.verify import verify_history
from tests.factories import NOW, POLICY, TODAY, a_house, an_account, signed_in
from tests.resolvers.race import Race, verdict
from tests.resolvers.requests import these

ROUNDS = 200


async def left(employer_id: int) -> set[int]:
    return {account.id for account in (await active_administrators([employer_id], TODAY))[employer_id]}


async def everyone_back() -> None:
    await AccountRow.all().update(deleted_at=None)


async def test_two_administrators_who_delete_each_other_leave_one(race: Race) -> None:
    house = await a_house()
    jean, sara = signed_in(house.jean), signed_in(house.sara)
    for _ in range(ROUNDS):
        results = await race(
            house.employer_id,
            delete(jean, these(house.sara), NOW, POLICY),
            delete(sara, these(house.jean), NOW, POLICY),
        )
        verdicts = [verdict(result) for result in results]
        assert Counter(verdicts) == {None: 1, ErrorCode.NOT_SIGNED_IN: 1}
        assert await left(house.employer_id) == {[house.jean, house.sara][verdicts.index(None)].id}
        await everyone_back()
    assert (await verify_history())[house.employer_id][1] is None


async def test_of_three_in_a_circle_none_acts_once_deleted_and_one_is_left(race: Race) -> None:
    house = await a_house()
    anne = await an_account(house.employer_id, "Roux", "Anne", profile=house.jean.profile)
    circle = [house.jean, house.sara, anne]
    for _ in range(ROUNDS // 4):
        before = (await query("SELECT max(id) AS last FROM history", []))[0]["last"] or 0
        results = await race(
            house.employer_id,
            *(
                delete(signed_in(who), these(circle[place - 1]), NOW, POLICY)
                for place, who in enumerate(circle)
            ),
        )
        assert Counter(verdict(result) for result in results) == {None: 2, ErrorCode.NOT_SIGNED_IN: 1}
        assert len(await left(house.employer_id)) == 1
        gone: set[int] = set()
        for row in await query(f"SELECT * FROM history WHERE id > {before} ORDER BY id", []):
            assert row["actor_id"] not in gone
            gone.add(row["account_id"])
        await everyone_back()


async def test_two_who_delete_the_same_third_do_it_once(race: Race) -> None:
    house = await a_house()
    results = await race(
        house.employer_id,
        delete(signed_in(house.jean), these(house.paul), NOW, POLICY),
        delete(signed_in(house.sara), these(house.paul), NOW, POLICY),
    )
    assert Counter(verdict(result) for result in results) == {None: 1, ErrorCode.ACCOUNT_DELETED: 1}


async def test_what_a_just_deleted_administrator_was_about_to_do_is_not_done(race: Race) -> None:
    house = await a_house()
    for _ in range(ROUNDS // 8):
        results = await race(
            house.employer_id,
            delete(signed_in(house.jean), these(house.sara), NOW, POLICY),
            renew(signed_in(house.sara), these(house.paul), NOW, POLICY),
        )
        assert verdict(results[0]) is None
        entries = await query("SELECT operation, actor_id FROM history ORDER BY id", [])
        assert entries[-1]["actor_id"] == house.jean.id
        assert verdict(results[1]) in {None, ErrorCode.NOT_SIGNED_IN}
        await everyone_back()
