"""How long strangers may keep the event loop busy while others are active."""

import asyncio
from typing import TypeVar

import pytest

from server.rate_limits.loop_share import (
    ACTIVE_SECONDS,
    BURST_SECONDS,
    MAX_WAIT_SECONDS,
    RESERVED_SECONDS,
    SHARE,
    LoopShare,
    LoopTimer,
)

T = TypeVar("T")


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


async def test_only_the_time_that_a_coroutine_computes_is_counted() -> None:
    clock = Clock()

    async def work() -> str:
        clock.now += 2
        await asyncio.sleep(0)
        clock.now += 3
        return "done"

    async def idle() -> None:
        clock.now += 100

    timer = LoopTimer(work(), clock)
    done, _ = await asyncio.gather(_finished(timer), idle())
    assert (done, timer.seconds) == ("done", 5)


async def test_the_step_under_way_counts_and_an_error_passes_through() -> None:
    clock = Clock()
    timers: list[LoopTimer[None]] = []

    async def work() -> None:
        clock.now += 2
        assert timers[0].seconds == 2
        raise ValueError("wrong")

    timers.append(LoopTimer(work(), clock))
    with pytest.raises(ValueError, match="wrong"):
        await timers[0]
    assert timers[0].seconds == 2


async def test_what_is_counted_can_be_cancelled_and_cleans_up() -> None:
    steps: list[str] = []

    async def work() -> None:
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            await asyncio.sleep(0)
            steps.append("cleaned up")
            raise

    task = asyncio.create_task(_finished(LoopTimer(work(), Clock())))
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert steps == ["cleaned up"]


async def _finished(timer: LoopTimer[T]) -> T:
    return await timer
