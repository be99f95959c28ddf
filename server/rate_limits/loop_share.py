"""How long strangers keep the event loop busy, and how long one that took more than its share has to wait.

All requests of a process run on one event loop: while one computes, no other goes on.
"""

from collections.abc import Callable

from server.rate_limits.counts import count_down, count_up

SHARE, SHARE_OF_ALL = 0.25, 0.5
"""Of the time of the event loop, for one group of callers that are not signed in while others are active, and
for all of them together while people or partners who are signed in are."""
BURST_SECONDS, BURST_SECONDS_OF_ALL = 0.25, 0.5
"""Of the event loop's time, that may be used at once before there is a wait."""
RESERVED_SECONDS = 0.05
"""Counted for each request of the group that runs: what it will take is known when it has ended."""
MAX_WAIT_SECONDS = 3.0
"""However much a group has used, alone or not: what comes from its network address may be someone else."""
ACTIVE_SECONDS = 1.0
"""A caller counts as active while its requests run, and for this long after the last."""


class LoopShare:
    """A token bucket of the event loop's seconds for each group. `clock` returns monotonic seconds."""

    def __init__(
        self, clock: Callable[[], float], share: float = SHARE, burst_seconds: float = BURST_SECONDS
    ) -> None:
        self._clock, self._share, self._burst_seconds = clock, share, burst_seconds
        self._debts: dict[str, tuple[float, float]] = {}
        """The seconds that a group has used and not waited for yet, and when that was true."""
        self._running: dict[str, int] = {}
        """How many requests of each group run."""
        self._ended: dict[str, float] = {}
        """When the last request of each group ended, in that order."""

    def begin(self, group: str) -> None:
        """A request of this group runs."""
        count_up(self._running, group)

    def end(self, group: str) -> None:
        """A request of this group has ended."""
        count_down(self._running, group)
        now = self._clock()
        self._ended.pop(group, None)
        self._ended[group] = now
        while now - self._ended[first := next(iter(self._ended))] >= ACTIVE_SECONDS:
            del self._ended[first]

    def charge(self, group: str, seconds: float) -> None:
        """The group has kept the event loop busy for these seconds."""
        now = self._clock()
        limit = self._burst_seconds + MAX_WAIT_SECONDS * self._share
        debt = min(limit, self._debt(group, now) + seconds)
        self._debts.pop(group, None)
        self._debts[group] = (debt, now)
        while not self._debt(longest_unused := next(iter(self._debts)), now) and longest_unused != group:
            del self._debts[longest_unused]

    def seconds_to_wait(self, group: str) -> float:
        """Seconds until one more request of this group may run; 0 if no other caller is active."""
        now, running = self._clock(), self._running.get(group, 0)
        excess = self._debt(group, now) + running * RESERVED_SECONDS - self._burst_seconds
        if excess <= 0:
            return 0.0
        if len(self._running) > bool(running):
            return excess / self._share
        last = next((at for other, at in reversed(self._ended.items()) if other != group), None)
        return 0.0 if last is None else max(0.0, min(excess / self._share, last + ACTIVE_SECONDS - now))

    def __len__(self) -> int:
        """How many groups are known."""
        return len(self._debts.keys() | self._running.keys() | self._ended.keys())

    def _debt(self, group: str, now: float) -> float:
        seconds, at = self._debts.get(group, (0.0, now))
        return max(0.0, seconds - (now - at) * self._share)
