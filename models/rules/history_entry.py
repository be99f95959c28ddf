"""An entry of the history: what happened, to which account, by whom; and the filter of entries (H1, H3).

People are recorded by the id of their account alone. Their names are looked up when the history is read, and
are a pseudonym once the account is erased (D1).
"""

from dataclasses import dataclass
from datetime import datetime

from models.rules.vocabulary import Operation


@dataclass(frozen=True, slots=True)
class Change:
    """One field, before and after, as text; a right's field is "rights.<service code>"."""

    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Event:
    """What happened to an account, or to the employer itself: then without account, and with version 0."""

    operation: Operation
    account_id: int | None
    account_version: int
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Actor:
    """Who did it: the holder of an account, or a part of the service, which has a name and no account."""

    id: int | None
    employer_id: int | None
    name: str | None = None
    """"system" for the service itself; "operator" for the command line, and "operator Jean Dupont" for an
    operator who is signed in; None for the holders of accounts."""


SYSTEM = Actor(None, None, "system")
OPERATOR = Actor(None, None, "operator")
"""An operator of the platform, by the command line; one who is signed in has a name (`Operator.actor`)."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as it is stored. `changes` and `salt` are None once erased."""

    employer_id: int
    sequence: int
    at: datetime
    operation: Operation
    actor_id: int | None
    actor_employer_id: int | None
    actor_name: str | None
    account_id: int | None
    account_version: int
    changes: tuple[Change, ...] | None
    salt: str | None
    changes_digest: str
    hash: str
    group_start: int | None = None
    """The number of the first entry of its group (`history_groups`); None for an entry that starts one."""


@dataclass(frozen=True, slots=True)
class EntryGroup:
    """The entries that one request brought for several accounts, or a single entry."""

    id: int
    """The id of the first entry."""
    first: Entry
    count: int


@dataclass(frozen=True, slots=True)
class HistoryScope:
    """Whose history: an employer's, or that of one of its accounts."""

    employer_id: int
    account_id: int | None = None


@dataclass(frozen=True, slots=True)
class HistoryFilter:
    operations: tuple[Operation, ...] | None = None
    start: datetime | None = None
    end: datetime | None = None
    """From `start`, included, to `end`, excluded."""
    terms: tuple[str, ...] = ()
    group: int | None = None
    """Only the group of the entry with this id."""

    @property
    def is_grouped(self) -> bool:
        """Whether a list of groups has one item for each group; otherwise it has one for each entry."""
        return not self.terms and self.group is None


def changes_between(before: dict[str, str | None], after: dict[str, str | None]) -> tuple[Change, ...]:
    """The fields whose value differs, in the order of `after`."""
    return tuple(
        Change(field, before.get(field), value)
        for field, value in after.items()
        if before.get(field) != value
    )
