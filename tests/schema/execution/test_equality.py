"""Planned and stock execution return the same bytes: random operations over the whole schema, real rows.

A case that fails is printed as it can be added to CASES. Longer: `python -m tests.schema.execution.longer`.
"""

from collections.abc import Iterator
from typing import Any

import orjson
import pytest
from strawberry.types import ExecutionResult

from schema.context import Context
from schema.execution.planned_query import PlannedQuery
from tests.raw_sql import run
from tests.schema.execution import comparison
from tests.schema.execution.cases import paths_of_mutations, paths_of_queries
from tests.schema.execution.checking import Checker, a_checker
from tests.schema.execution.comparison import CURSOR, Case, Request
from tests.schema.execution.damage import Fault
from tests.schema.execution.outcomes import Outcome, Place, are_equal
from tests.schema.execution.ways import Way, resolved

CASES_PER_FIELD = 7
QUERIES, MUTATIONS = paths_of_queries(), paths_of_mutations()
_PAGE = "query ($after: String) { viewer { employers { accounts(first: 2, after: $after) { %s } } } }"
_NODES = "nodes { lastName civility rights { level } }"
CASES = [
    Case(_PAGE % f"{_NODES} pageInfo {{ endCursor }}", (Request(), Request(variables={"after": CURSOR}))),
    Case(_PAGE % _NODES, (Request("administrator elsewhere"), Request("user"), Request("may read"))),
    Case(_PAGE % _NODES, fault=Fault("account", "civility", "PIRATE")),
    Case(_PAGE % _NODES, fault=Fault("account", "last_name", None, row=2)),
    Case(_PAGE % _NODES, fault=Fault("access_right")),
    Case(_PAGE % _NODES, (Request(budget=150), Request(budget=99), Request(operation_name="Other"))),
    Case("mutation { signOut { errors { code } } }", (Request(), Request("anonymous"), Request("partner"))),
    Case(
        "query One { themes { code } } query Two { __typename }", (Request(operation_name="Two"), Request())
    ),
]


@pytest.fixture(scope="module")
def checker(server_url: str | None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checker]:
    with a_checker(server_url, tmp_path_factory.mktemp("equality")) as checker:
        yield checker


@pytest.mark.no_cover
@pytest.mark.parametrize("kind", QUERIES)
def test_queries_of_each_field_have_equal_responses_both_ways(checker: Checker, kind: str) -> None:
    """Each field is also reached: its value was resolved at least once."""
    for number, path in enumerate(QUERIES[kind]):
        checker.check([path], number, CASES_PER_FIELD)
    assert {path[-1] for path in QUERIES[kind]} <= resolved[Way.STOCK].keys()


@pytest.mark.no_cover
@pytest.mark.parametrize("path", MUTATIONS, ids=[path[-1][1] for path in MUTATIONS])
def test_each_mutation_has_equal_payloads_and_writes_equal_rows_both_ways(
    checker: Checker, path: tuple[tuple[str, str], ...]
) -> None:
    checker.check([path], 0, CASES_PER_FIELD)
    assert path[-1] in resolved[Way.STOCK]


@pytest.mark.parametrize("case", CASES)
def test_a_known_case_is_equal_both_ways(checker: Checker, case: Case) -> None:
    compared = checker.compare(case)
    assert compared.are_equal, str(compared)


def test_a_condition_that_is_null_is_reported_at_the_same_place(checker: Checker) -> None:
    document = "query ($if: Boolean = true) { viewer { sessions { openedAt @include(if: $if) } } }"
    compared = checker.compare(Case(document, (Request(variables={"if": None}),)))
    assert compared.are_equal, str(compared)


def test_a_response_that_differs_is_noticed_and_printed(
    checker: Checker, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = PlannedQuery.answer

    async def reversed_answer(self: PlannedQuery, context: Context, inputs: Any) -> dict[str, Any]:
        data = await answer(self, context, inputs)
        return {name: list(reversed(value)) for name, value in data.items()}

    monkeypatch.setattr(PlannedQuery, "answer", reversed_answer)
    compared = checker.compare(Case("{ themes { code } }"))
    assert not compared.are_equal
    assert "Case(document='{ themes { code } }'" in str(compared)


def test_a_mutation_starts_from_the_same_rows_both_ways(checker: Checker) -> None:
    compared = checker.compare(Case("mutation { signOut { errors { code } } }"))
    assert compared.stock[0].rows == compared.planned[0].rows
    assert compared.stock[0].rows


def test_a_query_that_writes_is_noticed(checker: Checker, monkeypatch: pytest.MonkeyPatch) -> None:
    class Writes:
        async def execute(self, *_arguments: Any, **_options: Any) -> ExecutionResult:
            await run("UPDATE employer SET name = 'Written'")
            return ExecutionResult(data={}, errors=None)

    monkeypatch.setattr(comparison, "build_schema", Writes)
    with pytest.raises(AssertionError, match="a query wrote"):
        checker.compare(Case("{ themes { code } }"))
    monkeypatch.undo()
    assert b"Written" not in checker.compare(Case("{ viewer { employers { name } } }")).stock[0].body


def test_of_two_errors_of_the_same_null_either_may_be_reported() -> None:
    def outcome(*paths: Place, data: str = '{"a":null}') -> Outcome:
        errors = tuple(orjson.dumps({"path": path}) for path in paths)
        return Outcome(f'{{"data":{data}}}'.encode(), errors, (), 0, (False, False), False)

    first, second, other = ("a", "x"), ("a", "y"), ("b",)
    assert are_equal(outcome(first), outcome(second))
    assert are_equal(outcome(first), outcome(first, second))
    assert not are_equal(outcome(first), outcome())
    assert not are_equal(outcome(first), outcome(("a", "x", 0)))
    assert not are_equal(outcome(first), outcome(first, data='{"a":{}}'))
    both_null = '{"a":null,"b":null}'
    assert not are_equal(outcome(first, data=both_null), outcome(first, other, data=both_null))
