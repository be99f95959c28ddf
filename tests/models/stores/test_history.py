"""The history: entries appended to an employer's chain, read back, and walked (H1–H3)."""

import pytest

from models.rules.hash_chain import ChainHead
from models.rules.history_entry import SYSTEM, HistoryFilter, HistoryScope
from models.rules.vocabulary import Operation
from models.stores.history import chain_heads, changes_since, entries_by_id, history_page, walk_chain
from models.stores.history_append import HistoryDraft, append_history
from tests.factories import NOW, a_house, an_employer
from tests.models.stores.recorded_history import CREATED, all_entries, an_event, done_by, record_hourly
from tests.raw_sql import run

pytestmark = pytest.mark.usefixtures("database")


async def test_entries_are_numbered_from_one_for_each_employer_and_the_head_follows() -> None:
    house, other = await a_house(), await a_house("MAIRIE DE REZÉ")
    await append_history(house.employer_id, NOW, SYSTEM, [an_event(house.paul), an_event(house.sara)])
    await append_history(other.employer_id, NOW, done_by(other.jean), [an_event(other.paul)])
    await append_history(house.employer_id, NOW, done_by(house.jean), [an_event(house.sara)])

    newest_first = await all_entries(HistoryScope(house.employer_id))
    assert [entry.sequence for entry in newest_first] == [3, 2, 1]
    heads = await chain_heads()
    assert heads[house.employer_id] == ChainHead(3, newest_first[0].hash)
    assert heads[other.employer_id].sequence == 1


async def test_an_entry_is_read_as_it_was_written() -> None:
    house = await a_house()
    await append_history(house.employer_id, NOW, done_by(house.jean), [an_event(house.paul, version=4)])
    await append_history(house.employer_id, NOW, SYSTEM, [an_event(house.sara)])

    by_system, entry = await all_entries(HistoryScope(house.employer_id))
    assert (entry.at, entry.operation, entry.changes) == (NOW, Operation.DETAILS_MODIFIED, CREATED)
    assert (entry.actor_id, entry.actor_employer_id, entry.actor_name) == (
        house.jean.id,
        house.employer_id,
        None,
    )
    assert (entry.account_id, entry.account_version) == (house.paul.id, 4)
    assert (by_system.actor_id, by_system.actor_name) == (None, "system")
    assert entry.salt
    assert entry.salt != by_system.salt


async def test_no_entry_is_lost_if_others_came_after_the_end_that_a_writer_knows() -> None:
    house, known = await a_house(), ChainHead()
    employer_id = house.employer_id
    await append_history(employer_id, NOW, SYSTEM, [an_event(house.paul)])
    draft = HistoryDraft(employer_id, known, NOW, SYSTEM)
    draft.add([an_event(house.paul)])
    await draft.append(known)
    assert [entry.sequence for entry in await all_entries(HistoryScope(employer_id))] == [2, 1]
    late = HistoryDraft(employer_id, ChainHead(2, "f" * 64), NOW, SYSTEM)
    late.add([an_event(house.paul)])
    with pytest.raises(ValueError, match="another one"):
        await late.append(known)


async def test_no_events_make_no_entry() -> None:
    employer_id = await an_employer()
    await append_history(employer_id, NOW, SYSTEM, [])
    assert await chain_heads() == {employer_id: ChainHead()}


async def test_entries_are_found_by_id_among_the_requested_employers_only() -> None:
    house = await a_house()
    await record_hourly(house, 2)
    page, _ = await history_page(
        HistoryScope(house.employer_id), HistoryFilter(), limit=9, beyond=None, backward=False
    )
    ids = [entry_id for entry_id, _ in page]
    assert await entries_by_id(ids, [house.employer_id]) == dict(page)
    assert await entries_by_id(ids, [house.employer_id + 999]) == {}
    assert await entries_by_id(ids, []) == {}


async def test_what_was_done_after_a_version_is_listed_oldest_first() -> None:
    house = await a_house()
    for version in (2, 3, 4):
        await append_history(house.employer_id, NOW, SYSTEM, [an_event(house.paul, version=version)])
    await append_history(house.employer_id, NOW, SYSTEM, [an_event(house.sara, version=9)])
    changes = await changes_since(house.paul.id, 2)
    assert [entry.account_version for _, entry in changes] == [3, 4]
    assert await changes_since(house.paul.id, 4) == []


async def test_an_erased_entry_is_read_and_walked_without_personal_data() -> None:
    house = await a_house()
    await record_hourly(house, 4)
    await run(f"UPDATE history SET changes = NULL, salt = NULL WHERE account_id = {house.sara.id}")
    read = await all_entries(HistoryScope(house.employer_id))
    walked = [entry async for piece in walk_chain(house.employer_id) for entry in piece if entry]
    assert walked == read[::-1]
    assert [entry.changes for entry in walked] == [None, CREATED, CREATED, None]


async def test_a_long_chain_is_walked_in_pieces_in_the_order_it_was_written() -> None:
    house = await a_house()
    events = [an_event(house.paul)] * 5_001
    await append_history(house.employer_id, NOW, SYSTEM, events)
    pieces = [[entry.sequence for entry in piece if entry] async for piece in walk_chain(house.employer_id)]
    assert [len(piece) for piece in pieces] == [5_000, 1]
    assert [sequence for piece in pieces for sequence in piece] == list(range(1, 5_002))
    assert [piece async for piece in walk_chain(house.employer_id + 999)] == []
