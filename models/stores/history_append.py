"""Appending to the history of an employer, at the end of its chain (H1, H2)."""

import secrets
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from models.database import Dialect, dialect
from models.rules.hash_chain import Chain, ChainHead, DigestedEvent, Link, digested, stored_changes
from models.rules.history_entry import Actor, Entry, Event
from models.stores.bulk_insert import array_of, bulk_insert_records, separated, storable
from models.stores.sql import Statement

_SALT_BYTES = 16


class HistoryDraft:
    """Entries that follow the end of an employer's chain, not written yet."""

    def __init__(self, employer_id: int, head: ChainHead, at: datetime, actor: Actor) -> None:
        self._employer_id, self._at, self._actor = employer_id, at, actor
        self._events: list[DigestedEvent] = []
        self._begin(head)

    def _begin(self, head: ChainHead) -> None:
        self._head = head
        self._chain = Chain(head, self._employer_id, self._at, self._actor)
        self._chained = 0
        self._records: list[tuple[object, ...]] = []
        """On SQLite: the rows."""
        self._texts: list[list[str]] = []
        """On PostgreSQL: of each slice, the values of each of `_OWN_COLUMNS` in one text."""

    def add(self, events: Iterable[Event]) -> None:
        """Chain these events to the entries before them."""
        new = list(events)
        salts, size = secrets.token_bytes(_SALT_BYTES * len(new)).hex(), 2 * _SALT_BYTES
        self._events += [digested(one, salts[size * n : size * (n + 1)]) for n, one in enumerate(new)]
        self._chain_rest()

    def _chain_rest(self) -> None:
        """Link the events that are not linked yet, and make of them what is sent: not under the lock."""
        events = self._events[self._chained :]
        if not events:
            return
        columns = _own_columns(events, self._chain.link(events))
        if dialect() is Dialect.POSTGRESQL:
            self._texts.append([separated(values) for values in columns])
        else:
            common = tuple(self._common().values())
            self._records += [(*common, *own) for own in zip(*columns, strict=True)]
        self._chained = len(self._events)

    async def append(self, head: ChainHead | None = None) -> None:
        """Append the entries to the employer's chain. The caller holds the lock of the employer.

        `head` is the end of the chain as read under the lock, where it is known. The entries are chained anew
        if others were appended since the draft was made. Raises: ValueError, before any is lost.
        """
        if not self._events:
            return
        if (head is None or head == self._head) and await self._save():
            return
        is_new = head is not None and head != self._head
        self._begin(head if is_new and head else await chain_head(self._employer_id))
        self._chain_rest()
        if not await self._save():
            raise ValueError("the end of the history is another one than was read under the lock")

    async def _save(self) -> bool:
        """Write the entries and the new end; return False if the chain no longer ends where they begin."""
        if dialect() is Dialect.POSTGRESQL:
            return await self._save_as_arrays()
        statement = Statement()
        if not await statement.rows(f"{self._advance(statement)} RETURNING id"):
            return False
        await bulk_insert_records("history", (*self._common(), *_OWN_COLUMNS), self._records)
        return True

    async def _save_as_arrays(self) -> bool:
        """Do it in one statement, each column being sent as one text (`array_of`).

        The rows are inserted in the order of the texts: a join without a condition is a loop over them.
        """
        statement = Statement()
        advanced, common = self._advance(statement), self._common()
        constants = [f"{statement.value(value)}::{_TYPES[name]}" for name, value in common.items()]
        texts = zip(*self._texts, strict=True)
        arrays = [
            array_of(statement, column, _TYPES[name])
            for name, column in zip(_OWN_COLUMNS, texts, strict=True)
        ]
        own = ", ".join(_OWN_COLUMNS)
        rows = await statement.rows(
            f"WITH head AS ({advanced} RETURNING id), entries AS ("
            f"INSERT INTO history ({', '.join(common)}, {own}) SELECT {', '.join(constants)}, {own} "
            f"FROM head, unnest({', '.join(arrays)}) AS entry({own})) SELECT id FROM head"
        )
        return bool(rows)

    def _advance(self, statement: Statement) -> str:
        start, end = self._head, self._chain.head
        return (
            f"UPDATE employer SET history_sequence = {statement.value(end.sequence)}, "
            f"history_hash = {statement.value(end.hash)} WHERE id = {statement.value(self._employer_id)} "
            f"AND history_sequence = {statement.value(start.sequence)} "
            f"AND history_hash = {statement.value(start.hash)}"
        )

    def _common(self) -> dict[str, object]:
        """The columns that are equal in all entries."""
        return {
            "employer_id": self._employer_id,
            "at": storable(self._at),
            "actor_id": self._actor.id,
            "actor_employer_id": self._actor.employer_id,
            "actor_name": self._actor.name,
        }


def _own_columns(events: Sequence[DigestedEvent], links: Sequence[Link]) -> Sequence[list[Any]]:
    """The values of `_OWN_COLUMNS`, by column."""
    return (
        [one.event.operation.value for one in events],
        [one.event.account_id for one in events],
        [one.event.account_version for one in events],
        [one.stored_changes for one in events],
        [one.salt for one in events],
        [one.changes_digest for one in events],
        [link.sequence for link in links],
        [link.hash for link in links],
        [link.group_start for link in links],
    )


async def append_history(employer_id: int, at: datetime, actor: Actor, events: Iterable[Event]) -> None:
    """Append these events to the employer's chain. The caller holds the lock of the employer."""
    draft = HistoryDraft(employer_id, await chain_head(employer_id), at, actor)
    draft.add(events)
    await draft.append()


async def chain_head(employer_id: int) -> ChainHead:
    """The recorded end of the employer's chain."""
    statement = Statement()
    (row,) = await statement.rows(
        f"SELECT history_sequence, history_hash FROM employer WHERE id = {statement.value(employer_id)}"
    )
    return ChainHead(row["history_sequence"], row["history_hash"])


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
        "changes": stored_changes(entry.changes or ()),
        "salt": entry.salt,
        "changes_digest": entry.changes_digest,
        "hash": entry.hash,
        "group_start": entry.group_start,
    }


_OWN_COLUMNS = (
    "operation",
    "account_id",
    "account_version",
    "changes",
    "salt",
    "changes_digest",
    "sequence",
    "hash",
    "group_start",
)
"""What differs from entry to entry of a draft."""

_TYPES = {
    "employer_id": "bigint",
    "at": "timestamptz",
    "actor_id": "bigint",
    "actor_employer_id": "bigint",
    "actor_name": "text",
    "operation": "text",
    "account_id": "bigint",
    "account_version": "int",
    "changes": "text",
    "salt": "text",
    "changes_digest": "text",
    "sequence": "bigint",
    "hash": "text",
    "group_start": "bigint",
}
"""Their types on PostgreSQL, which an array does not tell by itself."""
