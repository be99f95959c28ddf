"""Sending pending accounts another invitation (C5)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from models.rules.accounts.account import Account
from models.rules.accounts.account_permissions import invitation_refusal
from models.rules.employers.employer import Employer
from models.rules.history_entry import Change
from models.rules.policy import Policy
from models.rules.refusals import Refusal
from models.rules.vocabulary import Operation
from models.stores.employers.employers import employers_by_id
from models.stores.messages.link_messages import LinkMessage
from resolvers.accounts.bulk import BulkItemResult, BulkOperationFactory, BulkRequest, run_bulk
from resolvers.caller import Caller
from resolvers.messages.compose import compose_invitation, queue_composed_invitations


@dataclass(frozen=True, slots=True)
class InvitationResend:
    """A new link to create the first password, which revokes the earlier ones (C3)."""

    employer_id: int
    inviter: Account
    now: datetime
    today: date
    policy: Policy
    employer: Employer | None = None
    """Read once there is somebody to invite."""
    operation: Operation = Operation.INVITATION_SENT

    def refusals(self, accounts: Sequence[Account]) -> list[Refusal | None]:
        return [invitation_refusal(account, self.today) for account in accounts]

    def after(self, account: Account) -> Account:
        return account

    def changes(self, account: Account) -> list[Change]:
        return [Change("email", account.email, account.email)]

    async def save(self, accounts: Sequence[Account]) -> None:
        inviting = await self.ready()
        await inviting.save_composed(accounts, [inviting.compose(account) for account in accounts])

    async def ready(self) -> "InvitationResend":
        if self.employer is not None:
            return self
        return replace(self, employer=(await employers_by_id([self.employer_id]))[self.employer_id])

    def compose(self, account: Account) -> LinkMessage:
        if self.employer is None:
            raise ValueError("the employer is not read yet")
        return compose_invitation(account, self.employer, self.inviter, self.today, self.policy)

    async def save_composed(self, accounts: Sequence[Account], composed: Sequence[LinkMessage]) -> None:
        ids = [account.id for account in accounts]
        await queue_composed_invitations(ids, composed, self.now, self.policy)


def invitation_resend(caller: Caller, now: datetime, policy: Policy) -> BulkOperationFactory:
    """Return what makes the operation under the employer's lock; the caller is the one who invites."""

    async def resend(employer_id: int, today: date) -> InvitationResend:
        return InvitationResend(employer_id, caller.signed_in(), now, today, policy)

    return resend


async def resend_invitations(
    caller: Caller, request: BulkRequest, now: datetime, policy: Policy
) -> list[BulkItemResult]:
    """Send each pending account of the request a new invitation. Raises: Refused, as `bulk.run_bulk`."""
    return await run_bulk(caller, request, invitation_resend(caller, now, policy), now, policy)
