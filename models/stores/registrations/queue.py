"""The operators' queue: pages of requests, those for one employer side by side (N1, N2)."""

from collections.abc import Collection
from datetime import datetime

from models.rules.registrations.registration import Registration
from models.rules.registrations.states import RegistrationState
from models.stores.registrations.registrations import (
    REGISTRATION_COLUMNS,
    in_state,
    registration_from_row,
)
from models.stores.sql import Statement

_WAITING = (RegistrationState.SUBMITTED, RegistrationState.APPROVED)
_OF_ONE_EMPLOYER = (
    "min(id) OVER (PARTITION BY kind, siret, employer_id, "
    # A succession that was refused for an unknown employer has neither.
    "CASE WHEN siret IS NULL AND employer_id IS NULL THEN id END)"
)


async def registrations_in_states(
    states: Collection[RegistrationState], now: datetime, first: int, after: tuple[int, int]
) -> list[tuple[tuple[int, int], Registration]]:
    """Return at most `first` requests in these states now, from the key `after` on; no drafts.

    The key is the number of the oldest request for the same employer that waits, then the own number: so they
    stand side by side, where the oldest of them would. Of what has ended, it is the own number twice.
    """
    statement = Statement()
    conditions = " OR ".join(f"({in_state(statement, state, now)})" for state in states) or "1 = 0"
    group = _OF_ONE_EMPLOYER if RegistrationState.SUBMITTED in states else "id"
    rows = await statement.rows(
        f"SELECT {REGISTRATION_COLUMNS}, group_id FROM (SELECT {REGISTRATION_COLUMNS}, {group} AS group_id "
        f"FROM registration WHERE submitted_at IS NOT NULL AND ({conditions})) queued "
        f"WHERE (group_id, id) > ({statement.value(after[0])}, {statement.value(after[1])}) "
        f"ORDER BY group_id, id LIMIT {statement.value(first)}"
    )
    return [((int(row["group_id"]), int(row["id"])), registration_from_row(row)) for row in rows]


async def other_requests(ids: Collection[int], now: datetime) -> dict[int, tuple[int, ...]]:
    """Return, for each of these requests that waits, the numbers of the others for the same employer that do.

    They wait for a decision or for their code; in the order of their numbers.
    """
    statement = Statement()
    waits, other_waits = (
        " OR ".join(f"({in_state(statement, state, now, table)})" for state in _WAITING)
        for table in ("r.", "o.")
    )
    rows = await statement.rows(
        "SELECT r.id, o.id AS other_id FROM registration r JOIN registration o ON o.kind = r.kind "
        "AND o.id <> r.id AND o.submitted_at IS NOT NULL "
        "AND ((r.kind = 'REGISTRATION' AND o.siret = r.siret) "
        "OR (r.kind = 'SUCCESSION' AND o.employer_id = r.employer_id)) "
        f"WHERE {statement.among('r.id', ids)} AND ({waits}) AND ({other_waits}) ORDER BY o.id"
    )
    others: dict[int, tuple[int, ...]] = {}
    for row in rows:
        others[row["id"]] = (*others.get(row["id"], ()), int(row["other_id"]))
    return others
