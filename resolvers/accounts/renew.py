"""Renewing accounts (R1–R3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from models.rules.accounts.account import Account
from models.rules.accounts.account_permissions import renewal_refusal
from models.rules.accounts.expiry import expiry_date
from models.rules.history_entry import Change
from models.rules.policy import Policy
from models.rules.refusals import Refusal
from models.rules.vocabulary import MandateScope, Operation
from models.stores.accounts.account_writes import expiry_write
from models.stores.sign_in.sessions import sessions_end_write
from models.stores.write_together import write_together
from resolvers.accounts.bulk import BulkItemResult, BulkRequest, run_bulk
from resolvers.accounts.invite import invitation_resend
from resolvers.caller import Caller


@dataclass(frozen=True, slots=True)
class Renewal:
    now: datetime
    today: date
    until: date
    operation: Operation = Operation.ACCOUNT_RENEWED

    def refusals(self, accounts: Sequence[Account]) -> list[Refusal | None]:
        return [renewal_refusal(account, self.today) for account in accounts]

    def after(self, account: Account) -> Account | None:
        """R1: nothing to do if the account was renewed today already."""
        if account.expires_on == self.until:
            return None
        return account.renewed(self.until)

    def changes(self, account: Account) -> list[Change]:
        return [Change("expiresOn", account.expires_on.isoformat(), self.until.isoformat())]

    async def save(self, accounts: Sequence[Account]) -> None:
        """End the sessions of expired accounts, so that a renewal does not revive them (P4)."""
        writes = [expiry_write([account.id for account in accounts], self.until)]
        if expired := [account.id for account in accounts if account.expires_on < self.today]:
            writes.append(sessions_end_write(expired, self.now))
        await write_together(*writes)


async def renew(caller: Caller, request: BulkRequest, now: datetime, policy: Policy) -> list[BulkItemResult]:
    """Renew each account of the request to today + 18 months (R1).

    An expired account that never had a password is pending again, with a link that lapsed long ago: it gets a
    new invitation in the same transaction (C3). Raises: Refused, as `bulk.run_bulk`.
    """

    async def renewal(_employer_id: int, today: date) -> Renewal:
        return Renewal(now, today, expiry_date(today, policy.validity_months))

    invitation = invitation_resend(caller, now, policy)
    return await run_bulk(
        caller, request, renewal, now, policy, followed_by=invitation, scope=MandateScope.RENEW
    )
