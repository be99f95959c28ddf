"""Tools can read the schema from the service itself (GraphiQL, code generators)."""

from typing import Any

from graphql import build_client_schema, get_introspection_query, print_schema
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from resolvers.caller import ANONYMOUS
from schema.context import Context
from schema.execution.payloads import PlannedPayloads
from schema.schema import build_schema
from tests.factories import NOW, POLICY


async def introspected(executor: type) -> Any:
    schema = build_schema()
    schema.execution_context_class, default = executor, schema.execution_context_class
    try:
        result = await schema.execute(
            get_introspection_query(), context_value=Context(ANONYMOUS, NOW, POLICY)
        )
    finally:
        schema.execution_context_class = default
    assert result.errors is None
    return result.data


async def test_the_schema_can_be_read_from_the_service_itself() -> None:
    data = await introspected(PlannedPayloads)
    assert data == await introspected(StrawberryGraphQLCoreExecutionContext)
    assert "type Account implements Node" in print_schema(build_client_schema(data))
