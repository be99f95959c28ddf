"""Who is next for a slot: groups take turns, and so do the callers of one group."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from server.rate_limits.fair_queue import FairQueue, QueueFull, SlotLimits

LIMITS = SlotLimits(total=4, group=3, caller=2, waiting_of_caller=3, waiting=9)
ONE = SlotLimits(total=1, group=1, caller=1, waiting_of_caller=100, waiting=100)
GROUPS, CALLERS = st.sampled_from("ABC"), st.sampled_from("xy")


@dataclass(frozen=True)
class Request:
    group: str
    caller: str
    number: int


class FairQueueModel(RuleBasedStateMachine):
    """Requests come, give up, get a slot and leave it, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.queue: FairQueue[Request] = FairQueue(LIMITS)
        self.waiting: list[Request] = []
        self.held: list[Request] = []
        self.number = 0
        self.passed_over: Counter[tuple[str, str]] = Counter()
        """How often the second group was served since the first, which waits and holds no more, was."""

    @rule(group=GROUPS, caller=CALLERS)
    def arrive(self, group: str, caller: str) -> None:
        self.number += 1
        request = Request(group, caller, self.number)
        of_caller = [r for r in self.waiting if (r.group, r.caller) == (group, caller)]
        most = max(Counter(r.group for r in self.waiting).values(), default=0)
        own = sum(r.group == group for r in self.waiting)
        is_full = len(self.waiting) == LIMITS.waiting
        if len(of_caller) == LIMITS.waiting_of_caller or (is_full and most <= own + 1):
            with pytest.raises(QueueFull):
                self.queue.enqueue(group, caller, request)
            return
        gives_way = self.queue.enqueue(group, caller, request)
        assert (gives_way is not None) == is_full
        if gives_way is not None:
            assert sum(r.group == gives_way.group for r in self.waiting) == most
            self.waiting.remove(gives_way)
        self.waiting.append(request)

    @precondition(lambda self: self.waiting)
    @rule(data=st.data())
    def give_up(self, data: st.DataObject) -> None:
        request = data.draw(st.sampled_from(self.waiting))
        self.queue.withdraw(request.group, request.caller, request)
        self.waiting.remove(request)

    @precondition(lambda self: self.held)
    @rule(data=st.data())
    def leave(self, data: st.DataObject) -> None:
        request = data.draw(st.sampled_from(self.held))
        self.queue.release(request.group, request.caller)
        self.held.remove(request)

    @rule(refused=st.frozensets(GROUPS, max_size=2))
    def grant(self, refused: frozenset[str]) -> None:
        possible = {r.group for r in self._possible() if r.group not in refused}
        request = self.queue.grant(lambda group: group not in refused)
        if request is None:
            assert possible == set()
            return
        assert request in self._possible()
        assert request.group not in refused
        earlier = [r for r in self.waiting if r.number < request.number]
        assert (request.group, request.caller) not in {(r.group, r.caller) for r in earlier}
        assert min(map(self._holds, possible)) == self._holds(request.group)
        for other in possible - {request.group}:
            if self._holds(other) == self._holds(request.group):
                self.passed_over[other, request.group] += 1
                assert self.passed_over[other, request.group] <= 1
        for other in "ABC":
            self.passed_over[request.group, other] = 0
        self.waiting.remove(request)
        self.held.append(request)

    @invariant()
    def no_limit_is_exceeded(self) -> None:
        assert len(self.held) == self.queue.held <= LIMITS.total
        assert len(self.queue) == len(self.waiting)
        for group in "ABC":
            assert self._holds(group) == self.queue.held_by(group) <= LIMITS.group
            if group not in {r.group for r in self.waiting}:
                self.passed_over = Counter({k: n for k, n in self.passed_over.items() if k[0] != group})
        assert max(Counter((r.group, r.caller) for r in self.held).values(), default=0) <= LIMITS.caller

    def _holds(self, group: str) -> int:
        return sum(request.group == group for request in self.held)

    def _possible(self) -> Iterator[Request]:
        """The requests that may have a slot now."""
        callers = Counter((r.group, r.caller) for r in self.held)
        for request in self.waiting:
            if (
                len(self.held) < LIMITS.total
                and self._holds(request.group) < LIMITS.group
                and callers[request.group, request.caller] < LIMITS.caller
            ):
                yield request


test_a_slot_goes_to_the_group_that_holds_fewest_and_has_waited_longest = FairQueueModel.TestCase


@given(st.lists(GROUPS, min_size=1, max_size=60))
def test_groups_that_wait_are_served_in_turn(arrivals: list[str]) -> None:
    queue: FairQueue[str] = FairQueue(ONE)
    for group in arrivals:
        queue.enqueue(group, group, group)
    left, served = Counter(arrivals), Counter[str]()
    while (granted := queue.grant()) is not None:
        group = granted
        queue.release(group, group)
        served[group] += 1
        left[group] -= 1
        waiting = [served[g] for g in left if left[g]]
        assert not waiting or max(served.values()) - min(waiting) <= 1
    assert served == Counter(arrivals)


def test_the_callers_of_one_employer_are_served_in_turn() -> None:
    queue: FairQueue[str] = FairQueue(ONE)
    for number in range(20):
        queue.enqueue("employer", "busy", f"busy {number}")
    queue.enqueue("employer", "other", "other")
    order = []
    while (request := queue.grant()) is not None:
        order.append(request)
        queue.release("employer", request.partition(" ")[0])
    assert order.index("other") == 1


def test_when_too_many_wait_the_group_with_the_most_gives_way() -> None:
    limits = SlotLimits(total=1, group=1, caller=1, waiting_of_caller=10, waiting=10)
    queue: FairQueue[str] = FairQueue(limits)
    for number in range(10):
        queue.enqueue("flood", "flood", f"flood {number}")
    assert queue.enqueue("hospital", "jean", "jean 1") == "flood 9"
    assert queue.enqueue("hospital", "sara", "sara 1") == "flood 8"
    assert len(queue) == 10
    with pytest.raises(QueueFull):
        queue.enqueue("flood", "another of the flood", "flood 10")


def test_where_all_groups_wait_alike_the_one_that_comes_last_finds_the_queue_full() -> None:
    limits = SlotLimits(total=1, group=1, caller=1, waiting_of_caller=10, waiting=3)
    queue: FairQueue[str] = FairQueue(limits)
    for group in "ABC":
        assert queue.enqueue(group, group, group) is None
    with pytest.raises(QueueFull):
        queue.enqueue("D", "D", "D")
    assert len(queue) == 3
