"""Slots for operations: how many run at once, who is next, and how long strangers may keep the process busy.

Each process counts for itself.
"""

import asyncio
import time
from asyncio import Future
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from typing import Any, NamedTuple, TypeVar

from resolvers.caller import ANONYMOUS, Caller
from server.rate_limits.cost_budget import client_network
from server.rate_limits.fair_queue import CallerClass, FairQueue, QueueFull, SlotLimits, SlotOwner
from server.rate_limits.loop_share import BURST_SECONDS_OF_ALL, SHARE_OF_ALL, LoopShare, LoopTimer

T = TypeVar("T")

SLOT_LIMITS: Mapping[CallerClass, SlotLimits] = {
    # Two of one account or partner, so that a long operation leaves room for short ones. The rest of an
    # employer's and of all slots may be waiting for a lock in the database, and needs room beside them.
    CallerClass.SIGNED_IN: SlotLimits(total=32, group=8, caller=2, waiting_of_caller=100, waiting=1_000),
    CallerClass.UNRECOGNISED: SlotLimits(total=8, group=4, caller=4, waiting_of_caller=500, waiting=1_000),
    # One network address may be a whole hospital, and a refused sign-in takes time (P3).
    CallerClass.ANONYMOUS: SlotLimits(total=8, group=8, caller=8, waiting_of_caller=100, waiting=500),
    CallerClass.PROBE: SlotLimits(total=2, group=2, caller=2, waiting_of_caller=100, waiting=200),
}
OVERHEAD_SECONDS = 0.0007
"""What a request takes outside its slot: its head is parsed, and a line is logged."""
_LIMITED_IN_TIME = frozenset(CallerClass) - {CallerClass.SIGNED_IN}
"""Classes whose groups have a share of the event loop's time."""


def slot_owner(caller: Caller, address: str) -> SlotOwner:
    """Return whose slots an operation of this caller takes."""
    if caller.account is not None:
        account = caller.account
        return SlotOwner(CallerClass.SIGNED_IN, f"employer {account.employer_id}", str(account.id))
    if caller.partner is not None:
        partner = f"partner {caller.partner.id}"
        return SlotOwner(CallerClass.SIGNED_IN, partner, partner)
    if caller.operator is not None:
        return SlotOwner(CallerClass.SIGNED_IN, "operators", f"operator {caller.operator.id}")
    return address_owner(CallerClass.ANONYMOUS, address)


def address_owner(caller_class: CallerClass, address: str) -> SlotOwner:
    """Return whose slots a request takes of which only the network address is known."""
    network = client_network(address)
    return SlotOwner(caller_class, network, network)


class NotBegun(Exception):
    """The request got no slot in time, or too many wait already: nothing was done."""


class Slot:
    """One slot in use."""

    def __init__(self, release: Callable[[float], None], clock: Callable[[], float]) -> None:
        self._release, self._clock = release, clock
        self._began = clock()
        self._timer: LoopTimer[Any] | None = None
        self._held = self._charged = True

    async def run(self, work: Awaitable[T]) -> T:
        """Await `work`: the slot is charged for what it computes, not for all that is computed meanwhile."""
        self._timer = timer = LoopTimer(work, self._clock)
        return await timer

    def waive(self) -> None:
        """Charge nothing: the caller turned out to be signed in."""
        self._charged = False

    def release(self) -> None:
        """Leave the slot to the next request; a second call does nothing."""
        if self._held:
            self._held = False
            seconds = self._timer.seconds if self._timer else self._clock() - self._began
            self._release(seconds + OVERHEAD_SECONDS if self._charged else 0.0)


class _Waiting(NamedTuple):
    group: str
    granted: Future[None]


