"""Turns on the event loop: a group that computed more than its share pauses, even amid its requests.

All requests of a process run on one event loop: while one computes, no other goes on. A group of callers is
an employer, a partner, or the network address of those who are not signed in.
"""

from collections.abc import Callable

from server.rate_limits.counts import count_down, count_up

QUANTUM_SECONDS = 0.05
"""Of the event loop's time, that a group may use beyond its share: more than an ordinary request takes."""
MAX_LEAD_SECONDS = 1.0
"""However much a group has computed, it is ahead by this at most: its next request may be a colleague's."""
LINGER_SECONDS = 0.1
"""A group is active while its requests run and for this long after: its client may send the next one."""
MAX_PAUSE_SECONDS = 0.05
"""Then it is decided anew: the others may have gone, or may pause too."""
_NEGLIGIBLE_SECONDS = 1e-6


class LoopTurns:
    """How far each group is ahead of its share of the event loop. `clock` returns monotonic seconds.

    Of the time, each group that wants more than its share gets an equal part, and all others together get
    such a part too. A group that is alone has all of it, and while all are ahead, none waits for nothing.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._now = clock()
        self._allowed = 0.0
        """The seconds that a group which computed without end would have been allowed so far."""
        self._used: dict[str, float] = {}
        """For each group that is ahead, the `_allowed` at which it no longer is."""
        self._parts = 1
        """Into how many parts the time is divided."""
        self._running: dict[str, int] = {}
        self._ended: dict[str, float] = {}
        """When the last request of a group ended, in that order."""

    def begin(self, group: str) -> None:
        """A request of this group runs."""
        count_up(self._running, group)
        self._ended.pop(group, None)
        self._divide()

    def end(self, group: str) -> None:
        """A request of this group has ended."""
        count_down(self._running, group)
        if group not in self._running:
            self._ended[group] = self._clock()
        self._divide()

    def charge(self, group: str, seconds: float) -> None:
        """The group has computed for these seconds."""
        self._advance()
        used = max(self._used.get(group, 0.0), self._allowed) + seconds
        self._used[group] = min(used, self._allowed + MAX_LEAD_SECONDS)

    def pause(self, group: str) -> float:
        """Return for how many seconds the work of this group has to let others go on; 0 if it may go on."""
        excess = self._excess(group)
        if excess <= 0:
            return 0.0
        self._divide()
        if not self._ended and (least := min(map(self._excess, self._running), default=0.0)) > 0:
            self._allowed += least
        excess = self._excess(group)
        if excess < _NEGLIGIBLE_SECONDS:
            return 0.0
        if len(self._running) > (group in self._running):
            return max(0.0, min(excess * self._parts, MAX_PAUSE_SECONDS))
        last = max((at for other, at in self._ended.items() if other != group), default=None)
        lingering = 0.0 if last is None else last + LINGER_SECONDS - self._now
        return max(0.0, min(excess * self._parts, lingering))

    def __len__(self) -> int:
        """How many groups are known."""
        return len(self._used.keys() | self._running.keys() | self._ended.keys())

    def _excess(self, group: str) -> float:
        return self._used.get(group, 0.0) - self._allowed - QUANTUM_SECONDS

    def _advance(self) -> None:
        now = self._clock()
        self._allowed += max(0.0, now - self._now) / self._parts
        self._now = now

    def _divide(self) -> None:
        """Count the parts anew: those who run or wait change, and so do those who want more."""
        self._advance()
        while self._ended and self._now - self._ended[first := next(iter(self._ended))] >= LINGER_SECONDS:
            del self._ended[first]
        greedy = 0
        # Half of what makes a group pause: one that wants more is at that edge, now above and now below it.
        edge = self._allowed + QUANTUM_SECONDS / 2
        used_up = []
        for group, used in self._used.items():
            if used <= self._allowed:
                used_up.append(group)
            elif used > edge and group in self._running:
                greedy += 1
        for group in used_up:
            del self._used[group]
        self._parts = max(1, greedy + (len(self._running) + len(self._ended) > greedy))
