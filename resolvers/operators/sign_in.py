"""Operators sign in and out, and the caller of an operator's session is recognised (N3)."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from models.database import transaction
from models.rules.looked_up_text import can_be_stored
from models.rules.operators.operator import (
    MAX_SIGN_IN_NAME_CHARACTERS,
    OPERATOR_IDLE_LIMIT,
    OPERATOR_SESSION_LIMIT,
    is_operator_session_over,
    normalise_sign_in_name,
)
from models.rules.operators.operator_refusals import operator_bad_credentials
from models.rules.policy import Policy
from models.rules.refusals import Refused
from models.rules.sign_in.tokens import operator_lockout_key, token_hash
from models.stores.operators.operator_sessions import (
    OperatorSession,
    end_operator_session,
    find_operator_session,
    insert_operator_session,
    touch_operator_session,
)
from models.stores.operators.operators import active_operator, save_operator_password_hash
from models.stores.sign_in.lockouts import count_failure, read_lockout, reset_failures
from resolvers.caller import Caller, require_operators_endpoint
from resolvers.sign_in.passwords import hash_password, needs_rehash, password_matches

_TOUCH_INTERVAL = timedelta(minutes=1)
"""Time between two updates of `last_seen_at`: not every request writes."""


@dataclass(frozen=True, slots=True)
class OperatorSignedIn:
    """A new session. `token` is shown once: only its hash is stored (P5)."""

    caller: Caller
    token: str


async def sign_in_operator(
    caller: Caller, sign_in_name: str, password: str, now: datetime, policy: Policy
) -> OperatorSignedIn:
    """Start a session of an operator, and end the caller's former one.

    Raises: Refused(BAD_CREDENTIALS), alike for a wrong name or password and for an operator who is locked or
    has ended (P3); FORBIDDEN elsewhere than at the operators' endpoint.
    """
    require_operators_endpoint(caller)
    name = normalise_sign_in_name(sign_in_name)
    if not can_be_stored(name, MAX_SIGN_IN_NAME_CHARACTERS):
        name = ""  # which no operator has: the same steps follow as for any wrong name
    operator, password_hash = await active_operator(name) or (None, None)
    matches = await password_matches(password, password_hash)
    key = operator_lockout_key(policy.secret_key, name)
    locked = (await read_lockout(key)).locked(now)  # after the hash, for which simultaneous guesses wait
    if not matches and not locked:
        async with transaction():
            await count_failure(key, now)
    if operator is None or not matches or locked:
        raise Refused(operator_bad_credentials())
    newer_hash = await hash_password(password) if needs_rehash(password_hash or "") else None
    token = secrets.token_hex(32)
    async with transaction():
        session_id = await insert_operator_session(operator.id, token_hash(token), now)
        await sign_out_operator(caller, now)
        if newer_hash:
            await save_operator_password_hash(operator.id, newer_hash)
        await reset_failures(key, now)
    return OperatorSignedIn(_caller(OperatorSession(session_id, operator, now, now)), token)


async def sign_out_operator(caller: Caller, now: datetime) -> None:
    """End the operator's session; without one, do nothing."""
    if caller.operator_session_id is not None:
        await end_operator_session(caller.operator_session_id, now)


async def recognise_operator(token: str, now: datetime) -> Caller | None:
    """Return the operator whose session this token is.

    None for an unknown, ended or lapsed session, and for that of an operator who has ended.
    """
    session = await find_operator_session(token_hash(token))
    if session is None or is_operator_session_over(session.started_at, session.last_seen_at, now):
        return None
    if now - session.last_seen_at >= _TOUCH_INTERVAL:
        await touch_operator_session(session.id, now)
    return _caller(session)


def operator_session_lapses_at(caller: Caller, now: datetime) -> datetime | None:
    """Return when the operator's session ends if it is not used any more; None without one."""
    if caller.operator is None or caller.session_ends_at is None:
        return None
    return min(now + OPERATOR_IDLE_LIMIT, caller.session_ends_at)


def _caller(session: OperatorSession) -> Caller:
    return Caller(
        operator=session.operator,
        operator_session_id=session.id,
        session_ends_at=session.started_at + OPERATOR_SESSION_LIMIT,
        at_operators_endpoint=True,
    )
