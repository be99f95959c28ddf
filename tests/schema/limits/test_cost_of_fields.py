"""A cost holds for every field: none takes much more processor time, for each unit, than plain documents."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import pytest
from graphql import (
    ExecutionResult,
    InputObjectTypeDefinitionNode,
    OperationDefinitionNode,
    execute,
    parse,
    print_ast,
)
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from schema.limits.budget import MIN_REQUEST_COST
from schema.limits.cost import operation_cost
from schema.limits.cost_directives import COUNT_WEIGHT, FieldSizes
from schema.schema import build_schema
from schema.types.enums import ViewerKind
from tests.schema.limits.large_employer import LargeEmployer, a_large_employer
from tests.schema.limits.worst_cases import SIZES, dry_runs, worst_cases

pytestmark = pytest.mark.no_cover

ACCOUNTS = 5_000
MAX_RATIO = 7
"""How much longer a unit may take than one of the plain documents; they are measured in the same round.

A plan answers most fields in a fraction of a unit. The slowest count or search several employers.
"""
ROUNDS, MAX_ROUNDS = 2, 12
"""A busy machine makes any round slow: the best one counts, and one that is too slow gets more of them."""
PLAIN_PAGE = """query ($employer: ID!) { employer(id: $employer) {
    accounts(first: 100) { nodes { id lastName status } } } }"""
_COUNTS = " ".join(
    f'{alias}: accounts(first: 1, search: {{text: "e"}}) {{ totalCount }}' for alias in "abcdefgh"
)
PLAIN_COUNTS = f"query ($employer: ID!) {{ employer(id: $employer) {{ {_COUNTS} }} }}"
SIZES_WITHOUT_COUNTS: FieldSizes = {
    kind: {
        name: replace(size, argument_costs=(), weight=0 if size.weight >= COUNT_WEIGHT else size.weight)
        for name, size in fields.items()
    }
    for kind, fields in SIZES.items()
}


@dataclass(frozen=True, slots=True)
class Units:
    """The cost of a document: of what it returns, and of what it reads to count and to search.

    The two are compared with different documents: the time of a count grows with the employer.
    """

    returned: int
    counted: int


def units(document: str, variables: Mapping[str, Any], employers: int) -> Units:
    parsed = parse(document)
    (operation,) = [each for each in parsed.definitions if isinstance(each, OperationDefinitionNode)]
    root = operation.operation.value.capitalize()
    known = {"Viewer.employers": employers, "Partner.employers": employers}
    whole, returned = (
        operation_cost(operation, parsed, variables, sizes, root, known)
        for sizes in (SIZES, SIZES_WITHOUT_COUNTS)
    )
    return Units(max(MIN_REQUEST_COST, whole) - (whole - returned), whole - returned)


class Measurement:
    def __init__(self, employer: LargeEmployer) -> None:
        self.employer = employer

    def units(self, document: str) -> Units:
        return units(document, self.employer.variables, self.employer.administrator.own_employers)

    async def seconds(self, document: str, reader: ViewerKind = ViewerKind.ACCOUNT) -> float:
        """Processor time of this process, SQLite's threads included."""
        context = self.employer.context(reader)
        before = time.process_time()
        result = await build_schema().execute(
            document, variable_values=self.employer.variables, context_value=context
        )
        spent = time.process_time() - before
        assert result.errors is None, (document, result.errors)
        return spent

    async def seconds_of_stock_execution(self, document: str) -> float:
        """The same without a plan: a measure that does not change when plans become faster."""
        schema, parsed = build_schema()._schema, parse(document)
        before = time.process_time()
        executed = execute(
            schema,
            parsed,
            context_value=self.employer.context(ViewerKind.ACCOUNT),
            variable_values=dict(self.employer.variables),
            executor_class=StrawberryGraphQLCoreExecutionContext,
        )
        result = executed if isinstance(executed, ExecutionResult) else await executed
        spent = time.process_time() - before
        assert result.errors is None, (document, result.errors)
        return spent

    async def ratio(self, document: str, reader: ViewerKind = ViewerKind.ACCOUNT) -> float:
        """How long a unit of the document takes, compared with the plain ones: the best of several rounds."""
        cost, best = self.units(document), float("inf")
        for done in range(1, MAX_ROUNDS + 1):
            best = min(best, await self._round(document, cost, reader))
            if done >= ROUNDS and best <= MAX_RATIO:
                break
        return best

    async def _round(self, document: str, cost: Units, reader: ViewerKind) -> float:
        page, counts = self.units(PLAIN_PAGE), self.units(PLAIN_COUNTS)
        of_page = await self.seconds_of_stock_execution(PLAIN_PAGE) / page.returned
        of_count = await self.seconds(PLAIN_COUNTS) / counts.counted
        spent = await self.seconds(document, reader)
        return spent / (cost.returned * of_page + cost.counted * of_count)


@pytest.mark.only_on("sqlite")  # elsewhere, what the database takes is no time of this process
@pytest.mark.usefixtures("database")
async def test_no_field_takes_more_for_each_unit_of_its_cost_than_plain_documents() -> None:
    measurement = Measurement(await a_large_employer(ACCOUNTS))
    ratios = {str(case): await measurement.ratio(case.document, case.reader) for case in worst_cases()}
    ratios |= {document: await measurement.ratio(document) for document in dry_runs()}
    assert len(ratios) > 300
    assert {name: round(ratio, 1) for name, ratio in ratios.items() if ratio > MAX_RATIO} == {}


def test_every_field_of_a_search_or_filter_is_in_some_case() -> None:
    documents = " ".join(case.document for case in worst_cases())
    for name in ("AccountFilter", "AccountSearch", "AccountOrder", "HistoryFilter", "ServiceAccess"):
        (definition,) = [
            each
            for each in parse(build_schema().as_str()).definitions
            if isinstance(each, InputObjectTypeDefinitionNode) and each.name.value == name
        ]
        for field in definition.fields or ():
            assert f"{field.name.value}: " in documents, print_ast(field)
