"""Erasing accounts that were deleted over 30 days ago, a few hundred at a time (D1)."""

from datetime import datetime, timedelta

from models.rules.policy import Policy
from models.rules.registrations.registration import RETENTION_DAYS
from models.rules.sign_in.lockout import FAILURE_RETENTION
from models.stores.accounts.erasure import erase_accounts, erase_message_facts, find_deleted_accounts
from models.stores.partners.dead_letters import purge_dead_letters
from models.stores.partners.partner_keys import purge_assertions
from models.stores.registrations.erasure import erase_registrations
from models.stores.sign_in.lockouts import purge_lockouts
from resolvers.employer_transaction import employer_transaction

_BATCH = 500


async def purge(now: datetime, policy: Policy) -> int:
    """Erase accounts deleted over 30 days ago; return how many (D1).

    The contents of old messages, old counts of wrong passwords (P3), expired assertions, failed webhook
    deliveries, and what is personal of registrations that ended long ago (N1) are removed too. Runs in short
    transactions, so that other writers hardly wait; safe to repeat.
    """
    erased = 0
    before = now - timedelta(days=policy.restore_days)
    while ids_by_employer := await find_deleted_accounts(before, _BATCH):
        for employer_id, ids in ids_by_employer.items():
            async with employer_transaction(employer_id, now):
                erased += await erase_accounts(ids, before)
    await _forget_messages(before)
    await purge_lockouts(now - FAILURE_RETENTION)
    await purge_assertions(now)
    await purge_dead_letters(before)
    await _erase_registrations(now - timedelta(days=RETENTION_DAYS))
    return erased


async def _forget_messages(before: datetime) -> None:
    """Of all accounts: the message of one that remains may name an administrator who is erased (D1)."""
    last: int | None = 0
    while last is not None:
        last = await erase_message_facts(before, last, _BATCH)


async def _erase_registrations(before: datetime) -> None:
    while await erase_registrations(before, _BATCH):
        pass
