"""The cost of an operation that stock execution prepares, charged before it is executed."""

from collections.abc import AsyncIterator
from typing import Any

from graphql import OperationDefinitionNode
from strawberry.extensions import SchemaExtension

from schema.limits.charge import Charge
from schema.limits.cost import lengths_of_lists, operation_cost
from schema.limits.cost_directives import field_sizes


class CostLimit(SchemaExtension):
    """Refuses an operation that costs more than one may, or than is left of the caller's minute."""

    _charge: Charge | None = None

    async def on_parse(self) -> AsyncIterator[None]:
        context = self.execution_context
        self._charge = Charge(context.context)
        await self._charge.reading(context.query or "", cached=context.graphql_document is not None)
        yield

    async def on_execute(self) -> AsyncIterator[None]:
        if self._charge is not None and self.execution_context.context.budget is not None:
            await self._charge.executing(self._operation_cost())
        yield

    def get_results(self) -> dict[str, Any]:
        return {"cost": self._charge.report} if self._charge and self._charge.report else {}

    def _operation_cost(self) -> int:
        context = self.execution_context
        document, schema = context.graphql_document, context.schema._schema
        assert document is not None  # noqa: S101  it was validated
        operations = [one for one in document.definitions if isinstance(one, OperationDefinitionNode)]
        name = context._provided_operation_name
        operation = next(one for one in operations if name is None or (one.name and one.name.value == name))
        root = schema.get_root_type(operation.operation)
        assert root is not None  # noqa: S101  it was validated
        own = context.context.caller.own_employers
        return operation_cost(
            operation,
            document,
            context.variables or {},
            field_sizes(schema),
            root.name,
            lengths_of_lists(own),
        )
