"""The request of a bulk operation: whose accounts it is for, and reading them (R2, E2, E3)."""

from dataclasses import dataclass
from datetime import date

from models.rules.accounts.account import Account
from models.rules.accounts.search import Selection
from models.rules.employers.mandate import covers
from models.rules.policy import Policy
from models.rules.refusals import (
    Refused,
    ids_or_matching,
    limit_exceeded,
    one_employer_at_a_time,
    required,
)
from models.rules.vocabulary import MandateScope
from models.stores.accounts.account_list import count, matching_rows
from models.stores.accounts.accounts import AccountRecord, accounts_by_id, employers_of_accounts
from resolvers.accounts.bulk_changes import BulkRun
from resolvers.caller import Caller, require_administrator, require_administrator_of
from resolvers.employer_transaction import check_still_authorised


@dataclass(frozen=True, slots=True)
class BulkRequest:
    """Exactly one of `ids` (at most 250) and `matching` (at most 10,000 accounts)."""

    ids: tuple[int, ...] | None = None
    matching: Selection | None = None
    dry_run: bool = False
    idempotency_key: str | None = None
    employer_id: int | None = None
    """The employer that the client acts for, if it says so: accounts of others are unknown then (E5)."""

    @property
    def distinct_ids(self) -> list[int]:
        return list(dict.fromkeys(self.ids or ()))


async def employer_of_request(
    caller: Caller, request: BulkRequest, policy: Policy, scope: MandateScope
) -> int | None:
    """Return the employer of the requested accounts; None if the caller may see none of them.

    A caller who administers one employer alone can mean no other: whether it has the accounts is seen when
    they are read.
    """
    if (request.ids is None) == (request.matching is None):
        require_administrator(caller)
        raise Refused(ids_or_matching())
    if request.matching is not None:
        return require_administrator_of(caller, request.matching.employer_id, "matching", "employerId")
    require_administrator(caller)
    ids = request.distinct_ids
    if not ids:
        raise Refused(required().under("ids"))
    if len(ids) > policy.bulk_ids:
        raise Refused(limit_exceeded(policy.bulk_ids, len(ids)).under("ids"))
    if len(caller.administers) == 1:
        (only,) = caller.administers
        if covers(caller.mandates.get(only, MandateScope.MANAGE), scope):
            return only
    employer_ids = await employers_of_accounts(ids, caller.administers)
    if len(employer_ids) > 1:
        raise Refused(one_employer_at_a_time())  # E2
    return next(iter(employer_ids), None)


async def check_and_read(
    caller: Caller, request: BulkRequest, run: BulkRun, today: date, scope: MandateScope
) -> list[Account] | None:
    """Check the caller again under the lock; return the accounts of the ids, read in the same statement.

    None for a search. Raises: Refused, as `check_still_authorised`.
    """
    if request.matching is not None:
        await check_still_authorised(caller, run.employer_id, run.now, today, scope)
        return None
    own, ids = caller.signed_in(), request.distinct_ids
    known = await accounts_by_id({own.id, *ids}, {own.employer_id, run.employer_id})
    await check_still_authorised(caller, run.employer_id, run.now, today, scope, known[own.id])
    return [known[one] for one in ids if one in known and known[one].employer_id == run.employer_id]


async def requested_accounts(request: BulkRequest, run: BulkRun) -> list[Account]:
    """Return the accounts in the order requested. Raises: Refused(LIMIT_EXCEEDED) for too many matches."""
    if request.matching is not None:
        return await run.accounts(await rows_that_match(request.matching, run))
    accounts = await accounts_by_id(request.distinct_ids, [run.employer_id])
    return [accounts[account_id] for account_id in request.distinct_ids if account_id in accounts]


async def rows_that_match(matching: Selection, run: BulkRun) -> list[AccountRecord]:
    """Raises: Refused(LIMIT_EXCEEDED) for too many matches."""
    rows = await matching_rows(matching, run.now, run.policy.bulk_matches)
    if len(rows) > run.policy.bulk_matches:
        total = await count(matching, run.now)
        raise Refused(limit_exceeded(run.policy.bulk_matches, total).under("matching"))
    return rows
