"""The schema: types, queries, mutations, and how they are executed."""

from collections.abc import AsyncGenerator
from contextlib import aclosing
from datetime import date, datetime
from functools import cache
from typing import Any, cast

import strawberry
from graphql import GraphQLError
from strawberry.extensions import MaxTokensLimiter
from strawberry.schema.config import StrawberryConfig
from strawberry.schema.exceptions import CannotGetOperationTypeError, InvalidOperationTypeError
from strawberry.types import ExecutionContext, ExecutionResult

from models.rules.refusals import Refused
from schema.accounts.create_account import create_account
from schema.accounts.delete_accounts import delete_accounts
from schema.accounts.modify_account import modify_account
from schema.accounts.renew_accounts import renew_accounts
from schema.accounts.resend_invitations import resend_invitations
from schema.accounts.restore_accounts import restore_accounts
from schema.accounts.types import Account
from schema.accounts.unlock_accounts import unlock_accounts
from schema.context import Context
from schema.employers.types import Employer
from schema.errors import public_errors
from schema.execution.column_executor import ColumnExecutor
from schema.federation.directives import FEDERATION
from schema.federation.subgraph import REPRESENTATION, Representation
from schema.history.types import HistoryEntry
from schema.limits.cost_directives import Cost, ListSize
from schema.limits.document import MAX_DOCUMENT_TOKENS
from schema.limits.extensions import CostLimit, DocumentLimits
from schema.limits.integer_literals import ReadableIntegers
from schema.limits.no_suggestions import suggest_nothing
from schema.limits.single_operation import OneOperation
from schema.partners.webhook_mutations import (
    register_webhook,
    remove_webhook,
    replay_deliveries,
    rotate_webhook_secret,
)
from schema.queries import Query
from schema.reference_page import schema_page
from schema.scalars import SCALARS
from schema.sign_in.end_sessions import end_other_sessions, end_session
from schema.sign_in.passwords import change_password, create_password, request_password_reset
from schema.sign_in.sign_in import sign_in, sign_out
from schema.subscriptions import Subscription

SEVERAL = ListSize(assumed_size=10_000, slicing_arguments=["input.ids"], sized_fields=["results"])
"""All that match may be as many as that."""
WRITTEN, HASHED = Cost(weight=50), Cost(weight=500)
"""A transaction takes as long as reading so many objects; a password's hash, ten times that."""
ENTERED = Cost(weight=100)
"""One with an account's details, twice that."""
CHANGED, ENDED, INVITED = Cost(weight=50, each=3), Cost(weight=50, each=5), Cost(weight=50, each=15)
"""Of many, each counts: more if its sessions and links end with it, most if it gets a link by e-mail."""


@strawberry.type(description="What can be changed. Each field is one transaction.")
class Mutation:
    create_account = strawberry.mutation(
        resolver=create_account,
        description="Create an account: rights, e-mail, letter and history come with it, or nothing does.",
        directives=[ENTERED],
    )
    modify_account = strawberry.mutation(
        resolver=modify_account,
        description="Change details, profile and rights together, all or nothing, from the version read.",
        directives=[ENTERED],
    )
    renew_accounts = strawberry.mutation(
        resolver=renew_accounts,
        description="Accounts become good for another 18 months from today.",
        directives=[SEVERAL, CHANGED],
    )
    delete_accounts = strawberry.mutation(
        resolver=delete_accounts,
        description="Access ends at once. Accounts can be restored for 30 days.",
        directives=[SEVERAL, ENDED],
    )
    restore_accounts = strawberry.mutation(
        resolver=restore_accounts,
        description="Deleted accounts come back with the same identifier and rights.",
        directives=[SEVERAL, CHANGED],
    )
    resend_invitations = strawberry.mutation(
        resolver=resend_invitations,
        description="A new link to create the first password, by e-mail; the older ones become worthless.",
        directives=[SEVERAL, INVITED],
    )
    unlock_accounts = strawberry.mutation(
        resolver=unlock_accounts,
        description="Lift the lock that wrong passwords brought.",
        directives=[SEVERAL, CHANGED],
    )
    register_webhook = strawberry.mutation(
        resolver=register_webhook,
        description="For partners: be told of changes at an address; at most 10.",
        directives=[WRITTEN],
    )
    rotate_webhook_secret = strawberry.mutation(
        resolver=rotate_webhook_secret,
        description="For partners: another secret; the former one is good beside it for 24 hours.",
        directives=[WRITTEN],
    )
    remove_webhook = strawberry.mutation(
        resolver=remove_webhook,
        description="For partners: be told no more there, not even of what waits.",
        directives=[WRITTEN],
    )
    replay_deliveries = strawberry.mutation(
        resolver=replay_deliveries,
        description="For partners: try again what was given up, under the same ids.",
        directives=[WRITTEN],
    )
    sign_in = strawberry.mutation(
        resolver=sign_in,
        description="Begin a session, kept in a cookie that scripts cannot read.",
        directives=[HASHED],
    )
    sign_out = strawberry.mutation(
        resolver=sign_out,
        description="End this session.",
        directives=[WRITTEN],
    )
    end_session = strawberry.mutation(
        resolver=end_session,
        description="End one of one's own sessions.",
        directives=[WRITTEN],
    )
    end_other_sessions = strawberry.mutation(
        resolver=end_other_sessions,
        description="End all of one's own sessions but this one.",
        directives=[WRITTEN],
    )
    create_password = strawberry.mutation(
        resolver=create_password,
        description="Use a link up: the first password, or a new one.",
        directives=[HASHED],
    )
    change_password = strawberry.mutation(
        resolver=change_password,
        description="Change one's own password; all other sessions end.",
        directives=[HASHED],
    )
    request_password_reset = strawberry.mutation(
        resolver=request_password_reset,
        description="A link by e-mail, for an hour; the same answer whether or not the identifier exists.",
        directives=[WRITTEN],
    )


