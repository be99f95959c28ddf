"""Integer literals of a document that are too long for Python to parse."""

import re
from collections.abc import Iterator
from typing import Any

from graphql import GraphQLError, IntValueNode, Visitor, visit
from strawberry.extensions import SchemaExtension

MAX_INTEGER_DIGITS = 4_300
"""Python's limit for converting text to an integer; graphql-core does not handle the ValueError."""
TOO_LARGE = f"Int cannot represent an integer of more than {MAX_INTEGER_DIGITS} digits."

_LONG = re.compile(
    rf"(?<!\d)\d{{{MAX_INTEGER_DIGITS + 1}}}"
)  # the lookbehind starts each run of digits once only


class ReadableIntegers(SchemaExtension):
    """Refuses such a literal before validation, which would fail on it; no Int has more than 10 digits."""

    def on_validate(self) -> Iterator[None]:
        context = self.execution_context
        if context.graphql_document and _LONG.search(context.query or ""):
            visitor = _UnreadableIntegers()
            visit(context.graphql_document, visitor)
            if visitor.nodes:
                context.pre_execution_errors = [GraphQLError(TOO_LARGE, visitor.nodes)]
        yield


class _UnreadableIntegers(Visitor):
    def __init__(self) -> None:
        super().__init__()
        self.nodes: list[IntValueNode] = []

    def enter_int_value(self, node: IntValueNode, *_where: Any) -> None:
        if len(node.value.lstrip("-")) > MAX_INTEGER_DIGITS:
            self.nodes.append(node)
