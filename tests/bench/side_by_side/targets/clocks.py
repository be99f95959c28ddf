"""The processor time of other processes, by Linux's clock of each: threads that ended included."""

import time
from collections.abc import Iterable, Mapping

_SCHEDULER = 2
"""What Linux calls the clock of a process that counts in nanoseconds (CPUCLOCK_SCHED)."""


def cpu_ns(pids: Iterable[int]) -> dict[int, int]:
    """Return the processor time of each process that is alive, in nanoseconds."""
    times = {}
    for pid in pids:
        try:
            times[pid] = time.clock_gettime_ns(~pid << 3 | _SCHEDULER)
        except OSError:
            continue
    return times


def spent_ms(before: Mapping[int, int], after: Mapping[int, int]) -> float:
    """Return the processor time between two readings, in ms; a process that is new counts from its start."""
    return sum(ns - before.get(pid, 0) for pid, ns in after.items()) / 1e6
