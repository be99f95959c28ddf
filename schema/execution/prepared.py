"""Executes operations of cached documents: those were parsed and validated when they were first seen."""

from collections.abc import Iterable, Mapping
from typing import Any, cast

from graphql import ExecutionResult as GraphQLResult
from graphql import GraphQLError, OperationDefinitionNode, execute
from strawberry.execution import optimized_is_awaitable
from strawberry.schema.exceptions import InvalidOperationTypeError
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext
from strawberry.types import ExecutionResult
from strawberry.types.graphql import OperationType

from models.rules.refusals import Refused
from schema.context import Context
from schema.execution.payloads import PlannedPayloads
from schema.execution.planned_query import PlannedQuery, switches_of
from schema.execution.steps import Unplannable
from schema.limits.charge import Charge
from schema.limits.cost_directives import field_sizes
from schema.limits.document_cache import DOCUMENT_CACHE, CachedDocument
from schema.limits.document_extension import check_introspection
from schema.limits.operation_cost import OperationCost


class PreparedOperation:
    """One operation of a cached document; a query with its plans."""

    def __init__(self, schema: Any, document: CachedDocument, operation: OperationDefinitionNode) -> None:
        self._schema, self._document, self._operation = schema._schema, document, operation
        self.kind = OperationType(operation.operation.value)
        root = self._schema.get_root_type(operation.operation)
        self._cost = OperationCost(operation, document.document, field_sizes(self._schema), root.name)
        self._query = (
            PlannedQuery(
                self._schema,
                schema.schema_converter,
                document.document,
                operation,
                schema.declared,
                document.room,
            )
            if self.kind is OperationType.QUERY
            else None
        )
        options = {
            "plans": {},
            "switches": switches_of(document.document, operation),
            "room": document.room,
        }
        self._stock: type[Any] = (
            StrawberryGraphQLCoreExecutionContext  # a plan was tried, for the whole of it
            if self._query
            else type("PreparedPayloads", (PlannedPayloads,), options)
        )

    async def execute(
        self,
        text: str,
        inputs: Mapping[str, Any],
        context: Context,
        name: str | None,
        allowed: Iterable[OperationType],
    ) -> ExecutionResult:
        """Return the result, its errors as they are raised.

        Raises: InvalidOperationTypeError for a kind of operation that is not allowed.
        """
        charge = Charge(context)
        try:
            await charge.reading(text, cached=True)
            if self.kind not in allowed:
                raise InvalidOperationTypeError(self.kind)
            check_introspection(self._document.measures, context)
            if context.budget is not None:
                await charge.executing(self._cost(inputs, context.caller.own_employers))
        except Refused as refused:
            result = ExecutionResult(data=None, errors=[GraphQLError("", original_error=refused)])
        else:
            result = await self._executed(inputs, context, name)
        result.extensions = {"cost": charge.report} if charge.report else {}
        return result

    async def _executed(
        self, inputs: Mapping[str, Any], context: Context, name: str | None
    ) -> ExecutionResult:
        if self._query is not None:
            try:
                return ExecutionResult(data=await self._query.answer(context, inputs), errors=None)
            except Unplannable:
                pass
        executed = execute(
            self._schema,
            self._document.document,
            context_value=context,
            variable_values=dict(inputs),
            operation_name=name,
            executor_class=self._stock,
            is_awaitable=cast(Any, optimized_is_awaitable),
        )
        completed = executed if isinstance(executed, GraphQLResult) else await executed
        return ExecutionResult(data=completed.data, errors=completed.errors)


def prepared_operation(schema: Any, text: str | None, name: str | None) -> PreparedOperation | None:
    """Return the operation of a cached document; None if stock execution has to prepare it.

    `name` is that of the request. A subscription is never prepared, nor is an operation that cannot be found.
    """
    if text is None or text not in DOCUMENT_CACHE:
        return None
    document = DOCUMENT_CACHE.find(text)
    assert document is not None  # noqa: S101  nothing was awaited since
    operation: PreparedOperation | None = document.prepared.get(name)
    if operation is None:
        operation = _prepared(schema, document, name)
        if operation is not None:  # a name that the document lacks is not kept: there is no end of those
            document.prepared[name] = operation
    return operation


def _prepared(schema: Any, document: CachedDocument, name: str | None) -> PreparedOperation | None:
    operations = [one for one in document.document.definitions if isinstance(one, OperationDefinitionNode)]
    named = [one for one in operations if name is None or (one.name and one.name.value == name)]
    if len(named) != 1 or named[0].operation.value == "subscription":
        return None
    return PreparedOperation(schema, document, named[0])
