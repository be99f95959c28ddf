"""Sessions of operators (N3)."""

from dataclasses import dataclass
from datetime import datetime

from models.rules.operators.operator import Operator
from models.stores.operators.operators import operator_from_row
from models.tables.operators import OperatorSessionRow


@dataclass(frozen=True, slots=True)
class OperatorSession:
    id: int
    operator: Operator
    started_at: datetime
    last_seen_at: datetime


async def insert_operator_session(operator_id: int, token_hash: str, at: datetime) -> int:
    row = await OperatorSessionRow.create(
        operator_id=operator_id, token_hash=token_hash, started_at=at, last_seen_at=at
    )
    return int(row.id)


async def find_operator_session(token_hash: str) -> OperatorSession | None:
    """The session with this token, unless it or its operator has ended. The caller checks the times."""
    sessions = OperatorSessionRow.filter(token_hash=token_hash, ended_at=None, operator__ended_at=None)
    row = await sessions.select_related("operator").first()
    if row is None:
        return None
    return OperatorSession(row.id, operator_from_row(row.operator), row.started_at, row.last_seen_at)


async def touch_operator_session(session_id: int, at: datetime) -> None:
    await OperatorSessionRow.filter(id=session_id).update(last_seen_at=at)


async def end_operator_session(session_id: int, at: datetime) -> None:
    await OperatorSessionRow.filter(id=session_id, ended_at=None).update(ended_at=at)
