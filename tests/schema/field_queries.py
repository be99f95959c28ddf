"""Questions written from the schema itself: one for each field that a query can reach, the shortest way."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graphql import GraphQLField, GraphQLObjectType, GraphQLSchema, get_named_type, is_composite_type

from schema.schema import build_schema

SCHEMA: GraphQLSchema = build_schema()._schema
ARGUMENTS = {
    "id": "{employer}",
    "identifier": "{identifier}",
    "identifiers": "[{identifier}]",
    "first": "10",
    "by": "STATUS",
    "token": "{token}",
}
VARIANTS = {
    "node": {
        "Account": "(id: {account})",
        "Employer": "(id: {employer})",
        "HistoryEntry": "(id: {entry})",
    },
    "nodes": {
        "Account": "(ids: [{account}])",
        "Employer": "(ids: [{employer}])",
        "HistoryEntry": "(ids: [{entry}])",
    },
    "_entities": {
        "Account": '(representations: [{{__typename: "Account", id: {account}}}])',
        "Employer": '(representations: [{{__typename: "Employer", id: {employer}}}])',
        "AccountStatusReport": (
            '(representations: [{{__typename: "AccountStatusReport", identifier: {identifier}}}])'
        ),
    },
}
"""What can be asked for several kinds of things is asked once for each."""


@dataclass(frozen=True, slots=True)
class Step:
    kind: str
    field: str
    arguments: str = ""
    variant: str = ""

    @property
    def line(self) -> tuple[str, str]:
        """Where the table tells of it."""
        return self.kind, f"{self.field}({self.variant})" if self.variant else self.field


@dataclass(frozen=True, slots=True)
class Question:
    steps: tuple[Step, ...]

    @property
    def composite(self) -> bool:
        kind = SCHEMA.type_map[self.steps[-1].kind]
        assert isinstance(kind, GraphQLObjectType)
        return is_composite_type(get_named_type(kind.fields[self.steps[-1].field].type))

    def document(self, given: Mapping[str, str]) -> str:
        """`given` are the ids that arguments name."""
        quoted = {name: json.dumps(value) for name, value in given.items()}
        text = "{ __typename }" if self.composite else ""
        for step in reversed(self.steps):
            text = f"{{ {step.field}{step.arguments.format(**quoted)} {text} }}"
        return text

    def is_reached(self, data: Any) -> bool:
        """Whether an answer leads to the field, and that is not null; of lists, by any of their items."""
        found = [data]
        for place, step in enumerate(self.steps):
            values = [one[step.field] for one in found]
            if place == len(self.steps) - 1 and not self.composite:
                return any(value is not None for value in values)
            found = [item for value in values for item in (value if isinstance(value, list) else [value])]
            found = [item for item in found if item is not None]
        return bool(found)


def reachable() -> dict[str, tuple[Step, ...]]:
    """The object types that a query can reach, each with its shortest way."""
    assert SCHEMA.query_type
    ways: dict[str, tuple[Step, ...]] = {SCHEMA.query_type.name: ()}
    waiting = [SCHEMA.query_type]
    while waiting:
        kind = waiting.pop(0)
        for name, field in kind.fields.items():
            target = get_named_type(field.type)
            if isinstance(target, GraphQLObjectType) and target.name not in ways:
                ways[target.name] = (*ways[kind.name], Step(kind.name, name, _arguments(field)))
                waiting.append(target)
    return ways


def questions() -> Iterator[Question]:
    for kind_name, way in reachable().items():
        kind = SCHEMA.type_map[kind_name]
        assert isinstance(kind, GraphQLObjectType)
        for name, field in kind.fields.items():
            variants = VARIANTS.get(name) if kind_name == "Query" else None
            for variant, arguments in (variants or {"": _arguments(field)}).items():
                yield Question((*way, Step(kind_name, name, arguments, variant)))


def mutations_only() -> dict[str, GraphQLObjectType]:
    """The object types that mutations answer with and no query does."""
    assert SCHEMA.mutation_type
    found: dict[str, GraphQLObjectType] = {}
    waiting = [SCHEMA.mutation_type]
    queried = reachable()
    while waiting:
        for field in waiting.pop().fields.values():
            target = get_named_type(field.type)
            if isinstance(target, GraphQLObjectType) and target.name not in {*queried, *found}:
                found[target.name] = target
                waiting.append(target)
    return found


def all_of(payload: GraphQLObjectType) -> str:
    """A selection of all its fields; of what queries reach, that it is there; of errors, what they say."""
    return " ".join(f"{name} {_part(name, field)}" for name, field in payload.fields.items())


def _part(name: str, field: GraphQLField) -> str:
    target = get_named_type(field.type)
    if not isinstance(target, GraphQLObjectType):
        return ""
    if name == "errors":
        return "{ code field }"
    return f"{{ {all_of(target)} }}" if target.name in mutations_only() else "{ __typename }"


def _arguments(field: GraphQLField) -> str:
    told = [f"{name}: {ARGUMENTS[name]}" for name in field.args if name in ARGUMENTS]
    return f"({', '.join(told)})" if told else ""
