"""A person's own open sessions: list them, end one, end all others (P5)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from models.rules.policy import Policy
from models.rules.refusals import Refused, no_such_session
from models.stores.sign_in.sessions import (
    SessionSummary,
    end_session_of,
    end_sessions_except,
    list_sessions,
)
from resolvers.caller import Caller
from resolvers.sign_in.sessions import is_lapsed


@dataclass(frozen=True, slots=True)
class OwnSession:
    id: int
    started_at: datetime
    last_seen_at: datetime
    ends_at: datetime
    """When the session ends at the latest, however much it is used."""
    current: bool


async def own_sessions(caller: Caller, now: datetime, policy: Policy) -> list[OwnSession]:
    """Return the caller's valid sessions, the latest used first; none if the caller is not signed in."""
    if caller.account is None:
        return []
    sessions = await list_sessions(caller.account.id)
    valid = [session for session in sessions if not is_lapsed(session, now, policy)]
    longest = timedelta(hours=policy.session_hours)
    return [
        OwnSession(s.id, s.started_at, s.last_seen_at, s.started_at + longest, s.id == caller.session_id)
        for s in sorted(valid, key=_latest_used, reverse=True)
    ]


async def end_own_session(caller: Caller, session_id: int, now: datetime) -> None:
    """End one session. Raises: Refused(NOT_SIGNED_IN); NOT_FOUND if it is someone else's or has ended."""
    account = caller.signed_in()
    if not await end_session_of(account.id, session_id, now):
        raise Refused(no_such_session().under("sessionId"))


async def end_other_sessions(caller: Caller, now: datetime) -> None:
    """End all sessions of the caller but the current one. Raises: Refused(NOT_SIGNED_IN)."""
    account = caller.signed_in()
    await end_sessions_except(account.id, caller.session_id, now)


def _latest_used(session: SessionSummary) -> tuple[datetime, int]:
    return session.last_seen_at, session.id
