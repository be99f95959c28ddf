"""Erasing what was deleted for over 30 days, a few hundred accounts at a time (D1)."""

from datetime import datetime, timedelta

from models.rules.policy import Policy
from models.rules.sign_in.lockout import FORGOTTEN_AFTER
from models.stores.accounts.erasure import deleted_before, erase, forget_facts
from models.stores.partners.dead_letters import forget_dead_letters
from models.stores.partners.partner_keys import forget_assertions
from models.stores.sign_in.lockouts import purge_guards
from resolvers.employer_transaction import writing_for

_BATCH = 500


async def purge(now: datetime, policy: Policy) -> int:
    """How many accounts were erased. What old messages told goes too, wrong passwords of long ago (P3), and
    changes that no webhook took.

    Short transactions, so that nobody waits for it; safe to run again.
    """
    erased = 0
    before = now - timedelta(days=policy.restore_days)
    while found := await deleted_before(before, _BATCH):
        for employer_id, ids in found.items():
            async with writing_for(employer_id, now):
                erased += await erase(ids, before)
    await _forget_messages(before)
    await purge_guards(now - FORGOTTEN_AFTER)
    await forget_assertions(now)
    await forget_dead_letters(before)
    return erased


async def _forget_messages(before: datetime) -> None:
    """Whomever they are about: an account that stays may have been created by one that is erased (D1)."""
    last: int | None = 0
    while last is not None:
        last = await forget_facts(before, last, _BATCH)
