"""Writes the history and the status feed, in the transaction of the change itself (H1, T2)."""

from collections.abc import Iterable
from datetime import date, datetime

from models.rules.accounts.account import Account
from models.rules.history_entry import Actor, Change, Event
from models.rules.partners.feed import StatusChange
from models.rules.vocabulary import Operation
from models.stores.history_append import append_history
from models.stores.partners.feed import append_to_feed


async def record_history(
    employer_id: int,
    actor: Actor,
    events: Iterable[Event],
    moves: Iterable[tuple[Account | None, Account]],
    now: datetime,
    today: date,
) -> None:
    """Append `events` to the history and the status changes to the feed (H1, T2).

    `moves` are the accounts before (None: created) and after; those with another status are published.
    """
    await append_history(employer_id, now, actor, events)
    await append_to_feed(employer_id, status_changes(moves, now, today))


def status_changes(
    moves: Iterable[tuple[Account | None, Account]], now: datetime, today: date
) -> list[StatusChange]:
    """Return the changes of status of these accounts before (None: created) and after."""
    statuses = [
        (after.id, before.status(today) if before else None, after.status(today)) for before, after in moves
    ]
    return [StatusChange(id_, before, after, now) for id_, before, after in statuses if before is not after]


def history_event(operation: Operation, account: Account, changes: Iterable[Change]) -> Event:
    """Return the event of an operation on an account; `account` is the account after it."""
    return Event(operation, account.id, account.version, tuple(changes))


def employer_event(operation: Operation, changes: Iterable[Change]) -> Event:
    """Return the event of an operation on the employer itself: its details, its mandates."""
    return Event(operation, None, 0, tuple(changes))
