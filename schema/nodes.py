"""Anything by its id, read by one query for each kind; null where there is nothing the viewer may see."""

from collections.abc import Collection, Mapping

from resolvers.accounts.read import read_accounts, read_employers
from resolvers.history.read import read_history_entries
from schema.accounts.types import to_account
from schema.context import Info
from schema.employers.types import to_employer
from schema.history.types import to_history_entry
from schema.ids import Kind, decode_any
from schema.types.node import Node

MAX_NODES = 100


async def nodes_of(info: Info, ids: Collection[str]) -> list[Node | None]:
    """Return the nodes with these ids, reading each kind by one query."""
    decoded = [decode_any(node_id) for node_id in ids]
    found: dict[tuple[Kind, int], Node] = {}
    for kind in Kind:
        keys = [key for asked in decoded if asked and asked[0] is kind for key in asked[1:]]
        if keys:
            nodes = await _read(info, kind, keys)
            found |= {(kind, key): node for key, node in nodes.items()}
    return [found.get(asked) if asked else None for asked in decoded]


async def _read(info: Info, kind: Kind, keys: Collection[int]) -> Mapping[int, Node]:
    context = info.context
    match kind:
        case Kind.ACCOUNT:
            accounts = await read_accounts(context.caller, keys)
            return {key: to_account(facts, context) for key, facts in accounts.items()}
        case Kind.EMPLOYER:
            employers = await read_employers(context.caller, keys)
            return {key: to_employer(facts) for key, facts in employers.items()}
        case Kind.HISTORY_ENTRY:
            entries = await read_history_entries(context.caller, keys)
            return {key: to_history_entry(key, entry) for key, entry in entries.items()}
        case Kind.SESSION:
            return {}  # no node: only its holder sees it, as the viewer
