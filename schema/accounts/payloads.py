"""The payloads of the mutations that act on accounts."""

import strawberry

from models.rules.refusals import Refused
from resolvers.accounts.bulk import BulkItemResult
from schema.accounts.types import Account, to_account
from schema.context import Info
from schema.history.types import HistoryEntry
from schema.ids import Kind, encode_id
from schema.limits.cost_directives import ListSize
from schema.types.user_error import UserError, user_error, user_errors


@strawberry.type(description="What became of a creation.")
class CreateAccountPayload:
    account: Account | None = strawberry.field(description="The new account; null if refused.")
    errors: list[UserError] = strawberry.field(description="Why it was refused; nothing was written then.")


@strawberry.type(description="What became of a modification.")
class ModifyAccountPayload:
    account: Account | None = strawberry.field(
        description="The account as it is now; null if it was refused, but for a conflict."
    )
    errors: list[UserError] = strawberry.field(description="Why it was refused; nothing was written then.")
    conflicting_changes: list[HistoryEntry] = strawberry.field(
        description="With CONFLICT: what others have done since the version that was read, oldest first."
    )


@strawberry.type(description="What became of one of several accounts.")
class BulkAccountResult:
    id: strawberry.ID = strawberry.field(description="The id of the request.")
    account: Account | None = strawberry.field(
        description="The account as it is now, or would be with dryRun; null if the viewer may not see it."
    )
    errors: list[UserError] = strawberry.field(
        description="Why it was not done; empty if it was.", directives=[ListSize(assumed_size=1)]
    )


@strawberry.type(
    description="The results for several accounts: each has its own, all are written in one transaction."
)
class BulkAccountsPayload:
    done: int = strawberry.field(description="How many were done; would be, with dryRun.")
    refused: int = strawberry.field(description="How many were not.")
    outcomes: strawberry.Private[list[BulkItemResult]]

    @strawberry.field(description="One for each account of the request.")
    def results(self, info: Info) -> list[BulkAccountResult]:
        return [_result(outcome, info) for outcome in self.outcomes]

    errors: list[UserError] = strawberry.field(
        description="Why the request as a whole was refused; nothing was written then."
    )


def bulk_payload(outcomes: list[BulkItemResult]) -> BulkAccountsPayload:
    refused = sum(outcome.refusal is not None for outcome in outcomes)
    return BulkAccountsPayload(
        done=len(outcomes) - refused,
        refused=refused,
        outcomes=outcomes,
        errors=[],
    )


def refused_bulk(refused: Refused, info: Info) -> BulkAccountsPayload:
    return BulkAccountsPayload(done=0, refused=0, outcomes=[], errors=user_errors(refused, info))


def _result(outcome: BulkItemResult, info: Info) -> BulkAccountResult:
    refusal = outcome.refusal
    return BulkAccountResult(
        id=encode_id(Kind.ACCOUNT, outcome.account_id),
        account=to_account(outcome.account, info.context) if outcome.account else None,
        errors=[user_error(refusal, info.context.language)] if refusal else [],
    )
