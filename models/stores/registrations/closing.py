"""Ending the successions of an employer that is closed (N2)."""

from datetime import datetime

from models.rules.registrations.registration import Registration
from models.rules.registrations.states import RegistrationKind, RegistrationNews
from models.rules.vocabulary import Channel, OutgoingState
from models.stores.registrations.registrations import registration_by_id
from models.stores.sql import Statement
from models.tables.messages import OutgoingRow


async def refuse_open_successions(
    employer_id: int, reason: str, decided_by: str | None, now: datetime
) -> list[Registration]:
    """Refuse each that waits for a decision or for its code; return them, by number.

    An approval is withdrawn, which the history keeps; a letter with a code that has not left yet is revoked.
    """
    statement = Statement()
    rows = await statement.rows(
        f"UPDATE registration SET approved_at = NULL, refused_at = {statement.value(now)}, "
        f"refused_for = {statement.value(RegistrationNews.REFUSED)}, reason = {statement.value(reason)}, "
        f"decided_by = {statement.value(decided_by)} "
        f"WHERE kind = {statement.value(RegistrationKind.SUCCESSION)} "
        f"AND employer_id = {statement.value(employer_id)} AND submitted_at IS NOT NULL "
        f"AND refused_at IS NULL AND opened_at IS NULL AND lapses_at > {statement.value(now)} RETURNING id"
    )
    ids = sorted(int(row["id"]) for row in rows)
    letters = OutgoingRow.filter(registration_id__in=ids, channel=Channel.LETTER, state=OutgoingState.QUEUED)
    await letters.update(state=OutgoingState.REVOKED)
    return [one for registration_id in ids if (one := await registration_by_id(registration_id))]
