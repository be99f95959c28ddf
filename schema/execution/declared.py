"""What parts of the schema declare for plans: objects read as rows, fields resolved for a whole level.

Without a declaration, a plan calls the resolvers of strawberry's types, one object after the other.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from graphql import GraphQLField, GraphQLObjectType
from graphql.execution.collect_fields import FieldDetails

from schema.context import Context
from schema.execution.steps import MaybeLater, Run, Step

if TYPE_CHECKING:
    from schema.execution.planner import Planner


Batch: TypeAlias = Callable[[Context, Any], Awaitable[Sequence[Any]]]
"""The resolver of a field without arguments, for all objects of a level: a value for each, in their order."""
RowsOf: TypeAlias = Callable[[Run, Sequence[Any]], MaybeLater]
"""From objects, the rows of the answer."""
PlanObject: TypeAlias = Callable[["Planner", GraphQLObjectType, list[FieldDetails]], RowsOf]
"""From the nodes that select an object of the type, what makes rows of such objects."""
PlanField: TypeAlias = Callable[["Planner", GraphQLField, list[FieldDetails]], Step | None]
"""From the nodes that ask for the field, its step; None for the step that any field has."""


@dataclass(frozen=True)
class Declared:
    objects: Mapping[str, PlanObject] = field(default_factory=dict)
    """By the name of the type."""
    fields: Mapping[tuple[str, str], PlanField] = field(default_factory=dict)
    """By the names of the type that has the field, and of the field."""
    batches: Mapping[tuple[str, str], Batch] = field(default_factory=dict)
    """By the names of the type that has the field, and of the field."""
