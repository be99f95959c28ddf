"""How long strangers may keep the event loop busy while others are active."""

import pytest

from server.rate_limits.loop_share import (
    ACTIVE_SECONDS,
    BURST_SECONDS,
    MAX_WAIT_SECONDS,
    RESERVED_SECONDS,
    SHARE,
    LoopShare,
)


class Clock:
    """Seconds that only the test moves on."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


def test_a_group_that_used_more_than_its_share_waits_until_the_share_has_grown() -> None:
    clock = Clock()
    share = LoopShare(clock)
    share.charge("stranger", BURST_SECONDS + SHARE / 2)
    share.begin("administrator")
    assert share.seconds_to_wait("stranger") == pytest.approx(0.5)
    clock.now += 0.5
    assert share.seconds_to_wait("stranger") == pytest.approx(0)
    assert share.seconds_to_wait("administrator") == 0


def test_alone_a_group_may_use_all_the_time() -> None:
    clock = Clock()
    share = LoopShare(clock)
    share.begin("stranger")
    share.charge("stranger", 60)
    assert share.seconds_to_wait("stranger") == 0
    share.begin("administrator")
    clock.now += 1
    assert share.seconds_to_wait("stranger") == MAX_WAIT_SECONDS + RESERVED_SECONDS / SHARE - 1
    share.end("administrator")
    assert share.seconds_to_wait("stranger") == ACTIVE_SECONDS
    clock.now += ACTIVE_SECONDS
    assert share.seconds_to_wait("stranger") == 0


def test_what_runs_counts_before_it_is_known_how_long_it_takes() -> None:
    share = LoopShare(Clock())
    share.begin("administrator")
    for _ in range(round(BURST_SECONDS / RESERVED_SECONDS)):
        assert share.seconds_to_wait("stranger") == 0
        share.begin("stranger")
    share.begin("stranger")
    assert share.seconds_to_wait("stranger") > 0


def test_groups_are_forgotten_once_they_have_waited_or_are_idle() -> None:
    clock = Clock()
    share = LoopShare(clock)
    for number in range(50):
        share.begin(f"stranger {number}")
        share.charge(f"stranger {number}", 0.01)
        share.end(f"stranger {number}")
        clock.now += 0.5
    assert len(share) < 5
