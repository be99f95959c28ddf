"""The limits of a document: what is measured, and where each limit is."""

from collections.abc import Callable

import pytest
from graphql import parse

from models.rules.refusals import Refused
from schema.limits.document import (
    MAX_ALIASES,
    MAX_DIRECTIVES,
    MAX_DOCUMENT_TOKENS,
    MAX_FIELD_COMPARISONS,
    MAX_FIELD_DEPTH,
    MAX_NESTED_LEVELS,
    DocumentMeasures,
    measure_document,
)
from tests.schema.limits.hostile_documents import (
    aliases,
    deep,
    execute_within_budget,
    fragments,
    separate_fields,
)


def is_within_limits(document: str) -> bool:
    try:
        measure_document(parse(document))
    except Refused:
        return False
    return True


LIMITS: dict[str, tuple[Callable[[int], str], int]] = {
    "depth": (deep, MAX_FIELD_DEPTH),
    "aliases": (aliases, MAX_ALIASES),
    "aliases here and in a fragment": (
        lambda n: f"{{ ...F {aliases(n // 2)[1:]} fragment F on Query {aliases(n - n // 2)}",
        MAX_ALIASES,
    ),
    "aliases of an unused fragment": (
        lambda n: f"{{ viewer {{ kind }} }} fragment Unused on Query {aliases(n)}",
        MAX_ALIASES,
    ),
    "aliases of two operations": (
        lambda n: f"query A {aliases(n // 2)} query B {aliases(n - n // 2)}",
        MAX_ALIASES,
    ),
    "directives": (separate_fields, MAX_DIRECTIVES),
    "directives of an operation": (lambda n: f"query Q {'@x ' * n} {{ viewer {{ kind }} }}", MAX_DIRECTIVES),
    "directives of a variable": (
        lambda n: f"query Q($a: Int {'@x ' * n}) {{ viewer {{ kind }} }}",
        MAX_DIRECTIVES,
    ),
    "directives of a fragment": (
        lambda n: f"{{ ...F }} fragment F on Query {'@x ' * n} {{ viewer {{ kind }} }}",
        MAX_DIRECTIVES,
    ),
    "levels of fragments": (lambda n: fragments(n - 3, 1), MAX_NESTED_LEVELS),
    "levels in place": (
        lambda n: "{ " + "... { " * (n - 2) + "viewer { kind }" + " }" * (n - 1),
        MAX_NESTED_LEVELS,
    ),
    "fields": (lambda n: "{ " + " ".join(f"x{i}" for i in range(n)) + " }", MAX_FIELD_COMPARISONS),
}


@pytest.mark.parametrize("name", LIMITS)
def test_what_is_at_a_limit_passes_and_one_more_does_not(name: str) -> None:
    document, limit = LIMITS[name]
    assert is_within_limits(document(limit))
    assert not is_within_limits(document(limit + 1))


async def test_as_many_tokens_as_may_be_are_read() -> None:
    for more, message in ((0, "Cannot query field"), (1, "Syntax Error: Document contains more")):
        result = await execute_within_budget("{" + "x " * (MAX_DOCUMENT_TOKENS - 2 + more) + "}")
        assert result.errors[0].message.startswith(message if more else "Ce document demande trop")
        assert result.errors[0].extensions["code"] == "LIMIT_EXCEEDED"


def test_a_fragment_counts_as_often_as_it_is_spread() -> None:
    part = "fragment F on Query { a: viewer { kind @include(if: true) } }"
    measures = measure_document(parse("{ b: viewer { kind } ...F ... { ...F } } " + part))
    assert (measures.aliases, measures.directives, measures.depth) == (3, 2, 2)


def test_a_document_that_introspects_is_recognised() -> None:
    assert measure_document(parse('{ ...F } fragment F on Query { __type(name: "A") { name } }')).introspects
    assert measure_document(parse("{ __schema { types { name } } }")).introspects
    assert not measure_document(parse("{ __typename viewer { __typename } }")).introspects


def test_what_is_no_operation_and_two_fragments_of_one_name_are_measured_too() -> None:
    assert measure_document(parse("type A { a: Int }")) == DocumentMeasures()
    one = "fragment F on Query { viewer { kind } }"
    other = f"fragment F on Query {aliases(MAX_ALIASES + 1)}"
    assert is_within_limits(one + one)
    assert not is_within_limits(one + other)
    assert not is_within_limits(other + one)
