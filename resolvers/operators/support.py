"""What an operator does for one person: the invitation again, or unlocking (N3).

Operators never set passwords, rights or profiles.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from models.rules.accounts.account import Account
from models.rules.accounts.account_permissions import invitation_refusal, unlocking_refusal
from models.rules.history_entry import Actor, Change
from models.rules.operators.operator_refusals import person_not_found
from models.rules.policy import Policy
from models.rules.refusals import Refused
from models.rules.sign_in.tokens import lockout_key
from models.rules.vocabulary import Operation
from models.stores.accounts.account_writes import save_lock
from models.stores.accounts.accounts import accounts_by_id
from models.stores.employers.employers import employers_by_id
from models.stores.operators.people import person_by_id
from models.stores.sign_in.lockouts import clear_lockouts
from resolvers.caller import Caller, require_operator
from resolvers.employer_transaction import employer_transaction
from resolvers.history.record import history_event, record_history
from resolvers.messages.compose import queue_invitations
from resolvers.operators.people import Person, check_reason, people_of


async def resend_invitation_as_operator(
    caller: Caller, account_id: int, reason: str, now: datetime, policy: Policy
) -> Person:
    """Send a pending account a new link, which revokes the earlier ones (C3).

    Raises: Refused, as `require_operator`; REQUIRED or TOO_LONG for the reason; NOT_FOUND; as
    `invitation_refusal`.
    """
    operator, line = require_operator(caller), check_reason(reason)
    account = await _person(account_id)
    await send_invitation_again(account, operator.actor, [Change("reason", None, line)], now, policy)
    return (await people_of([account], now))[0]


async def unlock_as_operator(
    caller: Caller, account_id: int, reason: str, now: datetime, policy: Policy
) -> Person:
    """Lift the lock that wrong passwords brought (P3).

    Raises: Refused, as `resend_invitation_as_operator`, and as `unlocking_refusal`.
    """
    operator, line = require_operator(caller), check_reason(reason)
    employer_id = (await _person(account_id)).employer_id
    async with employer_transaction(employer_id, now) as today:
        before = (await accounts_by_id([account_id], [employer_id]))[account_id]
        if refusal := unlocking_refusal(before, now):
            raise Refused(refusal)
        await save_lock([account_id], None)
        await clear_lockouts([lockout_key(policy.secret_key, before.identifier)])
        after = replace(before, locked_until=None)
        until = before.locked_until.isoformat() if before.locked_until else None
        changes = [Change("lockedUntil", until, None), Change("reason", None, line)]
        event = history_event(Operation.ACCOUNT_UNLOCKED, after, changes)
        await record_history(employer_id, operator.actor, [event], [(before, after)], now, today)
    return (await people_of([after], now))[0]


async def send_invitation_again(
    account_before: Account, actor: Actor, changes: Sequence[Change], now: datetime, policy: Policy
) -> Account:
    """Queue a new invitation without an administrator, and record it with `changes`; return the account.

    Raises: Refused, as `invitation_refusal`: the accounts of a closed employer are deleted.
    """
    employer = (await employers_by_id([account_before.employer_id]))[account_before.employer_id]
    async with employer_transaction(employer.id, now) as today:
        account = (await accounts_by_id([account_before.id], [employer.id]))[account_before.id]
        if refusal := invitation_refusal(account, today):
            raise Refused(refusal)
        await queue_invitations([account], employer, None, now, today, policy)
        sent = [Change("email", account.email, account.email), *changes]
        event = history_event(Operation.INVITATION_SENT, account, sent)
        await record_history(employer.id, actor, [event], [], now, today)
        return account


async def _person(account_id: int) -> Account:
    """Raises: Refused(NOT_FOUND)."""
    account = await person_by_id(account_id)
    if account is None:
        raise Refused(person_not_found().under("personId"))
    return account
