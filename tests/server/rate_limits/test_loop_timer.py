"""How long work computes, the tasks that it starts included."""

import asyncio
from typing import TypeVar

import pytest

from server.rate_limits.loop_timer import LoopTimer, run_timed, tasks_timed

T = TypeVar("T")


class Clock:
    """Seconds that only the test moves on."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


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


async def test_the_tasks_that_work_starts_count_as_part_of_it_and_others_do_not() -> None:
    clock, charged = Clock(), list[float]()

    async def child(seconds: float) -> float:
        clock.now += seconds
        await asyncio.sleep(0)
        clock.now += seconds
        return seconds

    async def work() -> list[float]:
        return list(await asyncio.gather(child(2), child(3)))

    async with tasks_timed():
        timer = LoopTimer(work(), clock, charged.append)
        done, _ = await asyncio.gather(run_timed(timer), child(100))
    assert (done, timer.seconds, sum(charged)) == ([2, 3], 10, 10)
    assert asyncio.get_running_loop().get_task_factory() is None


async def test_a_task_of_timed_work_is_cancelled_and_fails_as_any_other() -> None:
    async def failing() -> None:
        await asyncio.sleep(0)
        raise ValueError("wrong")

    async def work() -> None:
        endless = asyncio.create_task(asyncio.Event().wait(), name="endless")
        await asyncio.sleep(0)
        endless.cancel()
        with pytest.raises(asyncio.CancelledError):
            await endless
        assert endless.get_name() == "endless"
        await asyncio.create_task(failing())

    async with tasks_timed():
        with pytest.raises(ValueError, match="wrong"):
            await run_timed(LoopTimer(work(), Clock()))


async def _finished(timer: LoopTimer[T]) -> T:
    return await timer
