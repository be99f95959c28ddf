"""Which operation of a document is executed: the only one, or the one that is named."""

from collections.abc import Iterator

from graphql import GraphQLError, OperationDefinitionNode
from strawberry.extensions import SchemaExtension

AMBIGUOUS = "Must provide operation name if query contains multiple operations."


class OneOperation(SchemaExtension):
    """Left to itself, strawberry would execute the first. Comes after the cache of validations."""

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
