"""Verifying the hash chain of every employer's history (H2)."""

from collections.abc import Sequence
from itertools import takewhile

from models.rules.hash_chain import ChainFault, ChainHead, FaultKind, first_fault
from models.rules.history_entry import Entry
from models.rules.history_groups import first_misgrouped
from models.stores.history import (
    chain_heads,
    erased_among,
    walk_chain,
)


async def verify_history() -> dict[int, tuple[ChainHead, ChainFault | None]]:
    """Walk every employer's chain; return by employer the recorded head and the first fault, if any (H2)."""
    return {
        employer_id: (head, await _first_fault(employer_id, head))
        for employer_id, head in (await chain_heads()).items()
    }


async def _first_fault(employer_id: int, head: ChainHead) -> ChainFault | None:
    """Walk one chain. Entries written meanwhile lie beyond `head`: the head read at the end covers them."""
    previous, last, before = ChainHead(), head.sequence, None
    async for page in walk_chain(employer_id):
        entries = [entry for entry in takewhile(lambda entry: entry is not None, page) if entry]
        last = max([last, *(entry.sequence for entry in entries)])
        within = [entry for entry in entries if entry.sequence <= head.sequence]
        reached = ChainHead(within[-1].sequence, within[-1].hash) if within else previous
        fault = (
            first_fault(within, reached, previous)
            or _first_misgrouped(within, before)
            or await _first_emptied(within)
        )
        if fault:
            return fault
        previous, before = reached, within[-1] if within else before
        if len(entries) < len(page):
            return ChainFault(previous.sequence + 1, FaultKind.EDITED)
    if fault := first_fault([], head, previous):
        return fault
    head_now = (await chain_heads())[employer_id]
    return ChainFault(head_now.sequence + 1, FaultKind.EDITED) if last > head_now.sequence else None


def _first_misgrouped(entries: Sequence[Entry], before: Entry | None) -> ChainFault | None:
    sequence = first_misgrouped(entries, before)
    return None if sequence is None else ChainFault(sequence, FaultKind.EDITED)


async def _first_emptied(entries: Sequence[Entry]) -> ChainFault | None:
    """Return a fault if an entry has no changes although its account is not erased (D1)."""
    emptied = [entry for entry in entries if entry.changes is None]
    accounts = {entry.account_id for entry in emptied if entry.account_id is not None}
    erased = await erased_among(accounts) if accounts else set()
    not_erased = [entry for entry in emptied if entry.account_id not in erased]
    return ChainFault(not_erased[0].sequence, FaultKind.EDITED) if not_erased else None
