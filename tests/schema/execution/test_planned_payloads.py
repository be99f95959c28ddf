"""Root fields completed by plans return what stock execution returns, data and errors alike."""

from typing import Any

import pytest
from graphql import ExecutionResult, execute, parse
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from models.rules.vocabulary import AccessLevel
from schema.context import Context
from schema.execution.payloads import PlannedPayloads
from schema.ids import Kind, encode_id
from schema.schema import build_schema
from tests.client import Service
from tests.factories import NOW, POLICY, House, a_house, an_account, signed_in
from tests.raw_sql import run

PARTS = {
    "columns": "nodes { id identifier lastName phone department status expiresOn lastSignInAt locked }",
    "aliases": "edges { cursor node { a: lastName b: lastName professionalAddress civility __typename } }",
    "conditions": "nodes { ...Part ... on Account { email } ... on Node { id } }",
    "objects": "nodes { rights { service { code label theme { code } levels } level } employer { name } }",
    "resolvers": "nodes { invitation { state } actions { action allowed refusal { code field message } } }",
    "history": "nodes { history(first: 2) { totalCount nodes { at changes { field before after } } } }",
    "directives": "nodes { id @skip(if: true) lastName @include(if: false) firstName @include(if: true) }",
    "refusals": "nodes { firstName history(first: 0) { totalCount } }",
    "counts": "nodes { id } groups(by: PROFILE) { key count } totalCount pageInfo { endCursor }",
}
DOCUMENTS = {
    name: f"query ($id: ID!) {{ employer(id: $id) {{ accounts(first: 50) {{ {part} }} }} }}"
    + (" fragment Part on Account { createdAt profile }" if "..." in part else "")
    for name, part in PARTS.items()
} | {
    "entries": """query ($id: ID!) { employer(id: $id) { history(first: 9) {
        nodes { actor account { lastName } hash changes { field before after } onBehalfOf { name } } } } }""",
    "interface": "query ($id: ID!) { nodes(ids: [$id]) { id ... on Employer { services { code } } } }",
    "catalogue": "{ themes { label services { code theme { label } levels } } }",
    "viewer": "{ viewer { employers { administrators { email } } account { rights { level } } } }",
}


@pytest.fixture
async def house(database: None, service: Service) -> House:  # noqa: ARG001
    house = await a_house()
    await an_account(house.employer_id, "Petit", "Anne", rights={"COM-01": AccessLevel.READ}, department=None)
    await (await service.browser(house.jean)).data(
        "mutation ($ids: [ID!]) { renewAccounts(input: {ids: $ids}) { done } }",
        {"ids": [encode_id(Kind.ACCOUNT, house.paul.id)]},
    )
    return house


async def execution_result(house: House, document: str, executor: type[Any]) -> dict[str, Any]:
    result = execute(
        build_schema()._schema,
        parse(document),
        context_value=Context(signed_in(house.jean), NOW, POLICY),
        variable_values={} if "$" not in document else {"id": encode_id(Kind.EMPLOYER, house.employer_id)},
        executor_class=executor,
    )
    completed = result if isinstance(result, ExecutionResult) else await result
    errors = sorted(
        (str(error.path), type(error.original_error).__name__) for error in completed.errors or ()
    )
    return {"data": completed.data, "errors": errors}


@pytest.mark.parametrize("name", DOCUMENTS)
async def test_lists_are_answered_as_stock_execution_answers_them(house: House, name: str) -> None:
    stock = await execution_result(house, DOCUMENTS[name], StrawberryGraphQLCoreExecutionContext)
    assert bool(stock["errors"]) is (name == "refusals")
    assert await execution_result(house, DOCUMENTS[name], PlannedPayloads) == stock


async def test_the_keys_of_a_row_are_in_the_order_of_the_query(house: House) -> None:
    document = """query ($id: ID!) { employer(id: $id) { accounts(first: 50) {
        nodes { version rights { level } id employer { id } lastName } } } }"""
    result = await execution_result(house, document, PlannedPayloads)
    row = result["data"]["employer"]["accounts"]["nodes"][0]
    assert list(row) == ["version", "rights", "id", "employer", "lastName"]


async def test_a_row_that_fails_fails_as_in_stock_execution(house: House) -> None:
    await run(f"UPDATE employer SET representative_civility = 'PIRATE' WHERE id = {house.employer_id}")
    document = "{ viewer { account { rights { level } actions { action } employer { id } } } }"
    stock = await execution_result(house, document, StrawberryGraphQLCoreExecutionContext)
    assert stock["errors"]
    assert await execution_result(house, document, PlannedPayloads) == stock
