"""A document, read, measured and validated before it is executed, or taken from the cache."""

from collections.abc import Iterator

from graphql import GraphQLError, validate
from strawberry.extensions import SchemaExtension
from strawberry.schema.validation_rules.maybe_null import MaybeNullValidationRule
from strawberry.schema.validation_rules.one_of import OneOfInputValidationRule

from models.rules.refusals import Refused, introspection_closed, introspection_off
from schema.context import Context
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
        """Raises: Refused, for what is too much or not for this caller."""
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
    """Decided for each request, of what is kept for the document. Raises: Refused."""
    if not found.introspects or context.introspection is Introspection.EVERYONE:
        return
    if context.introspection is Introspection.OFF:
        raise Refused(introspection_off())
    if context.caller.account is None and context.caller.partner is None:
        raise Refused(introspection_closed())
