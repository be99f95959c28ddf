"""Plans answer what stock execution answers, and leave to it what they do not cover."""

from contextlib import suppress
from typing import Any

import pytest
from graphql import OperationDefinitionNode, parse
from strawberry.schema.exceptions import CannotGetOperationTypeError
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from schema.context import Context
from schema.execution.planned_query import PlannedQuery
from schema.execution.steps import Unplannable
from schema.ids import Kind, encode_id
from schema.limits.document_cache import DOCUMENT_CACHE
from schema.schema import build_schema
from tests.factories import NOW, POLICY, House, signed_in
from tests.schema.execution.test_planned_payloads import DOCUMENTS, execution_result, house

__all__ = ["house"]

PAGES = {
    "only the total": "a: accounts(first: 1) { totalCount __typename }",
    "the position": "id a: accounts(first: 1) { pageInfo { hasNextPage endCursor } }",
    "by status": "a: accounts(first: 2, orderBy: {field: STATUS}) { edges { cursor } }",
    "two pages": """a: accounts(first: 1) { nodes { id } }
        b: accounts(last: 1) { nodes { id rights { level } } totalCount }""",
    "nothing found": """a: accounts(first: 9, search: {text: "zzz"}) {
        totalCount nodes { id rights { level } } edges { cursor node { id } } pageInfo { startCursor } }""",
    "rights with levels": """a: accounts(first: 9) { nodes {
        rights { level __typename service { code theme { code services { code } } } } } }""",
}
MORE = {name: f"query ($id: ID!) {{ employer(id: $id) {{ {page} }} }}" for name, page in PAGES.items()} | {
    "an unknown employer": """{ employer(id: "RW1wbG95ZXI6OTk5OTk") {
        id accounts(first: 1) { totalCount } } }""",
    "the viewer": """{ viewer { kind __typename sessionEndsAt
        account { identifier status employer { name } } } }""",
}


async def planned(house: House, document: str) -> dict[str, Any]:
    schema, parsed = build_schema(), parse(document)
    operation = next(one for one in parsed.definitions if isinstance(one, OperationDefinitionNode))
    query = PlannedQuery(schema._schema, schema.schema_converter, parsed, operation, schema.declared)
    variables = {} if "$" not in document else {"id": encode_id(Kind.EMPLOYER, house.employer_id)}
    return await query.answer(Context(signed_in(house.jean), NOW, POLICY), variables)


@pytest.mark.parametrize("name", [*DOCUMENTS, *MORE])
async def test_a_plan_answers_as_stock_execution_does(house: House, name: str) -> None:
    document = {**DOCUMENTS, **MORE}[name]
    stock = await execution_result(house, document, StrawberryGraphQLCoreExecutionContext)
    if stock["errors"]:
        with pytest.raises(Unplannable):
            await planned(house, document)
        return
    answer = await planned(house, document)
    assert repr(answer) == repr(stock["data"])


async def test_names_of_operations_that_a_document_lacks_are_not_kept(house: House) -> None:
    schema, document = build_schema(), "query Known { __typename }"
    for name in ("Known", "Unknown", "Known", "Other"):
        context = Context(signed_in(house.jean), NOW, POLICY)
        with suppress(CannotGetOperationTypeError):
            await schema.execute(document, context_value=context, operation_name=name)
    cached = DOCUMENT_CACHE.find(document)
    assert cached is not None
    assert cached.prepared.keys() == {"Known"}


async def test_a_variable_may_have_the_name_of_another_operations_condition(house: House) -> None:
    document = """query Nodes($x: [ID!]!) { nodes(ids: $x) { id } }
        query Kind($x: Boolean!) { viewer @skip(if: $x) { kind } }"""
    ids = [encode_id(Kind.EMPLOYER, house.employer_id)]
    schema, context = build_schema(), Context(signed_in(house.jean), NOW, POLICY)
    for _ in range(2):
        answer = await schema.execute(document, {"x": ids}, context, operation_name="Nodes")
        assert (answer.errors, answer.data) == (None, {"nodes": [{"id": ids[0]}]})
        answer = await schema.execute(document, {"x": True}, context, operation_name="Kind")
        assert (answer.errors, answer.data) == (None, {})
