"""Sessions (P4, P5)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from models.rules.accounts.account import Account
from models.rules.vocabulary import Profile
from models.stores.accounts.accounts import ACCOUNT_COLUMNS, account_from_values
from models.stores.employers.allowed_employers import HeldEmployers, employers_of_holder
from models.stores.sql import Statement, as_datetime
from models.stores.write_together import Write
from models.tables.sign_in import SessionRow


@dataclass(frozen=True, slots=True)
class Session:
    id: int
    account: Account
    profile: Profile
    """The profile that the session began with, which stays in force (P6)."""
    started_at: datetime
    last_seen_at: datetime
    held: HeldEmployers | None
    """The employers that the account acts for today; None unless the session is an administrator's (E1)."""


@dataclass(frozen=True, slots=True)
class SessionSummary:
    """A session as its holder, or the operator, may see it."""

    id: int
    started_at: datetime
    last_seen_at: datetime


async def insert_session(account_id: int, token_hash: str, profile: Profile, at: datetime) -> int:
    row = await SessionRow.create(
        account_id=account_id, token_hash=token_hash, profile=profile, started_at=at, last_seen_at=at
    )
    return int(row.id)


_ACCOUNT = [f"account.{name.strip()}" for name in ACCOUNT_COLUMNS.split(",")]
_SESSION = (
    "session.id, session.profile, started_at, last_seen_at, CASE WHEN session.profile = 'ADMINISTRATOR' THEN "
    "(SELECT version FROM mandates_version WHERE centre_id = account.employer_id) END"
)


async def find_session(token_hash: str, today: date) -> Session | None:
    """The session with this token and its account, unless ended. The caller checks the limits of time.

    One statement, and a second one after the mandates of the account's employer have changed.
    """
    statement = Statement()
    rows = await statement.tuples(
        f"SELECT {', '.join(_ACCOUNT)}, {_SESSION} "
        "FROM session JOIN account ON account.id = session.account_id "
        f"WHERE token_hash = {statement.value(token_hash)} AND ended_at IS NULL"
    )
    if not rows:
        return None
    account = account_from_values(rows[0][: len(_ACCOUNT)])
    session_id, profile, started_at, last_seen_at, version = rows[0][len(_ACCOUNT) :]
    is_administrators = profile == Profile.ADMINISTRATOR
    return Session(
        id=session_id,
        account=account,
        profile=Profile(profile),
        started_at=as_datetime(started_at),
        last_seen_at=as_datetime(last_seen_at),
        held=await employers_of_holder(account.id, account.employer_id, version, today)
        if is_administrators
        else None,
    )


async def list_sessions(account_id: int) -> list[SessionSummary]:
    """The sessions not ended, the latest first. The caller checks the limits of time."""
    rows = await SessionRow.filter(account_id=account_id, ended_at=None).order_by("-id")
    return [SessionSummary(row.id, row.started_at, row.last_seen_at) for row in rows]


async def touch_session(session_id: int, at: datetime) -> None:
    await SessionRow.filter(id=session_id).update(last_seen_at=at)


async def end_session(session_id: int, at: datetime) -> None:
    await SessionRow.filter(id=session_id, ended_at=None).update(ended_at=at)


async def end_session_of(account_id: int, session_id: int, at: datetime) -> bool:
    """End one session of this account; False if it has no such session, or it has ended."""
    ended = await SessionRow.filter(id=session_id, account_id=account_id, ended_at=None).update(ended_at=at)
    return ended > 0


async def end_sessions_except(account_id: int, session_id: int | None, at: datetime) -> None:
    """End all sessions of this account but one; all of them if `session_id` is None."""
    others = SessionRow.filter(account_id=account_id, ended_at=None)
    await (others if session_id is None else others.exclude(id=session_id)).update(ended_at=at)


async def end_all_sessions(account_ids: Collection[int], at: datetime) -> None:
    """End all sessions of these accounts (P4); thousands of ids are sent as one value."""
    if account_ids:
        await sessions_end_write(account_ids, at).run()


def sessions_end_write(account_ids: Collection[int], at: datetime) -> Write:
    """End all sessions of these accounts, together with other writes (P4)."""
    statement = Statement()
    return Write(
        statement,
        f"UPDATE session SET ended_at = {statement.value(at)} "
        f"WHERE ended_at IS NULL AND {statement.among('account_id', account_ids)}",
    )


async def end_sessions_of_expired(employer_id: int, since: date, today: date, at: datetime) -> None:
    """End the sessions of accounts whose last day is from `since` until before `today` (P4)."""
    statement = Statement()
    await statement.rows(
        f"UPDATE session SET ended_at = {statement.value(at)} WHERE ended_at IS NULL AND account_id IN "
        f"(SELECT id FROM account WHERE employer_id = {statement.value(employer_id)} "
        f"AND expires_on >= {statement.value(since)} AND expires_on < {statement.value(today)})"
    )
