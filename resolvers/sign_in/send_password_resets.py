"""An administrator sends colleagues a link to a new password (P7)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from models.rules.accounts.access_permissions import password_reset_refusal, reset_limit_refusal
from models.rules.accounts.account import Account
from models.rules.history_entry import Change
from models.rules.policy import Policy
from models.rules.refusals import Refusal
from models.rules.vocabulary import Operation
from models.stores.sign_in.password_links import resets_since
from resolvers.accounts.bulk import BulkItemResult, BulkRequest, run_bulk
from resolvers.caller import Caller
from resolvers.sign_in.password_emails import queue_password_resets


@dataclass(frozen=True, slots=True)
class PasswordResetSending:
    """A link as `request_password_reset` sends it, in an e-mail that names the administrator."""

    administrator: Account
    now: datetime
    today: date
    policy: Policy
    sent_at: Mapping[int, Sequence[datetime]]
    """When links were made within the window of the limit, by account; those of the holders included."""
    operation: Operation = Operation.PASSWORD_RESET_REQUESTED

    def refusals(self, accounts: Sequence[Account]) -> list[Refusal | None]:
        limit, window = self.policy.reset_limit, timedelta(seconds=self.policy.reset_limit_seconds)
        return [
            password_reset_refusal(account, self.administrator.id, self.today)
            or reset_limit_refusal(self.sent_at.get(account.id, []), limit, window, self.now)
            for account in accounts
        ]

    def after(self, account: Account) -> Account:
        return account

    def changes(self, account: Account) -> list[Change]:
        return [Change("email", account.email, account.email)]

    async def save(self, accounts: Sequence[Account]) -> None:
        await queue_password_resets(accounts, self.administrator, self.now, self.today, self.policy)


async def send_password_resets(
    caller: Caller, request: BulkRequest, now: datetime, policy: Policy
) -> list[BulkItemResult]:
    """Send each active account of the request a link to a new password.

    Raises: Refused, as `bulk.run_bulk`.
    """

    async def sending(employer_id: int, today: date) -> PasswordResetSending:
        since = now - timedelta(seconds=policy.reset_limit_seconds)
        sent_at = await resets_since(employer_id, since)
        return PasswordResetSending(caller.signed_in(), now, today, policy, sent_at)

    return await run_bulk(caller, request, sending, now, policy)
