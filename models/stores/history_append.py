"""Appending to the history of an employer, at the end of its chain (H1, H2)."""

import json
import secrets
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from models.rules.hash_chain import ChainHead, chain_entries
from models.rules.history_entry import Actor, Entry, Event
from models.stores.bulk_insert import bulk_insert
from models.tables.employers import EmployerRow


class HistoryDraft:
    """Entries that follow the end of an employer's chain, not written yet."""

    def __init__(self, employer_id: int, head: ChainHead, at: datetime, actor: Actor) -> None:
        self._employer_id, self._at, self._actor = employer_id, at, actor
        self._head = self._end = head
        self._last: Entry | None = None
        self._events: list[Event] = []
        self._rows: list[dict[str, Any]] = []

    def add(self, events: Iterable[Event]) -> None:
        """Chain these events to the entries before them."""
        salted = [(event, secrets.token_hex(16)) for event in events]
        entries = chain_entries(self._end, self._employer_id, self._at, self._actor, salted, self._last)
        self._events += (event for event, _ in salted)
        self._rows += map(entry_columns, entries)
        if entries:
            self._last = entries[-1]
            self._end = ChainHead(self._last.sequence, self._last.hash)

    async def append(self) -> None:
        """Append the entries to the employer's chain. The caller holds the lock of the employer.

        They are chained anew if others were appended since the draft was made.
        """
        if not self._events:
            return
        head = await chain_head(self._employer_id)
        if head != self._head:
            events, self._events, self._rows = self._events, [], []
            self._head, self._end, self._last = head, head, None
            self.add(events)
        await bulk_insert("history", self._rows)
        await EmployerRow.filter(id=self._employer_id).update(
            history_sequence=self._end.sequence, history_hash=self._end.hash
        )


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
    changes = [[c.field, c.before, c.after] for c in entry.changes or ()]
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
        "changes": json.dumps(changes, ensure_ascii=False),
        "salt": entry.salt,
        "changes_digest": entry.changes_digest,
        "hash": entry.hash,
        "group_start": entry.group_start,
    }
