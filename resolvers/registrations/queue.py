"""The operators' queue of registrations and successions: listed, and one looked at (N1, N2)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from models.rules.accounts.account import Account
from models.rules.employers.employer import Employer
from models.rules.paris_calendar import paris_day
from models.rules.refusals import Refused
from models.rules.registrations.registration import FIRST_OF_ALL, RECENT_SIGN_IN, Registration
from models.rules.registrations.registration_refusals import registration_unknown
from models.rules.registrations.states import RegistrationKind, RegistrationState
from models.stores.accounts.accounts import active_administrators
from models.stores.employers.employers import employers_by_id
from models.stores.registrations.queue import other_requests, registrations_in_states
from models.stores.registrations.registrations import registration_by_id
from resolvers.registrations.recent_changes import RecentChange, recent_changes


@dataclass(frozen=True, slots=True)
class QueuedRegistration:
    """A request as operators see it."""

    registration: Registration
    state: RegistrationState
    employer: Employer | None
    """Of a succession, the one on file: its representative is the one who receives the letter."""
    present_administrators: tuple[Account, ...]
    """Of a succession, those who can sign in and did within 90 days: a warning that somebody is there."""
    recent_changes: tuple[RecentChange, ...]
    """Of a succession: a warning that the letter might go to someone who was entered for it."""
    others: tuple[int, ...]
    """The numbers of the other requests for this employer that wait for a decision or for their code.

    None if this one has ended: there is nothing left to choose.
    """


async def list_registrations(
    states: Collection[RegistrationState], now: datetime, first: int, after: tuple[int, int] = FIRST_OF_ALL
) -> list[tuple[tuple[int, int], QueuedRegistration]]:
    """Return at most `first` requests in these states with their keys, from the key after `after` on.

    The oldest first; those that wait for one employer stand side by side.
    """
    page = await registrations_in_states(states, now, first, after)
    queued = await _queued([registration for _, registration in page], now)
    return list(zip((key for key, _ in page), queued, strict=True))


async def show_registration(registration_id: int, now: datetime) -> QueuedRegistration:
    """Return one request. Raises: Refused(NOT_FOUND), also for a draft, which is not sent yet."""
    registration = await registration_by_id(registration_id)
    if registration is None or registration.submitted_at is None:
        raise Refused(registration_unknown(registration_id))
    return (await _queued([registration], now))[0]


async def _queued(registrations: Collection[Registration], now: datetime) -> list[QueuedRegistration]:
    ids = {
        registration.employer_id
        for registration in registrations
        if registration.kind is RegistrationKind.SUCCESSION and registration.employer_id is not None
    }
    employers = await employers_by_id(ids) if ids else {}
    administrators = await active_administrators(ids, paris_day(now)) if ids else {}
    changes = await recent_changes(registrations)
    others = await other_requests([registration.id for registration in registrations], now)
    return [
        QueuedRegistration(
            registration,
            registration.state(now),
            employers.get(registration.employer_id or 0),
            tuple(a for a in administrators.get(registration.employer_id or 0, ()) if _is_present(a, now)),
            changes.get(registration.id, ()),
            others.get(registration.id, ()),
        )
        for registration in registrations
    ]


def _is_present(account: Account, now: datetime) -> bool:
    is_recent = account.last_sign_in_at is not None and account.last_sign_in_at > now - RECENT_SIGN_IN
    return is_recent and not account.locked(now)