ONLY_SUBSCRIPTIONS = "Only a subscription can be followed: send queries and mutations with POST."


class ServedSchema(strawberry.Schema):
    """Strawberry's, with errors as clients may see them: of every kind, in one place."""

    async def execute(self, *given: Any, **more: Any) -> ExecutionResult:
        """As strawberry's, but of errors clients get what they may see: of every kind, in one place."""
        result = await super().execute(*given, **more)
        if result.errors:
            context = more["context_value"]
            result.errors = [shown for error in result.errors for shown in public_errors(error, context)]
        return result

    async def follow(self, **given: Any) -> AsyncGenerator[ExecutionResult, None]:
        """The answers of a subscription, their errors as those of `execute`; one with errors is the last."""
        context: Context = given["context_value"]
        try:
            async with aclosing(cast(Any, await self.subscribe(**given))) as answers:
                async for answer in answers:
                    if answer.errors:
                        errors = map(_followable, answer.errors)
                        answer.errors = [told for e in errors for told in public_errors(e, context)]
                    yield answer
        except Refused as refused:  # by an extension: strawberry makes that an answer for `execute` only
            error = GraphQLError("", original_error=refused)
            yield ExecutionResult(data=None, errors=public_errors(error, context))

    def process_errors(
        self, errors: list[GraphQLError], execution_context: ExecutionContext | None = None
    ) -> None:
        """`public_errors` logs what is worth it; strawberry's own log would hold what clients sent."""


def _followable(error: GraphQLError) -> GraphQLError:
    """What strawberry raises of operations that cannot be followed, as what it is: the client's error."""
    match error.original_error:
        case InvalidOperationTypeError():
            return GraphQLError(ONLY_SUBSCRIPTIONS)
        case CannotGetOperationTypeError() as wrong:
            return GraphQLError(wrong.as_http_error_reason())
    return error


@cache
def build_schema() -> ServedSchema:
    """The one schema of this process: two over the same types would disturb each other."""
    suggest_nothing()
    return ServedSchema(
        query=Query,
        mutation=Mutation,
        subscription=Subscription,
        types=[Account, Employer, HistoryEntry],
        execution_context_class=ColumnExecutor,
        extensions=[
            lambda: MaxTokensLimiter(max_token_count=MAX_DOCUMENT_TOKENS),
            ReadableIntegers,
            DocumentLimits,
            OneOperation,
            CostLimit,
        ],
        config=StrawberryConfig(
            scalar_map={
                date: SCALARS[date],
                datetime: SCALARS[datetime],
                Representation: REPRESENTATION,
            },
        ),
        schema_directives=[FEDERATION],
    )


def schema_docs() -> str:
    """As it is committed in docs/schema.md."""
    return schema_page(build_schema()._schema)


def schema_text() -> str:
    """As it is committed in schema/schema.graphql."""
    return build_schema().as_str() + "\n"
