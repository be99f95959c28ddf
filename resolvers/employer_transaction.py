"""Writing for an employer: one at a time, in the order that they came (H2)."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, datetime
from weakref import WeakValueDictionary

import anyio

from models.database import transaction
from resolvers.employers.publish_expiries import lock_and_publish_expiries, publish_employer_expiries

MAX_WAITING_TRANSACTIONS = 2
"""Of one process, for one employer: one that writes, and one that waits in the database to be next."""
_queues: WeakValueDictionary[int, anyio.Semaphore] = WeakValueDictionary()


@asynccontextmanager
async def employer_transaction(employer_id: int, now: datetime) -> AsyncIterator[date]:
    """A transaction that holds the employer's lock; gives the day it is in Paris under it.

    The others of this process wait without a connection: however many write for one employer, whoever reads,
    or writes for another, finds one.
    """
    queue = _queues.setdefault(employer_id, anyio.Semaphore(MAX_WAITING_TRANSACTIONS))
    async with queue:
        await publish_employer_expiries(employer_id, now)
        async with transaction():
            yield await lock_and_publish_expiries(employer_id, now)
