"""Reading the history of an employer's accounts, by its administrators, and verifying it (H2, H3)."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from models.database import query
from models.rules.hash_chain import ChainFault, ChainHead, FaultKind
from models.rules.history_entry import HistoryFilter, HistoryScope
from models.rules.refusals import Refused
from models.rules.vocabulary import ErrorCode, Operation
from models.stores.history import chain_heads, entries_by_id
from models.stores.history_append import entry_columns
from models.tables.history import HistoryRow
from resolvers.accounts.create import create
from resolvers.accounts.delete import delete
from resolvers.accounts.renew import renew
from resolvers.accounts.restore import restore
from resolvers.caller import ANONYMOUS
from resolvers.history.read import count_history_entries, read_history_entries, read_history_page
from resolvers.history.verify import verify_history
from tests.factories import NOW, POLICY, House, a_house, an_employer, signed_in
from tests.resolvers.requests import a_creation, these

pytestmark = pytest.mark.usefixtures("database")


async def a_history() -> House:
    """A history of four entries: a renewal, a creation, a deletion, a restoration."""
    house = await a_house()
    caller = signed_in(house.jean)
    await renew(caller, these(house.paul), NOW, POLICY)
    await create(caller, a_creation(house.employer_id), NOW + timedelta(hours=1), POLICY)
    await delete(caller, these(house.sara), NOW + timedelta(hours=2), POLICY)
    await restore(caller, these(house.sara), NOW + timedelta(hours=3), POLICY)
    return house


async def the_fault(employer_id: int) -> ChainFault | None:
    return (await verify_history())[employer_id][1]


async def test_the_history_is_read_newest_first_a_page_at_a_time() -> None:
    house = await a_history()
    caller, scope = signed_in(house.sara), HistoryScope(house.employer_id)
    page, more = await read_history_page(caller, scope, HistoryFilter(), limit=3, beyond=None, backward=False)
    assert ([entry.sequence for _, entry in page], more) == ([4, 3, 2], True)
    page, more = await read_history_page(caller, scope, HistoryFilter(), limit=3, beyond=2, backward=False)
    assert ([entry.operation for _, entry in page], more) == ([Operation.ACCOUNT_RENEWED], False)


async def test_the_history_of_one_account_is_filtered_and_counted() -> None:
    house = await a_history()
    caller = signed_in(house.jean)
    of_sara = HistoryScope(house.employer_id, house.sara.id)
    assert await count_history_entries(caller, of_sara, HistoryFilter()) == 2
    deletions = HistoryFilter(operations=(Operation.ACCOUNT_DELETED,))
    assert await count_history_entries(caller, HistoryScope(house.employer_id), deletions) == 1


async def test_an_account_of_another_employer_has_no_history_here() -> None:
    house, other = await a_history(), await a_house("MAIRIE DE REZÉ")
    crossed = HistoryScope(other.employer_id, house.sara.id)
    assert await count_history_entries(signed_in(other.jean), crossed, HistoryFilter()) == 0


async def test_entries_are_found_by_those_who_administer_their_employer_only() -> None:
    house, other = await a_history(), await a_house("MAIRIE DE REZÉ")
    ids = [row["id"] for row in await query("SELECT id FROM history", [])]
    assert len(await read_history_entries(signed_in(house.sara), ids)) == 4
    assert await read_history_entries(signed_in(house.paul), ids) == {}
    assert await read_history_entries(signed_in(other.jean), ids) == {}
    with pytest.raises(Refused, match=ErrorCode.NOT_SIGNED_IN):
        await read_history_entries(ANONYMOUS, ids)


async def test_an_unchanged_history_and_an_empty_one_have_no_fault() -> None:
    house, none = await a_history(), await an_employer("SANS HISTOIRE")
    results = await verify_history()
    assert results[none] == (ChainHead(), None)
    assert (results[house.employer_id][0].sequence, results[house.employer_id][1]) == (4, None)


@pytest.mark.parametrize(
    ("head", "fault"),
    [
        ({"history_sequence": 5}, ChainFault(5, FaultKind.REMOVED)),
        ({"history_sequence": 3}, ChainFault(4, FaultKind.EDITED)),
        ({"history_hash": "f" * 64}, ChainFault(4, FaultKind.EDITED)),
    ],
    ids=["the last entry cut off", "an entry added behind the last", "another last entry"],
)
async def test_a_chain_that_does_not_end_at_its_recorded_head_has_a_fault(
    head: dict[str, object], fault: ChainFault
) -> None:
    house = await a_history()
    columns = ", ".join(f"{name} = '{value}'" for name, value in head.items())
    if head.get("history_sequence") == 3:
        third = (await query("SELECT hash FROM history WHERE sequence = 3", []))[0]["hash"]
        columns += f", history_hash = '{third}'"
    await query(f"UPDATE employer SET {columns} WHERE id = {house.employer_id}", [])
    assert await the_fault(house.employer_id) == fault


async def test_a_forged_entry_is_named() -> None:
    house = await a_history()
    ids = [row["id"] for row in await query("SELECT id FROM history ORDER BY id", [])]
    last = (await entries_by_id(ids, [house.employer_id]))[ids[-1]]
    forged = replace(last, sequence=5, operation=Operation.ACCOUNT_DELETED)
    await HistoryRow.create(**entry_columns(forged))
    await query(f"UPDATE employer SET history_sequence = 5 WHERE id = {house.employer_id}", [])
    assert await the_fault(house.employer_id) == ChainFault(5, FaultKind.EDITED)


async def test_what_is_written_while_the_chains_are_walked_is_no_fault() -> None:
    houses = [await a_history() for _ in range(8)]

    async def write() -> None:
        for house in reversed(houses):
            await create(signed_in(house.jean), a_creation(house.employer_id), NOW, POLICY)

    results, _ = await asyncio.gather(verify_history(), write())
    assert [fault for _, fault in results.values() if fault] == []
    heads = await chain_heads()
    assert any(heads[employer_id] != head for employer_id, (head, _) in results.items())
