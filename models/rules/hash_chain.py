"""The hash chain that shows whether the history was tampered with (H2).

Each employer's entries are numbered from 1 and chained: the hash of an entry covers the hash of the entry
before it, its own facts, and a salted digest of its changes. Erasing the changes and their salt leaves the
digest, so the chain remains valid.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256
from json.encoder import encode_basestring
from typing import NamedTuple

from models.rules.history_entry import Actor, Change, Entry, Event
from models.rules.vocabulary import Operation

GENESIS_HASH = "0" * 64
"""The previous hash of the first entry."""


@dataclass(frozen=True, slots=True)
class ChainHead:
    """The end of an employer's chain: the number and hash of its last entry."""

    sequence: int = 0
    hash: str = GENESIS_HASH


class FaultKind(StrEnum):
    EDITED = "edited"
    REMOVED = "removed"
    REORDERED = "reordered"


@dataclass(frozen=True, slots=True)
class ChainFault:
    """The first entry at which a chain is not valid."""

    sequence: int
    kind: FaultKind


class DigestedEvent(NamedTuple):
    """An event with its salt and the digest of its changes: the part that does not depend on the chain."""

    event: Event
    salt: str
    stored_changes: str
    """The changes as JSON, as they are stored."""
    changes_digest: str


class Link(NamedTuple):
    """What the chain adds to an event: its number, its hash, and where its group begins (H3)."""

    sequence: int
    hash: str
    group_start: int | None


class Chain:
    """Chains the events of one request to the entries before them (H2).

    What the events have in common is encoded once. The text that is hashed is that of `expected_hash`.
    """

    def __init__(self, head: ChainHead, employer_id: int, at: datetime, actor: Actor) -> None:
        self._sequence, self._hash = head.sequence, head.hash
        self._employer, self._moment = f",{employer_id},", f',"{_moment(at)}",'
        self._actor = f",{_encode((actor.id, actor.employer_id, actor.name))[1:-1]},"
        self._operation: Operation | None = None
        self._group_start = 0

    @property
    def head(self) -> ChainHead:
        return ChainHead(self._sequence, self._hash)

    def link(self, digested: Iterable[DigestedEvent]) -> list[Link]:
        """Append these events in one pass; a group holds consecutive events of one operation."""
        sequence, previous = self._sequence, encode_basestring(self._hash)
        operation, group_start, links = self._operation, self._group_start, list[Link]()
        employer, moment, middle = self._employer, self._moment, ""
        for event, _, _, changes_digest in digested:
            sequence += 1
            if event.operation is not operation or not middle:
                if event.operation is not operation:
                    operation, group_start = event.operation, sequence
                middle = f'{moment}"{operation.value}"{self._actor}'
            account_id = "null" if event.account_id is None else event.account_id
            text = (
                f"[{previous}{employer}{sequence}{middle}{account_id},{event.account_version},"
                f'"{changes_digest}"]'
            )
            entry_hash = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
            links.append(Link(sequence, entry_hash, None if group_start == sequence else group_start))
            previous = f'"{entry_hash}"'
        if links:
            self._sequence, self._hash = sequence, links[-1].hash
            self._operation, self._group_start = operation, group_start
        return links


def digested(event: Event, salt: str) -> DigestedEvent:
    """Compute what of an entry does not depend on the entries before it."""
    parts = [_encoded_parts(change) for change in event.changes]
    return DigestedEvent(event, salt, _joined(parts, ", "), _digest(parts, salt))


