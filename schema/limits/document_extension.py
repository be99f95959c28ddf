"""Parsing limits, measures and validation of a document before it is executed, or a hit in the cache."""

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
"""Of validation: each takes time to locate, and space in the response."""


class DocumentLimits(SchemaExtension):
    """Refuses a document that exceeds a limit or is not valid; skips the work for a cached one.

    Measuring comes before validation: graphql-core's rules take most of a second for 490 fields of one name.
    """

    _document: CachedDocument | None = None

    def on_parse(self) -> Iterator[None]:
        context = self.execution_context
        text = context.query or ""
        self._document = DOCUMENT_CACHE.find(text)
        if self._document is None:
            check_document_text(text)
        else:
            context.graphql_document = self._document.document
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
        """Return the errors of validation.

        Raises: Refused, for a document past a limit, or introspection that this caller may not use.
        """
        context = self.execution_context
        if self._document is None:
            document = context.graphql_document
            assert document is not None  # noqa: S101  it was parsed
            measures = measure_document(document)
            rules = (*context.validation_rules, MaybeNullValidationRule, OneOfInputValidationRule)
            if errors := validate(context.schema._schema, document, rules, MAX_VALIDATION_ERRORS):
                return errors
            self._document = CachedDocument(document, measures)
            DOCUMENT_CACHE.add(context.query or "", self._document)
        check_introspection(self._document.measures, context.context)
        return []


def check_introspection(measures: DocumentMeasures, context: Context) -> None:
    """Check that this caller may introspect, for cached documents too. Raises: Refused."""
    if not measures.introspects or context.introspection is Introspection.EVERYONE:
        return
    if context.introspection is Introspection.OFF:
        raise Refused(introspection_off())
    if context.caller.account is None and context.caller.partner is None:
        raise Refused(introspection_closed())
