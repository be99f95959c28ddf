"""The transaction in which every write for an employer is done, under the employer's lock (H2)."""

from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from datetime import date, datetime
from weakref import WeakValueDictionary

import anyio

from models.database import transaction
from models.rules.accounts.account import Account
from models.rules.employers.mandate import covers
from models.rules.employers.mandate_refusals import beyond_mandate
from models.rules.refusals import Refused, mandate_ended, not_signed_in
from models.rules.vocabulary import AccountStatus, MandateScope
from models.stores.accounts.accounts import accounts_by_id
from models.stores.employers.mandates import mandates_of_holder
from resolvers.caller import Caller, require_administrator_of
from resolvers.employers.publish_expiries import (
    HeldLock,
    lock_and_publish_expiries,
    lock_if_published,
    lock_several_and_publish_expiries,
    publish_employer_expiries,
)

MAX_CONCURRENT_TRANSACTIONS = 2
"""Per process and employer: one that writes, and one that waits for the lock in the database."""
_queues: WeakValueDictionary[int, anyio.Semaphore] = WeakValueDictionary()


@asynccontextmanager
async def employer_transaction(
    employer_id: int, now: datetime, *, only_open: bool = False
) -> AsyncIterator[date]:
    """Open a transaction that holds the employer's lock; yield today's date in Paris, read under the lock.

    Raises: Refused, as `employer_lock`.
    """
    async with employer_lock(employer_id, now, only_open=only_open) as held:
        yield held.today


@asynccontextmanager
async def employer_lock(
    employer_id: int, now: datetime, *, only_open: bool = False
) -> AsyncIterator[HeldLock]:
    """Open a transaction that holds the employer's lock; yield what was read with the lock.

    Further writers of this process wait without a database connection, so that readers, and writers for other
    employers, always get one.

    Raises: Refused, with `only_open`, if the operator has closed the employer.
    """
    queue = _queues.setdefault(employer_id, anyio.Semaphore(MAX_CONCURRENT_TRANSACTIONS))
    async with queue:
        async with transaction():
            held = await lock_if_published(employer_id, now, only_open=only_open)
            if held is not None:
                yield held
                return
        # Published in a transaction of its own: other transactions append to the feed last.
        await publish_employer_expiries(employer_id, now)
        async with transaction():
            yield await lock_and_publish_expiries(employer_id, now, only_open=only_open)


@asynccontextmanager
async def employers_transaction(employer_ids: Collection[int], now: datetime) -> AsyncIterator[date]:
    """Open a transaction that holds the locks of several employers; yield today's date in Paris.

    For what operators do, who are few: they wait for the locks without a queue.
    """
    for employer_id in employer_ids:
        await publish_employer_expiries(employer_id, now)
    async with transaction():
        yield await lock_several_and_publish_expiries(employer_ids, now)


@asynccontextmanager
async def caller_transaction(
    caller: Caller, employer_id: int, now: datetime, scope: MandateScope = MandateScope.MANAGE
) -> AsyncIterator[date]:
    """Open an `employer_transaction` for a caller who administers the employer; yield today's date in Paris.

    A caller who acts by a mandate needs one of this scope, or a wider one (E1).

    The caller is checked again under the lock: of two administrators who delete each other at the same
    moment, the second is no longer one (D2).

    Raises: Refused, as `require_administrator_of`; NOT_SIGNED_IN if the caller has lost access meanwhile, or
    the employer was closed.
    """
    require_administrator_of(caller, employer_id, scope=scope)
    async with employer_transaction(employer_id, now, only_open=True) as today:
        await check_still_authorised(caller, employer_id, now, today, scope)
        yield today


async def check_still_authorised(
    caller: Caller,
    employer_id: int,
    now: datetime,
    today: date,
    scope: MandateScope,
    current: Account | None = None,
) -> None:
    """Check a caller again, inside a transaction. Raises: Refused, as `caller_transaction`.

    `current` is the caller's account, where it was read under the lock already.
    """
    own = caller.signed_in()
    if current is None:
        current = (await accounts_by_id([own.id], [own.employer_id]))[own.id]
    if current.status(today) is not AccountStatus.ACTIVE or current.locked(now):
        raise Refused(not_signed_in())
    if employer_id == own.employer_id:
        return
    held = (await mandates_of_holder(own.id, today)).get(employer_id)
    if held is None:
        raise Refused(mandate_ended())
    if not covers(held, scope):
        raise Refused(beyond_mandate())
