"""How long a group pauses for others that want the event loop too."""

import pytest

from server.rate_limits.loop_turns import (
    LINGER_SECONDS,
    MAX_LEAD_SECONDS,
    MAX_PAUSE_SECONDS,
    QUANTUM_SECONDS,
    LoopTurns,
)


class Clock:
    """Seconds that only the test moves on."""

    now = 1_000.0

    def __call__(self) -> float:
        return self.now


class Loop:
    """Groups that compute, one step after the other, as on an event loop."""

    def __init__(self) -> None:
        self.clock = Clock()
        self.turns = LoopTurns(self.clock)

    def compute(self, group: str, seconds: float) -> None:
        self.clock.now += seconds
        self.turns.charge(group, seconds)

    def parts_of(self, steps: dict[str, float], seconds: float) -> dict[str, float]:
        """Let each group compute steps of its length whenever it may; return its part of all the time."""
        for group in steps:
            self.turns.begin(group)
        began, used = self.clock.now, dict.fromkeys(steps, 0.0)
        while self.clock.now - began < seconds:
            may_go_on = [group for group in steps if not self.turns.pause(group)]
            for group in may_go_on:
                if not self.turns.pause(group):
                    self.compute(group, steps[group])
                    used[group] += steps[group]
            if not may_go_on:
                self.clock.now += 0.001
        return {group: used[group] / (self.clock.now - began) for group in steps}


def test_a_group_that_is_alone_never_pauses() -> None:
    loop = Loop()
    assert loop.parts_of({"employer": 0.3}, 60) == {"employer": pytest.approx(1)}


def test_a_group_pauses_as_soon_as_another_is_active_and_has_half_the_time_at_most() -> None:
    loop = Loop()
    loop.turns.begin("employer")
    assert loop.turns.pause("employer") == 0
    loop.compute("employer", 0.3)
    loop.turns.begin("other")
    excess = 0.3 - QUANTUM_SECONDS
    assert loop.turns.pause("employer") == MAX_PAUSE_SECONDS < 2 * excess
    loop.clock.now += 2 * excess
    assert loop.turns.pause("employer") == pytest.approx(0, abs=1e-9)


def test_the_others_do_not_pause_for_the_group_that_is_ahead() -> None:
    loop = Loop()
    loop.turns.begin("employer")
    loop.turns.begin("other")
    loop.compute("employer", 0.3)
    assert loop.turns.pause("other") == 0


@pytest.mark.parametrize(
    "steps", [{"a": 0.1, "b": 0.1}, {"a": 0.4, "b": 0.02}, {"a": 0.4, "b": 0.1, "c": 0.03}]
)
def test_groups_that_want_all_the_time_get_equal_parts_however_long_their_steps_are(
    steps: dict[str, float],
) -> None:
    parts = Loop().parts_of(steps, 60)
    assert max(parts.values()) <= 1 / len(steps) + 0.02
    assert sum(parts.values()) > 0.9


def test_a_group_that_wants_little_finds_a_part_of_the_time_beside_those_that_want_all() -> None:
    loop = Loop()
    loop.turns.begin("light")
    parts = loop.parts_of({"a": 0.1, "b": 0.1}, 60)
    assert max(parts.values()) <= 1 / 3 + 0.04


def test_pauses_end_once_the_others_have_gone() -> None:
    loop = Loop()
    loop.turns.begin("employer")
    loop.turns.begin("other")
    loop.compute("employer", 5)
    assert loop.turns.pause("employer") == MAX_PAUSE_SECONDS
    loop.turns.end("other")
    assert loop.turns.pause("employer") == pytest.approx(LINGER_SECONDS)
    loop.clock.now += LINGER_SECONDS
    assert loop.turns.pause("employer") == 0


def test_a_group_is_ahead_by_a_second_at_most() -> None:
    loop = Loop()
    loop.turns.begin("other")
    loop.compute("employer", 60)
    loop.turns.begin("employer")
    loop.clock.now += 2 * MAX_LEAD_SECONDS
    assert loop.turns.pause("employer") == 0


def test_what_an_ordinary_request_computes_is_no_reason_to_pause() -> None:
    loop = Loop()
    loop.turns.begin("busy")
    for _ in range(100):
        loop.turns.begin("employer")
        loop.compute("employer", 0.04)
        assert loop.turns.pause("employer") == 0
        loop.turns.end("employer")
        loop.clock.now += 0.04


def test_groups_are_forgotten_once_they_are_idle() -> None:
    loop = Loop()
    for number in range(50):
        loop.turns.begin(f"employer {number}")
        loop.compute(f"employer {number}", 0.01)
        loop.turns.end(f"employer {number}")
        loop.clock.now += 0.1
    assert len(loop.turns) < 5
