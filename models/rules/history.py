"""What the history keeps, and the chain that shows whether it was touched (H1, H2).

Each employer's entries are numbered from 1 and chained: an entry's hash covers the hash before it, its
facts, and a salted digest of what changed. Erasing the changes and their salt leaves the digest, so that
the chain still holds. People are named by the number of their account alone: whoever reads looks their
names up, and finds a pseudonym once the account is erased (D1).
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum

from models.rules.vocabulary import Operation

GENESIS_HASH = "0" * 64
"""What stands before the first entry."""


@dataclass(frozen=True, slots=True)
class Change:
    """One field, before and after, as text; a right's field is "rights.<service code>"."""

    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Event:
    """What happened to an account."""

    operation: Operation
    account_id: int
    account_version: int
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Actor:
    """Who did it: the holder of an account, or something that has a name and no account."""

    id: int | None
    employer_id: int | None
    name: str | None = None
    """Of what is no person, e.g. "system"; None for people."""


SYSTEM = Actor(None, None, "system")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as it is chained. `changes` and `salt` are None once erased."""

    employer_id: int
    sequence: int
    at: datetime
    operation: Operation
    actor_id: int | None
    actor_employer_id: int | None
    actor_name: str | None
    account_id: int
    account_version: int
    changes: tuple[Change, ...] | None
    salt: str | None
    changes_digest: str
    hash: str

    def expected_hash(self, previous_hash: str) -> str:
        return _sha256(
            [
                previous_hash,
                self.employer_id,
                self.sequence,
                self.at.astimezone(UTC).isoformat(timespec="microseconds"),
                self.operation.value,
                self.actor_id,
                self.actor_employer_id,
                self.actor_name,
                self.account_id,
                self.account_version,
                self.changes_digest,
            ]
        )


@dataclass(frozen=True, slots=True)
class ChainHead:
    """Where an employer's chain stands: the number and hash of its last entry."""

    sequence: int = 0
    hash: str = GENESIS_HASH


@dataclass(frozen=True, slots=True)
class HistoryScope:
    """Whose history: of an employer, and of one of its accounts if given."""

    employer_id: int
    account_id: int | None = None


@dataclass(frozen=True, slots=True)
class HistoryFilter:
    operations: tuple[Operation, ...] | None = None
    start: datetime | None = None
    end: datetime | None = None
    """The first moment, and the first moment after the last."""
    terms: tuple[str, ...] = ()


class FaultKind(StrEnum):
    EDITED = "edited"
    REMOVED = "removed"
    REORDERED = "reordered"


@dataclass(frozen=True, slots=True)
class ChainFault:
    """The first place where a chain does not hold."""

    sequence: int
    kind: FaultKind


def chain_entries(
    head: ChainHead, employer_id: int, at: datetime, actor: Actor, events: Iterable[tuple[Event, str]]
) -> list[Entry]:
    """The entries that follow `head` for these events, each with its salt (H2)."""
    entries: list[Entry] = []
    previous = head
    for event, salt in events:
        bare = Entry(
            employer_id=employer_id,
            sequence=previous.sequence + 1,
            at=at,
            operation=event.operation,
            actor_id=actor.id,
            actor_employer_id=actor.employer_id,
            actor_name=actor.name,
            account_id=event.account_id,
            account_version=event.account_version,
            changes=event.changes,
            salt=salt,
            changes_digest=digest_changes(event.changes, salt),
            hash="",
        )
        entry = replace(bare, hash=bare.expected_hash(previous.hash))
        entries.append(entry)
        previous = ChainHead(entry.sequence, entry.hash)
    return entries


def first_fault(
    entries: Iterable[Entry], head: ChainHead, start: ChainHead | None = None
) -> ChainFault | None:
    """Walk one employer's chain in the order it is kept in: the first entry edited, removed or reordered.

    `head` is where the chain is said to end: entries cut off its end are missed by their number. `start`
    is where this walk begins, for a chain read in pieces; the beginning when left out.
    """
    previous = start or ChainHead()
    ahead = iter(entries)
    for entry in ahead:
        if fault := fault_after(previous, entry):
            # What is missing here may stand further on.
            moved = fault.kind is FaultKind.REMOVED and any(e.sequence == fault.sequence for e in ahead)
            return ChainFault(fault.sequence, FaultKind.REORDERED) if moved else fault
        previous = ChainHead(entry.sequence, entry.hash)
    if previous.sequence < head.sequence:
        return ChainFault(previous.sequence + 1, FaultKind.REMOVED)
    if previous != head:
        return ChainFault(min(previous.sequence, head.sequence + 1), FaultKind.EDITED)
    return None


def fault_after(previous: ChainHead, entry: Entry) -> ChainFault | None:
    """What is wrong with the entry that is found after `previous`, if anything is."""
    expected = previous.sequence + 1
    if entry.sequence > expected:
        return ChainFault(expected, FaultKind.REMOVED)
    if entry.sequence < expected:
        return ChainFault(expected, FaultKind.REORDERED)
    if entry.hash != entry.expected_hash(previous.hash):
        return ChainFault(entry.sequence, FaultKind.EDITED)
    if entry.changes is not None and digest_changes(entry.changes, entry.salt or "") != entry.changes_digest:
        return ChainFault(entry.sequence, FaultKind.EDITED)
    return None


def changes_between(before: dict[str, str | None], after: dict[str, str | None]) -> tuple[Change, ...]:
    """The fields whose value differs, in the order of `after`."""
    return tuple(
        Change(field, before.get(field), value)
        for field, value in after.items()
        if before.get(field) != value
    )


def digest_changes(changes: Iterable[Change], salt: str) -> str:
    """What the chain knows of the changes: nothing can be guessed from it without the salt."""
    return _sha256([salt, [[c.field, c.before, c.after] for c in changes]])


def _sha256(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
