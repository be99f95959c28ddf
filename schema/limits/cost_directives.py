"""How much each field may answer: said in the schema itself, read once when it is built.

The directives are those of the draft specification "GraphQL Cost Directives".
"""

from collections.abc import Iterable, Mapping, Sized
from dataclasses import dataclass, replace
from functools import cache
from math import ceil
from typing import TypeAlias

import strawberry
from graphql import (
    GraphQLField,
    GraphQLNonNull,
    GraphQLOutputType,
    GraphQLSchema,
    get_named_type,
    is_composite_type,
    is_enum_type,
    is_input_object_type,
    is_interface_type,
    is_list_type,
    is_object_type,
    is_union_type,
)
from strawberry.schema.schema_converter import GraphQLCoreConverter
from strawberry.schema_directive import Location

ASSUMED_LIST_SIZE = 10
"""Of a list that says nothing."""


@strawberry.schema_directive(
    locations=[Location.FIELD_DEFINITION],
    name="cost",
    description="What asking for the field costs by itself, in objects, and each item that it changes; "
    "1 for an object, nothing for a leaf, of which five count one.",
)
class Cost:
    weight: int
    each: int | None = strawberry.UNSET


DATABASE_QUERY_COST = Cost(weight=20)
"""A question to the database takes as long as so many objects."""
NAMED_TYPE_COST = 50
"""A type that is asked for by its name may be far larger than types are in the mean."""


@strawberry.schema_directive(
    locations=[Location.FIELD_DEFINITION],
    name="listSize",
    description="How many items the list may hold, or the lists in `sizedFields` of the object: "
    "the largest of the arguments given, else the assumed size.",
)
class ListSize:
    assumed_size: int
    slicing_arguments: list[str] | None = strawberry.UNSET
    sized_fields: list[str] | None = strawberry.UNSET


@dataclass(frozen=True, slots=True)
class FieldSize:
    """Of one field."""

    kind: str
    """The name of its type."""
    composite: bool
    a_list: bool
    weight: int
    assumed: int
    each: int = 0
    """Of what it changes."""
    slicing: tuple[tuple[str, ...], ...] = ()
    """Paths into the arguments."""
    sizes_fields: frozenset[str] = frozenset()
    sized_from_above: bool = False
    """Its parent's arguments say how long it is."""


FieldSizes: TypeAlias = Mapping[str, Mapping[str, FieldSize]]
"""By the name of a type and that of a field."""


@cache
def field_sizes(schema: GraphQLSchema) -> FieldSizes:
    assumed = _of_introspection(schema)
    found: dict[str, dict[str, FieldSize]] = {}
    for kind in schema.type_map.values():
        if is_object_type(kind) or is_interface_type(kind):
            found[kind.name] = {
                name: _size(one, assumed.get(f"{kind.name}.{name}", ASSUMED_LIST_SIZE))
                for name, one in kind.fields.items()
            }
        elif is_union_type(kind):
            found[kind.name] = {}  # __typename alone can be asked of it
    for size in [size for fields in found.values() for size in fields.values()]:
        for name in size.sizes_fields:
            found[size.kind][name] = replace(found[size.kind][name], sized_from_above=True)
    if schema.query_type:
        for name, kind_name in (("__schema", "__Schema"), ("__type", "__Type")):
            found[schema.query_type.name][name] = FieldSize(
                kind_name, True, False, NAMED_TYPE_COST, ASSUMED_LIST_SIZE
            )
    return found


def _size(one: GraphQLField, assumed: int) -> FieldSize:
    definition = one.extensions.get(GraphQLCoreConverter.DEFINITION_BACKREF)
    said = definition.directives if definition else ()
    listed = next((d for d in said if isinstance(d, ListSize)), None)
    kind = get_named_type(one.type)
    composite, a_list = is_composite_type(kind), _is_list(one.type)
    cost = next((d for d in said if isinstance(d, Cost)), Cost(weight=int(composite and not a_list)))
    if listed is None:
        return FieldSize(kind.name, composite, a_list, cost.weight, assumed)
    return FieldSize(
        kind.name,
        composite,
        a_list,
        cost.weight,
        listed.assumed_size,
        cost.each or 0,
        tuple(tuple(path.split(".")) for path in listed.slicing_arguments or ()),
        frozenset(listed.sized_fields or ()),
    )


def _is_list(kind: GraphQLOutputType) -> bool:
    return is_list_type(kind.of_type if isinstance(kind, GraphQLNonNull) else kind)


def _of_introspection(schema: GraphQLSchema) -> dict[str, int]:
    """What the schema tells of itself is counted as long as it is in the mean, where there is any of it."""
    kinds = list(schema.type_map.values())
    fields = [k.fields for k in kinds if is_object_type(k) or is_interface_type(k)]
    return {
        "__Schema.types": len(kinds),
        "__Schema.directives": len(schema.directives),
        "__Directive.args": 2,
        "__Type.fields": _mean(fields),
        "__Type.inputFields": _mean(k.fields for k in kinds if is_input_object_type(k)),
        "__Type.enumValues": _mean(k.values for k in kinds if is_enum_type(k)),
        "__Type.interfaces": 1,
        "__Type.possibleTypes": 3,
        "__Field.args": _mean(one.args for of_kind in fields for one in of_kind.values() if one.args),
    }


def _mean(parts: Iterable[Sized]) -> int:
    lengths = [len(part) for part in parts]
    return ceil(sum(lengths) / len(lengths))
