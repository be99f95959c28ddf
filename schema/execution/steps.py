"""What plans are made of: steps, each of which takes all values of a level at once.

A step returns a list, or an awaitable of one where something is read. It never returns part of an answer:
what it cannot complete exactly as stock execution would, it leaves to stock execution by Unplannable.
"""

from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import Any, TypeAlias, cast

from graphql import GraphQLError, GraphQLResolveInfo
from graphql.execution.values import VariableValues
from graphql.pyutils.gather_with_cancel import gather_with_cancel

from schema.context import Context

Row: TypeAlias = dict[str, Any]
"""One object of the answer."""
Column: TypeAlias = list[Any]
"""One value for each object of a level, in the order of the objects."""
Later: TypeAlias = Callable[[], Awaitable[Column]]
"""A column that has to be awaited. Nothing has begun before it is called, so it can be given up."""
MaybeLater: TypeAlias = Column | Later


class Unplannable(Exception):
    """A value or document that plans do not cover: stock execution answers, and reports any errors."""


class Run:
    """One execution of a plan: its context and variables."""

    __slots__ = ("context", "info", "variables")

    def __init__(self, context: Context, variables: VariableValues, info: GraphQLResolveInfo[Any]) -> None:
        self.context, self.variables, self.info = context, variables, info


Level: TypeAlias = Any
"""The objects of which one field is answered: a sequence, or what a noun has instead; it has a length."""
Step: TypeAlias = Callable[[Run, Level], MaybeLater]
"""From the objects of a level, the values of one field as the answer holds them."""


def then(values: MaybeLater, step: Callable[[Column], MaybeLater]) -> MaybeLater:
    """Apply the step to the values, now or once they are there."""
    return step(values) if isinstance(values, list) else partial(_then, values, step)


async def _then(values: Later, step: Callable[[Column], MaybeLater]) -> Column:
    return await now(step(await values()))


async def now(column: MaybeLater) -> Column:
    return column if isinstance(column, list) else await column()


async def awaited(columns: list[MaybeLater]) -> list[Column]:
    """Return the columns once all are there; side by side, if there are several to await."""
    waiting = [(place, column) for place, column in enumerate(columns) if not isinstance(column, list)]
    if len(waiting) == 1:
        place, column = waiting[0]
        columns[place] = await column()
    else:
        values = await gather_with_cancel(*(column() for _, column in waiting))
        for (place, _), value in zip(waiting, values, strict=True):
            columns[place] = value
    return cast(list[Column], columns)


RowMaker: TypeAlias = Callable[[Sequence[Column]], list[Row]]


def row_maker(names: Sequence[str]) -> RowMaker:
    """Return a function that makes rows of columns.

    It is compiled for these names, which the grammar of GraphQL limits to letters, digits and underscores: a
    comprehension of literals takes half the time of `dict(zip(…))`.
    """
    if not all(name.isidentifier() and name.isascii() for name in names):
        raise GraphQLError("A name of the document is not a name.")
    values = [f"v{place}" for place in range(len(names))]
    pairs = ", ".join(f"{name!r}: {value}" for name, value in zip(names, values, strict=True))
    targets = f"({', '.join(values)},)"
    source = f"lambda columns: [{{{pairs}}} for {targets} in zip(*columns)]"
    return eval(source, {"__builtins__": {"zip": zip}})  # type: ignore[no-any-return]  # noqa: S307
