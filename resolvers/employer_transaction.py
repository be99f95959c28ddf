"""The transaction in which every write for an employer is done, under the employer's lock (H2)."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, datetime
from weakref import WeakValueDictionary

import anyio

from models.database import transaction
from models.rules.refusals import Refused, mandate_ended, not_signed_in
from models.rules.vocabulary import AccountStatus
from models.stores.accounts.accounts import accounts_by_id
from models.stores.employers.employers import mandated_employers
from resolvers.caller import Caller, require_administrator_of
from resolvers.employers.publish_expiries import lock_and_publish_expiries, publish_employer_expiries

MAX_CONCURRENT_TRANSACTIONS = 2
"""Per process and employer: one that writes, and one that waits for the lock in the database."""
_queues: WeakValueDictionary[int, anyio.Semaphore] = WeakValueDictionary()


@asynccontextmanager
async def employer_transaction(employer_id: int, now: datetime) -> AsyncIterator[date]:
    """Open a transaction that holds the employer's lock; yield today's date in Paris, read under the lock.

    Further writers of this process wait without a database connection, so that readers, and writers for other
    employers, always get one.
    """
    queue = _queues.setdefault(employer_id, anyio.Semaphore(MAX_CONCURRENT_TRANSACTIONS))
    async with queue:
        await publish_employer_expiries(employer_id, now)
        async with transaction():
            yield await lock_and_publish_expiries(employer_id, now)


@asynccontextmanager
async def caller_transaction(caller: Caller, employer_id: int, now: datetime) -> AsyncIterator[date]:
    """Open an `employer_transaction` for a caller who administers the employer; yield today's date in Paris.

    The caller is checked again under the lock: of two administrators who delete each other at the same
    moment, the second is no longer one (D2).

    Raises: Refused, as `require_administrator_of`; NOT_SIGNED_IN if the caller has lost access meanwhile.
    """
    require_administrator_of(caller, employer_id)
    async with employer_transaction(employer_id, now) as today:
        await _check_still_authorised(caller, employer_id, now, today)
        yield today


async def _check_still_authorised(caller: Caller, employer_id: int, now: datetime, today: date) -> None:
    own = caller.signed_in()
    current = (await accounts_by_id([own.id], [own.employer_id]))[own.id]
    if current.status(today) is not AccountStatus.ACTIVE or current.locked(now):
        raise Refused(not_signed_in())
    if employer_id != own.employer_id and employer_id not in await mandated_employers(own.id, today):
        raise Refused(mandate_ended())
