"""Changing one's own password (P4)."""

import secrets
from datetime import datetime, timedelta

from models.rules.policy import Policy
from models.rules.refusals import Refused, not_signed_in, wrong_current_password
from models.rules.sign_in.tokens import token_hash
from models.rules.vocabulary import AccountStatus
from models.stores.sign_in.credentials import account_with_password_hash
from models.stores.sign_in.sessions import insert_session
from resolvers.caller import Caller
from resolvers.employer_transaction import employer_transaction
from resolvers.sign_in.lockout import check_password, record_right_password
from resolvers.sign_in.new_password import check_password_rules, record_password_created, save_new_password
from resolvers.sign_in.password_emails import queue_password_changed
from resolvers.sign_in.passwords import hash_password


async def change_password(
    caller: Caller, current: str, new: str, now: datetime, policy: Policy
) -> tuple[Caller, str]:
    """Change the password: all sessions end; return the caller in a new session, and its token (P4).

    A wrong current password counts like one at sign-in, so that a stolen session cannot guess it (P3).
    Raises: Refused with NOT_SIGNED_IN, BAD_CREDENTIALS (at currentPassword) or PASSWORD_TOO_WEAK.
    """
    own = caller.signed_in()
    _, old_hash = known = await account_with_password_hash(own.identifier) or (own, None)
    if not await check_password(own.identifier, current, known, now, policy):
        raise Refused(wrong_current_password().under("currentPassword"))
    await record_right_password(own.identifier, now, policy)
    await check_password_rules(new, own, "newPassword")
    password_hash = await hash_password(new)
    token = secrets.token_hex(32)
    async with employer_transaction(own.employer_id, now) as today:
        before, hash_now = await account_with_password_hash(own.identifier) or (own, None)
        if hash_now != old_hash or before.locked(now) or before.status(today) is not AccountStatus.ACTIVE:
            raise Refused(not_signed_in())  # the session has ended meanwhile
        await save_new_password(own, password_hash, now, policy)
        session_id = await insert_session(own.id, token_hash(token), caller.profile or own.profile, now)
        await queue_password_changed(before, now, today, policy)
        await record_password_created(before, before, now, today)
    return caller.in_session(session_id, now + timedelta(hours=policy.session_hours)), token
