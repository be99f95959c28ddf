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
from schema.accounts.types import Account
from schema.context import Context
from schema.employers.types import Employer
from schema.errors import public_errors
from schema.execution.column_executor import ColumnExecutor
from schema.federation.directives import FEDERATION
from schema.federation.subgraph import REPRESENTATION, Representation
from schema.history.types import HistoryEntry
from schema.limits.cost_extension import CostLimit
from schema.limits.document import MAX_DOCUMENT_TOKENS
from schema.limits.document_extension import DocumentLimits
from schema.limits.integer_literals import ReadableIntegers
from schema.limits.no_suggestions import suggest_nothing
from schema.limits.single_operation import OneOperation
from schema.mutation import Mutation
from schema.queries import Query
from schema.reference_page import schema_page
from schema.scalars import SCALARS
from schema.subscriptions import Subscription

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
