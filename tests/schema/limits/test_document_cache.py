"""The cache of documents: small valid ones are parsed once, and its size is bounded."""

from itertools import product
from typing import Any

import pytest
from graphql import get_introspection_query, parse

from schema.execution.planner import Planner
from schema.limits.document import DocumentMeasures
from schema.limits.document_cache import (
    DOCUMENT_CACHE,
    MAX_CACHEABLE_CHARACTERS,
    STEPS_PER_CHARACTER,
    CachedDocument,
    DocumentCache,
    is_cacheable,
)
from tests.schema.limits.hostile_documents import aliases, execute_within_budget


async def test_small_queries_that_come_again_are_validated_once() -> None:
    """Strawberry #4635: a cache keyed by rules made for each request would never be hit."""
    mix = [f"{{ viewer {{ kind profile account {{ {field} }} }} }}" for field in ("id", "email", "status")]
    mix += ["{ __typename }", get_introspection_query()]
    hits, misses = DOCUMENT_CACHE.hits, DOCUMENT_CACHE.misses
    for _ in range(25):
        for document in mix:
            assert (await execute_within_budget(document)).errors is None
    hits, misses = DOCUMENT_CACHE.hits - hits, DOCUMENT_CACHE.misses - misses
    assert hits / (hits + misses) > 0.95


async def test_of_what_was_refused_nothing_is_kept() -> None:
    before = DOCUMENT_CACHE.characters
    for document in (
        "{ nothing }",
        "{",
        aliases(101),
        "{ " + " ".join(f"x{i}" for i in range(900)) + " }",
        "{ viewer { kind } }" + " " * MAX_CACHEABLE_CHARACTERS,
    ):
        await execute_within_budget(document)
    assert DOCUMENT_CACHE.characters == before


def test_large_documents_and_those_with_a_password_in_them_are_not_kept() -> None:
    assert is_cacheable("{ viewer { kind } }")
    assert is_cacheable("mutation ($input: SignInInput!) { signIn(input: $input) { errors { code } } }")
    assert not is_cacheable("#" * (MAX_CACHEABLE_CHARACTERS + 1))
    assert not is_cacheable(
        'mutation { signIn(input: {identifier: "x", password: "y"}) { errors { code } } }'
    )


async def test_however_many_documents_come_there_is_a_bound_to_what_is_kept() -> None:
    cache = DocumentCache(max_characters=10_000)
    document = parse("{ viewer { kind } }")
    for number in range(1_000):
        cache.add(
            f"{{ a{number}: viewer {{ kind }} }}" + " " * 500, CachedDocument(document, DocumentMeasures())
        )
        assert cache.characters <= 10_000
    assert cache.find("{ a999: viewer { kind } }" + " " * 500)
    assert cache.find("{ a1: viewer { kind } }" + " " * 500) is None


VARIANTS = """query ($a: Boolean!, $b: Boolean!, $c: Boolean!, $d: Boolean!) {
    x: __typename @skip(if: $a) y: __typename @skip(if: $b) __typename @skip(if: $c) @include(if: $d)
    ...Ten } fragment Ten on Query { %s }
    fragment Five on Viewer { a: account { ...All } b: account { ...All } c: account { ...All } }
    fragment All on Account { identifier civility lastName firstName email phone profile status version }"""


async def test_plans_of_all_variants_of_a_document_have_as_many_steps_as_its_text_allows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    document = VARIANTS % " ".join(f"v{number}: viewer {{ ...Five }}" for number in range(10))
    made, kept = 0, 0
    completer, root = Planner._completer, Planner.root

    def counted(planner: Planner, kind: Any, details: Any) -> Any:
        nonlocal made
        step = completer(planner, kind, details)
        made += 1
        return step

    def counted_if_kept(planner: Planner) -> Any:
        nonlocal kept
        before = made
        plan = root(planner)
        kept += made - before
        return plan

    monkeypatch.setattr(Planner, "_completer", counted)
    monkeypatch.setattr(Planner, "root", counted_if_kept)
    every = list(product([True, False], repeat=4))
    for values in [every[0], *every]:
        result = await execute_within_budget(document, dict(zip("abcd", values, strict=True)))
        assert result.errors is None
        assert len(result.data) == 10 + (not values[0]) + (not values[1]) + (not values[2] and values[3])
    assert 0 < kept <= len(document) * STEPS_PER_CHARACTER
