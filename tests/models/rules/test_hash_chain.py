"""The hash chain of the history is valid, even after personal data is erased (H1, H2)."""

import hashlib
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from models.rules.hash_chain import (
    GENESIS_HASH,
    Chain,
    ChainFault,
    ChainHead,
    FaultKind,
    chain_entries,
    digest_changes,
    expected_hash,
    first_fault,
    stored_changes,
)
from models.rules.history_entry import Change, Entry, Event
from models.rules.vocabulary import Operation
from tests.models.rules.account_facts import NOW
from tests.models.rules.chains import JEAN, chains, head_of

ANY_TEXT = st.text(st.characters())
"""With controls, quotes, lone surrogates and all else."""


@given(chains(shortest=0))
def test_an_untouched_chain_is_valid_and_numbered_from_1(entries: list[Entry]) -> None:
    assert first_fault(entries, head_of(entries)) is None
    assert [entry.sequence for entry in entries] == list(range(1, len(entries) + 1))


@given(chains(), st.data())
def test_erasing_personal_data_with_its_salt_leaves_the_chain_valid(
    entries: list[Entry], data: st.DataObject
) -> None:
    erased = data.draw(st.sets(st.integers(1, len(entries)), min_size=1))
    left = [replace(e, changes=None, salt=None) if e.sequence in erased else e for e in entries]
    assert first_fault(left, head_of(entries)) is None
    forged = [replace(e, account_id=99) if e.sequence in erased else e for e in left]
    assert first_fault(forged, head_of(entries)) == ChainFault(min(erased), FaultKind.EDITED)


@given(chains(), st.data())
def test_a_chain_can_be_walked_in_pieces(entries: list[Entry], data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(entries)))
    reached = head_of(entries[:cut])
    assert first_fault(entries[:cut], reached) is None
    assert first_fault(entries[cut:], head_of(entries), reached) is None


def test_the_salt_prevents_guessing_what_was_erased() -> None:
    changes = [Change("lastName", None, "Dupont")]
    assert digest_changes(changes, "one salt") != digest_changes(changes, "another")


@given(
    st.lists(st.builds(Change, ANY_TEXT, st.none() | ANY_TEXT, st.none() | ANY_TEXT), max_size=3), ANY_TEXT
)
def test_changes_are_digested_and_stored_as_the_standard_encoder_writes_them(
    changes: list[Change], salt: str
) -> None:
    """So the hashes of former versions stay valid."""
    facts = [[change.field, change.before, change.after] for change in changes]
    compact = json.dumps([salt, facts], ensure_ascii=False, separators=(",", ":"))
    digest = hashlib.sha256(compact.encode("utf-8", "surrogatepass")).hexdigest()
    assert digest_changes(changes, salt) == digest
    assert stored_changes(changes) == json.dumps(facts, ensure_ascii=False)


def test_an_entry_has_the_same_hash_whatever_the_offset_of_its_moment() -> None:
    (entry,) = chain_entries(
        ChainHead(), 3, NOW, JEAN, [(Event(Operation.ACCOUNT_CREATED, 7, 1, ()), "salt")]
    )
    abroad = replace(entry, at=datetime.fromtimestamp(NOW.timestamp(), timezone(timedelta(hours=-5))))
    assert abroad.at.tzinfo is not UTC
    assert first_fault([abroad], head_of([entry])) is None
    assert entry.hash == expected_hash(entry, GENESIS_HASH)


def test_no_events_leave_the_chain_as_it_was() -> None:
    chain = Chain(ChainHead(), 1, NOW, JEAN)
    assert chain.link([]) == []
    assert chain.head == ChainHead()
