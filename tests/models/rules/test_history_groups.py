"""Groups of the history: what one request did to several accounts, and nothing else, is one (H3)."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given

from models.rules.hash_chain import ChainHead, chain_entries
from models.rules.history_entry import SYSTEM, Entry, Event
from models.rules.history_groups import first_misgrouped
from models.rules.vocabulary import Operation
from tests.models.rules.account_facts import NOW
from tests.models.rules.chains import JEAN, chains, head_of

RENEWED, INVITED = Operation.ACCOUNT_RENEWED, Operation.INVITATION_SENT


def recorded(head: ChainHead, *operations: Operation) -> list[Entry]:
    """The entries of one request."""
    events = [(Event(operation, account, 1, ()), "") for account, operation in enumerate(operations, 1)]
    return chain_entries(head, 3, NOW, JEAN, events)


def a_chain() -> list[Entry]:
    """One entry; then three renewals and two invitations of one request; then two renewals of another."""
    first = recorded(ChainHead(), RENEWED)
    second = first + recorded(head_of(first), RENEWED, RENEWED, RENEWED, INVITED, INVITED)
    return second + recorded(head_of(second), RENEWED, RENEWED)


def test_consecutive_entries_of_one_operation_of_one_request_are_a_group() -> None:
    assert [entry.group_start for entry in a_chain()] == [None, None, 2, 2, None, 5, None, 7]


@given(chains(shortest=0))
def test_what_is_recorded_is_grouped_rightly(entries: list[Entry]) -> None:
    assert first_misgrouped(entries) is None


def test_the_groups_of_a_chain_can_be_checked_in_pieces() -> None:
    entries = a_chain()
    for cut in range(len(entries)):
        before = entries[cut - 1] if cut else None
        assert first_misgrouped(entries[cut:], before) is None


def test_entries_of_former_versions_stand_by_themselves() -> None:
    assert first_misgrouped([replace(entry, group_start=None) for entry in a_chain()]) is None


@pytest.mark.parametrize(
    ("sequence", "changes"),
    [
        (1, {"group_start": 1}),
        (2, {"group_start": 2}),
        (3, {"group_start": 1}),
        (4, {"group_start": 3}),
        (5, {"group_start": 2}),
        (5, {"group_start": 4}),
        (6, {"group_start": 2}),
        (3, {"at": NOW + timedelta(seconds=1)}),
        (3, {"operation": Operation.ACCOUNT_DELETED}),
        (3, {"actor_id": 9}),
        (3, {"actor_employer_id": 9}),
        (3, {"actor_name": SYSTEM.name}),
    ],
)
def test_an_entry_hidden_in_a_group_that_is_not_its_own_is_named(
    sequence: int, changes: dict[str, Any]
) -> None:
    entries = [replace(e, **changes) if e.sequence == sequence else e for e in a_chain()]
    assert first_misgrouped(entries) == sequence
