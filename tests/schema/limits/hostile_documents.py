"""Documents made to exhaust a server, and what executing one takes."""

import time
from collections.abc import Awaitable, Callable
from typing import Any

from resolvers.caller import ANONYMOUS
from schema.context import Context
from schema.limits.budget import Budget, BudgetCharge
from schema.schema import build_schema
from server.settings import Settings
from tests.factories import NOW, POLICY

MAX_BYTES = 10_000_000
MAX_OPERATION_COST = Settings.model_fields["cost_limit"].default


def fragments(levels: int, spreads: int = 2) -> str:
    """A chain of fragments, each spreading the next `spreads` times."""
    body = " ".join(f"fragment F{i} on Query {{ {f'...F{i + 1} ' * spreads} }}" for i in range(levels))
    return f"{{ ...F0 }} {body} fragment F{levels} on Query {{ viewer {{ kind }} }}"


def deep(levels: int) -> str:
    """Fields nested this many levels deep."""
    steps = ["employer(id: 1)", *["accounts(first: 1)", "nodes", "employer"] * levels][: levels - 1]
    return "{ " + " { ".join(steps) + " { __typename" + " }" * levels


def aliases(count: int) -> str:
    return "{ " + " ".join(f"a{i}: __typename" for i in range(count)) + " }"


def directives(count: int) -> str:
    return "{ viewer { " + "kind @include(if: true) " * count + "} }"


def separate_fields(count: int) -> str:
    """This many fields, each with a directive, which validation does not compare with each other."""
    names = ["kind", "profile", "sessionLapsesAt", "sessionEndsAt", "__typename"]
    part = " ".join(f"{name} @include(if: true)" for name in names)
    whole, rest = divmod(count, len(names))
    parts = [f"a{i}: viewer {{ {part} }}" for i in range(whole)]
    return "{ " + " ".join(parts) + f" viewer {{ kind {'@include(if: true) ' * rest} }} }}"


HOSTILE = {
    "a fragment bomb": fragments(30),
    "a wider one": fragments(12, 60),
    "a chain of fragments": fragments(200, 1),
    "the same, the last one first": " fragment ".join(["", *fragments(200, 1).split(" fragment ")[:0:-1]])
    + "{ ...F0 }",
    "fragments in a ring": "{ ...F0 }"
    + " ".join(f"fragment F{i} on Query {{ ...F{(i + 1) % 90} }}" for i in range(90)),
    "a fragment of itself": "{ ...F } fragment F on Query { viewer { kind } ...F ...F }",
    "1,000 aliases": aliases(1_000),
    "1,000 aliases in a fragment": "{ " + "...F " * 10 + "} fragment F on Query { " + aliases(100)[1:],
    "10,000 directives": directives(10_000),
    "250 directives": directives(250),
    "60 deep": deep(60),
    "6,000 deep": deep(6_000),
    "one name 490 times": "{ " + "viewer { kind } " * 490 + "}",
    "one name 30 times within one 30 times": "{ " + ("viewer { " + "kind " * 30 + "} ") * 30 + "}",
    "150 fragments at once": "{ "
    + " ".join(f"...F{i}" for i in range(150))
    + "} "
    + " ".join(f"fragment F{i} on Query {{ viewer {{ kind }} }}" for i in range(150)),
    "names that are none": "{ " + " ".join(f"x{i}" for i in range(1_990)) + " }",
    "lists in lists": "{ node(id: " + "[" * 900 + "]" * 900 + ") { id } }",
    "100 lists in lists": "{ node(id: " + "[" * 100 + "]" * 100 + ") { id } }",
    "all of the schema, over and over": "{ __schema { types { fields { type { possibleTypes { interfaces { "
    "possibleTypes { interfaces { possibleTypes { name } } } } } } } } } }",
    "a long text": "{ viewer { kind } }" + " " * 20_000,
    "many lines": "\n" * 2_000 + "{ viewer { " + " ".join(f"x{i}" for i in range(150)) + " } }",
    "nearly as many lines": "\n" * 1_990 + "{ viewer { " + " ".join(f"x{i}" for i in range(150)) + " } }",
    "long names of many variables": f"query {'a' * 9_000}({', '.join(f'$v{i}: Int' for i in range(300))}) "
    "{ viewer { kind } }",
    "long texts to compare": "{ "
    + " ".join(f'account(identifier: "{chr(127) * 900}{i}") {{ id }}' for i in range(20))
    + " }",
    "the schema's text, over and over": "{ "
    + " ".join(f"a{i}: _service {{ sdl }}" for i in range(100))
    + " }",
    "negative and absurd": "{ viewer { employers { accounts(first: -5, last: 9999999999999999999) "
    "{ nodes { id } } } } }",
    "as many as there may be": "query ($n: Int = 2147483647) { viewer { employers { "
    "accounts(first: $n) { nodes { id } } } } }",
}
INVALID_ONLY = {
    *("fragments in a ring", "a fragment of itself", "100 lists in lists", "negative and absurd"),
    *("nearly as many lines", "long names of many variables", "long texts to compare"),
}
"""Refused by validation: within the limits."""


async def execute_within_budget(document: str, variables: dict[str, Any] | None = None) -> Any:
    """Execute as an anonymous caller whose budget of the minute is never used up."""

    async def spend(cost: int, again: int = 0) -> BudgetCharge:  # noqa: ARG001
        return BudgetCharge(MAX_OPERATION_COST)

    context = Context(ANONYMOUS, NOW, POLICY, budget=Budget(MAX_OPERATION_COST, MAX_OPERATION_COST, spend))
    return await build_schema().execute(document, variable_values=variables, context_value=context)


def harmless_document(number: int) -> str:
    """About as large as the limits allow; the number keeps it out of the cache of documents."""
    fields = "kind profile sessionEndsAt __typename account { id email status }"
    return "{ " + " ".join(f"a{i}: viewer {{ {fields} }}" for i in range(95)) + f" }} # {number}"


async def is_cheap(work: Callable[[], Awaitable[object]]) -> bool:
    """Return whether this takes less CPU time than a harmless document as large as the limits allow.

    The CPU time of this thread, so that other processes do not count; the least of three rounds of each, in
    turns.
    """
    await work()
    hostile, harmless = [], []
    for number in range(3):
        harmless.append(await _cpu_seconds(execute_within_budget(harmless_document(number))))
        hostile.append(await _cpu_seconds(work()))
    return min(hostile) < min(harmless)


async def _cpu_seconds(work: Awaitable[object]) -> float:
    began = time.thread_time()
    await work
    return time.thread_time() - began
