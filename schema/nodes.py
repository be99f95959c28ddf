"""Nodes by their ids, read by one query for each kind; None where the viewer may see nothing."""

from collections.abc import Collection, Mapping

from resolvers.accounts.read import read_accounts, read_employers
from resolvers.employers.mandates.read import read_mandates
from resolvers.history.read import read_history_entries
from schema.accounts.types import to_account
from schema.context import Info
from schema.employers.mandates.types import to_mandate
from schema.employers.types import to_employer
from schema.history.types import to_history_entries
from schema.ids import Kind, decode_any
from schema.types.node import Node

MAX_NODES = 100


async def nodes_of(info: Info, ids: Collection[str]) -> list[Node | None]:
    """Return the nodes with these ids, in the order of the ids."""
    decoded_ids = [decode_any(node_id) for node_id in ids]
    nodes_by_key: dict[tuple[Kind, int], Node] = {}
    for kind in Kind:
        keys = [decoded_id[1] for decoded_id in decoded_ids if decoded_id and decoded_id[0] is kind]
        if keys:
            nodes = await _read(info, kind, keys)
            nodes_by_key |= {(kind, key): node for key, node in nodes.items()}
    return [nodes_by_key.get(decoded_id) if decoded_id else None for decoded_id in decoded_ids]


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
            nodes = await to_history_entries(entries.items(), context)
            return dict(zip(entries, nodes, strict=True))
        case Kind.MANDATE:
            mandates = await read_mandates(context.caller, keys)
            return {m.mandate.id: to_mandate(m, context.today) for m in mandates}
        case Kind.SESSION:
            return {}  # a session is no node: only its holder sees it, through the viewer
