"""Integers written in a document: none that Python would not read."""

import re
from collections.abc import Iterator
from typing import Any

from graphql import GraphQLError, IntValueNode, Visitor, visit
from strawberry.extensions import SchemaExtension

MAX_INTEGER_DIGITS = 4_300
"""Python turns no longer text into a number, and graphql-core does not foresee that it refuses."""
TOO_LARGE = f"Int cannot represent an integer of more than {MAX_INTEGER_DIGITS} digits."

_LONG = re.compile(rf"(?<!\d)\d{{{MAX_INTEGER_DIGITS + 1}}}")  # each row of digits is looked at once


class ReadableIntegers(SchemaExtension):
    """Comes before validation and its cache, which would fail. No Int has more than 10 digits anyway."""

    def on_validate(self) -> Iterator[None]:
        context = self.execution_context
        if context.graphql_document and _LONG.search(context.query or ""):
            found = _Unreadable()
            visit(context.graphql_document, found)
            if found.nodes:
                context.pre_execution_errors = [GraphQLError(TOO_LARGE, found.nodes)]
        yield


class _Unreadable(Visitor):
    def __init__(self) -> None:
        super().__init__()
        self.nodes: list[IntValueNode] = []

    def enter_int_value(self, node: IntValueNode, *_where: Any) -> None:
        if len(node.value.lstrip("-")) > MAX_INTEGER_DIGITS:
            self.nodes.append(node)
