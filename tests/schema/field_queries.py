"""Queries generated from the schema: one for each field that a query can reach, by the shortest path."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from graphql import (
    GraphQLField,
    GraphQLObjectType,
    GraphQLSchema,
    get_named_type,
    is_composite_type,
    is_non_null_type,
)

from schema.schema import build_schema

SCHEMA: GraphQLSchema = build_schema()._schema
VARIABLES = {
    "employer": "ID!",
    "account": "ID!",
    "entry": "ID!",
    "mandate": "ID!",
    "contract": "String!",
    "identifier": "String!",
    "token": "String!",
    "registration": "String!",
    "draft": "String!",
}
"""The texts hold no values: the service parses and validates each document once for all callers."""
ARGUMENTS = {
    "id": "$employer",
    "identifier": "$identifier",
    "identifiers": "[$identifier]",
    "first": "10",
    "by": "STATUS",
    "token": "$token",
    "contractNumber": "$contract",
}
REQUIRED_ARGUMENTS = {"search": '{text: "a"}', "form": '{contractNumber: "?"}'}
"""Given only to the fields that require them."""
TOKENS = {"registration": "(token: $registration)", "savedRegistration": "(token: $draft)"}
"""Each is found by a link of its own."""
VARIANTS = {
    "node": {
        "Account": "(id: $account)",
        "Employer": "(id: $employer)",
        "HistoryEntry": "(id: $entry)",
        "Mandate": "(id: $mandate)",
    },
    "nodes": {
        "Account": "(ids: [$account])",
        "Employer": "(ids: [$employer])",
        "HistoryEntry": "(ids: [$entry])",
        "Mandate": "(ids: [$mandate])",
    },
    "_entities": {
        "Account": '(representations: [{__typename: "Account", id: $account}])',
        "Employer": '(representations: [{__typename: "Employer", id: $employer}])',
        "AccountStatusReport": (
            '(representations: [{__typename: "AccountStatusReport", identifier: $identifier}])'
        ),
    },
}
"""A field that can return several kinds of objects is queried once for each kind."""


@dataclass(frozen=True, slots=True)
class Step:
    kind: str
    field: str
    arguments: str = ""
    variant: str = ""

    @property
    def line(self) -> tuple[str, str]:
        """Return its line in the table of permissions: type and field."""
        return self.kind, f"{self.field}({self.variant})" if self.variant else self.field


@dataclass(frozen=True, slots=True)
class FieldQuery:
    steps: tuple[Step, ...]

    @property
    def composite(self) -> bool:
        kind = SCHEMA.type_map[self.steps[-1].kind]
        assert isinstance(kind, GraphQLObjectType)
        return is_composite_type(get_named_type(kind.fields[self.steps[-1].field].type))

    @property
    def document(self) -> str:
        """Return the query; its variables are some of VARIABLES."""
        text = "{ __typename }" if self.composite else ""
        for step in reversed(self.steps):
            text = f"{{ {step.field}{step.arguments} {text} }}"
        used = sorted(set(re.findall(r"\$(\w+)", text)))
        declared = ", ".join(f"${name}: {VARIABLES[name]}" for name in used)
        return f"query ({declared}) {text}" if used else text

    def is_reached(self, data: Any) -> bool:
        """Whether a response holds a value of the field that is not null; in lists, one item is enough."""
        objects = [data]
        for index, step in enumerate(self.steps):
            values = [parent[step.field] for parent in objects]
            if index == len(self.steps) - 1 and not self.composite:
                return any(value is not None for value in values)
            objects = [item for value in values for item in (value if isinstance(value, list) else [value])]
            objects = [item for item in objects if item is not None]
        return bool(objects)


def paths_by_type() -> dict[str, tuple[Step, ...]]:
    """Return the object types that a query can reach, each with its shortest path."""
    assert SCHEMA.query_type
    paths: dict[str, tuple[Step, ...]] = {SCHEMA.query_type.name: ()}
    waiting = [SCHEMA.query_type]
    while waiting:
        kind = waiting.pop(0)
        for name, field in kind.fields.items():
            target = get_named_type(field.type)
            if isinstance(target, GraphQLObjectType) and target.name not in paths:
                paths[target.name] = (*paths[kind.name], Step(kind.name, name, _arguments(name, field)))
                waiting.append(target)
    return paths


def all_field_queries() -> Iterator[FieldQuery]:
    """Yield a query for each field of each type in `paths_by_type`."""
    for kind_name, path in paths_by_type().items():
        kind = SCHEMA.type_map[kind_name]
        assert isinstance(kind, GraphQLObjectType)
        for name, field in kind.fields.items():
            variants = VARIANTS.get(name) if kind_name == "Query" else None
            for variant, arguments in (variants or {"": _arguments(name, field)}).items():
                yield FieldQuery((*path, Step(kind_name, name, arguments, variant)))


def payload_types() -> dict[str, GraphQLObjectType]:
    """Return the object types that only mutations return."""
    assert SCHEMA.mutation_type
    types: dict[str, GraphQLObjectType] = {}
    waiting = [SCHEMA.mutation_type]
    queried = paths_by_type()
    while waiting:
        for field in waiting.pop().fields.values():
            target = get_named_type(field.type)
            if isinstance(target, GraphQLObjectType) and target.name not in {*queried, *types}:
                types[target.name] = target
                waiting.append(target)
    return types


def select_all(payload: GraphQLObjectType) -> str:
    """Return a selection of all fields of a payload; `__typename` alone of types that queries reach."""
    return " ".join(f"{name} {_part(name, field)}" for name, field in payload.fields.items())


def _part(name: str, field: GraphQLField) -> str:
    target = get_named_type(field.type)
    if not isinstance(target, GraphQLObjectType):
        return ""
    if name == "errors":
        return "{ code field }"
    return f"{{ {select_all(target)} }}" if target.name in payload_types() else "{ __typename }"


def _arguments(name: str, field: GraphQLField) -> str:
    if name in TOKENS:
        return TOKENS[name]
    arguments = [f"{name}: {ARGUMENTS[name]}" for name in field.args if name in ARGUMENTS]
    arguments += [
        f"{name}: {value}"
        for name, value in REQUIRED_ARGUMENTS.items()
        if name in field.args and is_non_null_type(field.args[name].type)
    ]
    return f"({', '.join(arguments)})" if arguments else ""
