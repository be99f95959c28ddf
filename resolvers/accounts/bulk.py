"""Several accounts of one employer at once: each stands by itself, in one transaction (R2)."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from models.rules.accounts.account import Account
from models.rules.accounts.search import Selection
from models.rules.history_entry import Change
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
    """Done, or refused and why. `account` is None when the caller may not see it."""

    account_id: int
    account: Account | None
    refusal: Refusal | None


class BulkOperation(Protocol):
    """What is done to each account: renew, delete, restore, invite again, unlock."""

    @property
    def operation(self) -> Operation: ...

    def refusals(self, accounts: Sequence[Account]) -> list[Refusal | None]:
        """For each account, taken in turn, why it cannot be done."""

    def after(self, account: Account) -> Account | None:
        """The account as it will be; None if there is nothing to do."""

    def changes(self, account: Account) -> list[Change]:
        """Return the changes that the history records for the account."""

    async def save(self, accounts: Sequence[Account]) -> None:
        """Write it, for accounts that change."""


BulkOperationFactory = Callable[[int, date], Awaitable[BulkOperation]]
"""Makes the verb for an employer and a day, inside the transaction, under the employer's lock."""


async def run_bulk(
    caller: Caller, asked: BulkRequest, verb_for: BulkOperationFactory, now: datetime, policy: Policy
) -> list[BulkItemResult]:
    """One outcome for each account asked for, in the order asked (by id, for a search).

    With `dry_run` the same answer, and nothing written. Raises: Refused, for the request as a whole.
    """
    employer_id = await _employer(caller, asked, policy)
    given = check_idempotency_key(asked.idempotency_key)
    key = None if asked.dry_run else given
    if employer_id is None:
        return [BulkItemResult(account_id, None, not_found()) for account_id in _distinct(asked)]
    async with caller_transaction(caller, employer_id, now) as today:
        verb = await verb_for(employer_id, today)

        async def act() -> list[Any]:
            accounts = await _accounts(asked, employer_id, today, policy)
            refusals = dict(zip(accounts, verb.refusals(list(accounts.values())), strict=True))
            if not asked.dry_run:
                done = [account for account in accounts.values() if refusals[account.id] is None]
                await _write(caller, employer_id, verb, done, now, today)
            order = _distinct(asked) or accounts
            return [_packed(account_id, refusals.get(account_id, not_found())) for account_id in order]

        request = [verb.operation, asked]
        packed = await run_once(caller.signed_in().id, key, request, now, policy, act)
        found = await accounts_by_id([row[0] for row in packed], [employer_id])
        return [BulkItemResult(row[0], found.get(row[0]), _refusal(row)) for row in packed]


async def _employer(caller: Caller, asked: BulkRequest, policy: Policy) -> int | None:
    """Return the employer of the requested accounts; None if the caller may see none of them."""
    if (asked.ids is None) == (asked.matching is None):
        require_administrator(caller)
        raise Refused(ids_or_matching())
    if asked.matching is not None:
        return require_administrator_of(caller, asked.matching.employer_id, "matching", "employerId")
    require_administrator(caller)
    ids = _distinct(asked)
    if not ids:
        raise Refused(required().under("ids"))
    if len(ids) > policy.bulk_ids:
        raise Refused(limit_exceeded(policy.bulk_ids, len(ids)).under("ids"))
    found = {account.employer_id for account in (await accounts_by_id(ids, caller.administers)).values()}
    if len(found) > 1:
        raise Refused(one_employer_at_a_time())  # E2
    return next(iter(found), None)


async def _accounts(asked: BulkRequest, employer_id: int, today: date, policy: Policy) -> dict[int, Account]:
    """Return the accounts in the order requested. Raises: Refused(LIMIT_EXCEEDED) for too many matches."""
    if asked.matching is None:
        found = await accounts_by_id(_distinct(asked), [employer_id])
        return {account_id: found[account_id] for account_id in _distinct(asked) if account_id in found}
    matching = await all_matching(asked.matching, today, policy.bulk_matches)
    if len(matching) > policy.bulk_matches:
        total = await count(asked.matching, today)
        raise Refused(limit_exceeded(policy.bulk_matches, total).under("matching"))
    return {account.id: account for account in matching}


async def _write(
    caller: Caller, employer_id: int, verb: BulkOperation, done: Sequence[Account], now: datetime, today: date
) -> None:
    """Save those that change, and tell of them (H1): no change, no entry (R1)."""
    moves = [(account, after) for account in done if (after := verb.after(account)) is not None]
    if not moves:
        return
    await verb.save([account for account, _ in moves])
    events = [history_event(verb.operation, after, verb.changes(before)) for before, after in moves]
    await record_history(employer_id, caller.actor, events, moves, now, today)


def _distinct(asked: BulkRequest) -> list[int]:
    return list(dict.fromkeys(asked.ids or ()))


def _packed(account_id: int, refusal: Refusal | None) -> list[Any]:
    if refusal is None:
        return [account_id]
    return [account_id, refusal.code, refusal.french, refusal.english]


def _refusal(row: list[Any]) -> Refusal | None:
    return Refusal(ErrorCode(row[1]), row[2], row[3]) if len(row) > 1 else None
