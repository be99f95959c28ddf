"""Unlocking accounts that wrong passwords have locked (P3)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from models.rules.accounts.account import Account
from models.rules.accounts.account_permissions import unlocking_refusal
from models.rules.history_entry import Change
from models.rules.policy import Policy
from models.rules.refusals import Refusal
from models.rules.sign_in.tokens import lockout_key
from models.rules.vocabulary import Operation
from models.stores.accounts.account_writes import lock_write
from models.stores.sign_in.lockouts import lockouts_write
from models.stores.write_together import write_together
from resolvers.accounts.bulk import BulkItemResult, BulkRequest, run_bulk
from resolvers.caller import Caller


@dataclass(frozen=True, slots=True)
class AccountUnlock:
    now: datetime
    policy: Policy
    operation: Operation = Operation.ACCOUNT_UNLOCKED

    def refusals(self, accounts: Sequence[Account]) -> list[Refusal | None]:
        return [unlocking_refusal(account, self.now) for account in accounts]

    def after(self, account: Account) -> Account:
        return replace(account, locked_until=None)

    def changes(self, account: Account) -> list[Change]:
        until = account.locked_until.isoformat() if account.locked_until else None
        return [Change("lockedUntil", until, None)]

    async def save(self, accounts: Sequence[Account]) -> None:
        keys = [lockout_key(self.policy.secret_key, account.identifier) for account in accounts]
        await write_together(lock_write([account.id for account in accounts], None), lockouts_write(keys))


async def unlock(caller: Caller, request: BulkRequest, now: datetime, policy: Policy) -> list[BulkItemResult]:
    """Unlock each locked account of the request. Raises: Refused, as `bulk.run_bulk`."""

    async def unlocking(_employer_id: int, _today: date) -> AccountUnlock:
        return AccountUnlock(now, policy)

    return await run_bulk(caller, request, unlocking, now, policy)