def chain_entries(
    head: ChainHead, employer_id: int, at: datetime, actor: Actor, events: Iterable[tuple[Event, str]]
) -> list[Entry]:
    """The entries that follow `head` for these events of one request, each with its salt (H2)."""
    chain = Chain(head, employer_id, at, actor)
    entries: list[Entry] = []
    for event, salt in events:
        added = digested(event, salt)
        (link,) = chain.link([added])
        entries.append(
            Entry(
                employer_id=employer_id,
                sequence=link.sequence,
                at=at,
                operation=event.operation,
                actor_id=actor.id,
                actor_employer_id=actor.employer_id,
                actor_name=actor.name,
                account_id=event.account_id,
                account_version=event.account_version,
                changes=event.changes,
                salt=salt,
                changes_digest=added.changes_digest,
                hash=link.hash,
                group_start=link.group_start,
            )
        )
    return entries


def first_fault(
    entries: Iterable[Entry], head: ChainHead, start: ChainHead | None = None
) -> ChainFault | None:
    """Walk one employer's chain in stored order and return the first entry edited, removed or reordered.

    `head` is the recorded end of the chain: entries cut off its end are missing by their number. `start` is
    where this walk begins, for a chain that is read in pieces; by default, the beginning of the chain.
    """
    previous = start or ChainHead()
    remaining = iter(entries)
    for entry in remaining:
        if fault := fault_after(previous, entry):
            # The entry that is missing here may come later.
            moved = fault.kind is FaultKind.REMOVED and any(e.sequence == fault.sequence for e in remaining)
            return ChainFault(fault.sequence, FaultKind.REORDERED) if moved else fault
        previous = ChainHead(entry.sequence, entry.hash)
    if previous.sequence < head.sequence:
        return ChainFault(previous.sequence + 1, FaultKind.REMOVED)
    if previous != head:
        return ChainFault(min(previous.sequence, head.sequence + 1), FaultKind.EDITED)
    return None


def fault_after(previous: ChainHead, entry: Entry) -> ChainFault | None:
    """The fault of the entry that is stored after `previous`; None if it is valid."""
    expected = previous.sequence + 1
    if entry.sequence > expected:
        return ChainFault(expected, FaultKind.REMOVED)
    if entry.sequence < expected:
        return ChainFault(expected, FaultKind.REORDERED)
    if entry.hash != expected_hash(entry, previous.hash):
        return ChainFault(entry.sequence, FaultKind.EDITED)
    if entry.changes is not None and digest_changes(entry.changes, entry.salt or "") != entry.changes_digest:
        return ChainFault(entry.sequence, FaultKind.EDITED)
    return None


def expected_hash(entry: Entry, previous_hash: str) -> str:
    """The hash of an entry that follows an entry with `previous_hash`, in hex (H2)."""
    return _sha256(
        _encode(
            [
                previous_hash,
                entry.employer_id,
                entry.sequence,
                _moment(entry.at),
                entry.operation.value,
                entry.actor_id,
                entry.actor_employer_id,
                entry.actor_name,
                entry.account_id,
                entry.account_version,
                entry.changes_digest,
            ]
        )
    )


def stored_changes(changes: Iterable[Change]) -> str:
    """The changes as JSON, as they are stored."""
    return _joined(map(_encoded_parts, changes), ", ")


def digest_changes(changes: Iterable[Change], salt: str) -> str:
    """The digest that the chain holds of the changes: without the salt they cannot be guessed from it."""
    return _digest(map(_encoded_parts, changes), salt)


def _digest(parts: Iterable[tuple[str, str, str]], salt: str) -> str:
    return _sha256(f"[{encode_basestring(salt)},{_joined(parts, ',')}]")


def _encoded_parts(change: Change) -> tuple[str, str, str]:
    """The three parts of a change in JSON; encoded by hand, for it is done for thousands."""
    before, after = change.before, change.after
    return (
        encode_basestring(change.field),
        "null" if before is None else encode_basestring(before),
        "null" if after is None else encode_basestring(after),
    )


def _joined(parts: Iterable[tuple[str, str, str]], separator: str) -> str:
    return f"[{separator.join([f'[{name}{separator}{a}{separator}{b}]' for name, a, b in parts])}]"


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds")


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""One encoder for all: making one takes longer than encoding an entry."""


def _sha256(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
