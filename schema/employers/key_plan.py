"""The plan of an employer of which only the key is needed: its accounts are asked for, not its details."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import strawberry
from graphql import GraphQLField
from graphql.execution.collect_fields import FieldDetails

from resolvers.accounts.read import visible_employers
from schema.execution.completion import present
from schema.execution.planner import Planner
from schema.execution.steps import MaybeLater, Run, Step
from schema.ids import Kind, decode_id

_BY_KEY = frozenset({"__typename", "id", "accounts", "history", "historyGroups"})
"""The fields that need no more than the employer's key."""


@dataclass(frozen=True, slots=True)
class _Key:
    id: int


@dataclass(frozen=True, slots=True)
class UnreadEmployer:
    """Stands for an employer whose details were not read."""

    id: strawberry.ID
    facts: _Key


def plan_employer(planner: Planner, field: GraphQLField, details: list[FieldDetails]) -> Step | None:
    """Return the step of `Query.employer` where the key is enough; else None. Raises: Unplannable."""
    kind = planner.object_type("Employer")
    selections = planner.below(kind, details)
    if not {of[0].node.name.value for of in selections.values()} <= _BY_KEY:
        return None
    arguments = planner.arguments(field, details[0].node)
    complete = present(planner.object(kind, selections).rows)

    def step(run: Run, _items: Sequence[Any]) -> MaybeLater:
        given: strawberry.ID = arguments(run)["id"]
        key = decode_id(Kind.EMPLOYER, given, "id")
        visible = visible_employers(run.context.caller, [key])
        return complete(run, [UnreadEmployer(given, _Key(key)) if visible else None])

    return step
