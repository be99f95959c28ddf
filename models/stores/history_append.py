"""Appending to the history of an employer, at the end of its chain (H1, H2)."""

import json
import secrets
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from models.rules.hash_chain import Chain, ChainHead, DigestedEvent, digested
from models.rules.history_entry import Actor, Change, Entry, Event
from models.stores.bulk_insert import bulk_insert_records, storable
from models.tables.employers import EmployerRow

_SALT_BYTES = 16


class HistoryDraft:
    """Entries that follow the end of an employer's chain, not written yet."""

    def __init__(self, employer_id: int, head: ChainHead, at: datetime, actor: Actor) -> None:
        self._employer_id, self._at, self._actor = employer_id, at, actor
        self._events: list[tuple[DigestedEvent, str]] = []
        """Each with its changes as they are stored."""
        self._begin(head)

    def _begin(self, head: ChainHead) -> None:
        self._head = head
        self._chain = Chain(head, self._employer_id, self._at, self._actor)
        self._rows: list[tuple[object, ...]] = []
        self._chained = 0

    def add(self, events: Iterable[Event]) -> None:
        """Chain these events to the entries before them."""
        new = list(events)
        salts = secrets.token_bytes(_SALT_BYTES * len(new))
        for place, event in enumerate(new):
            salt = salts[_SALT_BYTES * place : _SALT_BYTES * (place + 1)].hex()
            self._events.append((digested(event, salt), _changes_json(event.changes)))
        self._chain_rest()

    def _chain_rest(self) -> None:
        """Make the rows of the events that have none yet."""
        employer_id, at, actor, link = self._employer_id, storable(self._at), self._actor, self._chain.link
        for one, changes in self._events[self._chained :]:
            event, (sequence, entry_hash, start) = one.event, link(one)
            whose = (actor.id, actor.employer_id, actor.name, event.account_id, event.account_version)
            what = (changes, one.salt, one.changes_digest, entry_hash, start)
            self._rows.append((employer_id, sequence, at, event.operation.value, *whose, *what))
        self._chained = len(self._events)

    async def append(self) -> None:
        """Append the entries to the employer's chain. The caller holds the lock of the employer.

        They are chained anew if others were appended since the draft was made.
        """
        if not self._events:
            return
        if not await self._advance():
            self._begin(await chain_head(self._employer_id))
            self._chain_rest()
            await self._advance()
        await bulk_insert_records("history", _COLUMNS, self._rows)

    async def _advance(self) -> bool:
        """Record the new end of the chain; return False if it no longer ends where the draft begins."""
        start, end = self._head, self._chain.head
        still = EmployerRow.filter(
            id=self._employer_id, history_sequence=start.sequence, history_hash=start.hash
        )
        return bool(await still.update(history_sequence=end.sequence, history_hash=end.hash))


async def append_history(employer_id: int, at: datetime, actor: Actor, events: Iterable[Event]) -> None:
    """Append these events to the employer's chain. The caller holds the lock of the employer."""
    draft = HistoryDraft(employer_id, await chain_head(employer_id), at, actor)
    draft.add(events)
    await draft.append()


async def chain_head(employer_id: int) -> ChainHead:
    """The recorded end of the employer's chain."""
    row = await EmployerRow.get(id=employer_id)
    return ChainHead(row.history_sequence, row.history_hash)


def entry_columns(entry: Entry) -> dict[str, Any]:
    """The columns of an entry whose changes are not erased."""
    return {
        "employer_id": entry.employer_id,
        "sequence": entry.sequence,
        "at": entry.at,
        "operation": entry.operation,
        "actor_id": entry.actor_id,
        "actor_employer_id": entry.actor_employer_id,
        "actor_name": entry.actor_name,
        "account_id": entry.account_id,
        "account_version": entry.account_version,
        "changes": _changes_json(entry.changes or ()),
        "salt": entry.salt,
        "changes_digest": entry.changes_digest,
        "hash": entry.hash,
        "group_start": entry.group_start,
    }


_COLUMNS = (
    "employer_id",
    "sequence",
    "at",
    "operation",
    "actor_id",
    "actor_employer_id",
    "actor_name",
    "account_id",
    "account_version",
    "changes",
    "salt",
    "changes_digest",
    "hash",
    "group_start",
)
"""In the order of the rows of a draft."""

_encode = json.JSONEncoder(ensure_ascii=False).encode


def _changes_json(changes: Iterable[Change]) -> str:
    return _encode([[c.field, c.before, c.after] for c in changes])
