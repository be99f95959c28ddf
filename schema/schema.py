"""The schema: queries, mutations, subscriptions, and how they are executed."""

from collections.abc import AsyncGenerator, Iterable, Mapping
from contextlib import aclosing
from datetime import date, datetime
from functools import cache
from typing import Any, cast

import strawberry
from graphql import GraphQLError, OperationDefinitionNode, parse
from strawberry.extensions import MaxTokensLimiter
from strawberry.schema.config import StrawberryConfig
from strawberry.schema.exceptions import CannotGetOperationTypeError, InvalidOperationTypeError
from strawberry.types import ExecutionContext, ExecutionResult
from strawberry.types.graphql import OperationType

from models.rules.refusals import Refused
from schema.accounts.types import Account
from schema.context import Context
from schema.employers.types import Employer
from schema.errors import public_errors
from schema.execution.payloads import PlannedPayloads
from schema.execution.prepared import prepared_operation
from schema.federation.directives import FEDERATION
from schema.federation.subgraph import REPRESENTATION, Representation
from schema.history.types import HistoryEntry
from schema.limits.cost import operation_cost
from schema.limits.cost_directives import field_sizes
from schema.limits.cost_extension import CostLimit
from schema.limits.document import MAX_DOCUMENT_TOKENS
from schema.limits.document_extension import DocumentLimits
from schema.limits.integer_literals import ReadableIntegers
from schema.limits.no_suggestions import suggest_nothing
from schema.limits.single_operation import OneOperation
from schema.mutation import Mutation
from schema.plans import DECLARED
from schema.queries import Query
from schema.reference_page import schema_page
from schema.scalars import SCALARS
from schema.subscriptions import Subscription

QUERIES_AND_MUTATIONS = frozenset({OperationType.QUERY, OperationType.MUTATION})
ONLY_SUBSCRIPTIONS = "Only a subscription can be followed: send queries and mutations with POST."


class ServedSchema(strawberry.Schema):
    """Strawberry's schema, with all errors replaced by those that clients may see (`public_errors`)."""

    declared = DECLARED

    async def execute(
        self,
        query: str | None,
        variable_values: dict[str, Any] | None = None,
        context_value: Any = None,
        root_value: Any = None,
        operation_name: str | None = None,
        allowed_operation_types: Iterable[OperationType] | None = None,
        operation_extensions: dict[str, Any] | None = None,
    ) -> ExecutionResult:
        """Execute a query or mutation; its errors are those that clients may see.

        A document that was seen before is executed at once; any other is parsed and validated first.
        """
        context: Context = context_value
        allowed = QUERIES_AND_MUTATIONS if allowed_operation_types is None else allowed_operation_types
        prepared = prepared_operation(self, query, operation_name)
        if prepared is not None:
            result = await prepared.execute(
                query or "", variable_values or {}, context, operation_name, allowed
            )
        else:
            result = await super().execute(
                query,
                variable_values,
                context,
                root_value,
                operation_name,
                allowed,
                operation_extensions,
            )
        if result.errors:
            result.errors = [public for error in result.errors for public in public_errors(error, context)]
        return result

    async def follow(self, **options: Any) -> AsyncGenerator[ExecutionResult, None]:
        """Yield the results of a subscription, their errors as in `execute`; one with errors is the last."""
        context: Context = options["context_value"]
        try:
            async with aclosing(cast(Any, await self.subscribe(**options))) as results:
                async for result in results:
                    if result.errors:
                        errors = map(_as_client_error, result.errors)
                        result.errors = [public for e in errors for public in public_errors(e, context)]
                    yield result
        except Refused as refused:  # by an extension: strawberry makes a result of it in `execute` only
            error = GraphQLError("", original_error=refused)
            yield ExecutionResult(data=None, errors=public_errors(error, context))

    def process_errors(
        self, errors: list[GraphQLError], execution_context: ExecutionContext | None = None
    ) -> None:
        """Log nothing: `public_errors` does, and strawberry's own log would hold what clients sent."""


def _as_client_error(error: GraphQLError) -> GraphQLError:
    """An operation that is no subscription, or is unknown, as an error of the client's request."""
    match error.original_error:
        case InvalidOperationTypeError():
            return GraphQLError(ONLY_SUBSCRIPTIONS)
        case CannotGetOperationTypeError() as unknown_operation:
            return GraphQLError(unknown_operation.as_http_error_reason())
    return error


@cache
def build_schema() -> ServedSchema:
    """Return the one schema of this process: two over the same types would interfere."""
    suggest_nothing()
    return ServedSchema(
        query=Query,
        mutation=Mutation,
        subscription=Subscription,
        types=[Account, Employer, HistoryEntry],
        execution_context_class=PlannedPayloads,
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


def query_cost(document: str, variables: Mapping[str, Any]) -> int:
    """Return the cost of a document that holds one query, and nothing whose size depends on the caller."""
    schema, parsed = build_schema()._schema, parse(document)
    operation = next(each for each in parsed.definitions if isinstance(each, OperationDefinitionNode))
    return operation_cost(operation, parsed, variables, field_sizes(schema), "Query")


def schema_docs() -> str:
    """Return the text of docs/schema.md."""
    return schema_page(build_schema()._schema)


def schema_text() -> str:
    """Return the text of schema/schema.graphql."""
    return build_schema().as_str() + "\n"
