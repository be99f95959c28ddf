"""The employers of a partner or of a holder of mandates, remembered by this process.

A session or key is looked up with a version of these employers, which triggers change with the rows. What is
remembered counts only for the version just read, so that a change counts from the next request on.
"""

from collections import OrderedDict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar

from models.rules.vocabulary import MandateScope
from models.stores.employers.mandates import held_today, mandates_of_holder
from models.stores.sql import Statement, StoredIds

_MAX_REMEMBERED_IDS = 500_000
"""Ids of employers in one memory, about 50 bytes each; the least recently used are forgotten first."""
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class HeldEmployers:
    """The employers an administrator acts for: its own, and those of mandates, each with its scope (E1)."""

    administers: frozenset[int]
    mandates: Mapping[int, MandateScope] = field(default_factory=dict, hash=False)


class Memory(Generic[_Value]):
    """Values by key, each of one version; their ids are at most `max_ids` in all."""

    def __init__(self, max_ids: int = _MAX_REMEMBERED_IDS) -> None:
        self._max_ids, self._ids = max_ids, 0
        self._values: OrderedDict[int, tuple[Hashable, _Value, int]] = OrderedDict()

    def recall(self, key: int, version: Hashable) -> _Value | None:
        """Return the value of this version; None if another one, or none, is remembered."""
        remembered = self._values.get(key)
        if remembered is None or remembered[0] != version:
            return None
        self._values.move_to_end(key)
        return remembered[1]

    def remember(self, key: int, version: Hashable, value: _Value, ids: int) -> None:
        """Remember a value that holds this number of ids, in place of the key's former one."""
        former = self._values.pop(key, None)
        self._ids += ids - (former[2] if former else 0)
        self._values[key] = (version, value, ids)
        while self._ids > self._max_ids:
            _, (_, _, dropped) = self._values.popitem(last=False)
            self._ids -= dropped


_partners: Memory[StoredIds] = Memory()
_holders: Memory[HeldEmployers] = Memory()
_NONE: frozenset[int] = frozenset()


async def employers_of_partner(partner_id: int, version: str) -> frozenset[int]:
    """Return the employers of the partner, of which `version` was just read with it."""
    if not version:
        return _NONE
    remembered = _partners.recall(partner_id, version)
    if remembered is not None:
        return remembered

    def query(statement: Statement) -> str:
        partner = statement.value(partner_id)
        return f"SELECT employer_id AS value FROM partner_employer WHERE partner_id = {partner}"

    def condition(statement: Statement, column: str) -> str:
        partner = statement.value(partner_id)
        rows = f"SELECT allowed.id FROM partner_employer allowed WHERE allowed.partner_id = {partner}"
        return f"({rows} AND allowed.employer_id = {column}) IS NOT NULL"

    statement = Statement()
    rows = await statement.tuples(query(statement))
    employers = StoredIds((employer_id for (employer_id,) in rows), condition, query)
    _partners.remember(partner_id, version, employers, len(employers))
    return employers


async def employers_of_holder(
    account_id: int, employer_id: int, version: str | None, today: date
) -> HeldEmployers:
    """Return the employers that an administrator acts for today (E1).

    `version` is that of the mandates of its employer as a centre, which was just read; None if it has none.
    """
    if version is None:
        return HeldEmployers(frozenset({employer_id}))
    remembered = _holders.recall(account_id, (version, today))
    if remembered is not None:
        return remembered
    held = held_employers(account_id, employer_id, await mandates_of_holder(account_id, today), today)
    _holders.remember(account_id, (version, today), held, 2 * len(held.administers))
    return held


def held_employers(
    account_id: int, employer_id: int, mandates: Mapping[int, MandateScope], today: date
) -> HeldEmployers:
    """Return the employers that an administrator with these mandates acts for today."""
    if not mandates:
        return HeldEmployers(frozenset({employer_id}))

    def condition(statement: Statement, column: str) -> str:
        held = held_today(statement, statement.value(account_id), today)
        own = f"{column} = {statement.value(employer_id)}"
        return f"({own} OR (SELECT min(m.id) FROM {held} AND m.giver_id = {column}) IS NOT NULL)"

    return HeldEmployers(StoredIds({employer_id, *mandates}, condition), mandates)
