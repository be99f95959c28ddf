"""Bulk operations: several accounts of one employer in one transaction, each with its own outcome (R2)."""

from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from models.rules.accounts.account import Account
from models.rules.accounts.search import Selection
from models.rules.history_entry import Change
from models.rules.paris_calendar import paris_day
from models.rules.policy import Policy
from models.rules.refusals import (
    Refusal,
    Refused,
    ids_or_matching,
    limit_exceeded,
    not_found,
    one_employer_at_a_time,
    required,
)
from models.rules.vocabulary import ErrorCode, Operation
from models.stores.accounts.account_list import all_matching, count
from models.stores.accounts.accounts import accounts_by_id
from resolvers.caller import Caller, require_administrator, require_administrator_of
from resolvers.employer_transaction import caller_transaction
from resolvers.history.record import history_event, record_history
from resolvers.idempotency import check_idempotency_key, run_once


@dataclass(frozen=True, slots=True)
class BulkRequest:
    """Exactly one of `ids` (at most 250) and `matching` (at most 10,000 accounts)."""

    ids: tuple[int, ...] | None = None
    matching: Selection | None = None
    dry_run: bool = False
    idempotency_key: str | None = None


@dataclass(frozen=True, slots=True)
class BulkItemResult:
    """The result for one account: done, or refused. `account` is None if the caller may not see it."""

    account_id: int
    account: Account | None
    refusal: Refusal | None


class BulkOperation(Protocol):
    """What is done to each account: renew, delete, restore, send another invitation, unlock."""

    @property
    def operation(self) -> Operation: ...

    def refusals(self, accounts: Sequence[Account]) -> list[Refusal | None]:
        """Return for each account its refusal, or None; the accounts before it in the list count as done."""

    def after(self, account: Account) -> Account | None:
        """Return the account as it will be; None if there is nothing to do."""

    def changes(self, account: Account) -> list[Change]:
        """Return the changes that the history records for the account."""

    async def save(self, accounts: Sequence[Account]) -> None:
        """Write the operation for the accounts that change."""


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
) -> list[BulkItemResult]:
    """Run an operation on each account of the request; return one result an account.

    `followed_by` is then done in the same transaction to those of the accounts that it does not refuse. The
    results are in the order of `ids`, or by id for `matching`. With `dry_run` they are the same, and nothing
    is written. Raises: Refused, if the whole request is refused.
    """
    employer_id = await _employer(caller, request, policy)
    key = check_idempotency_key(request.idempotency_key)
    if employer_id is None:
        return [BulkItemResult(account_id, None, not_found()) for account_id in _distinct(request)]
    if request.dry_run:
        return await _preview(request, employer_id, operation_factory, now, policy)
    async with caller_transaction(caller, employer_id, now) as today:
        operation = await operation_factory(employer_id, today)

        async def act() -> list[Any]:
            accounts = await _accounts(request, employer_id, now, policy)
            refusals = _refusals(operation, accounts)
            done = [account for account in accounts.values() if refusals[account.id] is None]
            after = await _write(caller, employer_id, operation, done, now, today)
            if followed_by is not None:
                await _follow(caller, employer_id, await followed_by(employer_id, today), after, now, today)
            return [_packed(account_id, refusal) for account_id, refusal in _in_order(request, refusals)]

        packed = await run_once(caller.signed_in().id, key, [operation.operation, request], now, policy, act)
        accounts_after = await accounts_by_id([row[0] for row in packed], [employer_id])
        return [BulkItemResult(row[0], accounts_after.get(row[0]), _refusal(row)) for row in packed]


async def _preview(
    request: BulkRequest,
    employer_id: int,
    operation_factory: BulkOperationFactory,
    now: datetime,
    policy: Policy,
) -> list[BulkItemResult]:
    """Return the results of a dry run, each with the account as it would be: reads only, without a lock."""
    operation = await operation_factory(employer_id, paris_day(now))
    accounts = await _accounts(request, employer_id, now, policy)
    refusals = _refusals(operation, accounts)
    after = {
        account.id: account if refusals[account.id] else operation.after(account) or account
        for account in accounts.values()
    }
    return [
        BulkItemResult(account_id, after.get(account_id), refusal)
        for account_id, refusal in _in_order(request, refusals)
    ]


