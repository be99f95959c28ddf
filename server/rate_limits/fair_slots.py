"""Slots for operations: how many run at once, who is next, and how long each group may keep the process busy.

Each process counts for itself.
"""

import asyncio
import time
from asyncio import Future
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from typing import NamedTuple, TypeVar

from resolvers.caller import ANONYMOUS, Caller
from server.rate_limits.disconnection import granted_or_gone
from server.rate_limits.fair_queue import CallerClass, FairQueue, QueueFull, SlotLimits, SlotOwner
from server.rate_limits.loop_share import BURST_SECONDS_OF_ALL, SHARE_OF_ALL, LoopShare
from server.rate_limits.loop_turns import LoopTurns
from server.rate_limits.recognised_networks import RecognisedNetworks
from server.rate_limits.slot import OVERHEAD_SECONDS, Slot
from server.rate_limits.slot_owners import address_owner, slot_owner

__all__ = ["address_owner", "slot_owner"]

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
_LIMITED_IN_TIME = frozenset(CallerClass) - {CallerClass.SIGNED_IN}
"""Classes whose groups do not begin requests while they are beyond their share of the event loop's time."""
_IN_TURN = frozenset({CallerClass.SIGNED_IN, CallerClass.ANONYMOUS})
"""Classes whose requests pause while their group is ahead of others. The rest is brief."""


class NotBegun(Exception):
    """The request got no slot in time, or too many wait already: nothing was done."""


class _Waiting(NamedTuple):
    group: str
    active: str
    """The group that is active while the request runs."""
    granted: Future[None]


