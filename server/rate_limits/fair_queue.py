"""A fair queue for slots: groups of callers take turns, and inside a group its callers do.

It only decides who is next. Waiting, time and cancellation are in fair_slots.py.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, NamedTuple, TypeVar

from server.rate_limits.counts import count_down, count_up

T = TypeVar("T")


class CallerClass(StrEnum):
    """What is known of a caller when a slot is requested."""

    SIGNED_IN = "signed in"
    """An account or a partner."""
    UNRECOGNISED = "unrecognised"
    """A cookie or key that has not been looked up yet: the slot is for looking it up."""
    ANONYMOUS = "anonymous"
    PROBE = "probe"
    """/healthz, which has to answer while the service is busy."""

    __hash__ = str.__hash__  # that of an enumeration is a function of Python


class SlotOwner(NamedTuple):
    """The caller that a slot belongs to. The group is its employer, its partner or its network address."""

    caller_class: CallerClass
    group: str
    caller: str


@dataclass(frozen=True, slots=True)
class SlotLimits:
    """How many slots a class, a group and a caller may hold, and how many requests may wait."""

    total: int
    group: int
    caller: int
    waiting_of_caller: int
    waiting: int


class QueueFull(Exception):
    """Too many requests wait already."""


class _Waiting(Generic[T]):
    """Requests that wait, in order; `rank` is when their group or caller last began to wait or was served."""

    def __init__(self, rank: int) -> None:
        self.rank, self.requests = rank, deque[T]()


class FairQueue(Generic[T]):
    """The slots of one class of callers, and the requests that wait for one.

    A free slot goes to the group that holds the fewest, of those to the one that has waited longest since it
    was served; inside the group to a caller by the same rule, and of one caller in the order of arrival.
    """

    def __init__(self, limits: SlotLimits) -> None:
        self.limits = limits
        self._held_by_group: dict[str, int] = {}
        self._held_by_caller: dict[tuple[str, str], int] = {}
        self._waiting: dict[str, dict[str, _Waiting[T]]] = {}
        self._group_ranks: dict[str, int] = {}
        self._rank = self._count = 0
        self.held = 0
        """How many slots are in use."""

    def __len__(self) -> int:
        """How many requests wait."""
        return self._count

    def held_by(self, group: str) -> int:
        """How many slots a group holds."""
        return self._held_by_group.get(group, 0)

    def enqueue(self, group: str, caller: str, request: T) -> T | None:
        """Let a request wait; return the one that gives way to it if the queue is full, or None.

        That is the latest of the group of which most wait, so that no group keeps the others out.
        Raises: QueueFull, if the caller's requests, or those of its group, are the most.
        """
        callers = self._waiting.get(group, {})
        of_caller = len(callers[caller].requests) if caller in callers else 0
        if of_caller >= self.limits.waiting_of_caller:
            raise QueueFull
        gives_way = self._make_room(group) if self._count >= self.limits.waiting else None
        self._rank += 1
        self._count += 1
        if group not in self._waiting:
            self._waiting[group], self._group_ranks[group] = {}, self._rank
        self._waiting[group].setdefault(caller, _Waiting(self._rank)).requests.append(request)
        return gives_way

    def _make_room(self, group: str) -> T:
        """Take the latest request out of the largest group. Raises: QueueFull, if that is `group`."""
        largest = max(self._waiting, key=self._waiting_of)
        if self._waiting_of(largest) <= self._waiting_of(group) + 1:
            raise QueueFull
        caller = max(self._waiting[largest], key=lambda one: len(self._waiting[largest][one].requests))
        request = self._waiting[largest][caller].requests.pop()
        self._count -= 1
        self._forget_if_empty(largest, caller)
        return request

    def _waiting_of(self, group: str) -> int:
        return sum(len(waiting.requests) for waiting in self._waiting.get(group, {}).values())

    def take(self, group: str, caller: str) -> bool:
        """Give a free slot to a request that need not wait; False, and nothing done, if it has to.

        It has to where others wait, even for other reasons: who is next is decided in one place.
        """
        limits = self.limits
        if (
            self._count
            or self.held >= limits.total
            or self._held_by_group.get(group, 0) >= limits.group
            or self._held_by_caller.get((group, caller), 0) >= limits.caller
        ):
            return False
        self._hold(group, caller)
        return True

    def withdraw(self, group: str, caller: str, request: T) -> None:
        """Forget a request that waits."""
        self._waiting[group][caller].requests.remove(request)
        self._count -= 1
        self._forget_if_empty(group, caller)

    def grant(self, may_run: Callable[[str], bool] = lambda _group: True) -> T | None:
        """Give a free slot to the next request, and return the request; None if there is none for a slot.

        Groups that `may_run` refuses are passed over, and keep their place.
        """
        if self.held >= self.limits.total:
            return None
        groups = [g for g in self._waiting if self.held_by(g) < self.limits.group and may_run(g)]
        for group in sorted(groups, key=lambda g: (self.held_by(g), self._group_ranks[g])):
            callers = self._waiting[group]
            held = {c: self._held_by_caller.get((group, c), 0) for c in callers}
            free = [c for c in callers if held[c] < self.limits.caller]
            if free:
                caller = min(free, key=lambda c: (held[c], callers[c].rank))
                return self._give(group, caller)
        return None

    def release(self, group: str, caller: str) -> None:
        """Take a slot back."""
        self.held -= 1
        count_down(self._held_by_group, group)
        count_down(self._held_by_caller, (group, caller))

    def _give(self, group: str, caller: str) -> T:
        self._rank += 1
        self._count -= 1
        self._hold(group, caller)
        self._group_ranks[group] = self._waiting[group][caller].rank = self._rank
        request = self._waiting[group][caller].requests.popleft()
        self._forget_if_empty(group, caller)
        return request

    def _hold(self, group: str, caller: str) -> None:
        self.held += 1
        count_up(self._held_by_group, group)
        count_up(self._held_by_caller, (group, caller))

    def _forget_if_empty(self, group: str, caller: str) -> None:
        if not self._waiting[group][caller].requests:
            del self._waiting[group][caller]
        if not self._waiting[group]:
            del self._waiting[group], self._group_ranks[group]
