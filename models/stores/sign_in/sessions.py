"""Sessions, password links and password hashes (C3, P2, P4, P5)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from models.rules.accounts.account import Account
from models.rules.accounts.identifier import is_identifier
from models.rules.sign_in.tokens import PasswordLink
from models.rules.vocabulary import InvitationState, LinkPurpose, OutgoingState, Profile
from models.stores.accounts.accounts import ACCOUNT_COLUMNS, account_from_row
from models.stores.sql import Statement, as_datetime, as_datetime_or_none
from models.tables.accounts import CredentialRow
from models.tables.sign_in import LinkRow, SessionRow


@dataclass(frozen=True, slots=True)
class Session:
    id: int
    account: Account
    profile: Profile
    """The one in force, which the session began with (P6)."""
    started_at: datetime
    last_seen_at: datetime


@dataclass(frozen=True, slots=True)
class SessionSummary:
    """A session as its holder, or the operator, may see it."""

    id: int
    started_at: datetime
    last_seen_at: datetime


@dataclass(frozen=True, slots=True)
class InvitationStatus:
    """Where the last link to create a first password stands (C5)."""

    state: InvitationState
    sent_at: datetime | None
    expires_at: datetime
    failure: str | None = None
    """Why the e-mail did not leave, or has not yet; no personal data."""


async def account_with_password_hash(identifier: str) -> tuple[Account, str | None] | None:
    """The account that would sign in, with its password's hash; None for what cannot be an identifier.

    The one reading of accounts without employers: nobody is signed in yet. Only the holder's half may ask.
    """
    if not is_identifier(identifier):
        return None
    statement = Statement()
    rows = await statement.rows(
        f"SELECT {ACCOUNT_COLUMNS}, password_hash FROM account "
        "LEFT JOIN credential ON credential.account_id = account.id "
        f"WHERE identifier = {statement.value(identifier)}"
    )
    return (account_from_row(rows[0]), rows[0]["password_hash"]) if rows else None


async def insert_session(account_id: int, token_hash: str, profile: Profile, at: datetime) -> int:
    row = await SessionRow.create(
        account_id=account_id, token_hash=token_hash, profile=profile, started_at=at, last_seen_at=at
    )
    return int(row.id)


async def find_session(token_hash: str) -> Session | None:
    """The session with this token and its account, unless it was ended. Limits of time are the caller's."""
    statement = Statement()
    columns = ", ".join(f"account.{name.strip()}" for name in ACCOUNT_COLUMNS.split(","))
    rows = await statement.rows(
        f"SELECT {columns}, session.id AS session_id, session.profile AS session_profile, "
        "started_at, last_seen_at FROM session JOIN account ON account.id = session.account_id "
        f"WHERE token_hash = {statement.value(token_hash)} AND ended_at IS NULL"
    )
    if not rows:
        return None
    row = rows[0]
    return Session(
        id=row["session_id"],
        account=account_from_row(row),
        profile=Profile(row["session_profile"]),
        started_at=as_datetime(row["started_at"]),
        last_seen_at=as_datetime(row["last_seen_at"]),
    )


async def list_sessions(account_id: int) -> list[SessionSummary]:
    """Those that were not ended, the latest first. Limits of time are the caller's."""
    rows = await SessionRow.filter(account_id=account_id, ended_at=None).order_by("-id")
    return [SessionSummary(row.id, row.started_at, row.last_seen_at) for row in rows]


async def touch_session(session_id: int, at: datetime) -> None:
    await SessionRow.filter(id=session_id).update(last_seen_at=at)


async def end_session(session_id: int, at: datetime) -> None:
    await SessionRow.filter(id=session_id, ended_at=None).update(ended_at=at)


async def end_all_sessions(account_ids: Collection[int], at: datetime) -> None:
    """P4: everywhere, at once."""
    await SessionRow.filter(account_id__in=list(account_ids), ended_at=None).update(ended_at=at)


async def save_password_hash(account_id: int, password_hash: str, at: datetime) -> None:
    await CredentialRow.update_or_create(
        defaults={"password_hash": password_hash, "changed_at": at}, account_id=account_id
    )


async def insert_password_link(
    account_id: int, purpose: LinkPurpose, nonce: str, token_hash: str, at: datetime, until: datetime
) -> int:
    row = await LinkRow.create(
        account_id=account_id,
        purpose=purpose,
        nonce=nonce,
        token_hash=token_hash,
        created_at=at,
        expires_at=until,
    )
    return int(row.id)


async def find_password_link(token_hash: str) -> PasswordLink | None:
    """The link with this token, whatever its state. Whoever holds the token may know."""
    row = await LinkRow.get_or_none(token_hash=token_hash)
    if row is None:
        return None
    return PasswordLink(row.id, row.account_id, row.purpose, row.expires_at, row.used_at, row.revoked_at)


async def mark_link_used(link_id: int, at: datetime) -> None:
    await LinkRow.filter(id=link_id, used_at=None).update(used_at=at)


async def revoke_password_links(account_ids: Collection[int], at: datetime) -> None:
    """C3: a new link, or a deletion, makes the older ones worthless."""
    await LinkRow.filter(account_id__in=list(account_ids), used_at=None, revoked_at=None).update(
        revoked_at=at
    )


async def latest_invitations(account_ids: Collection[int], now: datetime) -> dict[int, InvitationStatus]:
    """The latest invitation of each account that ever had one (C5). The ids come from a scoped reading."""
    statement = Statement()
    rows = await statement.rows(
        "SELECT l.account_id, l.expires_at, l.used_at, l.revoked_at, o.state, o.sent_at, o.last_error "
        "FROM password_link l LEFT JOIN outgoing o ON o.link_id = l.id AND o.kind = 'INVITATION' "
        f"WHERE {statement.among('l.account_id', account_ids)} AND l.purpose = 'CREATE' ORDER BY l.id"
    )
    return {
        row["account_id"]: InvitationStatus(
            _state(row, now),
            as_datetime_or_none(row["sent_at"]),
            as_datetime(row["expires_at"]),
            row["last_error"],
        )
        for row in rows
    }


def _state(row: dict[str, Any], now: datetime) -> InvitationState:
    if row["used_at"] is not None:
        return InvitationState.USED
    if row["revoked_at"] is not None:
        return InvitationState.REVOKED
    if as_datetime(row["expires_at"]) <= now:
        return InvitationState.LAPSED
    state = row["state"]
    return (
        InvitationState(state)
        if state in {OutgoingState.SENT, OutgoingState.FAILED}
        else InvitationState.QUEUED
    )