def _refusals(operation: BulkOperation, accounts: Mapping[int, Account]) -> dict[int, Refusal | None]:
    return dict(zip(accounts, operation.refusals(list(accounts.values())), strict=True))


def _in_order(
    request: BulkRequest, refusals: Mapping[int, Refusal | None]
) -> Iterator[tuple[int, Refusal | None]]:
    """Yield the accounts in the order of the request; one that the caller may not see is NOT_FOUND."""
    for account_id in _distinct(request) or refusals:
        yield account_id, refusals.get(account_id, not_found())


async def _employer(caller: Caller, request: BulkRequest, policy: Policy) -> int | None:
    """Return the employer of the requested accounts; None if the caller may see none of them."""
    if (request.ids is None) == (request.matching is None):
        require_administrator(caller)
        raise Refused(ids_or_matching())
    if request.matching is not None:
        return require_administrator_of(caller, request.matching.employer_id, "matching", "employerId")
    require_administrator(caller)
    ids = _distinct(request)
    if not ids:
        raise Refused(required().under("ids"))
    if len(ids) > policy.bulk_ids:
        raise Refused(limit_exceeded(policy.bulk_ids, len(ids)).under("ids"))
    employer_ids = {
        account.employer_id for account in (await accounts_by_id(ids, caller.administers)).values()
    }
    if len(employer_ids) > 1:
        raise Refused(one_employer_at_a_time())  # E2
    return next(iter(employer_ids), None)


async def _accounts(
    request: BulkRequest, employer_id: int, now: datetime, policy: Policy
) -> dict[int, Account]:
    """Return the accounts in the order requested. Raises: Refused(LIMIT_EXCEEDED) for too many matches."""
    if request.matching is None:
        accounts = await accounts_by_id(_distinct(request), [employer_id])
        return {
            account_id: accounts[account_id] for account_id in _distinct(request) if account_id in accounts
        }
    matching = await all_matching(request.matching, now, policy.bulk_matches)
    if len(matching) > policy.bulk_matches:
        total = await count(request.matching, now)
        raise Refused(limit_exceeded(policy.bulk_matches, total).under("matching"))
    return {account.id: account for account in matching}


async def _write(
    caller: Caller,
    employer_id: int,
    operation: BulkOperation,
    done: Sequence[Account],
    now: datetime,
    today: date,
) -> list[Account]:
    """Save the accounts that change, each with a history entry (H1); return them as they are then.

    No change, no entry (R1).
    """
    moves = [(account, after) for account in done if (after := operation.after(account)) is not None]
    if not moves:
        return []
    await operation.save([account for account, _ in moves])
    events = [history_event(operation.operation, after, operation.changes(before)) for before, after in moves]
    await record_history(employer_id, caller.actor, events, moves, now, today)
    return [after for _, after in moves]


async def _follow(
    caller: Caller,
    employer_id: int,
    operation: BulkOperation,
    accounts: Sequence[Account],
    now: datetime,
    today: date,
) -> None:
    refusals = operation.refusals(accounts)
    possible = [a for a, refusal in zip(accounts, refusals, strict=True) if refusal is None]
    await _write(caller, employer_id, operation, possible, now, today)


def _distinct(request: BulkRequest) -> list[int]:
    return list(dict.fromkeys(request.ids or ()))


def _packed(account_id: int, refusal: Refusal | None) -> list[Any]:
    if refusal is None:
        return [account_id]
    return [account_id, refusal.code, refusal.french, refusal.english]


def _refusal(row: list[Any]) -> Refusal | None:
    return Refusal(ErrorCode(row[1]), row[2], row[3]) if len(row) > 1 else None
