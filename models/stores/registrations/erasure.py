"""Erasing what is personal of registrations that ended long ago (N1)."""

from datetime import datetime

from models.rules.accounts.account import ERASED_TEXT
from models.rules.vocabulary import OutgoingState
from models.stores.accounts.erasure import NO_FACTS
from models.stores.registrations.registration_writes import NO_DETAILS
from models.stores.sql import Statement
from models.tables.messages import OutgoingRow
from models.tables.registrations import RegistrationRow


async def erase_registrations(before: datetime, limit: int) -> int:
    """Erase at most `limit` registrations that ended before this moment; return how many.

    The row remains, with its kind, its moments, the SIRET and who decided.
    """
    statement = Statement()
    rows = await statement.rows(
        "SELECT id FROM registration WHERE coalesce(opened_at, refused_at, lapses_at) < "
        f"{statement.value(before)} AND details <> {statement.value(NO_DETAILS)} ORDER BY id LIMIT {limit}"
    )
    ids = [row["id"] for row in rows]
    await RegistrationRow.filter(id__in=ids).update(email="", details=NO_DETAILS, reason=None)
    messages = OutgoingRow.filter(registration_id__in=ids)
    await messages.filter(state=OutgoingState.QUEUED).update(state=OutgoingState.REVOKED)
    await messages.update(recipient=ERASED_TEXT, facts=NO_FACTS, last_error=None)
    return len(ids)
