"""The transaction in which a side of a mandate acts, and what the history keeps of it (E1, E4)."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, datetime

from models.rules.accounts.account import Account
from models.rules.employers.employer import Employer
from models.rules.employers.mandate import Mandate
from models.rules.history_entry import Change
from models.rules.refusals import Refused, not_found
from models.rules.vocabulary import MandateScope, Operation
from models.stores.employers.employers import employers_by_id
from models.stores.employers.mandates import mandates_by_id
from resolvers.caller import Caller, require_own_administrator
from resolvers.employer_transaction import check_still_authorised, employer_transaction
from resolvers.history.record import employer_event, record_history


@dataclass(frozen=True, slots=True)
class MandateAct:
    """A mandate read under the giver's lock, by an administrator of one of its sides."""

    mandate: Mandate
    giver: Employer
    centre: Employer
    actor: Account
    caller: Caller
    now: datetime
    today: date

    async def record(self, operation: Operation, changes: Sequence[Change]) -> None:
        """Write the giver's history: it sees what the centre did, and who (E4, H1)."""
        event = employer_event(operation, changes)
        await record_history(self.giver.id, self.caller.actor, [event], [], self.now, self.today)


@asynccontextmanager
async def act_of_side(
    caller: Caller, employer_id: int, mandate_id: int, now: datetime
) -> AsyncIterator[MandateAct]:
    """Open the transaction of an act by the side `employer_id`, under the giver's lock.

    Only the giver's lock is taken, so that two sides who act at once wait and never deadlock.
    Raises: Refused, as `require_own_administrator`; NOT_FOUND for a mandate of other sides.
    """
    actor = require_own_administrator(caller, employer_id, "employerId")
    mandate_before = await read_mandate(mandate_id, employer_id)
    sides = await employers_by_id([mandate_before.giver_id, mandate_before.centre_id])
    async with employer_transaction(mandate_before.giver_id, now, only_open=True) as today:
        await check_still_authorised(caller, employer_id, now, today, MandateScope.MANAGE)
        mandate = await read_mandate(mandate_id, employer_id)
        giver, centre = sides[mandate.giver_id], sides[mandate.centre_id]
        yield MandateAct(mandate, giver, centre, actor, caller, now, today)


async def read_mandate(mandate_id: int, employer_id: int) -> Mandate:
    """Return the mandate of which this employer is a side. Raises: Refused(NOT_FOUND)."""
    mandates = await mandates_by_id([mandate_id], employer_id)
    if not mandates:
        raise Refused(not_found().under("mandateId"))
    return mandates[0]


def mandate_changes(mandate: Mandate, centre: Employer) -> list[Change]:
    """Return what identifies a mandate in the history."""
    return [
        Change("centre", None, f"{centre.name} ({centre.siret})"),
        Change("scope", None, mandate.scope),
        Change("startsOn", None, mandate.starts_on.isoformat()),
        Change("endsOn", None, mandate.ends_on.isoformat()),
    ]
