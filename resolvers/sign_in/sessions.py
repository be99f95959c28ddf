"""Signing in and out, and recognising the caller of a session (P3–P6)."""

import secrets
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from models.database import transaction
from models.rules.accounts.account import Account
from models.rules.accounts.identifier import normalise_identifier
from models.rules.paris_calendar import paris_day
from models.rules.policy import Policy
from models.rules.refusals import Refusal, Refused, bad_credentials, identifier_unknown
from models.rules.sign_in.tokens import token_hash
from models.rules.vocabulary import AccountStatus, ErrorCode, Profile
from models.stores.accounts.account_writes import save_sign_in
from models.stores.accounts.accounts import active_administrators
from models.stores.employers.allowed_employers import held_employers
from models.stores.employers.mandates import mandates_of_holder
from models.stores.sign_in.credentials import account_with_password_hash, save_password_hash
from models.stores.sign_in.sessions import (
    Session,
    SessionSummary,
    end_all_sessions,
    end_session,
    find_session,
    insert_session,
    list_sessions,
    touch_session,
)
from resolvers.caller import ANONYMOUS, Caller
from resolvers.sign_in.lockout import check_password, record_right_password
from resolvers.sign_in.passwords import hash_password, needs_rehash, password_matches

MAX_IDENTIFIER_CHARACTERS = 40
"""More than any identifier has: longer text is cut before wrong passwords are counted for it."""
__all__ = ["SessionSummary"]

_MAX_NAMED_ADMINISTRATORS = 3
"""How many administrators the message to a holder of an expired account names."""
_TOUCH_INTERVAL = timedelta(minutes=1)
"""Time between two updates of `last_seen_at`: not every request writes, and the idle limit is 30 minutes."""


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A new session. `token` is shown once: only its hash is stored (P5)."""

    caller: Caller
    token: str


class _Changed(Exception):
    """The account or its password has changed since the password was compared (P4)."""


async def sign_in(identifier: str, password: str, now: datetime, policy: Policy) -> SignedIn:
    """Start a session for an identifier and a password (P3, P5).

    Raises: Refused(BAD_CREDENTIALS), with the same text and after the same time, for a wrong identifier or
    password and for a pending, locked or deleted account; ACCOUNT_EXPIRED only for a right password (P3).
    """
    normalised = normalise_identifier(identifier)[:MAX_IDENTIFIER_CHARACTERS]
    account, password_hash = known = await account_with_password_hash(normalised) or (None, None)
    matches = await check_password(normalised, password, known, now, policy)
    if account is None or not matches or account.locked(now):
        raise Refused(bad_credentials())
    today = paris_day(now)
    status = account.status(today)
    if status is AccountStatus.EXPIRED:
        await record_right_password(normalised, now, policy)
        active = await active_administrators([account.employer_id], today)
        raise Refused(_expired(active[account.employer_id]))
    if status is not AccountStatus.ACTIVE:
        raise Refused(bad_credentials())
    newer_hash = await hash_password(password) if needs_rehash(password_hash or "") else None
    token = secrets.token_hex(32)
    try:
        async with transaction():
            await save_sign_in(account.id, now)
            if await account_with_password_hash(normalised) != (
                replace(account, last_sign_in_at=now),
                password_hash,
            ):
                raise _Changed
            session_id = await insert_session(account.id, token_hash(token), account.profile, now)
            if newer_hash:
                await save_password_hash(account.id, newer_hash, now)
            await record_right_password(normalised, now, policy)
    except _Changed:
        return await sign_in(identifier, password, now, policy)
    held = None
    if account.profile is Profile.ADMINISTRATOR:
        mandates = await mandates_of_holder(account.id, today)
        held = held_employers(account.id, account.employer_id, mandates, today)
    session = Session(session_id, account, account.profile, now, now, held)
    return SignedIn(_caller(session, policy), token)


async def password_opens_account(identifier: str, password: str) -> bool:
    """Return whether the password belongs to the identifier. For the operator; no session begins."""
    facts = await account_with_password_hash(identifier)
    return await password_matches(password, facts[1] if facts else None)


async def sign_out(caller: Caller, now: datetime) -> None:
    """End the caller's session; without one, do nothing."""
    if caller.session_id is not None:
        await end_session(caller.session_id, now)


