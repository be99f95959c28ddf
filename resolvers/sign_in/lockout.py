"""Lockout: wrong passwords are counted, and the fifth locks the identifier (P3)."""

from dataclasses import replace
from datetime import datetime

from models.database import transaction
from models.rules.accounts.account import Account
from models.rules.history_entry import SYSTEM, Change
from models.rules.messages.facts import AccountLockedFacts
from models.rules.policy import Policy
from models.rules.sign_in.lockout import LockoutState
from models.rules.sign_in.tokens import lockout_key
from models.rules.vocabulary import Operation
from models.stores.accounts.account_writes import save_lock
from models.stores.accounts.accounts import accounts_by_id
from models.stores.employers.employers import employers_by_id
from models.stores.messages.outbox import enqueue_messages
from models.stores.sign_in.lockouts import count_failure, read_lockout, reset_failures
from models.stores.sign_in.sessions import end_all_sessions
from resolvers.employer_transaction import employer_transaction
from resolvers.history.record import history_event, record_history
from resolvers.messages.compose import email_to, new_message_id, person_from_account
from resolvers.sign_in.passwords import password_matches


class _Locks(Exception):
    """This wrong password locks an account: its count is rolled back and written with the lock."""

    def __init__(self, account: Account) -> None:
        super().__init__()
        self.account = account


async def check_password(
    identifier: str, password: str, known: tuple[Account | None, str | None], now: datetime, policy: Policy
) -> bool:
    """Return whether the password is right and the identifier not locked; count a wrong password (P3).

    `known` is the account and its password's hash, if there are any. The result and the time are the same for
    a wrong password and for an identifier that does not exist.
    """
    account, password_hash = known
    matches = await password_matches(password, password_hash)
    locked = await _is_locked(identifier, now, policy)  # after the hash, for which simultaneous guesses wait
    if not matches and not locked:
        await record_wrong_password(identifier, account, now, policy)
    return matches and not locked


async def record_wrong_password(
    identifier: str, account: Account | None, now: datetime, policy: Policy
) -> None:
    """Count a wrong password. The fifth locks; it is e-mailed to the holder and recorded in the history."""
    key = lockout_key(policy.secret_key, identifier)
    try:
        async with transaction():
            _check_lock(account, await count_failure(key, now), now)
    except _Locks as locks:
        await _count_and_lock(locks.account, key, now, policy)


async def record_right_password(identifier: str, now: datetime, policy: Policy) -> None:
    """Reset the count of wrong passwords, which begins after the last right one (P3)."""
    await reset_failures(lockout_key(policy.secret_key, identifier), now)


async def _is_locked(identifier: str, now: datetime, policy: Policy) -> bool:
    """Look up the lock in the same way whether the identifier exists or not."""
    return (await read_lockout(lockout_key(policy.secret_key, identifier))).locked(now)


def _check_lock(account: Account | None, lockout: LockoutState, now: datetime) -> None:
    """Raises: _Locks, if the count locks an account whose holder must be notified."""
    if account is None or not account.has_password or account.deleted_at is not None:
        return
    if lockout.locked(now):
        raise _Locks(account)


async def _count_and_lock(account: Account, key: str, now: datetime, policy: Policy) -> None:
    """Lock the account: end its sessions, e-mail the holder, record it in the history; once for each lock."""
    async with employer_transaction(account.employer_id, now) as today:
        before = (await accounts_by_id([account.id], [account.employer_id]))[account.id]
        # Lock the account's row, then the count's: all writers do so in this order, against deadlocks.
        await save_lock([account.id], before.locked_until)
        until = (await count_failure(key, now)).locked_until
        if until is None or until == before.locked_until:
            return  # a right password came meanwhile, or a concurrent wrong one has locked it
        after = replace(before, locked_until=until)
        await save_lock([account.id], until)
        await end_all_sessions([account.id], now)
        employer = (await employers_by_id([account.employer_id]))[account.employer_id]
        facts = AccountLockedFacts(
            holder=person_from_account(after),
            employer_name=employer.name,
            minutes=round((until - now).total_seconds() / 60),
        )
        notice = email_to(after, facts, new_message_id(policy))
        await enqueue_messages([notice], now)
        event = history_event(
            Operation.ACCOUNT_LOCKED, after, [Change("lockedUntil", None, until.isoformat())]
        )
        await record_history(account.employer_id, SYSTEM, [event], [(before, after)], now, today)
