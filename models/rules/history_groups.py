"""Groups of the history: the consecutive entries of one operation that one request recorded (H3).

`Entry.group_start` is not hashed: it is checked against what is hashed. Where it is None, as in all entries
of former versions, the entry stands by itself or starts a group.
"""

from collections.abc import Iterable

from models.rules.history_entry import Entry


def group_start(previous: Entry | None, entry: Entry) -> int | None:
    """The `group_start` of an entry that one request recorded after `previous`, as `Chain.link` gives it."""
    if previous is None or _facts(previous) != _facts(entry):
        return None
    return previous.group_start or previous.sequence


def first_misgrouped(entries: Iterable[Entry], before: Entry | None = None) -> int | None:
    """The number of the first entry that is in a group with others than its own; None if there is none.

    `entries` are consecutive, and follow `before`.
    """
    for entry in entries:
        if entry.group_start is not None and entry.group_start != group_start(before, entry):
            return entry.sequence
        before = entry
    return None


def _facts(entry: Entry) -> tuple[object, ...]:
    """What the entries of a group have in common."""
    return entry.at, entry.operation, entry.actor_id, entry.actor_employer_id, entry.actor_name
