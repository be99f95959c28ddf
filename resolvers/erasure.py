"""Erasing what was deleted for over 30 days, a few hundred accounts at a time (D1)."""

from datetime import datetime, timedelta

from models.database import transaction
from models.rules.policy import Policy
from models.stores.employers import lock_employer
from models.stores.erasing import deleted_before, erase

_BATCH = 500


async def purge(now: datetime, policy: Policy) -> int:
    """How many accounts were erased. Short transactions, so that nobody waits for it; safe to run again."""
    erased = 0
    before = now - timedelta(days=policy.restore_days)
    while found := await deleted_before(before, _BATCH):
        for employer_id, ids in found.items():
            async with transaction():
                await lock_employer(employer_id)
                await erase(ids)
            erased += len(ids)
    return erased
