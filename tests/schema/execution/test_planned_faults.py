"""Plans of rows with wrong values, over a schema made for it: answered as by stock execution."""

import asyncio
from enum import Enum
from typing import Any

import pytest
import strawberry
from graphql import ExecutionResult, execute, parse
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from resolvers.caller import ANONYMOUS
from schema.context import Context
from schema.execution.declared import Declared
from schema.execution.payloads import PlannedPayloads
from tests.factories import NOW, POLICY


@strawberry.enum
class Colour(Enum):
    RED = "red"


@strawberry.interface
class Thing:
    name: str


@strawberry.type
class Part:
    size: int

    @strawberry.field
    async def doubled(self) -> int:
        await asyncio.sleep(0)
        return 2 * self.size


@strawberry.type
class Row(Thing):
    number: int | None = 1
    sure: int = 1
    colour: Colour | None = Colour.RED
    part: Part | None = strawberry.field(default_factory=lambda: Part(size=1))
    sure_part: Part = strawberry.field(default_factory=lambda: Part(size=1))
    words: list[str] | None = strawberry.field(default_factory=lambda: ["a"])
    holes: list[str | None] | None = strawberry.field(default_factory=lambda: ["a", None])
    parts: list[Part] | None = strawberry.field(default_factory=lambda: [Part(size=2)])
    more: strawberry.Private[object] = None

    @strawberry.field
    async def later(self) -> str:
        await asyncio.sleep(0)
        return f"later {self.name}"

    @strawberry.field
    async def later_fault(self) -> str:
        await asyncio.sleep(0)
        raise ValueError(self.name)

    @strawberry.field
    def now(self) -> str | None:
        return self.name

    @strawberry.field
    def fault(self) -> str:
        raise ValueError(self.name)


@strawberry.type
class Other(Thing):
    pass


def rows(**fault: Any) -> list[Row]:
    """Three rows, the second with these wrong values."""
    return [Row(name="first"), Row(name="second", **fault), Row(name="third")]


FAULTS: dict[str, dict[str, Any]] = {
    "none": {},
    "text for a number": {"number": "x"},
    "a number too large": {"number": 2**40},
    "nothing for a number": {"number": None},
    "nothing where something is sure": {"sure": None},
    "text where a number is sure": {"sure": "x"},
    "no such colour": {"colour": "blue"},
    "no colour": {"colour": None},
    "a number for a name": {"words": [7, None]},
    "no part": {"part": None},
    "no sure part": {"sure_part": None},
    "another type for a part": {"part": Row(name="x")},
    "a part with no size": {"part": Part(size=None)},  # type: ignore[arg-type]
    "no words": {"words": None},
    "words that are none": {"words": 7},
    "no parts": {"parts": None},
    "a hole among parts": {"parts": [Part(size=1), None]},
    "parts that are none": {"parts": 7},
    "an empty list of parts": {"parts": []},
    "more parts than elsewhere": {"parts": [Part(size=1), Part(size=3), Part(size=5)]},
    "a part with no size among parts": {"parts": [Part(size=1), Part(size=None)]},  # type: ignore[arg-type]
}


@strawberry.type
class Query:
    @strawberry.field
    def rows(self, fault: str) -> list[Row]:
        return rows(**FAULTS[fault])

    @strawberry.field
    def maybe(self) -> list[Row | None]:
        return [Row(name="x"), None]

    @strawberry.field
    def things(self) -> list[Thing]:
        return [Row(name="x"), Other(name="y")]

    @strawberry.field
    def mixed(self) -> list[Row]:
        return [Row(name="x"), Other(name="y")]  # type: ignore[list-item]

    @strawberry.field
    def pairs(self) -> list[list[int]]:
        return [[1, 2], [3]]

    @strawberry.field
    def generated(self) -> list[Row]:
        return (row for row in rows())  # type: ignore[return-value]

    @strawberry.field
    def empty(self) -> list[Row]:
        return []


class Schema(strawberry.Schema):
    declared = Declared()


SCHEMA = Schema(Query, types=[Row, Other])
_PARTS = "part { size } surePart { size } parts { size doubled }"
COLUMNS = f"name number sure colour words holes {_PARTS} later now __typename"
WHOLE = [
    "{ maybe { name } }",
    "{ things { name ... on Row { number later } } }",
    "{ mixed { name } }",
    "{ pairs }",
    "{ generated { name later } }",
    "{ empty { name } }",
    '{ rows(fault: "none") { name fault later } }',
    '{ rows(fault: "none") { later name fault } }',
    '{ rows(fault: "none") { later laterFault } }',
    '{ rows(fault: "none") { part { size } part { again: size } } }',
]


async def execution_result(document: str, executor: type[Any]) -> object:
    result = execute(
        SCHEMA._schema,
        parse(document),
        context_value=Context(ANONYMOUS, NOW, POLICY),
        executor_class=executor,
    )
    completed = result if isinstance(result, ExecutionResult) else await result
    return completed.data, sorted((str(error.path), error.message) for error in completed.errors or ())


@pytest.mark.parametrize("fault", FAULTS)
async def test_a_row_at_fault_is_answered_as_stock_execution_answers_it(fault: str) -> None:
    for document in (
        f'{{ rows(fault: "{fault}") {{ {COLUMNS} }} }}',
        *(f'{{ rows(fault: "{fault}") {{ name {column} }} }}' for column in ("number", "words", "later")),
    ):
        stock = await execution_result(document, StrawberryGraphQLCoreExecutionContext)
        assert await execution_result(document, PlannedPayloads) == stock


@pytest.mark.parametrize("document", WHOLE)
async def test_a_list_of_any_kind_is_answered_as_stock_execution_answers_it(document: str) -> None:
    stock = await execution_result(document, StrawberryGraphQLCoreExecutionContext)
    assert await execution_result(document, PlannedPayloads) == stock
