"""Medians of repeated work, printed beside a baseline."""

import statistics
import time
from collections.abc import Awaitable, Callable
from typing import Any

RUNS = 15
Work = Callable[[], Awaitable[Any]]


def calling(function: Callable[..., Awaitable[Any]], *arguments: Any) -> Work:
    return lambda: function(*arguments)


async def median_ms(work: Work, runs: int = RUNS) -> float:
    await work()
    durations = []
    for _ in range(runs):
        started = time.perf_counter()
        await work()
        durations.append((time.perf_counter() - started) * 1000)
    return statistics.median(durations)


def line(name: str, ms: float, baseline: float) -> float:
    print(f"  {name:<52} {ms:>9.2f} ms  {ms / baseline:>7.2f} x", flush=True)
    return ms
