"""Verifying the hash chain of every employer's history (H2)."""

from collections.abc import Sequence
from itertools import takewhile

from models.rules.hash_chain import ChainFault, ChainHead, FaultKind, first_fault
from models.rules.history_entry import Entry
from models.stores.history import (
    chain_heads,
    erased_among,
    walk_chain,
)


async def verify_history() -> dict[int, tuple[ChainHead, ChainFault | None]]:
    """Walk every employer's chain: where it is said to end, and its first fault, if any (H2)."""
    return {
        employer_id: (head, await _first_fault(employer_id, head))
        for employer_id, head in (await chain_heads()).items()
    }


async def _first_fault(employer_id: int, head: ChainHead) -> ChainFault | None:
    """Entries written during the walk lie beyond `head`; checked against the head read at the end."""
    previous, last = ChainHead(), head.sequence
    async for piece in walk_chain(employer_id):
        entries_of_piece = [entry for entry in takewhile(lambda entry: entry is not None, piece) if entry]
        last = max([last, *(entry.sequence for entry in entries_of_piece)])
        within = [entry for entry in entries_of_piece if entry.sequence <= head.sequence]
        reached = ChainHead(within[-1].sequence, within[-1].hash) if within else previous
        if fault := first_fault(within, reached, previous) or await _first_emptied(within):
            return fault
        previous = reached
        if len(entries_of_piece) < len(piece):
            return ChainFault(previous.sequence + 1, FaultKind.EDITED)
    if fault := first_fault([], head, previous):
        return fault
    told = (await chain_heads())[employer_id]
    return ChainFault(told.sequence + 1, FaultKind.EDITED) if last > told.sequence else None


async def _first_emptied(found: Sequence[Entry]) -> ChainFault | None:
    """An entry may lose its changes only once its account is erased (D1)."""
    emptied = [entry for entry in found if entry.changes is None]
    erased = await erased_among({entry.account_id for entry in emptied}) if emptied else set()
    left = [entry for entry in emptied if entry.account_id not in erased]
    return ChainFault(left[0].sequence, FaultKind.EDITED) if left else None
