"""Completes columns of values: from what resolvers return to what the answer holds, by the types."""

from collections.abc import Callable, Sequence
from itertools import islice
from types import NoneType
from typing import Any, TypeAlias

from graphql import (
    GraphQLBoolean,
    GraphQLEnumType,
    GraphQLID,
    GraphQLInt,
    GraphQLLeafType,
    GraphQLString,
)

from schema.execution.steps import Column, MaybeLater, Run, Unplannable, now, then
from schema.scalars import COLUMNS

Completer: TypeAlias = Callable[[Run, Column], MaybeLater]
"""From the values of a field, the same values as the answer holds them."""

_AS_THEY_ARE: dict[Any, frozenset[type]] = {
    GraphQLString: frozenset({str}),
    GraphQLID: frozenset({str}),
    GraphQLBoolean: frozenset({bool}),
}
"""Scalars whose values of these types are answered as they are."""
_MIN_INT, _MAX_INT = -(2**31), 2**31 - 1


def leaves(kind: GraphQLLeafType, *, nullable: bool) -> Completer:
    """Complete the values of a scalar or enum; where it may be, None stays None."""
    as_they_are = {*_AS_THEY_ARE.get(kind, ()), NoneType}
    convert = _names_of(kind) if isinstance(kind, GraphQLEnumType) else _converted(kind)

    def complete(_run: Run, values: Column) -> Column:
        kinds = set(map(type, values))
        if NoneType in kinds and not nullable:
            raise Unplannable
        if kinds <= as_they_are:
            return values
        if kind is GraphQLInt and kinds == {int} and min(values) >= _MIN_INT and max(values) <= _MAX_INT:
            return values
        try:
            completed = convert(values)
        except Exception as error:
            raise Unplannable from error
        if completed.count(None) != values.count(None):
            raise Unplannable
        return completed

    return complete


def _converted(kind: GraphQLLeafType) -> Callable[[Column], Column]:
    if kind.name in COLUMNS:
        return COLUMNS[kind.name]
    convert = kind.coerce_output_value
    return lambda values: [None if value is None else convert(value) for value in values]


def _names_of(kind: GraphQLEnumType) -> Callable[[Column], Column]:
    """The names of enum values: each of its few values is converted once."""
    known: dict[Any, Any] = {None: None}

    def names(values: Column) -> Column:
        for value in set(values) - known.keys():
            known[value] = kind.coerce_output_value(value)
        return list(map(known.__getitem__, values))

    return names


def present(complete: Completer) -> Completer:
    """Complete the values that are not None; None stays where it is."""

    def completed(run: Run, values: Column) -> MaybeLater:
        if not any(value is None for value in values):
            return complete(run, values)
        there = [value for value in values if value is not None]

        def spread(done: Column) -> Column:
            rest = iter(done)
            return [None if value is None else next(rest) for value in values]

        return then(complete(run, there), spread)

    return completed


def lists(complete: Completer) -> Completer:
    """Complete lists, none of which is None: all their items as one column, divided again."""

    def completed(run: Run, values: Column) -> MaybeLater:
        if set(map(type, values)) - {list}:
            raise Unplannable
        flat = [item for items in values for item in items]

        def divided(done: Column) -> Column:
            rest = iter(done)
            return [list(islice(rest, len(items))) for items in values]

        return then(complete(run, flat), divided)

    return completed


def of_one_type(kind: type, rows: Callable[[Run, Sequence[Any]], MaybeLater]) -> Completer:
    """Complete objects of one type, none of which is None."""

    def completed(run: Run, values: Column) -> MaybeLater:
        if not values:
            return []
        if set(map(type, values)) != {kind}:
            raise Unplannable
        return rows(run, values)

    return completed


def of_several_types(by_type: Callable[[type], Callable[[Run, Sequence[Any]], MaybeLater]]) -> Completer:
    """Complete objects of an interface or union: those of each type together, none of which is None."""

    def completed(run: Run, values: Column) -> MaybeLater:
        kinds = list(dict.fromkeys(map(type, values)))
        plans = [by_type(kind) for kind in kinds]
        parts = [[value for value in values if type(value) is kind] for kind in kinds]
        return _together(run, values, kinds, plans, parts)

    return completed


def _together(
    run: Run, values: Column, kinds: list[type], plans: list[Any], parts: list[list[Any]]
) -> MaybeLater:
    if len(kinds) == 1:
        return plans[0](run, values)  # type: ignore[no-any-return]

    async def completed() -> Column:
        rest = {}
        for kind, plan, part in zip(kinds, plans, parts, strict=True):
            rest[kind] = iter(await now(plan(run, part)))
        return [next(rest[type(value)]) for value in values]

    return completed
