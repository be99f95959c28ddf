"""Documents made to exhaust a server: refused at once, in little memory, before anything is executed."""

import tracemalloc

import pytest

from schema.limits.document_extension import MAX_VALIDATION_ERRORS
from tests.client import Service
from tests.schema.limits.hostile_documents import (
    HOSTILE,
    INVALID_ONLY,
    MAX_BYTES,
    MAX_OPERATION_COST,
    aliases,
    execute_within_budget,
    harmless_document,
    is_cheap,
)

pytestmark = [pytest.mark.one_database, pytest.mark.no_cover]


@pytest.mark.parametrize("name", HOSTILE)
async def test_it_is_refused_at_once_and_in_little_memory(name: str) -> None:
    result = await execute_within_budget(HOSTILE[name])
    assert result.data is None
    codes = {error.extensions["code"] for error in result.errors}
    assert codes == {"BAD_REQUEST" if name in INVALID_ONLY else "LIMIT_EXCEEDED"}
    assert await is_cheap(lambda: execute_within_budget(HOSTILE[name]))
    tracemalloc.start()
    try:
        await execute_within_budget(HOSTILE[name])
        assert tracemalloc.get_traced_memory()[1] < MAX_BYTES
    finally:
        tracemalloc.stop()


NODES = """query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Employer { accounts(first: 100) { nodes {
    history(first: 100) { nodes { id } } } } } } }"""


async def test_a_hundred_hundreds_of_a_hundred_are_not_executed() -> None:
    variables = {"ids": ["x"] * 100}
    result = await execute_within_budget(NODES, variables)
    (error,) = result.errors
    assert error.extensions == {"code": "LIMIT_EXCEEDED", "field": None}
    assert result.extensions["cost"]["asked"] > 1_000_000
    assert str(MAX_OPERATION_COST) in error.message
    assert await is_cheap(lambda: execute_within_budget(NODES, variables))


async def test_the_document_that_others_are_compared_with_is_within_the_limits() -> None:
    result = await execute_within_budget(harmless_document(0))
    assert result.errors is None
    assert len(result.data) == 95


async def test_errors_are_few_and_short_however_long_the_names_are() -> None:
    long = "a" * 9_000
    for document in (
        f"query {long}({', '.join(f'$v{i}: Int' for i in range(300))}) {{ viewer {{ kind }} }}",
        "{ viewer { " + " ".join(f"{long[:60]}{i}" for i in range(150)) + " } }",
        f"{{ viewer {{ {long} }} }}",
    ):
        result = await execute_within_budget(document)
        assert len(result.errors) <= MAX_VALIDATION_ERRORS + 1
        assert all(len(error.message) <= 300 for error in result.errors)


@pytest.mark.parametrize(
    "document",
    [
        "{ viewer { kin } }",
        "{ node(id: 1) { ... on Acount { id } } }",
        "{ accountStatusChanges(aftr: 1) { pageInfo { endCursor } } }",
        '{ node(id: "x") { ... on Employer { accounts(orderBy: {field: EXPIRES}) { totalCount } } } }',
        "{ viewer { kind @includ(if: true) } }",
    ],
)
async def test_an_error_about_an_unknown_name_suggests_no_other_name(document: str) -> None:
    result = await execute_within_budget(document)
    assert result.errors
    assert not any("Did you mean" in error.message for error in result.errors)


async def test_a_document_over_a_limit_is_refused_in_both_languages(service: Service) -> None:
    stranger = await service.stranger()
    for language, beginning in (("fr", "Ce document demande trop"), ("en", "This document asks too much")):
        response = await stranger.post(aliases(101), language=language)
        (error,) = response.json()["errors"]
        assert error["extensions"] == {"code": "LIMIT_EXCEEDED", "field": None}
        assert error["message"].startswith(beginning)
