"""The two ways to execute an operation, and the one place that chooses between them: `executed`."""

import secrets
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from random import Random
from typing import Any, TypeVar
from unittest.mock import patch
from zlib import crc32

from graphql import (
    DocumentNode,
    GraphQLError,
    GraphQLObjectType,
    GraphQLSchema,
    parse,
    specified_rules,
    validate,
)
from graphql.pyutils import Path
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext
from strawberry.schema.validation_rules.maybe_null import MaybeNullValidationRule
from strawberry.schema.validation_rules.one_of import OneOfInputValidationRule

from models.rules.refusals import Refused
from schema import schema as schema_module
from schema.execution import prepared as prepared_module
from schema.execution.payloads import PlannedPayloads
from schema.execution.prepared import prepared_operation
from schema.limits import document_extension
from schema.limits.document import MAX_DOCUMENT_TOKENS, check_document_text, measure_document
from schema.limits.document_cache import DOCUMENT_CACHE, CachedDocument
from schema.schema import build_schema

T = TypeVar("T")


class Way(StrEnum):
    STOCK = "stock"
    """Each field of each row by itself, as graphql-core does."""
    PLANNED = "planned"
    """As the service does: planned where that is possible, stock execution for the rest."""


resolved: dict[Way, Counter[tuple[str, str]]] = {way: Counter() for way in Way}
"""How often stock execution resolved a field, by type and field. What only STOCK counts was planned."""


class _CountsStock(StrawberryGraphQLCoreExecutionContext):
    def execute_field(
        self, parent_type: GraphQLObjectType, source: Any, field_details_list: Any, path: Path, *more: Any
    ) -> Any:
        resolved[Way.STOCK][parent_type.name, field_details_list[0].node.name.value] += 1
        return super().execute_field(parent_type, source, field_details_list, path, *more)


class _CountsPlanned(PlannedPayloads):
    def execute_field(
        self, parent_type: GraphQLObjectType, source: Any, field_details_list: Any, path: Path, *more: Any
    ) -> Any:
        resolved[Way.PLANNED][parent_type.name, field_details_list[0].node.name.value] += 1
        return super().execute_field(parent_type, source, field_details_list, path, *more)


class _CountsLeft(StrawberryGraphQLCoreExecutionContext):
    """What a plan left to stock execution."""

    def execute_field(
        self, parent_type: GraphQLObjectType, source: Any, field_details_list: Any, path: Path, *more: Any
    ) -> Any:
        resolved[Way.PLANNED][parent_type.name, field_details_list[0].node.name.value] += 1
        return super().execute_field(parent_type, source, field_details_list, path, *more)


_EXECUTORS: dict[Way, type[Any]] = {Way.STOCK: _CountsStock, Way.PLANNED: _CountsPlanned}


@contextmanager
def executed(way: Way, document: str) -> Iterator[None]:
    """Operations of the block are executed this way, by a process that has seen the document or not."""
    schema = build_schema()
    of_the_service = schema.execution_context_class
    schema.execution_context_class = _EXECUTORS[way]
    _forget_documents()
    if crc32(document.encode()) % _NEW_DOCUMENTS:
        _see(schema._schema, document)
    prepared = prepared_operation if way is Way.PLANNED else _none_is_prepared
    try:
        with (
            patch.object(schema_module, "prepared_operation", prepared),
            patch.object(prepared_module, "StrawberryGraphQLCoreExecutionContext", _CountsLeft),
        ):
            yield
    finally:
        schema.execution_context_class = of_the_service
        _forget_documents()


_NEW_DOCUMENTS = 4
"""One document of so many is new: the others were seen before, and are planned at the first request."""


def _none_is_prepared(*_arguments: Any) -> None: ...


def _see(schema: GraphQLSchema, text: str) -> None:
    """Have the document in the cache, if the service would keep it."""
    try:
        check_document_text(text)
        document = parse(text, max_tokens=MAX_DOCUMENT_TOKENS)
        measures = measure_document(document)
    except (GraphQLError, Refused):
        return
    rules = (*specified_rules, MaybeNullValidationRule, OneOfInputValidationRule)
    if not vars(document_extension)["validate"](schema, document, rules, 5):  # once, by `validated_once`
        DOCUMENT_CACHE.add(text, CachedDocument(document, measures))


def _forget_documents() -> None:
    """Empty the cache of documents: the first request of a document is charged more, and plans it."""
    DOCUMENT_CACHE._documents.clear()
    DOCUMENT_CACHE._characters = 0


@contextmanager
def validated_once() -> Iterator[None]:
    """A document is validated once in the block, for both ways: that takes longer than most executions."""
    known: dict[str, list[GraphQLError]] = {}

    def validate_once(schema: GraphQLSchema, document: DocumentNode, *more: Any) -> list[GraphQLError]:
        assert document.loc
        text = document.loc.source.body
        if text not in known:
            known[text] = validate(schema, document, *more)
        return known[text]

    with patch.object(document_extension, "validate", validate_once):
        yield


@contextmanager
def repeatable_secrets(number: int = 0) -> Iterator[None]:
    """Tokens, salts and suggested passwords of the block are the same each time it is run."""
    random = Random(number)

    def token_bytes(count: int | None = None) -> bytes:
        return random.randbytes(count or 32)

    def token_hex(count: int | None = None) -> str:
        return token_bytes(count).hex()

    def choice(values: Sequence[T]) -> T:
        return random.choice(values)

    with (
        patch.object(secrets, "token_bytes", token_bytes),
        patch.object(secrets, "token_hex", token_hex),
        patch.object(secrets, "choice", choice),
    ):
        yield
