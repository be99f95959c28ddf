"""The employers that a caller may act for, with what is due in each (E2)."""

from dataclasses import dataclass
from typing import Any, TypeAlias

EXPIRING_DAYS = 60
"""An account is counted as expiring if its last day is today or within this many days."""


@dataclass(frozen=True, slots=True)
class DueCounts:
    """How many accounts of an employer need a decision; deleted ones are not counted."""

    employer_id: int
    expired: int
    expiring: int
    """With a last day from today to `EXPIRING_DAYS` days later, pending ones included."""
    pending: int
    """Without a password, and not expired (A5)."""


AdministeredKey: TypeAlias = tuple[Any, ...]
"""The place of an employer in a list: by name, or by what is due and then by name; its id last."""


@dataclass(frozen=True, slots=True)
class AdministeredPage:
    """Employers in the requested order, each with its key. `more`: others follow."""

    counts: list[DueCounts]
    keys: list[AdministeredKey]
    more: bool
