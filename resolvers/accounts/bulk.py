"""Bulk operations: several accounts of one employer in one transaction, each with its own outcome (R2)."""

from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from models.rules.accounts.account import Account
from models.rules.paris_calendar import paris_day
from models.rules.policy import Policy
from models.rules.refusals import (
    Refusal,
    not_found,
)
from models.rules.vocabulary import ErrorCode, MandateScope
from models.stores.accounts.account_list import matching_states
from models.stores.accounts.accounts import accounts_by_id
from resolvers.accounts.bulk_changes import (
    BulkChanges,
    BulkOperation,
    BulkRun,
    PreparedBulk,
    let_others_go_on,
    refusals_of,
)
from resolvers.accounts.bulk_request import (
    BulkRequest,
    check_and_read,
    employer_of_request,
    requested_accounts,
    rows_that_match,
)
from resolvers.caller import (
    Caller,
    require_administrator_of,
    restrict_to_employer,
)
from resolvers.employer_transaction import employer_lock
from resolvers.employers.publish_expiries import HeldLock
from resolvers.idempotency import check_idempotency_key, run_once

__all__ = ["BulkItemResult", "BulkOperationFactory", "BulkRequest", "run_bulk"]


@dataclass(frozen=True, slots=True)
class BulkItemResult:
    """The result for one account: done, or refused. `account` is None if the caller may not see it."""

    account_id: int
    account: Account | None
    refusal: Refusal | None


BulkOperationFactory = Callable[[int, date], Awaitable[BulkOperation]]
"""Makes the operation for an employer id and today's date in Paris, under the employer's lock.

A dry run takes no lock.
"""


async def run_bulk(
    caller: Caller,
    request: BulkRequest,
    operation_factory: BulkOperationFactory,
    now: datetime,
    policy: Policy,
    followed_by: BulkOperationFactory | None = None,
    pause: Callable[[], Awaitable[None]] = let_others_go_on,
    scope: MandateScope = MandateScope.MANAGE,
) -> list[BulkItemResult]:
    """Run an operation on each account of the request; return one result an account.

    `followed_by` is then done in the same transaction to those of the accounts that it does not refuse. The
    results are in the order of `ids`, or by id for `matching`. With `dry_run` they are the same, and nothing
    is written. `pause` is awaited between slices. A caller who acts by a mandate needs one of this scope, or
    a wider one (E1). Raises: Refused, if the whole request is refused.
    """
    caller = restrict_to_employer(caller, request.employer_id)
    employer_id = await employer_of_request(caller, request, policy, scope)
    key = check_idempotency_key(request.idempotency_key)
    if employer_id is None:
        return _all_unknown(request)
    require_administrator_of(caller, employer_id, scope=scope)
    run = BulkRun(employer_id, caller.actor, now, policy, pause)
    if request.dry_run:
        return await _preview(request, run, operation_factory)
    factories = [operation_factory, *([followed_by] if followed_by else [])]
    prepared = await _prepare(run, request, factories)
    async with employer_lock(employer_id, now, only_open=True) as held:
        accounts = await check_and_read(caller, request, run, held.today, scope)
        if accounts == []:
            return _all_unknown(request)
        operations = [await factory(employer_id, held.today) for factory in factories]
        after: Mapping[int, Account] = {}

        async def act() -> list[Any]:
            nonlocal after
            changes = await _changes(run, request, operations, accounts, prepared, held)
            await run.save(changes, held.chain_head)
            after = changes.after
            return [
                _packed(account_id, refusal) for account_id, refusal in _in_order(request, changes.refusals)
            ]

        digested = [operations[0].operation, request]
        packed = await run_once(caller.signed_in().id, key, digested, now, policy, act)
    if packed and not after:  # a request that was sent again
        after = await accounts_by_id([row[0] for row in packed], [employer_id])
    return [BulkItemResult(row[0], after.get(row[0]), _refusal(row)) for row in packed]


async def _prepare(
    run: BulkRun, request: BulkRequest, factories: Sequence[BulkOperationFactory]
) -> PreparedBulk | None:
    """Compute the changes of a search before the lock is taken; None for few accounts."""
    if request.matching is None:
        return None
    today = paris_day(run.now)
    operations = [await factory(run.employer_id, today) for factory in factories]
    return await run.prepare(operations, request.matching, today)


async def _changes(
    run: BulkRun,
    request: BulkRequest,
    operations: Sequence[BulkOperation],
    accounts: list[Account] | None,
    prepared: PreparedBulk | None,
    held: HeldLock,
) -> BulkChanges:
    """Return the changes under the lock: the prepared ones if they still hold.

    Raises: Refused(LIMIT_EXCEEDED) for too many matches.
    """
    if request.matching is not None:
        if prepared is not None:
            states = await matching_states(request.matching, run.now, run.policy.bulk_matches)
            if await prepared.holds(operations, held.today, states):
                return prepared.changes
        accounts = await run.accounts(await rows_that_match(request.matching, run))
    return await run.changes(operations, accounts or [], held.today, held.chain_head)


async def _preview(
    request: BulkRequest, run: BulkRun, operation_factory: BulkOperationFactory
) -> list[BulkItemResult]:
    """Return the results of a dry run, each with the account as it would be: reads only, without a lock."""
    operation = await operation_factory(run.employer_id, paris_day(run.now))
    accounts = await requested_accounts(request, run)
    refusals = refusals_of(operation, accounts)
    after = {
        account.id: account if refusals[account.id] else operation.after(account) or account
        for account in accounts
    }
    return [
        BulkItemResult(account_id, after.get(account_id), refusal)
        for account_id, refusal in _in_order(request, refusals)
    ]


def _in_order(
    request: BulkRequest, refusals: Mapping[int, Refusal | None]
) -> Iterator[tuple[int, Refusal | None]]:
    """Yield the accounts in the order of the request; one that the caller may not see is NOT_FOUND."""
    if request.ids is None:
        yield from refusals.items()
        return
    unknown = not_found()
    for account_id in request.distinct_ids:
        yield account_id, refusals.get(account_id, unknown)


def _all_unknown(request: BulkRequest) -> list[BulkItemResult]:
    return [BulkItemResult(account_id, None, not_found()) for account_id in request.distinct_ids]


def _packed(account_id: int, refusal: Refusal | None) -> list[Any]:
    if refusal is None:
        return [account_id]
    return [account_id, refusal.code, refusal.french, refusal.english]


def _refusal(row: list[Any]) -> Refusal | None:
    return Refusal(ErrorCode(row[1]), row[2], row[3]) if len(row) > 1 else None