class FairSlots:
    """The slots of this process. `clock` returns monotonic seconds."""

    def __init__(
        self,
        limits: Mapping[CallerClass, SlotLimits] = SLOT_LIMITS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._clock = clock
        self._queues: dict[CallerClass, FairQueue[_Waiting]] = {
            caller_class: FairQueue(of_class) for caller_class, of_class in limits.items()
        }
        self._share = LoopShare(clock)
        self._share_of_all = LoopShare(clock, SHARE_OF_ALL, BURST_SECONDS_OF_ALL)
        self._timers: dict[CallerClass, asyncio.TimerHandle] = {}

    @asynccontextmanager
    async def hold(
        self,
        owner: SlotOwner,
        seconds: float | None = None,
        disconnected: Callable[[], Awaitable[None]] | None = None,
    ) -> AsyncIterator[Slot]:
        """Wait for a slot, for `seconds` at most, and hold it until the block ends.

        While the request waits, `disconnected` is awaited too: it raises once the client has gone.
        Raises: NotBegun; what `disconnected` raises.
        """
        try:
            async with asyncio.timeout(seconds):
                await self._take(owner, disconnected)
        except (TimeoutError, QueueFull):
            raise NotBegun from None
        slot = Slot(lambda seconds: self._give_back(owner, seconds), self._clock)
        try:
            yield slot
        finally:
            slot.release()

    async def recognise(
        self,
        address: str,
        lookup: Callable[[], Awaitable[T | None]],
        seconds: float | None = None,
        disconnected: Callable[[], Awaitable[None]] | None = None,
    ) -> T | None:
        """Look a cookie or key up, in a slot of the network address: until then anyone may have sent it.

        Return what `lookup` returns: None, or ANONYMOUS, if the cookie or key is not valid.
        Raises: as `hold`.
        """
        owner = address_owner(CallerClass.UNRECOGNISED, address)
        async with self.hold(owner, seconds, disconnected) as slot:
            recognised = await slot.run(lookup())
            if recognised is not None and recognised is not ANONYMOUS:
                slot.waive()
            return recognised

    @property
    def held(self) -> int:
        """How many slots are in use."""
        return sum(queue.held for queue in self._queues.values())

    def waiting(self, caller_class: CallerClass) -> int:
        """How many requests of this class wait."""
        return len(self._queues[caller_class])

    async def _take(self, owner: SlotOwner, disconnected: Callable[[], Awaitable[None]] | None) -> None:
        caller_class, group, caller = owner
        queue, granted = self._queues[caller_class], asyncio.get_running_loop().create_future()
        waiting = _Waiting(group, granted)
        gives_way = queue.enqueue(group, caller, waiting)
        if gives_way is not None:
            gives_way.granted.set_exception(QueueFull())
        self._grant(caller_class)
        try:
            if not granted.done():
                await _first_of(granted, disconnected)
            granted.result()
        except BaseException:
            if not granted.done():
                queue.withdraw(group, caller, waiting)
            elif not granted.exception():  # with one it gave way, and is in no queue any more
                self._give_back(owner, 0.0)
            raise

    def _give_back(self, owner: SlotOwner, seconds: float) -> None:
        caller_class, group, caller = owner
        if seconds and caller_class in _LIMITED_IN_TIME:
            self._share.charge(_key(caller_class, group), seconds)
            self._share_of_all.charge(_STRANGERS, seconds)
        self._share.end(_key(caller_class, group))
        self._share_of_all.end(_side(caller_class))
        self._queues[caller_class].release(group, caller)
        self._grant(caller_class)

    def _grant(self, caller_class: CallerClass) -> None:
        """Give free slots to the requests that are next, and look again when a group's wait is over."""
        queue, waits = self._queues[caller_class], dict[str, float]()

        def may_run(group: str) -> bool:
            # Kept as it was decided: a moment later the wait may be over, and nothing would wake the group.
            waits[group] = self._wait(caller_class, group)
            return not waits[group]

        while (waiting := queue.grant(may_run)) is not None:
            self._share.begin(_key(caller_class, waiting.group))
            self._share_of_all.begin(_side(caller_class))
            waiting.granted.set_result(None)
        if caller_class in self._timers:
            self._timers.pop(caller_class).cancel()
        if refused := [wait for wait in waits.values() if wait]:
            loop = asyncio.get_running_loop()
            self._timers[caller_class] = loop.call_later(min(refused), self._grant, caller_class)

    def _wait(self, caller_class: CallerClass, group: str) -> float:
        """Seconds for which the share of the group, or of all strangers, is used up.

        A cookie or key does not wait for all strangers: most of those that send one are signed in.
        """
        if caller_class not in _LIMITED_IN_TIME:
            return 0.0
        of_group = self._share.seconds_to_wait(_key(caller_class, group))
        if caller_class is CallerClass.UNRECOGNISED:
            return of_group
        return max(of_group, self._share_of_all.seconds_to_wait(_STRANGERS))


_SIGNED_IN, _STRANGERS = "signed in", "strangers"


def _side(caller_class: CallerClass) -> str:
    return _STRANGERS if caller_class in _LIMITED_IN_TIME else _SIGNED_IN


def _key(caller_class: CallerClass, group: str) -> str:
    return f"{caller_class} {group}"


async def _first_of(granted: Future[None], disconnected: Callable[[], Awaitable[None]] | None) -> None:
    """Return once the slot is granted. Raises: what `disconnected` raises before that.

    Cancelling the task that waits does not cancel `granted`, which may be granted at the same moment.
    """
    if disconnected is None:
        await asyncio.wait({granted})
        return
    gone = asyncio.ensure_future(disconnected())
    try:
        await asyncio.wait({granted, gone}, return_when=asyncio.FIRST_COMPLETED)
        if not granted.done():
            gone.result()
    finally:
        gone.cancel()
        await asyncio.gather(gone, return_exceptions=True)
