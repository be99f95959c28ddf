"""Where limits stand in a request: the document's before validation, the cost's before execution."""

from collections.abc import AsyncIterator, Iterator
from typing import Any

from graphql import GraphQLError, OperationDefinitionNode, validate
from strawberry.extensions import SchemaExtension
from strawberry.schema.validation_rules.maybe_null import MaybeNullValidationRule
from strawberry.schema.validation_rules.one_of import OneOfInputValidationRule

from models.rules.refusals import Refused, introspection_closed, introspection_off, rate_limited, too_costly
from schema.context import Context
from schema.limits.budget import CHARACTERS_PER_COST_UNIT, MIN_REQUEST_COST
from schema.limits.cost import operation_cost
from schema.limits.cost_directives import field_sizes
from schema.limits.document import DocumentMeasures, check_document_text, measure_document
from schema.limits.document_cache import DOCUMENT_CACHE, CachedDocument
from schema.limits.introspection import Introspection

MAX_VALIDATION_ERRORS = 5
"""Of validation: each takes time to say where it stands, and room in the answer."""


class DocumentLimits(SchemaExtension):
    """Read, measured and found valid, or found among those that were.

    Measured comes before valid: graphql-core's own rules take most of a second for 490 fields of one name.
    """

    _known: CachedDocument | None = None

    def on_parse(self) -> Iterator[None]:
        context = self.execution_context
        text = context.query or ""
        self._known = DOCUMENT_CACHE.find(text)
        if self._known is None:
            check_document_text(text)
        else:
            context.graphql_document = self._known.document
        yield

    def on_validate(self) -> Iterator[None]:
        context = self.execution_context
        if context.pre_execution_errors is None:
            try:
                context.pre_execution_errors = self._errors()
            except Refused as refused:
                context.pre_execution_errors = [GraphQLError("", original_error=refused)]
        yield

    def _errors(self) -> list[GraphQLError]:
        """Errors: Refused, for what is too much or not for this caller."""
        context = self.execution_context
        if self._known is None:
            document = context.graphql_document
            assert document is not None  # noqa: S101  it was parsed
            measures = measure_document(document)
            rules = (*context.validation_rules, MaybeNullValidationRule, OneOfInputValidationRule)
            if errors := validate(context.schema._schema, document, rules, MAX_VALIDATION_ERRORS):
                return errors
            self._known = CachedDocument(document, measures)
            DOCUMENT_CACHE.keep(context.query or "", self._known)
        _may_introspect(self._known.measures, context.context)
        return []


def _may_introspect(found: DocumentMeasures, context: Context) -> None:
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
    _counted = _left = 0

    async def on_parse(self) -> AsyncIterator[None]:
        """To be looked at counts too, whatever becomes of it: more for a text that is not known yet."""
        context = self.execution_context
        known = context.graphql_document is not None
        await self._spend(
            MIN_REQUEST_COST
            if known
            else max(MIN_REQUEST_COST, len(context.query or "") // CHARACTERS_PER_COST_UNIT)
        )
        yield

    async def on_execute(self) -> AsyncIterator[None]:
        budget = self.execution_context.context.budget
        if budget is not None:
            asked = self._asked()
            self._told = {"asked": asked, "allowed": budget.allowed, "left": self._left}
            if asked > budget.allowed:
                raise Refused(too_costly(budget.allowed, asked))
            await self._spend(asked - self._counted)
            self._told["left"] = self._left
        yield

    async def _spend(self, cost: int) -> None:
        """Errors: Refused(RATE_LIMITED)."""
        context: Context = self.execution_context.context
        if context.budget is None or cost <= 0:
            return
        spent = await context.budget.spend(cost, again=self._counted)
        self._left = spent.left
        if spent.seconds:
            context.seconds_to_wait = spent.seconds
            raise Refused(rate_limited(context.seconds_to_wait))
        self._counted += cost

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
        own = context.context.caller.own_employers
        known = {"Viewer.employers": own, "Partner.employers": own}
        return operation_cost(
            chosen, document, context.variables or {}, field_sizes(schema), root.name, known
        )
