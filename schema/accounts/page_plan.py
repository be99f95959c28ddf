"""The plan of a page of accounts: one statement reads the columns, rights and total that are asked for."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, TypeAlias

from graphql import GraphQLObjectType
from graphql.execution.collect_fields import FieldDetails
from graphql.pyutils.gather_with_cancel import gather_with_cancel

from resolvers.accounts.read import count_accounts, read_account_rows
from schema.accounts.account_level import AccountLevel, Needs, account_step
from schema.accounts.account_list import AccountConnection, ListQuery
from schema.execution.declared import RowsOf
from schema.execution.planner import ObjectPlan, Planner
from schema.execution.steps import MaybeLater, Row, Run, Step, now

Part: TypeAlias = Callable[[Run, AccountConnection, AccountLevel | None, int | None], MaybeLater]
"""From a connection, its page and its total, the value of one field, in a list."""
_CURSORS = frozenset({"startCursor", "endCursor"})


def plan_account_connection(planner: Planner, kind: GraphQLObjectType, details: list[FieldDetails]) -> RowsOf:
    """Return what makes rows of connections. Raises: Unplannable."""
    needs, parts = Needs(), dict[str, Part]()
    for name, of_name in planner.below(kind, details).items():
        parts[name] = _part(planner, kind, of_name, needs)

    async def row(run: Run, connection: AccountConnection) -> Row:
        level, total = await _read(run, connection.query, needs)
        return {name: (await now(part(run, connection, level, total)))[0] for name, part in parts.items()}

    async def rows(run: Run, connections: Sequence[AccountConnection]) -> list[Row]:
        if len(connections) == 1:
            return [await row(run, connections[0])]
        return await gather_with_cancel(*(row(run, connection) for connection in connections))

    return lambda run, connections: partial(rows, run, connections)


async def _read(run: Run, query: ListQuery, needs: Needs) -> tuple[AccountLevel | None, int | None]:
    context, window = run.context, query.page_window
    if not needs.page:
        total = await count_accounts(context.caller, query.selection, context.now) if needs.total else None
        return None, total
    rows = await read_account_rows(
        context.caller,
        query.selection,
        query.order,
        context.now,
        columns=tuple(needs.columns),
        limit=window.limit,
        beyond=window.beyond,
        backward=window.backward,
        rights=needs.rights,
        counted=needs.total,
    )
    return AccountLevel(query, rows, context), rows.total


def _part(planner: Planner, kind: GraphQLObjectType, details: list[FieldDetails], needs: Needs) -> Part:
    name = details[0].node.name.value
    match name:
        case "totalCount":
            needs.total = True
            return lambda _run, _connection, _level, total: [total]
        case "nodes":
            needs.page = True
            nodes = _accounts(planner, details, needs)
            return lambda run, _connection, level, _total: _one(partial(_listed, nodes, run, level))
        case "edges":
            needs.page = True
            return _edges(planner, details, needs)
        case "pageInfo":
            needs.page = True
            return _page_info(planner, details)
    step, _ = planner.field(kind, details)
    return lambda run, connection, _level, _total: step(run, [connection])


def _accounts(planner: Planner, details: list[FieldDetails], needs: Needs) -> ObjectPlan:
    selections = planner.below(planner.object_type("Account"), details)
    steps = [account_step(planner, of[0].node.name.value, of, needs) for of in selections.values()]
    return ObjectPlan(list(selections), steps, attributes_only=False)


def _edges(planner: Planner, details: list[FieldDetails], needs: Needs) -> Part:
    kind = planner.object_type("AccountEdge")
    selections = planner.below(kind, details)
    steps = [_edge_step(planner, kind, of, needs) for of in selections.values()]
    plan = ObjectPlan(list(selections), steps, attributes_only=False)

    return lambda run, _connection, level, _total: _one(partial(_listed, plan, run, level))


def _edge_step(planner: Planner, kind: GraphQLObjectType, details: list[FieldDetails], needs: Needs) -> Step:
    match details[0].node.name.value:
        case "cursor":
            return lambda _run, level: [level.query.cursor(key) for key in level.keys]
        case "node":
            return _accounts(planner, details, needs).rows
    step, _ = planner.field(kind, details)
    return step


def _page_info(planner: Planner, details: list[FieldDetails]) -> Part:
    kind = planner.object_type("PageInfo")
    selections = planner.below(kind, details)
    plan = planner.object(kind, selections)
    with_cursors = any(of[0].node.name.value in _CURSORS for of in selections.values())

    def page_info(run: Run, connection: AccountConnection, level: Any, _total: int | None) -> MaybeLater:
        query, keys = connection.query, level.keys if with_cursors else []
        ends = [query.cursor(key) for key in (*keys[:1], *keys[-1:])]
        return plan.rows(run, [query.page_window.page_info(ends, level.rows.more)])

    return page_info


async def _listed(plan: ObjectPlan, run: Run, level: Any) -> list[Row]:
    return await now(plan.rows(run, level)) if len(level) else []


def _one(rows: Callable[[], Any]) -> MaybeLater:
    async def listed() -> list[Any]:
        return [await rows()]

    return listed
