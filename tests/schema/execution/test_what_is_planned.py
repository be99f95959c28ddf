"""A step back shows in counts: what is left to stock execution, statements, columns that are read."""

import pytest
from graphql import OperationDefinitionNode, parse
from graphql.execution.values import VariableValues

from schema.context import Context
from schema.execution.planned_query import PlannedQuery
from schema.ids import Kind, encode_id
from schema.schema import build_schema
from server.graphql.persisted_documents import trusted_documents
from tests.factories import NOW, POLICY, House, signed_in
from tests.schema.execution.test_planned_payloads import house
from tests.sent_statements import sent_statements

__all__ = ["house"]

LIST = """query ($id: ID!) { employer(id: $id) { accounts(first: 50) { totalCount nodes {
    lastName status rights { level service { code } } } } } }"""


def queries() -> list[PlannedQuery]:
    schema = build_schema()
    documents = [parse(text) for text in trusted_documents().values()]
    return [
        PlannedQuery(schema._schema, schema.schema_converter, document, operation, schema.declared)
        for document in documents
        for operation in document.definitions
        if isinstance(operation, OperationDefinitionNode) and operation.operation.value == "query"
    ]


@pytest.mark.parametrize("switch", [True, False])
def test_every_query_of_the_panel_is_planned(switch: bool) -> None:
    planned = queries()
    assert len(planned) > 20
    for query in planned:
        booleans = dict.fromkeys(query._switches, switch)
        assert query._made(VariableValues({}, booleans)) is not None, query._operation.name


async def test_a_page_with_total_and_rights_is_one_statement_of_the_columns_asked_for(house: House) -> None:
    schema, variables = build_schema(), {"id": encode_id(Kind.EMPLOYER, house.employer_id)}
    await schema.execute(LIST, variables, Context(signed_in(house.jean), NOW, POLICY))  # seen first
    with sent_statements() as statements:
        result = await schema.execute(LIST, variables, Context(signed_in(house.jean), NOW, POLICY))
    assert result.errors is None
    (statement,) = statements
    for column in ("email", "phone", "civility", "locked_until", "professional_address"):
        assert column not in statement.sql