class FairSlots:
    """The slots of this process. `clock` returns monotonic seconds, `sleep` waits for some."""

    def __init__(
        self,
        limits: Mapping[CallerClass, SlotLimits] = SLOT_LIMITS,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._clock, self._sleep = clock, sleep
        self._queues: dict[CallerClass, FairQueue[_Waiting]] = {
            caller_class: FairQueue(of_class) for caller_class, of_class in limits.items()
        }
        self._share = LoopShare(clock)
        self._share_of_all = LoopShare(clock, SHARE_OF_ALL, BURST_SECONDS_OF_ALL)
        self._turns, self._networks = LoopTurns(clock), RecognisedNetworks()
        self._timers: dict[CallerClass, asyncio.TimerHandle] = {}

    @asynccontextmanager
    async def hold(
        self,
        owner: SlotOwner,
        seconds: float | None = None,
        disconnected: Callable[[], Awaitable[None]] | None = None,
    ) -> AsyncIterator[Slot]:
        """Wait for a slot, as `take`, and hold it until the block ends."""
        slot = await self.take(owner, seconds, disconnected)
        try:
            yield slot
        finally:
            slot.release()

    async def take(
        self,
        owner: SlotOwner,
        seconds: float | None = None,
        disconnected: Callable[[], Awaitable[None]] | None = None,
    ) -> Slot:
        """Wait for a slot, for `seconds` at most, and return it: the caller has to release it.

        While the request waits, `disconnected` is awaited too: it raises once the client has gone.
        Raises: NotBegun; what `disconnected` raises.
        """
        active = self._active_group(owner)
        if not self._take_at_once(owner, active):
            try:
                async with asyncio.timeout(seconds):
                    await self._wait_for_slot(owner, active, disconnected)
            except (TimeoutError, QueueFull):
                raise NotBegun from None
        return self._slot(owner, active)

    def _slot(self, owner: SlotOwner, active: str) -> Slot:
        def release(seconds: float) -> None:
            self._give_back(owner, active, seconds)

        def charge(seconds: float) -> None:
            self._turns.charge(owner.group, seconds)

        if owner.caller_class not in _IN_TURN:
            return Slot(release, self._clock, _nothing, None)
        charge(OVERHEAD_SECONDS)
        return Slot(release, self._clock, charge, lambda: self._give_way(owner.group))

    async def _give_way(self, group: str) -> None:
        """Let others go on while this group is ahead of its share."""
        while seconds := self._turns.pause(group):
            await self._sleep(seconds)

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
        slot = await self.take(owner, seconds, disconnected)
        try:
            recognised = await slot.run(lookup())
            if recognised is not None and recognised is not ANONYMOUS:
                slot.waive()
            group = owner.group
            if isinstance(recognised, Caller) and recognised is not ANONYMOUS:
                group = slot_owner(recognised, address).group
                self._networks.recognised(owner.group, group)
            self._turns.charge(group, slot.seconds + OVERHEAD_SECONDS)
            return recognised
        finally:
            slot.release()

    @property
    def held(self) -> int:
        """How many slots are in use."""
        return sum(queue.held for queue in self._queues.values())

    def waiting(self, caller_class: CallerClass) -> int:
        """How many requests of this class wait."""
        return len(self._queues[caller_class])

    def _active_group(self, owner: SlotOwner) -> str:
        """A cookie or key most likely belongs to the group that was recognised last on its network."""
        if owner.caller_class is CallerClass.UNRECOGNISED:
            return self._networks.group(owner.group)
        return owner.group

    def _take_at_once(self, owner: SlotOwner, active: str) -> bool:
        """Take a slot if the request need not wait for one; most requests need not."""
        caller_class, group, caller = owner
        if self._wait(caller_class, group) or not self._queues[caller_class].take(group, caller):
            return False
        self._begin(caller_class, group, active)
        return True

    async def _wait_for_slot(
        self, owner: SlotOwner, active: str, disconnected: Callable[[], Awaitable[None]] | None
    ) -> None:
        caller_class, group, caller = owner
        queue, granted = self._queues[caller_class], asyncio.get_running_loop().create_future()
        waiting = _Waiting(group, active, granted)
        gives_way = queue.enqueue(group, caller, waiting)
        if gives_way is not None:
            gives_way.granted.set_exception(QueueFull())
        self._grant(caller_class)
        try:
            if not granted.done():
                await granted_or_gone(granted, disconnected)
            granted.result()
        except BaseException:
            if not granted.done():
                queue.withdraw(group, caller, waiting)
            elif not granted.exception():  # with one it gave way, and is in no queue any more
                self._give_back(owner, active, 0.0)
            raise

    def _give_back(self, owner: SlotOwner, active: str, seconds: float) -> None:
        caller_class, group, caller = owner
        if seconds and caller_class in _LIMITED_IN_TIME:
            self._share.charge(_key(caller_class, group), seconds)
            self._share_of_all.charge(_STRANGERS, seconds)
        self._share.end(_key(caller_class, group))
        self._share_of_all.end(_SIDES[caller_class])
        self._turns.end(active)
        queue = self._queues[caller_class]
        queue.release(group, caller)
        if len(queue):
            self._grant(caller_class)

    def _begin(self, caller_class: CallerClass, group: str, active: str) -> None:
        self._share.begin(_key(caller_class, group))
        self._share_of_all.begin(_SIDES[caller_class])
        self._turns.begin(active)

    def _grant(self, caller_class: CallerClass) -> None:
        """Give free slots to the requests that are next, and look again when a group's wait is over."""
        queue, waits = self._queues[caller_class], dict[str, float]()

        def may_run(group: str) -> bool:
            # Kept as it was decided: a moment later the wait may be over, and nothing would wake the group.
            waits[group] = self._wait(caller_class, group)
            return not waits[group]

        while (waiting := queue.grant(may_run)) is not None:
            self._begin(caller_class, waiting.group, waiting.active)
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


def _nothing(_seconds: float) -> None: ...


_SIGNED_IN, _STRANGERS = "signed in", "strangers"


_SIDES = {one: _STRANGERS if one in _LIMITED_IN_TIME else _SIGNED_IN for one in CallerClass}


def _key(caller_class: CallerClass, group: str) -> str:
    return caller_class + " " + group
