"""Where limits stand in a request: the document's before validation, the cost's before execution."""

from collections.abc import AsyncIterator, Iterator
from typing import Any

from graphql import GraphQLError, OperationDefinitionNode
from strawberry.extensions import SchemaExtension

from models.rules.refusals import Refused, introspection_closed, introspection_off, rate_limited, too_costly
from schema.context import Context
from schema.cost import cost_of
from schema.documents import may_be_kept
from schema.limits import Measures, measure, measured
from schema.sizes import sizes_of
from schema.vocabulary import Introspection


class DocumentLimits(SchemaExtension):
    """Comes before validation: graphql-core's own rules take most of a second for 490 fields of one name."""

    def on_validate(self) -> Iterator[None]:
        context = self.execution_context
        try:
            _may_introspect(self._measured(), context.context)
        except Refused as refused:
            context.pre_execution_errors = [GraphQLError("", original_error=refused)]
        yield

    def _measured(self) -> Measures:
        context = self.execution_context
        assert context.graphql_document is not None  # noqa: S101  it was parsed
        return (measured if may_be_kept(context.query) else measure)(context.graphql_document)


def _may_introspect(found: Measures, context: Context) -> None:
    """Decided for each request, of what is kept for the document. Errors: Refused."""
    if not found.introspects or context.introspection is Introspection.EVERYONE:
        return
    if context.introspection is Introspection.OFF:
        raise Refused(introspection_off())
    if context.caller.account is None and context.caller.partner is None:
        raise Refused(introspection_closed())


class CostLimit(SchemaExtension):
    """Nothing is executed that costs more than is allowed at once, or than is left of the caller's minute.

    Without a budget, as in exports and on the command line, nothing is counted.
    """

    _told: dict[str, int] | None = None

    async def on_execute(self) -> AsyncIterator[None]:
        budget = self.execution_context.context.budget
        if budget is not None:
            asked = self._asked()
            self._told = {"asked": asked, "allowed": budget.allowed}
            if asked > budget.allowed:
                raise Refused(too_costly(budget.allowed, asked))
            spent = await budget.spend(max(1, asked))
            self._told["left"] = spent.left
            if spent.seconds:
                self.execution_context.context.seconds_to_wait = spent.seconds
                raise Refused(rate_limited(spent.seconds))
        yield

    def get_results(self) -> dict[str, Any]:
        return {"cost": self._told} if self._told else {}

    def _asked(self) -> int:
        context = self.execution_context
        document, schema = context.graphql_document, context.schema._schema
        assert document is not None  # noqa: S101  it was validated
        operations = [one for one in document.definitions if isinstance(one, OperationDefinitionNode)]
        named = context._provided_operation_name
        chosen = next(one for one in operations if named is None or (one.name and one.name.value == named))
        root = schema.get_root_type(chosen.operation)
        assert root is not None  # noqa: S101  it was validated
        return cost_of(chosen, document, context.variables or {}, sizes_of(schema), root.name)
