"""Any tampering with a chain is detected, and the first faulty entry named (H2)."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from models.rules.hash_chain import ChainFault, FaultKind, chain_entries, first_fault
from models.rules.history_entry import Change, Entry, Event
from models.rules.vocabulary import Operation
from tests.models.rules.account_facts import NOW
from tests.models.rules.chains import JEAN, chains, events, head_of

EDITED, REMOVED, REORDERED = FaultKind


def personal_edits(entry: Entry) -> list[dict[str, Any]]:
    assert entry.changes is not None
    return [
        {"changes": (*entry.changes, Change("phone", None, "+33241051938"))},
        {"changes": (Change("x", "a", "b"), *entry.changes)},
        {"salt": f"{entry.salt}x"},
        {"salt": None} if entry.salt else {"salt": "x"},
    ]


def edits(entry: Entry) -> list[dict[str, Any]]:
    """Every way to change one entry in place."""
    operation = next(o for o in Operation if o is not entry.operation)
    return [
        {"employer_id": entry.employer_id + 1},
        {"at": entry.at + timedelta(microseconds=1)},
        {"operation": operation},
        {"actor_id": 9 if entry.actor_id is None else None},
        {"actor_employer_id": 9 if entry.actor_employer_id is None else None},
        {"account_id": (entry.account_id or 0) + 1},
        {"account_version": entry.account_version + 1},
        {"actor_name": "somebody"},
        {"changes_digest": "0" * 64},
        {"changes_digest": "0" * 64, "changes": None, "salt": None},
        {"hash": "0" * 64},
        *personal_edits(entry),
    ]


@given(chains(), st.data())
def test_any_edit_of_any_entry_is_detected_and_that_entry_named(
    entries: list[Entry], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(entries) - 1))
    for edit in edits(entries[place]):
        edited = [*entries[:place], replace(entries[place], **edit), *entries[place + 1 :]]
        assert first_fault(edited, head_of(entries)) == ChainFault(place + 1, EDITED), edit


@given(chains(), st.data())
def test_an_entry_with_another_number_is_detected_at_its_place(
    entries: list[Entry], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(entries) - 1))
    number = data.draw(st.integers(0, 9).filter(lambda n: n != place + 1))
    edited = [*entries[:place], replace(entries[place], sequence=number), *entries[place + 1 :]]
    kind = REMOVED if number > place + 1 else REORDERED
    assert first_fault(edited, head_of(entries)) == ChainFault(place + 1, kind)


@given(chains(), st.data())
def test_entries_removed_anywhere_the_end_included_are_detected_and_the_first_named(
    entries: list[Entry], data: st.DataObject
) -> None:
    removed = data.draw(st.sets(st.integers(1, len(entries)), min_size=1))
    left = [entry for entry in entries if entry.sequence not in removed]
    assert first_fault(left, head_of(entries)) == ChainFault(min(removed), REMOVED)


@given(chains(shortest=2), st.data())
def test_entries_reordered_are_detected_and_the_first_out_of_place_named(
    entries: list[Entry], data: st.DataObject
) -> None:
    order = data.draw(st.permutations(entries))
    if order == entries:
        order = entries[::-1]
    place = next(n for n, (old, new) in enumerate(zip(entries, order, strict=True), 1) if old != new)
    assert first_fault(order, head_of(entries)) == ChainFault(place, REORDERED)


@given(chains(shortest=2), st.data())
def test_entries_that_exchange_their_numbers_as_well_are_detected(
    entries: list[Entry], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(entries) - 2))
    one, other = entries[place : place + 2]
    swapped = [replace(other, sequence=one.sequence), replace(one, sequence=other.sequence)]
    fault = first_fault([*entries[:place], *swapped, *entries[place + 2 :]], head_of(entries))
    assert fault == ChainFault(place + 1, EDITED)


@given(chains(), st.data())
def test_an_entry_recorded_twice_is_detected(entries: list[Entry], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(entries) - 1))
    doubled = [*entries[: place + 1], *entries[place:]]
    assert first_fault(doubled, head_of(entries)) == ChainFault(place + 2, REORDERED)


@given(chains(), events)
def test_an_entry_added_past_the_recorded_end_of_the_chain_is_detected(
    entries: list[Entry], event: Event
) -> None:
    added = chain_entries(head_of(entries), 3, NOW, JEAN, [(event, "salt"), (event, "salt")])
    assert first_fault(entries + added, head_of(entries)) == ChainFault(len(entries) + 1, EDITED)


@given(chains(), st.data())
def test_a_chain_rewritten_from_some_entry_on_is_detected_by_its_recorded_end(
    entries: list[Entry], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(entries) - 1))
    forged = Event(Operation.ACCOUNT_DELETED, 99, 1, ())
    original = entries[:place]
    rewritten = chain_entries(head_of(original), 3, NOW, JEAN, [(forged, "salt")] * (len(entries) - place))
    assert first_fault(original + rewritten, head_of(entries)) == ChainFault(len(entries), EDITED)
