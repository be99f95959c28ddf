"""Restoring deleted accounts within 30 days (D1); those without a password are invited anew (C3)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from models.rules.accounts.account import Account
from models.rules.accounts.account_permissions import mandate_refusal, restoration_refusal
from models.rules.history_entry import Change
from models.rules.policy import Policy
from models.rules.refusals import Refusal
from models.rules.sign_in.tokens import lockout_key
from models.rules.vocabulary import AccountStatus, Operation
from models.stores.accounts.account_writes import deletion_write
from models.stores.sign_in.lockouts import lockouts_write
from models.stores.write_together import write_together
from resolvers.accounts.bulk import BulkItemResult, BulkRequest, run_bulk
from resolvers.accounts.invite import invitation_resend
from resolvers.caller import Caller


@dataclass(frozen=True, slots=True)
class Restoration:
    by_mandate: bool
    now: datetime
    today: date
    policy: Policy
    operation: Operation = Operation.ACCOUNT_RESTORED

    def refusals(self, accounts: Sequence[Account]) -> list[Refusal | None]:
        return [
            mandate_refusal(account, by_mandate=self.by_mandate)
            or restoration_refusal(account, self.now, self.policy.restore_days)
            for account in accounts
        ]

    def after(self, account: Account) -> Account:
        return replace(account, deleted_at=None, version=account.version + 1)

    def changes(self, account: Account) -> list[Change]:
        return [Change("status", AccountStatus.DELETED, self.after(account).status(self.today))]

    async def save(self, accounts: Sequence[Account]) -> None:
        """Restore, and reset the count of wrong passwords: a deleted account shows no lock (P3)."""
        keys = [lockout_key(self.policy.secret_key, account.identifier) for account in accounts]
        restoration = deletion_write([account.id for account in accounts], None)
        await write_together(restoration, lockouts_write(keys))


async def restore(
    caller: Caller, request: BulkRequest, now: datetime, policy: Policy
) -> list[BulkItemResult]:
    """Restore each account of the request with its identifier and rights (D1).

    Deletion revoked the links, so an account that is pending again gets a new invitation in the same
    transaction (C3). Raises: Refused, as `bulk.run_bulk`.
    """

    async def restoration(employer_id: int, today: date) -> Restoration:
        return Restoration(employer_id in caller.mandates, now, today, policy)

    invitation = invitation_resend(caller, now, policy)
    return await run_bulk(caller, request, restoration, now, policy, followed_by=invitation)
