"""The transaction in which an operator decides on a request (N1, N2)."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from typing import NoReturn

from models.database import transaction
from models.rules.employers.employer import Employer
from models.rules.refusals import Refused
from models.rules.registrations.registration import Registration
from models.rules.registrations.registration_refusals import (
    decided_already,
    registration_unknown,
    succession_employer_closed,
)
from models.rules.registrations.states import RegistrationKind, RegistrationState
from models.stores.employers.employers import employers_by_id
from models.stores.registrations.registrations import registration_by_id
from resolvers.employer_transaction import employer_transaction


@asynccontextmanager
async def registration_transaction(
    registration: Registration, now: datetime, *, only_open: bool = True
) -> AsyncIterator[Employer | None]:
    """Open the transaction of a step; yield the employer of a succession, whose lock it holds.

    The employer is always locked before the registration, so that none deadlocks.
    Raises: Refused(NOT_FOUND), with `only_open`, if the operator has closed the employer.
    """
    if registration.kind is RegistrationKind.SUCCESSION and registration.employer_id is not None:
        async with employer_transaction(registration.employer_id, now):
            employer = (await employers_by_id([registration.employer_id]))[registration.employer_id]
            if only_open and employer.closed_on is not None:
                raise Refused(succession_employer_closed())
            yield employer
    else:
        async with transaction():
            yield None


@asynccontextmanager
async def deciding(
    registration_id: int, now: datetime, *, only_open: bool = True, also_approved: bool = False
) -> AsyncIterator[tuple[Registration, Employer | None]]:
    """Open the transaction of a decision on a request that waits for one, or, `also_approved`, for its code.

    Raises: Refused, with NOT_FOUND for an unknown number, and with `only_open` for a closed employer;
    CONFLICT if it waits no more.
    """
    registration = await registration_by_id(registration_id)
    if registration is None or registration.submitted_at is None:
        raise Refused(registration_unknown(registration_id))
    _check_waits(registration, now, also_approved=also_approved)
    async with registration_transaction(registration, now, only_open=only_open) as employer:
        yield registration, employer


async def refuse_decided(registration_id: int, now: datetime) -> NoReturn:
    """Raises: Refused(CONFLICT), with what another operator decided at the same moment."""
    registration = await registration_by_id(registration_id)
    assert registration is not None  # noqa: S101  it is read again, and rows are never deleted
    raise Refused(decided_already(registration.state(now), registration.decided_by))


def _check_waits(registration: Registration, now: datetime, *, also_approved: bool) -> None:
    state = registration.state(now)
    waits = {RegistrationState.SUBMITTED} | ({RegistrationState.APPROVED} if also_approved else set())
    if state not in waits:
        raise Refused(decided_already(state, registration.decided_by))
