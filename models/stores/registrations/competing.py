"""Requests for one employer: the oldest give way, and one that is approved ends the others (N1, N2)."""

from datetime import datetime

from models.rules.history_entry import SYSTEM
from models.rules.registrations.registration import MAX_UNCONFIRMED, Registration
from models.rules.registrations.states import RegistrationKind, RegistrationNews, RegistrationState
from models.stores.registrations.registrations import (
    REGISTRATION_COLUMNS,
    in_state,
    registration_from_row,
)
from models.stores.sql import Statement


async def refuse_oldest_unconfirmed(
    kind: RegistrationKind, siret: str | None, employer_id: int | None, except_id: int, now: datetime
) -> list[Registration]:
    """Refuse the oldest of those that wait for this employer without a confirmed e-mail address.

    With the new one, `except_id`, as many remain as may wait. Usually none is refused; one statement.
    """
    statement = Statement()
    unconfirmed = (
        f"{_waiting(statement, kind, siret, employer_id, except_id, now)} AND email_confirmed_at IS NULL"
    )
    return await _refuse(
        statement,
        f"{unconfirmed} AND (submitted_at, id) <= (SELECT submitted_at, id FROM registration "
        f"WHERE {unconfirmed} ORDER BY submitted_at DESC, id DESC LIMIT 1 OFFSET {MAX_UNCONFIRMED - 1})",
        RegistrationNews.GAVE_WAY,
        now,
    )


async def refuse_others(
    kind: RegistrationKind,
    siret: str | None,
    employer_id: int | None,
    except_id: int,
    refused_for: RegistrationNews,
    now: datetime,
) -> list[Registration]:
    """Refuse all others that wait for a decision on this employer; return them."""
    statement = Statement()
    waiting = _waiting(statement, kind, siret, employer_id, except_id, now)
    return await _refuse(statement, waiting, refused_for, now)


def _waiting(
    statement: Statement,
    kind: RegistrationKind,
    siret: str | None,
    employer_id: int | None,
    except_id: int,
    now: datetime,
) -> str:
    is_new = kind is RegistrationKind.REGISTRATION
    column, value = ("siret", siret) if is_new else ("employer_id", employer_id)
    return (
        f"kind = {statement.value(kind)} AND {column} = {statement.value(value)} "
        f"AND id <> {statement.value(except_id)} AND submitted_at IS NOT NULL "
        f"AND {in_state(statement, RegistrationState.SUBMITTED, now)}"
    )


async def _refuse(
    statement: Statement, condition: str, refused_for: RegistrationNews, now: datetime
) -> list[Registration]:
    rows = await statement.rows(
        f"UPDATE registration SET refused_at = {statement.value(now)}, "
        f"refused_for = {statement.value(refused_for)}, decided_by = {statement.value(SYSTEM.name)} "
        f"WHERE {condition} RETURNING {REGISTRATION_COLUMNS}"
    )
    return sorted(map(registration_from_row, rows), key=lambda one: one.id)
