"""What parts of the schema declare for plans: objects read as rows, fields resolved in batches.

Without a declaration, a plan calls the resolvers of strawberry's types, one object after the other.
"""

from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from graphql import GraphQLObjectType
from graphql.execution.collect_fields import FieldDetails

from schema.context import Context
from schema.execution.steps import MaybeLater, Run

if TYPE_CHECKING:
    from schema.execution.planner import Planner


class Batch(Protocol):
    """The resolver of a field for all objects of a level: one value for each, in their order."""

    def __call__(
        self, context: Context, items: Sequence[Any], /, **arguments: Any
    ) -> Awaitable[list[Any]]: ...


DeclaredObject: TypeAlias = Callable[
    ["Planner", GraphQLObjectType, list[FieldDetails]], Callable[[Run, Sequence[Any]], MaybeLater]
]
"""From the nodes that select an object of the type, what makes rows of the answer from such objects."""

BATCHES: dict[tuple[str, str], Batch] = {}
"""By the names of type and field."""
OBJECTS: dict[str, DeclaredObject] = {}
"""By the name of the type."""


def batched(kind: str, field: str) -> Callable[[Batch], Batch]:
    """Declare how the field is resolved for all objects of a level at once."""

    def declare(batch: Batch) -> Batch:
        BATCHES[kind, field] = batch
        return batch

    return declare


def planned(kind: str) -> Callable[[DeclaredObject], DeclaredObject]:
    """Declare how objects of this type are planned."""

    def declare(plan: DeclaredObject) -> DeclaredObject:
        OBJECTS[kind] = plan
        return plan

    return declare
