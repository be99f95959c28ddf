"""An administrator ends the sessions of colleagues (P4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from models.rules.accounts.access_permissions import sessions_refusal
from models.rules.accounts.account import Account
from models.rules.accounts.account_permissions import mandate_refusal
from models.rules.history_entry import Change
from models.rules.policy import Policy
from models.rules.refusals import Refusal
from models.rules.vocabulary import Operation
from models.stores.sign_in.sessions import end_all_sessions
from resolvers.accounts.bulk import BulkItemResult, BulkRequest, run_bulk
from resolvers.caller import Caller


@dataclass(frozen=True, slots=True)
class SessionsEnd:
    """Done and recorded whether or not a session was open, which is thus not revealed."""

    caller_id: int
    by_mandate: bool
    now: datetime
    today: date
    operation: Operation = Operation.SESSIONS_ENDED

    def refusals(self, accounts: Sequence[Account]) -> list[Refusal | None]:
        return [
            mandate_refusal(account, by_mandate=self.by_mandate)
            or sessions_refusal(account, self.caller_id, self.now, self.today)
            for account in accounts
        ]

    def after(self, account: Account) -> Account:
        return account

    def changes(self, _account: Account) -> list[Change]:
        return []

    async def save(self, accounts: Sequence[Account]) -> None:
        await end_all_sessions([account.id for account in accounts], self.now)


async def end_account_sessions(
    caller: Caller, request: BulkRequest, now: datetime, policy: Policy
) -> list[BulkItemResult]:
    """End all sessions of each active account of the request. Raises: Refused, as `bulk.run_bulk`."""

    async def ending(employer_id: int, today: date) -> SessionsEnd:
        return SessionsEnd(caller.signed_in().id, employer_id in caller.mandates, now, today)

    return await run_bulk(caller, request, ending, now, policy)
