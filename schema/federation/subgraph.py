"""This service as a part of a partner's own graph: Apollo Federation 2, under the same rules as any query.

An entity is read as `node` or `accountStatus` reads it: callers who may not see it get null or a refusal.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Annotated, Any, NewType

import strawberry
from strawberry.schema.base import BaseSchema

from models.rules.refusals import Refused, limit_exceeded, malformed
from resolvers.partners.statuses import read_statuses
from schema.accounts.types import Account
from schema.context import Info
from schema.employers.types import Employer
from schema.ids import Kind, decode_any
from schema.limits.cost_directives import DATABASE_QUERY_COST, Cost, ListSize
from schema.nodes import MAX_NODES, nodes_of
from schema.partners.types import AccountStatusReport, to_status_report

_KEYS = {"Account": "id", "Employer": "id", "AccountStatusReport": "identifier"}
_DEFINED_BY_FEDERATION = re.compile(r'("""[^"]*"""\n)?directive @(key|link)\(.*\n\n')

Representation = NewType("Representation", object)
REPRESENTATION = strawberry.scalar(
    name="_Any",
    description="An entity as another graph knows it: its __typename and its key.",
    serialize=lambda value: value,
    parse_value=lambda value: value,
)
Entity = Annotated[
    Account | Employer | AccountStatusReport,
    strawberry.union("_Entity", description="What other graphs can join theirs with."),
]


@strawberry.type(name="_Service", description="This graph, for a gateway that joins it with others.")
class SubgraphService:
    sdl: str = strawberry.field(description="Its schema, without what the gateway brings itself.")


@cache
def _service(schema: BaseSchema) -> SubgraphService:
    return SubgraphService(sdl=_DEFINED_BY_FEDERATION.sub("", schema.as_str()))


@strawberry.type
class Subgraph:
    @strawberry.field(
        name="_service",
        description="For gateways: this graph's schema, for callers who may introspect it.",
        directives=[Cost(weight=8_000)],
    )
    def service(self, info: Info) -> SubgraphService:
        return _service(info.schema)

    @strawberry.field(
        name="_entities",
        description="For gateways: entities by their keys, at most 100; null where there is none to see.",
        directives=[
            ListSize(assumed_size=MAX_NODES, slicing_arguments=["representations"]),
            DATABASE_QUERY_COST,
        ],
    )
    async def entities(
        self,
        info: Info,
        representations: Annotated[
            list[Representation], strawberry.argument(description="Each with __typename and key.")
        ],
    ) -> list[Entity | None]:
        if len(representations) > MAX_NODES:
            raise Refused(limit_exceeded(MAX_NODES, len(representations)).under("representations"))
        keys = [_entity_key(position, value) for position, value in enumerate(representations)]
        entities = await _entities_by_id(info, [key for kind, key in keys if kind in _BY_ID])
        reports = await _reports(info, [key for kind, key in keys if kind not in _BY_ID])
        return [entities.get((kind, key)) if kind in _BY_ID else reports[key] for kind, key in keys]


_BY_ID = {"Account": Kind.ACCOUNT, "Employer": Kind.EMPLOYER}


def _entity_key(position: int, value: Any) -> tuple[str, str]:
    """Return the type and the key. Raises: Refused(INVALID) unless it represents an entity of this graph."""
    representation = value if isinstance(value, dict) else {}
    kind = representation.get("__typename")
    key = representation.get(_KEYS.get(kind, "")) if isinstance(kind, str) else None
    if not isinstance(kind, str) or not isinstance(key, str):
        raise Refused(_no_representation().under("representations", str(position)))
    return kind, key


async def _entities_by_id(info: Info, ids: Sequence[str]) -> Mapping[tuple[str, str], Account | Employer]:
    """Return the visible entities by type and id; an id of another type than the one named has none."""
    nodes = await nodes_of(info, ids) if ids else []
    entities: dict[tuple[str, str], Account | Employer] = {}
    for node_id, node in zip(ids, nodes, strict=True):
        decoded = decode_any(node_id)
        if decoded and isinstance(node, Account | Employer):
            entities[decoded[0].value, node_id] = node
    return entities


async def _reports(info: Info, identifiers: Sequence[str]) -> Mapping[str, AccountStatusReport | None]:
    if not identifiers:
        return {}
    context = info.context
    standings = await read_statuses(context.caller, identifiers, context.today)
    reports = [to_status_report(standing, context) for standing in standings]
    return dict(zip(identifiers, reports, strict=True))


def _no_representation() -> Any:
    return malformed(
        "Donnez __typename (Account, Employer ou AccountStatusReport) et sa clé (id ou identifier).",
        "Give __typename (Account, Employer or AccountStatusReport) and its key (id or identifier).",
    )
