"""Entries recorded in the history of an employer, and read back."""

from datetime import timedelta

from models.rules.accounts.account import Account
from models.rules.history_entry import SYSTEM, Actor, Change, Entry, Event, HistoryFilter, HistoryScope
from models.rules.vocabulary import Operation
from models.stores.history import history_page
from models.stores.history_append import append_history
from tests.factories import NOW, House

CREATED = (Change("lastName", None, "L’Hermitte"), Change("phone", None, None))


def an_event(account: Account, operation: Operation = Operation.DETAILS_MODIFIED, version: int = 1) -> Event:
    return Event(operation, account.id, version, CREATED)


def done_by(account: Account) -> Actor:
    return Actor(account.id, account.employer_id)


async def record_hourly(house: House, count: int) -> None:
    """One entry an hour: renewals of Paul by Jean and, every third, a deletion of Sara by the system."""
    for n in range(count):
        at = NOW + timedelta(hours=n)
        if n % 3:
            await append_history(
                house.employer_id, at, done_by(house.jean), [an_event(house.paul, version=n + 1)]
            )
        else:
            await append_history(
                house.employer_id, at, SYSTEM, [an_event(house.sara, Operation.ACCOUNT_DELETED)]
            )


async def all_entries(scope: HistoryScope, wanted: HistoryFilter | None = None) -> list[Entry]:
    page, more = await history_page(
        scope, wanted or HistoryFilter(), limit=1_000, beyond=None, backward=False
    )
    assert not more
    return [entry for _, entry in page]
