"""Columns of leaf values: one field of many rows, as the response holds it."""

from collections.abc import Callable
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLLeafType,
    GraphQLNonNull,
    GraphQLOutputType,
    GraphQLString,
    Undefined,
    is_leaf_type,
)


class Unplannable(Exception):
    """The list cannot be filled by columns: stock execution takes over, and reports any errors."""


def leaf_column(kind: GraphQLOutputType, values: list[Any]) -> list[Any]:
    """Return the values of a scalar or enum as the response holds them.

    Raises: Unplannable, if one of them is wrong.
    """
    if not is_leaf_type(kind):
        raise Unplannable
    if kind is GraphQLString and all(type(value) is str or value is None for value in values):
        return values
    coerce = _coercion(kind)
    try:
        return [None if value is None else coerce(value) for value in values]
    except Exception as error:
        raise Unplannable from error


def leaf_list(kind: GraphQLOutputType, value: Any) -> list[Any] | None:
    """Return a list of leaves, none of them null, e.g. the lines of a postal address.

    Raises: Unplannable, if one of them is wrong.
    """
    if value is None:
        return None
    if not isinstance(kind, GraphQLNonNull) or not isinstance(value, list) or None in value:
        raise Unplannable
    return leaf_column(kind.of_type, value)


def _coercion(kind: GraphQLLeafType) -> Callable[[Any], Any]:
    """The type's coercion of a value; an enum coerces each of its few values once."""
    if not isinstance(kind, GraphQLEnumType):
        return _checked(kind)
    names: dict[Any, Any] = {}

    def name_of(value: Any) -> Any:
        if value not in names:
            names[value] = _checked(kind)(value)
        return names[value]

    return name_of


def _checked(kind: GraphQLLeafType) -> Callable[[Any], Any]:
    def coerce(value: Any) -> Any:
        coerced = kind.coerce_output_value(value)
        if coerced is None or coerced is Undefined:
            raise Unplannable
        return coerced

    return coerce
