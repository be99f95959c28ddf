"""Deleting accounts; the last active administrator stays (D1, D2)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from models.rules.accounts.account import Account
from models.rules.accounts.account_permissions import (
    deletion_refusal,
    is_active_administrator,
    mandate_refusal,
)
from models.rules.history_entry import Change
from models.rules.policy import Policy
from models.rules.refusals import Refusal
from models.rules.vocabulary import AccountStatus, Operation
from models.stores.accounts.account_writes import deletion_write
from models.stores.accounts.accounts import active_administrators
from models.stores.sign_in.password_links import revocation_writes
from models.stores.sign_in.sessions import sessions_end_write
from models.stores.write_together import write_together
from resolvers.accounts.bulk import BulkItemResult, BulkRequest, run_bulk
from resolvers.caller import Caller


@dataclass(frozen=True, slots=True)
class DeletionOfAll:
    """Of every account of an employer that is closed, the last administrator's too."""

    now: datetime
    today: date

    @property
    def operation(self) -> Operation:
        return Operation.ACCOUNT_DELETED

    def refusals(self, accounts: Sequence[Account]) -> list[Refusal | None]:
        return [None] * len(accounts)

    def after(self, account: Account) -> Account:
        return replace(account, deleted_at=self.now, version=account.version + 1)

    def changes(self, account: Account) -> list[Change]:
        return [Change("status", account.status(self.today), AccountStatus.DELETED)]

    async def save(self, accounts: Sequence[Account]) -> None:
        """Delete the accounts and end their access: sessions, links and queued links (D1, P4)."""
        ids = [account.id for account in accounts]
        sessions, links = sessions_end_write(ids, self.now), revocation_writes(ids, self.now)
        await write_together(deletion_write(ids, self.now), sessions, *links)


@dataclass(frozen=True, slots=True)
class Deletion(DeletionOfAll):
    caller_id: int
    by_mandate: bool
    active_administrators: int
    """Counted under the employer's lock, so that no concurrent deletion changes it."""

    def refusals(self, accounts: Sequence[Account]) -> list[Refusal | None]:
        """D2: each administrator who is deleted counts as gone for the accounts that follow."""
        left = self.active_administrators
        results: list[Refusal | None] = []
        for account in accounts:
            refusal = mandate_refusal(account, by_mandate=self.by_mandate)
            refusal = refusal or deletion_refusal(account, self.caller_id, left, self.today)
            if refusal is None and is_active_administrator(account, self.today):
                left -= 1
            results.append(refusal)
        return results


async def delete(caller: Caller, request: BulkRequest, now: datetime, policy: Policy) -> list[BulkItemResult]:
    """Delete each account of the request: access ends, the history stays (D1, D2).

    Raises: Refused, as `bulk.run_bulk`.
    """

    async def deletion(employer_id: int, today: date) -> Deletion:
        active = await active_administrators([employer_id], today)
        by_mandate = employer_id in caller.mandates
        return Deletion(now, today, caller.signed_in().id, by_mandate, len(active[employer_id]))

    return await run_bulk(caller, request, deletion, now, policy)
