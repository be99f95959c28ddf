"""Executes requests both ways, at one moment; compares the bytes of the responses, and what was charged."""

import asyncio
import re
from collections.abc import Mapping, Set
from dataclasses import dataclass, replace
from typing import Any

import orjson
from strawberry.types.graphql import OperationType

from models.database import is_database_failure
from models.rules.vocabulary import Language
from schema.context import Context
from schema.limits.budget import Budget, BudgetCharge
from schema.schema import build_schema
from server.graphql.request import JSON
from server.graphql.response import execution_response
from tests.factories import NOW, POLICY
from tests.nothing_written import all_rows
from tests.schema.execution.damage import Fault
from tests.schema.execution.outcomes import Outcome, Rows, are_equal, differences, in_order
from tests.schema.execution.ways import Way, executed, repeatable_secrets, validated_once
from tests.schema.execution.world import World

CURSOR = "the last cursor of the response before"
"""A variable with this value stands for that cursor."""
ENDLESS = 10**9
_CURSOR = re.compile(rb'"([A-Za-z0-9_-]{36,})"')
_ALLOWED = 500_000


@dataclass(frozen=True, slots=True)
class Request:
    caller: str = "administrator"
    """One of the world's callers."""
    variables: Mapping[str, Any] | None = None
    operation_name: str | None = None
    language: str = "fr"
    budget: int = ENDLESS
    """What is left of the caller's minute, in cost units."""


@dataclass(frozen=True, slots=True)
class Case:
    """Requests of one document, one after the other, while something may be wrong with the database."""

    document: str
    requests: tuple[Request, ...] = (Request(),)
    fault: Fault | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    case: Case
    stock: tuple[Outcome, ...]
    planned: tuple[Outcome, ...]

    @property
    def are_equal(self) -> bool:
        return all(map(are_equal, self.stock, self.planned))

    def __str__(self) -> str:
        """The case as it can be pasted into a test, and what differs."""
        lines = ["", "Add this to CASES in tests/schema/execution/test_equality.py:", f"{self.case!r},"]
        for request, stock, planned in zip(self.case.requests, self.stock, self.planned, strict=True):
            if not are_equal(stock, planned):
                lines += [f"{request!r}", *differences(stock, planned)]
        return "\n".join(lines)


async def compare(world: World, case: Case) -> Comparison:
    """Execute the case both ways, each from the same rows. Raises: AssertionError if a query writes."""
    async with world.database.damaged(case.fault):
        with validated_once():
            stock = await _outcomes(world, case, Way.STOCK)
            return Comparison(case, stock, await _outcomes(world, case, Way.PLANNED))


async def _outcomes(world: World, case: Case, way: Way) -> tuple[Outcome, ...]:
    outcomes: list[Outcome] = []
    with executed(way, case.document), repeatable_secrets():
        for request in case.requests:
            before = await world.database.writes()
            last_body = outcomes[-1].body if outcomes else b""
            outcome = await _outcome(world, case.document, request, last_body)
            if await world.database.writes() != before:
                outcome = replace(outcome, rows=await _written(world, case, request))
            outcomes.append(outcome)
    return tuple(outcomes)


async def _written(world: World, case: Case, request: Request) -> Rows | None:
    """The rows after a mutation that wrote; the rows of the world are put back."""
    rows = await all_rows()
    await world.database.undo_writes(case.fault)
    if rows == await all_rows():  # PostgreSQL's own housekeeping
        return None
    assert "mutation" in case.document, f"a query wrote: {case!r}, {request!r}"
    # The system draws the salt of a password, the database the version of mandates.
    return {table: lines for table, lines in rows.items() if table not in {"credential", "mandates_version"}}


async def _outcome(world: World, document: str, request: Request, last_body: bytes) -> Outcome:
    charges: list[tuple[int, int]] = []

    async def spend(cost: int, again: int = 0) -> BudgetCharge:
        charges.append((cost, again))
        left = request.budget - sum(cost for cost, _ in charges)
        return BudgetCharge(max(left, 0), 30 if left < 0 else 0)

    context = Context(
        world.callers[request.caller],
        NOW,
        replace(POLICY, refusal_seconds=0),
        Language(request.language),
        budget=Budget(_ALLOWED, 2 * _ALLOWED, spend),
    )
    present = asyncio.all_tasks()
    try:
        result = await build_schema().execute(
            document,
            variable_values=_with_cursor(request.variables, last_body),
            context_value=context,
            operation_name=request.operation_name,
            allowed_operation_types={OperationType.QUERY, OperationType.MUTATION},
        )
        content = orjson.loads(execution_response(result, JSON).body)
        errors = in_order(content.pop("errors", []))
        body = orjson.dumps(content)
    except Exception as error:  # the server makes a response of it
        body, errors = b"null", (f"{type(error).__name__}: {error}".encode(),)
    finally:
        context.stop()
        await _settled(present)
    return Outcome(
        body,
        errors,
        tuple(charges),
        context.seconds_to_wait,
        (context.session_token is not None, context.session_ended),
        any(map(is_database_failure, context.unforeseen)),
    )


async def _settled(present: Set[asyncio.Task[Any]]) -> None:
    """Wait for all tasks but those present before: what an error has cancelled must not run into the next
    request."""
    while begun := asyncio.all_tasks() - present:
        await asyncio.wait(begun)


def _with_cursor(variables: Mapping[str, Any] | None, last_body: bytes) -> dict[str, Any] | None:
    if variables is None:
        return None
    cursors = _CURSOR.findall(last_body) if CURSOR in variables.values() else []
    cursor = cursors[-1].decode() if cursors else None
    return {name: cursor if value == CURSOR else value for name, value in variables.items()}
