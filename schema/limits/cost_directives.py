"""How many objects each field may return: declared in the schema, read once when it is built.

The directives are those of the draft specification "GraphQL Cost Directives".
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Sized
from dataclasses import dataclass, replace
from functools import cache
from math import ceil
from typing import TypeAlias

import strawberry
from graphql import (
    GraphQLArgument,
    GraphQLField,
    GraphQLInputField,
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
"""Items of a list whose size the schema does not declare."""


@strawberry.schema_directive(
    locations=[Location.FIELD_DEFINITION, Location.ARGUMENT_DEFINITION, Location.INPUT_FIELD_DEFINITION],
    name="cost",
    description="What asking for the field costs by itself, in objects, and each item that it changes; "
    "1 for an object, nothing for a leaf, of which five count one. Of an argument or input field: what "
    "giving it adds, and each item or word that it holds; once more for each count below the field.",
)
class Cost:
    weight: int
    each: int | None = strawberry.UNSET


DATABASE_QUERY_COST = Cost(weight=20)
"""A database query takes about as long as reading 20 objects."""
PAGE_COST = Cost(weight=60)
"""A page is read whole, even if the document selects its position only."""
COUNT_WEIGHT = 200
"""A field of at least this weight reads all that the arguments of the field above select."""
NAMED_TYPE_COST = 50
"""A type queried by name may be far larger than the average type."""


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
class ArgumentCost:
    """The cost of an argument, or of an input field below it."""

    path: tuple[str, ...]
    """Into the arguments."""
    weight: int
    each: int


@dataclass(frozen=True, slots=True)
class FieldSize:
    """The cost and list size of one field."""

    kind: str
    """The name of its type."""
    composite: bool
    a_list: bool
    weight: int
    assumed: int
    each: int = 0
    """The cost of each item that the field changes."""
    slicing: tuple[tuple[str, ...], ...] = ()
    """Paths into the arguments."""
    sizes_fields: frozenset[str] = frozenset()
    sized_from_above: bool = False
    """The arguments of the parent field give its length."""
    argument_costs: tuple[ArgumentCost, ...] = ()


FieldSizes: TypeAlias = Mapping[str, Mapping[str, FieldSize]]
"""By type name and field name."""


@cache
def field_sizes(schema: GraphQLSchema) -> FieldSizes:
    """Return the sizes of all fields of the schema, those of introspection included."""
    assumed = _of_introspection(schema)
    sizes: dict[str, dict[str, FieldSize]] = {}
    for kind in schema.type_map.values():
        if is_object_type(kind) or is_interface_type(kind):
            sizes[kind.name] = {
                name: _size(one, assumed.get(f"{kind.name}.{name}", ASSUMED_LIST_SIZE))
                for name, one in kind.fields.items()
            }
        elif is_union_type(kind):
            sizes[kind.name] = {}  # a union has no field but __typename
    for size in [size for fields in sizes.values() for size in fields.values()]:
        for name in size.sizes_fields:
            sizes[size.kind][name] = replace(sizes[size.kind][name], sized_from_above=True)
    if schema.query_type:
        for name, kind_name in (("__schema", "__Schema"), ("__type", "__Type")):
            sizes[schema.query_type.name][name] = FieldSize(
                kind_name, True, False, NAMED_TYPE_COST, ASSUMED_LIST_SIZE
            )
    return sizes


def _size(field: GraphQLField, assumed: int) -> FieldSize:
    directives = _directives(field)
    list_size = next((d for d in directives if isinstance(d, ListSize)), None)
    kind = get_named_type(field.type)
    composite, a_list = is_composite_type(kind), _is_list(field.type)
    cost = next((d for d in directives if isinstance(d, Cost)), Cost(weight=int(composite and not a_list)))
    argument_costs = tuple(_argument_costs(field.args))
    if list_size is None:
        return FieldSize(kind.name, composite, a_list, cost.weight, assumed, argument_costs=argument_costs)
    return FieldSize(
        kind.name,
        composite,
        a_list,
        cost.weight,
        list_size.assumed_size,
        cost.each or 0,
        tuple(tuple(path.split(".")) for path in list_size.slicing_arguments or ()),
        frozenset(list_size.sized_fields or ()),
        argument_costs=argument_costs,
    )


def _argument_costs(
    arguments: Mapping[str, GraphQLArgument | GraphQLInputField], *above: str
) -> Iterator[ArgumentCost]:
    """Yield the costs of these arguments or input fields, and of the input fields below them."""
    for name, argument in arguments.items():
        path = (*above, name)
        for cost in _directives(argument):
            if isinstance(cost, Cost):
                yield ArgumentCost(path, cost.weight, cost.each or 0)
        kind = get_named_type(argument.type)
        if is_input_object_type(kind):
            yield from _argument_costs(kind.fields, *path)


def _directives(element: GraphQLField | GraphQLArgument | GraphQLInputField) -> Sequence[object]:
    definition = element.extensions.get(GraphQLCoreConverter.DEFINITION_BACKREF)
    return definition.directives if definition else ()


def _is_list(kind: GraphQLOutputType) -> bool:
    return is_list_type(kind.of_type if isinstance(kind, GraphQLNonNull) else kind)


def _of_introspection(schema: GraphQLSchema) -> dict[str, int]:
    """The average length of each list of introspection, over those that are not empty."""
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
