"""The served schema holds all that contract.graphql promises, and describes each part."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    Undefined,
    build_schema,
    is_required_argument,
    is_specified_scalar_type,
)

from schema.schema import schema_text

COMMITTED = Path(__file__).parents[2] / "schema" / "schema.graphql"
CONTRACT = build_schema(Path(__file__).with_name("contract.graphql").read_text(encoding="utf-8"))
SERVED = build_schema(schema_text())

KEEPS_WHAT_IS_LEFT_OUT = "ModifyAccountInput"
"""A default of null would empty the fields that a client leaves out."""


def test_the_committed_schema_is_the_one_served() -> None:
    assert COMMITTED.read_text(encoding="utf-8") == schema_text(), "run `make schema`"


def _own_types(schema: GraphQLSchema) -> list[GraphQLNamedType]:
    return [
        kind
        for name, kind in schema.type_map.items()
        if not name.startswith("__") and not is_specified_scalar_type(kind)
    ]


def _promised() -> Iterator[str]:
    """Each type, and each "Type.field" or "Type.VALUE"."""
    for kind in _own_types(CONTRACT):
        yield kind.name
        members = (
            kind.values
            if isinstance(kind, GraphQLEnumType)
            else kind.fields
            if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType | GraphQLInputObjectType)
            else ()
        )
        yield from (f"{kind.name}.{member}" for member in members)


def _served_part(name: str) -> Any:
    type_name, _, member = name.partition(".")
    kind: Any = SERVED.type_map.get(type_name)
    if kind is None or not member:
        return kind
    return (kind.values if isinstance(kind, GraphQLEnumType) else kind.fields).get(member)


def _default(value: object) -> object:
    """For a client, a default of null and no default are the same."""
    return None if value is Undefined else value


def _arguments(field: GraphQLField) -> dict[str, tuple[str, object]]:
    return {name: (str(a.type), _default(a.default_value)) for name, a in field.args.items()}


def _shape(schema: GraphQLSchema, name: str) -> object:
    """What a client relies on, in a form that can be compared."""
    type_name, _, member = name.partition(".")
    kind: Any = schema.type_map[type_name]
    if isinstance(kind, GraphQLEnumType):
        return member or "enum"
    if not member:
        return type(kind).__name__, [str(i) for i in getattr(kind, "interfaces", ())]
    field = kind.fields[member]
    if isinstance(kind, GraphQLInputObjectType):
        default = field.default_value
        return str(field.type), default if type_name == KEEPS_WHAT_IS_LEFT_OUT else _default(default)
    return str(field.type)


PROMISED_NAMES = list(_promised())


def test_what_the_contract_promises_is_served() -> None:
    assert len(PROMISED_NAMES) > 200
    assert [name for name in PROMISED_NAMES if _served_part(name) is None] == []
    differ = {name: (_shape(SERVED, name), _shape(CONTRACT, name)) for name in PROMISED_NAMES}
    assert {name: shapes for name, shapes in differ.items() if shapes[0] != shapes[1]} == {}


def test_a_request_written_for_the_contract_is_understood() -> None:
    """Each promised argument is served; added arguments and fields are optional."""
    for name in PROMISED_NAMES:
        served = _served_part(name)
        if isinstance(served, GraphQLField):
            type_name, _, field = name.partition(".")
            promised = CONTRACT.type_map[type_name].fields[field]  # type: ignore[attr-defined]
            assert _arguments(promised).items() <= _arguments(served).items(), name
            _assert_optional(name, {a: served.args[a] for a in served.args.keys() - promised.args.keys()})
        elif isinstance(served, GraphQLInputObjectType):
            promised_fields = CONTRACT.type_map[name].fields  # type: ignore[attr-defined]
            _assert_optional(name, {f: served.fields[f] for f in served.fields.keys() - promised_fields})


def _assert_optional(name: str, added: dict[str, Any]) -> None:
    for part, facts in added.items():
        assert not is_required_argument(facts), f"{name}: {part} is new and required"


def _described() -> Iterator[tuple[str, str | None]]:
    for kind in _own_types(SERVED):
        yield kind.name, kind.description
        if isinstance(kind, GraphQLEnumType):
            yield from ((f"{kind.name}.{name}", value.description) for name, value in kind.values.items())
        elif isinstance(kind, GraphQLInputObjectType):
            yield from ((f"{kind.name}.{name}", field.description) for name, field in kind.fields.items())
        elif isinstance(kind, GraphQLObjectType | GraphQLInterfaceType):
            for name, field in kind.fields.items():
                yield f"{kind.name}.{name}", field.description
                for argument, facts in field.args.items():
                    yield f"{kind.name}.{name}({argument}:)", facts.description


def test_every_part_of_the_schema_says_what_it_is_for() -> None:
    described = dict(_described())
    assert len(described) > 200
    assert [name for name, text in described.items() if not (text or "").strip().endswith(".")] == []
