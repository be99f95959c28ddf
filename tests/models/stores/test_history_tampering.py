"""Tampering with the history, even without its triggers, is detected, and the first entry named (H2)."""

import pytest

from models.rules.hash_chain import ChainFault, FaultKind
from models.rules.history_entry import SYSTEM, Change, Event
from models.rules.vocabulary import Operation
from models.stores.history_append import append_history
from resolvers.history.verify import verify_history
from tests.factories import NOW, a_house
from tests.raw_sql import run, unguarded

pytestmark = pytest.mark.usefixtures("database")

EDITED = (
    "operation = 'ACCOUNT_RENEWED'",
    "at = '2020-01-01 00:00:00+00:00'",
    "actor_id = 1",
    "actor_employer_id = 1",
    "actor_name = 'somebody else'",
    "account_id = (SELECT min(id) FROM account)",
    "account_version = 9",
    """changes = '[["email", "a@b.example", "b@b.example"]]'""",
    "salt = 'ffffffffffffffffffffffffffffffff'",
    f"changes_digest = '{'1' * 64}'",
    f"hash = '{'1' * 64}'",
    "group_start = 1",
)


async def a_chain() -> int:
    """The employer of a chain of five entries, beside another employer's chain."""
    house, other = await a_house(), await a_house("MAIRIE DE REZÉ")
    for n in range(5):
        for employer_id, account in ((house.employer_id, house.paul), (other.employer_id, other.paul)):
            change = Change("email", "a@b.example", f"{n}@b.example")
            event = Event(Operation.DETAILS_MODIFIED, account.id, n + 2, (change,))
            await append_history(employer_id, NOW, SYSTEM, [event])
    return house.employer_id


async def fault(employer_id: int) -> ChainFault | None:
    """The fault in this employer's chain; the other's chain is valid."""
    faults = {employer: fault for employer, (_, fault) in (await verify_history()).items()}
    of_this_employer = faults.pop(employer_id)
    assert set(faults.values()) <= {None}
    return of_this_employer


def entry(employer_id: int, *sequences: int) -> str:
    return f"employer_id = {employer_id} AND sequence IN ({', '.join(map(str, sequences))})"


@pytest.mark.parametrize(
    ("sequence", "change"), [(1, EDITED[0]), (5, EDITED[0]), *((3, change) for change in EDITED)]
)
async def test_an_edited_entry_is_named(sequence: int, change: str) -> None:
    employer_id = await a_chain()
    await unguarded(f"UPDATE history SET {change} WHERE {entry(employer_id, sequence)}")
    assert await fault(employer_id) == ChainFault(sequence, FaultKind.EDITED)


@pytest.mark.parametrize("sequences", [(1,), (3,), (2, 4), (5,), (4, 5), (1, 2, 3, 4, 5)])
async def test_the_first_removed_entry_is_named_at_the_beginning_in_the_middle_and_at_the_end(
    sequences: tuple[int, ...],
) -> None:
    employer_id = await a_chain()
    await unguarded(f"DELETE FROM history WHERE {entry(employer_id, *sequences)}")
    assert await fault(employer_id) == ChainFault(sequences[0], FaultKind.REMOVED)


async def test_entries_that_changed_places_are_named() -> None:
    employer_id = await a_chain()
    await unguarded(
        *(
            f"UPDATE history SET sequence = {to} WHERE {entry(employer_id, place)}"
            for place, to in ((2, 9), (4, 2), (9, 4))
        )
    )
    assert await fault(employer_id) == ChainFault(2, FaultKind.REORDERED)


async def test_a_removed_entry_is_detected_even_when_the_rest_is_renumbered() -> None:
    employer_id = await a_chain()
    await unguarded(
        f"DELETE FROM history WHERE {entry(employer_id, 3)}",
        f"UPDATE history SET sequence = 3 WHERE {entry(employer_id, 4)}",
        f"UPDATE history SET sequence = 4 WHERE {entry(employer_id, 5)}",
    )
    assert await fault(employer_id) == ChainFault(3, FaultKind.EDITED)


async def test_a_head_that_was_reset_to_an_earlier_entry_is_detected() -> None:
    employer_id = await a_chain()
    await run(f"UPDATE employer SET history_sequence = 4 WHERE id = {employer_id}")
    detected = await fault(employer_id)
    assert detected
    assert detected.kind is FaultKind.EDITED


async def test_an_entry_inserted_at_the_end_is_named() -> None:
    employer_id = await a_chain()
    columns = "employer_id, at, operation, account_id, account_version, changes, salt, changes_digest, hash"
    await run(
        f"INSERT INTO history (sequence, {columns}) "
        f"SELECT 6, {columns} FROM history WHERE {entry(employer_id, 5)}"
    )
    assert await fault(employer_id) == ChainFault(6, FaultKind.EDITED)


@pytest.mark.parametrize(
    "change",
    [
        "changes = '{'",
        "changes = '[[1, 2]]'",
        "changes = '[\"x\"]'",
        "operation = 'BOGUS'",
        'salt = NULL, changes = \'[["x", null, "forged"]]\'',
    ],
)
async def test_an_entry_made_unreadable_is_named_and_the_others_are_verified(change: str) -> None:
    employer_id = await a_chain()
    await unguarded(f"UPDATE history SET {change} WHERE {entry(employer_id, 3)}")
    assert await fault(employer_id) == ChainFault(3, FaultKind.EDITED)


async def test_an_entry_that_lost_its_changes_is_named_unless_its_account_was_erased() -> None:
    employer_id = await a_chain()
    await run(f"UPDATE history SET changes = NULL, salt = NULL WHERE {entry(employer_id, 4)}")
    assert await fault(employer_id) == ChainFault(4, FaultKind.EDITED)
    await run(
        f"UPDATE account SET last_name = '—', deleted_at = '2026-01-01 00:00:00+00:00' "
        f"WHERE employer_id = {employer_id} AND last_name = 'Martin'"
    )
    assert await fault(employer_id) is None


async def test_an_entry_that_joins_a_group_of_another_page_of_the_walk_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("models.stores.history._ENTRIES_PER_WALK_STEP", 2)
    house = await a_house()
    events = [Event(Operation.ACCOUNT_RENEWED, account.id, 2, ()) for account in (house.paul, house.sara)]
    await append_history(house.employer_id, NOW, SYSTEM, [*events, *events, *events])
    assert await fault(house.employer_id) is None
    await append_history(
        house.employer_id, NOW, SYSTEM, [Event(Operation.ACCOUNT_DELETED, house.paul.id, 3, ())]
    )
    await unguarded(f"UPDATE history SET group_start = 1 WHERE {entry(house.employer_id, 7)}")
    assert await fault(house.employer_id) == ChainFault(7, FaultKind.EDITED)


async def test_an_entry_inserted_before_all_others_is_detected() -> None:
    employer_id = await a_chain()
    columns = (
        "at, operation, actor_id, actor_employer_id, actor_name, account_id, account_version, changes, salt, "
        "changes_digest, hash"
    )
    await run(
        f"INSERT INTO history (id, employer_id, sequence, {columns}) "
        f"SELECT -1, employer_id, 7, {columns} FROM history WHERE {entry(employer_id, 3)}"
    )
    detected = await fault(employer_id)
    assert detected is not None
