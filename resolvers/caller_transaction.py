"""The one way to write for an employer: who may, in which transaction, under which lock."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, datetime

from models.rules.refusals import Refused, not_signed_in
from models.rules.vocabulary import AccountStatus
from models.stores.accounts.accounts import accounts_by_id
from models.stores.employers import mandated_employers
from resolvers.caller import Caller, require_administrator_of
from resolvers.employer_transaction import employer_transaction


@asynccontextmanager
async def caller_transaction(caller: Caller, employer_id: int, now: datetime) -> AsyncIterator[date]:
    """A transaction in which the caller writes for this employer alone; gives the day it is in Paris.

    Whoever else writes for this employer waits. What the caller was when the request came in is looked at
    again under the lock: of two administrators who delete each other, the second is no longer one (D2).

    Raises: Refused, as `require_administrator_of`; NOT_SIGNED_IN if the caller has lost access meanwhile.
    """
    require_administrator_of(caller, employer_id)
    async with employer_transaction(employer_id, now) as today:
        await _still_in_force(caller, employer_id, now, today)
        yield today


async def _still_in_force(caller: Caller, employer_id: int, now: datetime, today: date) -> None:
    own = caller.signed_in()
    current = (await accounts_by_id([own.id], [own.employer_id]))[own.id]
    if current.status(today) is not AccountStatus.ACTIVE or current.locked(now):
        raise Refused(not_signed_in())
    if employer_id != own.employer_id and employer_id not in await mandated_employers(own.id, today):
        raise Refused(not_signed_in())
