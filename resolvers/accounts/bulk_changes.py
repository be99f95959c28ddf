"""What a bulk operation changes, computed in slices: for thousands of accounts this takes seconds.

Where the accounts are those of a search, it is computed before the employer's lock is taken. Under the lock,
which on SQLite keeps every other writer waiting, it is only compared with the accounts as they are then.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol, TypeGuard, TypeVar

from models.give_way import give_way
from models.rules.accounts.account import Account
from models.rules.accounts.search import Selection
from models.rules.hash_chain import ChainHead
from models.rules.history_entry import Actor, Change
from models.rules.partners.feed import StatusChange
from models.rules.policy import Policy
from models.rules.refusals import Refusal
from models.rules.vocabulary import Operation
from models.stores.accounts.account_list import matching_rows
from models.stores.accounts.accounts import (
    AccountRecord,
    AccountState,
    account_from_row,
    account_state,
)
from models.stores.history_append import HistoryDraft, chain_head
from models.stores.partners.feed import append_to_feed
from resolvers.history.record import history_event, status_changes

T = TypeVar("T")


class BulkOperation(Protocol):
    """What is done to each account: renew, delete, restore, unlock, send a link, end sessions.

    Equal operations decide alike: all that its refusals depend on, beside the accounts, is in its fields.
    """

    @property
    def operation(self) -> Operation: ...

    def refusals(self, accounts: Sequence[Account]) -> list[Refusal | None]:
        """Return for each account its refusal, or None; the accounts before it in the list count as done."""

    def after(self, account: Account) -> Account | None:
        """Return the account as it will be; None if there is nothing to do."""

    def changes(self, account: Account) -> list[Change]:
        """Return the changes that the history records for the account."""

    async def save(self, accounts: Sequence[Account]) -> None:
        """Write the operation for the accounts that change."""


class ComposingOperation(BulkOperation, Protocol):
    """One that writes a message to each account, which takes longer to compose than to write."""

    def compose(self, account: Account) -> Any:
        """Return the message to an account, as it was before the operation."""

    async def ready(self) -> "ComposingOperation":
        """Return the operation with what it composes messages of, which is read if it is not known yet."""

    async def save_composed(self, accounts: Sequence[Account], composed: Sequence[Any]) -> None:
        """Write the operation as `save` does, with the messages to these accounts."""


def _composes(operation: BulkOperation) -> TypeGuard[ComposingOperation]:
    return hasattr(operation, "compose")


@dataclass(frozen=True, slots=True)
class Saving:
    """What one operation writes."""

    operation: BulkOperation
    accounts: Sequence[Account]
    composed: Sequence[Any]

    async def save(self) -> None:
        if _composes(self.operation):
            await self.operation.save_composed(self.accounts, self.composed)
        else:
            await self.operation.save(self.accounts)


@dataclass(frozen=True, slots=True)
class BulkChanges:
    """What is written: the accounts that each operation changes, their history, their changes of status."""

    refusals: Mapping[int, Refusal | None]
    """Of the first operation."""
    after: Mapping[int, Account]
    """Each account as it will be, the refused ones as they are."""
    savings: Sequence[Saving]
    history: HistoryDraft
    feed: Sequence[StatusChange]


@dataclass(frozen=True, slots=True)
class PreparedBulk:
    """Changes that were computed without the lock: they hold as long as nothing they depend on changes."""

    today: date
    states: Sequence[AccountState]
    """Of all accounts that match."""
    changes: BulkChanges

    async def holds(
        self, operations: Sequence[BulkOperation], today: date, states: Sequence[AccountState]
    ) -> bool:
        """Return whether these operations on accounts in these states change the same."""
        if today != self.today or states != self.states:
            return False
        savings = self.changes.savings
        now = [await _ready(one, saving.accounts) for one, saving in zip(operations, savings, strict=True)]
        return now == [saving.operation for saving in savings]


@dataclass(frozen=True, slots=True)
class BulkRun:
    """One bulk operation: for whom, when, and what is awaited between two slices."""

    employer_id: int
    actor: Actor
    now: datetime
    policy: Policy
    pause: Callable[[], Awaitable[None]]

    async def prepare(
        self, operations: Sequence[BulkOperation], matching: Selection, today: date
    ) -> PreparedBulk | None:
        """Compute the changes of all accounts that match, without the lock; None if one slice holds them.

        None also for more than may match, which is refused under the lock.
        """
        rows = await matching_rows(matching, self.now, self.policy.bulk_matches)
        if not self.policy.bulk_slice < len(rows) <= self.policy.bulk_matches:
            return None
        accounts = await self.accounts(rows)
        states = [account_state(row) for row in rows]
        head = await chain_head(self.employer_id)
        return PreparedBulk(today, states, await self.changes(operations, accounts, today, head))

    async def accounts(self, rows: Sequence[AccountRecord]) -> list[Account]:
        accounts: list[Account] = []
        for part in self._slices(rows):
            accounts += map(account_from_row, part)
            await self.pause()
        return accounts

    async def changes(
        self, operations: Sequence[BulkOperation], accounts: Sequence[Account], today: date, head: ChainHead
    ) -> BulkChanges:
        """Decide for each account, and compute what is written for those that change (R1).

        Each further operation is done to the accounts that the one before it changed. `head` is the end of
        the employer's history.
        """
        history = HistoryDraft(self.employer_id, head, self.now, self.actor)
        refusals: Mapping[int, Refusal | None] | None = None
        after = {account.id: account for account in accounts}
        savings: list[Saving] = []
        feed: list[StatusChange] = []
        for one in operations:
            refused = refusals_of(one, accounts)
            refusals = refused if refusals is None else refusals
            done = [account for account in accounts if refused[account.id] is None]
            operation = await _ready(one, done)
            moves: list[tuple[Account, Account]] = []
            composed: list[Any] = []
            for part in self._slices(done):
                moved = [(a, later) for a in part if (later := operation.after(a)) is not None]
                moves += moved
                history.add(history_event(operation.operation, a, operation.changes(b)) for b, a in moved)
                feed += status_changes(moved, self.now, today)
                if _composes(operation):
                    composed += [operation.compose(before) for before, _ in moved]
                await self.pause()
            savings.append(Saving(operation, [before for before, _ in moves], composed))
            accounts = [later for _, later in moves]
            after |= {account.id: account for account in accounts}
        return BulkChanges(refusals or {}, after, savings, history, feed)

    async def save(self, changes: BulkChanges, head: ChainHead | None = None) -> None:
        """Write the changes, under the lock (H1); `head` is the end of the history under it, if known."""
        for saving in changes.savings:
            if saving.accounts:
                await saving.save()
        await changes.history.append(head)
        await append_to_feed(self.employer_id, changes.feed)

    def _slices(self, items: Sequence[T]) -> Iterator[Sequence[T]]:
        size = self.policy.bulk_slice
        return (items[start : start + size] for start in range(0, len(items), size))


async def _ready(operation: BulkOperation, accounts: Sequence[Account]) -> BulkOperation:
    """Return an operation that can be done to these accounts."""
    if accounts and _composes(operation):
        return await operation.ready()
    return operation


def refusals_of(operation: BulkOperation, accounts: Sequence[Account]) -> dict[int, Refusal | None]:
    """Return the refusal of each account by its id, or None."""
    return dict(zip((account.id for account in accounts), operation.refusals(accounts), strict=True))


async def let_others_go_on() -> None:
    """Let the other requests of this process go on, for longer if the caller is ahead of its share."""
    await asyncio.sleep(0)
    await give_way()
