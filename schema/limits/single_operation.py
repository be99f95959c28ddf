"""A document with several operations needs the name of the one to execute."""

from collections.abc import Iterator

from graphql import GraphQLError, OperationDefinitionNode
from strawberry.extensions import SchemaExtension

AMBIGUOUS = "Must provide operation name if query contains multiple operations."


class OneOperation(SchemaExtension):
    """Refuses several operations without a name: strawberry would execute the first.

    Comes after DocumentLimits, whose cache sets the document.
    """

    def on_validate(self) -> Iterator[None]:
        context = self.execution_context
        document = context.graphql_document
        operations = [
            node
            for node in (document.definitions if document else ())
            if isinstance(node, OperationDefinitionNode)
        ]
        if len(operations) > 1 and context._provided_operation_name is None:
            context.pre_execution_errors = [GraphQLError(AMBIGUOUS, operations)]
        yield