async def recognise_session(token: str, now: datetime, policy: Policy) -> Caller:
    """Return the caller whose session this token is.

    An unknown, ended or lapsed session is ANONYMOUS, and so is that of an account that can no longer sign in
    (P4, P5).
    """
    session = await find_session(token_hash(token), paris_day(now))
    if session is None or is_lapsed(session, now, policy):
        return ANONYMOUS
    if not _can_sign_in(session.account, now):
        return ANONYMOUS
    if now - session.last_seen_at >= _TOUCH_INTERVAL:
        await touch_session(session.id, now)
    return _caller(session, policy)


async def end_if_access_lost(token: str, now: datetime) -> None:
    """End the session of this token for good, if its account cannot sign in now (P4).

    So the session stays ended when the account is renewed, by whatever way, or the clock is set back.
    """
    session = await find_session(token_hash(token), paris_day(now))
    if session is not None and not _can_sign_in(session.account, now):
        await end_session(session.id, now)


async def open_sessions(identifier: str, now: datetime, policy: Policy) -> list[SessionSummary]:
    """Return the sessions of an account that can be used.

    There are none if the account cannot sign in any more (P4).
    Raises: Refused(NOT_FOUND) for an unknown identifier.
    """
    account = await _holder(identifier)
    if not _can_sign_in(account, now):
        return []
    sessions = await list_sessions(account.id)
    return [session for session in sessions if not is_lapsed(session, now, policy)]


async def end_sessions(identifier: str, now: datetime, policy: Policy) -> int:
    """End all sessions of an account; return how many were open. A command of the platform's operator.

    Raises: Refused(NOT_FOUND) for an unknown identifier.
    """
    sessions = await open_sessions(identifier, now, policy)
    await end_all_sessions([(await _holder(identifier)).id], now)
    return len(sessions)


async def _holder(identifier: str) -> Account:
    facts = await account_with_password_hash(normalise_identifier(identifier))
    if facts is None:
        raise Refused(identifier_unknown())
    return facts[0]


def session_lapses_at(caller: Caller, now: datetime, policy: Policy) -> datetime | None:
    """Return when the session ends if it is not used any more (P5)."""
    if caller.session_ends_at is None:
        return None
    return min(now + timedelta(minutes=policy.session_idle_minutes), caller.session_ends_at)


def _can_sign_in(account: Account, now: datetime) -> bool:
    return account.status(paris_day(now)) is AccountStatus.ACTIVE and not account.locked(now)


def is_lapsed(session: Session | SessionSummary, now: datetime, policy: Policy) -> bool:
    """Return whether the session has been unused or open for too long (P5)."""
    idle = timedelta(minutes=policy.session_idle_minutes)
    whole = timedelta(hours=policy.session_hours)
    return now - session.last_seen_at > idle or now - session.started_at > whole


def _caller(session: Session, policy: Policy) -> Caller:
    account, held = session.account, session.held
    absolute = session.started_at + timedelta(hours=policy.session_hours)
    if held is None:
        return Caller(account, session.profile, session.id, session_ends_at=absolute)
    return Caller(account, session.profile, session.id, held.administers, absolute, held.mandates)


def _expired(administrators: list[Account]) -> Refusal:
    """Return the refusal, which names the administrators who can renew the account (P3)."""
    names = ", ".join(f"{a.first_name} {a.last_name}" for a in administrators[:_MAX_NAMED_ADMINISTRATORS])
    return Refusal(
        ErrorCode.ACCOUNT_EXPIRED,
        f"Votre compte a expiré. Demandez son renouvellement à : {names or 'l’assistance'}.",
        f"Your account has expired. Ask for its renewal from: {names or 'the help desk'}.",
    )
