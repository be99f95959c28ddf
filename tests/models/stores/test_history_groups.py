"""The history by groups: pages, filters, sizes, and what a page costs beside a large group (H3, L3)."""

import logging
from datetime import timedelta

import pytest

from models.database import Dialect, dialect
from models.rules.history_entry import SYSTEM, HistoryFilter, HistoryScope
from models.rules.vocabulary import Operation
from models.stores.history import count_history, history_page
from models.stores.history_append import append_history
from models.stores.history_groups import count_history_groups, history_group_page
from tests.factories import NOW, House, a_house
from tests.models.stores.recorded_history import an_event, done_by
from tests.raw_sql import explained, run

pytestmark = pytest.mark.usefixtures("database")

RENEWED, INVITED = Operation.ACCOUNT_RENEWED, Operation.INVITATION_SENT
HOUR = timedelta(hours=1)


async def record(house: House, hour: int, *operations: Operation) -> None:
    """What one request of Jean did to Paul and Sara in turn."""
    events = [
        an_event((house.paul, house.sara)[number % 2], operation)
        for number, operation in enumerate(operations)
    ]
    await append_history(house.employer_id, NOW + hour * HOUR, done_by(house.jean), events)


async def some_groups(house: House) -> None:
    """Beside another employer's: entry 1; 2 to 4 and 5 to 6 of one request; 7 to 8; 9."""
    other = await a_house("MAIRIE DE REZÉ")
    await record(other, 0, RENEWED, RENEWED)
    await record(house, 0, RENEWED)
    await record(house, 1, RENEWED, RENEWED, RENEWED, INVITED, INVITED)
    await record(other, 2, RENEWED)
    await record(house, 2, RENEWED, RENEWED)
    await append_history(house.employer_id, NOW + 3 * HOUR, SYSTEM, [an_event(house.paul)])
    await record(other, 3, RENEWED)


async def groups(house: House, wanted: HistoryFilter | None = None) -> list[tuple[int, int]]:
    """The number of each group's first entry, and how many entries it has."""
    scope, history_filter = HistoryScope(house.employer_id), wanted or HistoryFilter()
    page, more = await history_group_page(scope, history_filter, limit=100, beyond=None, backward=False)
    assert not more
    assert await count_history_groups(scope, history_filter) == len(page)
    return [(group.first.sequence, group.count) for group in page]


async def test_what_one_request_did_to_several_accounts_is_one_item_newest_first() -> None:
    house = await a_house()
    assert await groups(house) == []
    await some_groups(house)
    assert await groups(house) == [(9, 1), (7, 2), (5, 2), (2, 3), (1, 1)]


@pytest.mark.parametrize("size", [1, 2, 4, 5, 6])
async def test_pages_walked_either_way_give_every_group_once_and_whole(size: int) -> None:
    house = await a_house()
    await some_groups(house)
    for backward in (False, True):
        walked: list[tuple[int, int]] = []
        beyond, more = None, True
        while more:
            page, more = await history_group_page(
                HistoryScope(house.employer_id), HistoryFilter(), limit=size, beyond=beyond, backward=backward
            )
            on_page = [(group.first.sequence, group.count) for group in page]
            walked = on_page + walked if backward else walked + on_page
            assert len(on_page) == size or not more
            beyond = on_page[0 if backward else -1][0]
        assert walked == [(9, 1), (7, 2), (5, 2), (2, 3), (1, 1)], backward


async def test_groups_are_filtered_by_operation_and_moment() -> None:
    house = await a_house()
    await some_groups(house)
    for wanted, expected in [
        (HistoryFilter(operations=(INVITED,)), [(5, 2)]),
        (HistoryFilter(operations=(RENEWED,)), [(7, 2), (2, 3), (1, 1)]),
        (HistoryFilter(operations=()), []),
        (HistoryFilter(start=NOW + HOUR, end=NOW + 2 * HOUR), [(5, 2), (2, 3)]),
    ]:
        assert await groups(house, wanted) == expected, wanted


async def test_a_search_lists_the_entries_one_by_one() -> None:
    """It looks for accounts, of which a group has several."""
    house = await a_house()
    await some_groups(house)
    assert await groups(house, HistoryFilter(terms=("sara",))) == [(8, 1), (5, 1), (3, 1)]


async def test_the_entries_of_a_group_are_listed_by_the_id_of_any_of_them() -> None:
    house, other = await a_house(), await a_house("CDG 44")
    await some_groups(house)
    scope = HistoryScope(house.employer_id)
    page, _ = await history_page(scope, HistoryFilter(), limit=100, beyond=None, backward=False)
    expected = {9: [9], 8: [8, 7], 7: [8, 7], 6: [6, 5], 4: [4, 3, 2], 2: [4, 3, 2], 1: [1]}
    for entry_id, entry in page:
        if entry.sequence in expected:
            wanted = HistoryFilter(group=entry_id)
            listed, _ = await history_page(scope, wanted, limit=100, beyond=None, backward=False)
            assert [each.sequence for _, each in listed] == expected[entry.sequence]
            assert await count_history(scope, wanted) == len(listed)
            assert await groups(house, wanted) == [(each.sequence, 1) for _, each in listed]
            assert await count_history(HistoryScope(other.employer_id), wanted) == 0
    assert await count_history(scope, HistoryFilter(group=10**12)) == 0


async def test_a_page_beside_a_large_group_is_read_from_an_index_of_first_entries(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """A bulk of 10,000 accounts is no more to read than a single entry."""
    house = await a_house()
    for hour in range(40):
        await record(house, hour, *[RENEWED] * 100)
    await run("ANALYZE")
    caplog.set_level(logging.DEBUG, "tortoise.db_client")
    sort = {Dialect.SQLITE: "USE TEMP B-TREE", Dialect.POSTGRESQL: "Sort"}[dialect()]
    for operations in (None, (RENEWED,)):
        for beyond in (None, 2_001):
            for backward in (False, True):
                await history_group_page(
                    HistoryScope(house.employer_id),
                    HistoryFilter(operations=operations),
                    limit=10,
                    beyond=beyond,
                    backward=backward,
                )
                match caplog.records[-1].args:
                    case (str(sql), list(values)):
                        plan = await explained(sql, values)
                    case unexpected:
                        raise AssertionError(unexpected)
                assert sort not in plan, plan
                assert "Seq Scan" not in plan, plan
                assert plan.count("history_group") == 2, plan  # the page, and the start of the next group
