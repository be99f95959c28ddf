"""Callers take turns for the slots of a process, and one that has gone leaves no trace."""

import asyncio
from asyncio import Event, Task, create_task
from collections import Counter
from collections.abc import Awaitable, Callable

import pytest

from models.give_way import give_way
from resolvers.caller import ANONYMOUS, Caller
from server.rate_limits.fair_queue import CallerClass, SlotLimits, SlotOwner
from server.rate_limits.fair_slots import SLOT_LIMITS, FairSlots, NotBegun, address_owner, slot_owner
from server.rate_limits.loop_share import BURST_SECONDS, BURST_SECONDS_OF_ALL, SHARE
from server.rate_limits.loop_turns import QUANTUM_SECONDS
from server.rate_limits.slot import Slot
from tests.factories import a_house, a_partner, asking, signed_in

A = SlotOwner(CallerClass.SIGNED_IN, "employer 1", "7")
COLLEAGUE = SlotOwner(CallerClass.SIGNED_IN, "employer 1", "8")
B = SlotOwner(CallerClass.SIGNED_IN, "employer 2", "9")
STRANGER, HOSPITAL = (address_owner(CallerClass.ANONYMOUS, f"192.0.2.{number}") for number in (7, 8))
ANONYMOUS_SLOTS = SLOT_LIMITS[CallerClass.ANONYMOUS].total


class Clock:
    """Seconds that only the test moves on."""

    now = 1_000.0

    def __call__(self) -> float:
        return self.now


class Work:
    """Operations that run until the test ends them, and the order in which they began."""

    def __init__(self) -> None:
        self.clock = Clock()
        self.slots = FairSlots(clock=self.clock)
        self.begun: list[str] = []
        self.seconds: dict[str, float] = {}
        """For which an operation computes at its end."""
        self.held: dict[str, Slot] = {}
        self.may_end: dict[str, Event] = {}
        self.tasks: dict[str, Task[None]] = {}

    async def begin(
        self, *names: str, owner: SlotOwner = A, disconnected: Callable[[], Awaitable[None]] | None = None
    ) -> None:
        for name in names:
            self.may_end[name] = Event()
            self.tasks[name] = create_task(self._run(name, owner, disconnected))
            await asyncio.sleep(0)

    async def end(self, *names: str) -> None:
        for name in names:
            self.may_end[name].set()
            await self.tasks[name]
            for _ in range(10):  # what waited resumes within a few iterations
                await asyncio.sleep(0)

    async def _run(
        self, name: str, owner: SlotOwner, disconnected: Callable[[], Awaitable[None]] | None
    ) -> None:
        async with self.slots.hold(owner, disconnected=disconnected) as slot:
            self.held[name] = slot
            self.begun.append(name)
            await slot.run(self._compute(name))

    async def _compute(self, name: str) -> None:
        await self.may_end[name].wait()
        self.clock.now += self.seconds.get(name, 0.0)

    def is_idle(self) -> bool:
        return not self.slots.held and not any(map(self.slots.waiting, CallerClass))


async def test_of_one_caller_two_run_and_the_others_follow_in_order() -> None:
    work = Work()
    await work.begin("a", "b", "c", "d")
    assert work.begun == ["a", "b"]
    await work.end("b")
    assert work.begun == ["a", "b", "c"]
    await work.begin("e")
    await work.end("a")
    assert work.begun == ["a", "b", "c", "d"]
    await work.end("c", "d", "e")
    assert work.begun == ["a", "b", "c", "d", "e"]
    assert work.is_idle()


async def test_neither_colleagues_nor_other_employers_wait_for_a_busy_caller() -> None:
    work = Work()
    await work.begin("a", "b", "c")
    await work.begin("x", "y", owner=COLLEAGUE)
    await work.begin("z", owner=B)
    assert work.begun == ["a", "b", "x", "y", "z"]
    await work.end("a", "b", "c", "x", "y", "z")


async def test_strangers_take_turns_by_network_address() -> None:
    work, names = Work(), [f"s{number}" for number in range(ANONYMOUS_SLOTS + 12)]
    await work.begin(*names, owner=STRANGER)
    assert work.begun == names[:ANONYMOUS_SLOTS]
    await work.begin("h1", "h2", owner=HOSPITAL)
    await work.end("s0", "s1")
    assert work.begun[ANONYMOUS_SLOTS:] == ["h1", "h2"]
    await work.begin("a")
    assert work.begun[-1] == "a"
    await work.end(*names[2:], "h1", "h2", "a")
    assert work.is_idle()


async def test_an_operation_that_stops_waiting_or_running_frees_its_slot() -> None:
    work = Work()
    await work.begin("a", "b", "c", "d")
    work.tasks["c"].cancel()
    work.tasks["a"].cancel()
    await asyncio.wait({work.tasks["a"], work.tasks["c"]})
    await work.begin("e")
    assert work.begun == ["a", "b", "d"]
    await work.end("b", "d", "e")
    assert work.begun == ["a", "b", "d", "e"]
    assert work.is_idle()


async def test_a_slot_granted_to_a_request_that_is_cancelled_at_that_moment_goes_to_the_next() -> None:
    work = Work()
    await work.begin("a", "b", "c", "d")
    work.held["a"].release()
    work.tasks["c"].cancel()
    await asyncio.wait({work.tasks["c"]})
    await asyncio.sleep(0)
    assert work.begun == ["a", "b", "d"]
    await work.end("a", "b", "d")
    assert work.is_idle()


async def test_a_slot_is_given_back_once() -> None:
    work = Work()
    await work.begin("a", "b", "c", "d")
    work.held["a"].release()
    work.held["a"].release()
    await work.end("a")
    assert work.begun == ["a", "b", "c"]
    await work.end("b", "c", "d")
    assert work.is_idle()


async def test_a_client_that_disconnects_while_it_waits_leaves_the_queue() -> None:
    work, gone = Work(), Event()

    async def disconnected() -> None:
        await gone.wait()
        raise ConnectionError

    await work.begin("a", "b")
    await work.begin("c", disconnected=disconnected)
    await work.begin("d")
    gone.set()
    with pytest.raises(ConnectionError):
        await work.tasks["c"]
    assert work.slots.waiting(CallerClass.SIGNED_IN) == 1
    await work.end("a")
    assert work.begun == ["a", "b", "d"]
    await work.end("b", "d")
    assert work.is_idle()


async def test_a_client_that_stays_connected_gets_its_turn() -> None:
    work = Work()

    async def never() -> None:
        await Event().wait()

    await work.begin("a", "b")
    await work.begin("c", disconnected=never)
    await work.end("a")
    assert work.begun == ["a", "b", "c"]
    await work.end("b", "c")


async def test_a_request_that_waits_too_long_or_finds_too_many_waiting_does_not_begin() -> None:
    limits = {CallerClass.SIGNED_IN: SlotLimits(1, 1, 1, waiting_of_caller=1, waiting=2)}
    slots = FairSlots(limits)

    async def begin(seconds: float | None) -> None:
        async with slots.hold(A, seconds):
            raise AssertionError

    async with slots.hold(B):
        waiting = create_task(begin(0.01))
        await asyncio.sleep(0)
        with pytest.raises(NotBegun):
            await begin(None)
        with pytest.raises(NotBegun):
            await waiting
    assert (slots.held, slots.waiting(CallerClass.SIGNED_IN)) == (0, 0)


async def test_a_request_that_gives_way_is_refused_at_once_and_holds_nothing() -> None:
    work = Work()
    few = SlotLimits(total=1, group=1, caller=1, waiting_of_caller=5, waiting=5)
    work.slots = FairSlots(dict.fromkeys(CallerClass, few), work.clock)
    await work.begin(*"abcdef", owner=STRANGER)
    await work.begin("hospital", owner=HOSPITAL)
    with pytest.raises(NotBegun):
        await work.tasks["f"]
    assert work.slots.waiting(CallerClass.ANONYMOUS) == 5
    await work.end("a", "b")
    assert work.begun == ["a", "b", "hospital"]
    await work.end("hospital", *"cde")
    assert work.begun == ["a", "b", "hospital", *"cde"]
    assert work.is_idle()


async def test_a_stranger_who_used_the_share_waits_while_an_administrator_is_active() -> None:
    work = Work()
    await work.begin("long", owner=STRANGER)
    await work.begin("a")
    work.seconds["long"] = 1.5 * BURST_SECONDS
    await work.end("long")
    await work.begin("s", owner=STRANGER)
    await work.begin("h", owner=HOSPITAL)
    await work.begin("b")
    assert work.begun == ["long", "a", "h", "b"]
    work.clock.now += 3 * BURST_SECONDS / SHARE
    await work.end("h")
    assert work.begun == ["long", "a", "h", "b", "s"]
    await work.end("a", "b", "s")
    assert work.is_idle()


async def test_strangers_of_many_networks_wait_together_while_people_are_signed_in() -> None:
    work = Work()
    networks = [address_owner(CallerClass.ANONYMOUS, f"2001:db8:{number}::1") for number in range(6)]
    for number, network in enumerate(networks[:3]):
        work.seconds[f"s{number}"] = 2 * BURST_SECONDS_OF_ALL
        await work.begin(f"s{number}", owner=network)
    await work.begin("a")
    await work.end("s0", "s1", "s2")
    await work.begin("late", owner=networks[5])
    await work.begin("lookup", owner=address_owner(CallerClass.UNRECOGNISED, "2001:db8:5::1"))
    await work.begin("b")
    assert work.begun == ["s0", "s1", "s2", "a", "lookup", "b"]
    await work.end("a", "lookup", "b")
    work.clock.now += 1  # they have left: strangers may use all the time
    await work.begin("later", owner=networks[4])
    await work.end("late", "later")
    assert set(work.begun[6:]) == {"late", "later"}
    assert work.is_idle()


async def test_a_stranger_resumes_when_the_wait_is_over_even_if_nothing_else_happens() -> None:
    work = Work()
    await work.begin("a")
    await work.begin("long", owner=STRANGER)
    work.seconds["long"] = 2 * BURST_SECONDS
    await work.end("long")
    await work.begin("s", owner=STRANGER)
    assert work.begun == ["a", "long"]
    work.clock.now += 2 * BURST_SECONDS / SHARE
    await work.end("s", "a")
    assert work.is_idle()


async def test_a_wait_that_is_over_while_it_is_looked_at_is_no_wait_for_ever() -> None:
    work = Work()
    work.seconds["a"] = BURST_SECONDS + 0.5 * SHARE
    await work.begin("a", owner=STRANGER)
    await work.begin("administrator")
    await work.end("a")
    looked = 0

    class Hurrying(Clock):
        def __call__(self) -> float:
            """The wait of the share is over after the first look at it."""
            nonlocal looked
            looked += 1
            return work.clock.now + (1e-6 if looked == 1 else 1.0)

    work.clock.now += 0.5 - 1e-5
    for part in (work.slots, work.slots._share, work.slots._share_of_all):
        part._clock = Hurrying()
    await work.begin("b", owner=STRANGER)
    async with asyncio.timeout(60):
        while "b" not in work.begun:  # noqa: ASYNC110 - a timer of the loop wakes it
            await asyncio.sleep(0.001)
    await work.end("b", "administrator")


async def test_looking_up_a_valid_cookie_costs_its_address_nothing() -> None:
    clock = Clock()
    slots = FairSlots(clock=clock)

    async def lookup(caller: Caller | None) -> Caller | None:
        clock.now += 10
        return caller

    valid = Caller(session_id=1)
    order: list[Caller | None] = []

    async def recognise(address: str, caller: Caller | None) -> None:
        order.append(await slots.recognise(address, lambda: lookup(caller)))

    await recognise("192.0.2.7", valid)
    await recognise("192.0.2.8", None)
    await recognise("192.0.2.8", ANONYMOUS)
    late = create_task(recognise("192.0.2.8", None))
    await recognise("192.0.2.7", valid)
    assert order == [valid, None, ANONYMOUS, valid]
    clock.now += 100
    await late
    assert slots.held == 0


@pytest.mark.usefixtures("database")
async def test_the_owner_of_a_slot_is_the_employer_the_partner_or_the_network() -> None:
    house = await a_house()
    partner = await a_partner(house.employer_id)
    jean, sara = slot_owner(signed_in(house.jean), "192.0.2.7"), slot_owner(signed_in(house.sara), "::1")
    assert jean.group == sara.group
    assert jean.caller != sara.caller
    assert slot_owner(await asking(partner), "::1").group == f"partner {partner.id}"
    assert slot_owner(ANONYMOUS, "2001:db8:1:2:3::4") == slot_owner(ANONYMOUS, "2001:db8:1:2:ffff::")


def test_all_strangers_together_have_fewer_slots_than_those_who_are_signed_in() -> None:
    signed_in_limits = SLOT_LIMITS[CallerClass.SIGNED_IN]
    assert SLOT_LIMITS[CallerClass.ANONYMOUS].total <= signed_in_limits.total / 4
    assert signed_in_limits.group < signed_in_limits.total


class Machine:
    """One event loop whose clock moves by what is computed on it, and by a millisecond an iteration."""

    def __init__(self) -> None:
        self.clock = Clock()
        self.slots = FairSlots(clock=self.clock, sleep=self._sleep)
        self.computed: Counter[str] = Counter()
        """Milliseconds, by group."""

    async def _sleep(self, seconds: float) -> None:
        until = self.clock.now + seconds
        while self.clock.now < until:  # noqa: ASYNC110  the test moves the clock
            await asyncio.sleep(0)

    async def ticking(self) -> None:
        while True:
            self.clock.now += 0.001
            await asyncio.sleep(0)

    async def operation(self, owner: SlotOwner, steps: int, milliseconds: int) -> None:
        """Compute after each of so many statements."""
        async with self.slots.hold(owner) as slot:
            await slot.run(self._compute(owner.group, steps, milliseconds))

    async def _compute(self, group: str, steps: int, milliseconds: int) -> None:
        for _ in range(steps):
            await asyncio.sleep(0)  # the statement
            await give_way()
            self.clock.now += milliseconds / 1_000
            self.computed[group] += milliseconds


BUSY = [SlotOwner(CallerClass.SIGNED_IN, "employer 1", str(number % 10)) for number in range(20)]
"""Twenty connections of ten administrators of one employer."""
BUSY_PARTNER = [SlotOwner(CallerClass.SIGNED_IN, "partner 3", "partner 3")] * 20


@pytest.mark.parametrize("busy", [BUSY, BUSY_PARTNER])
async def test_one_employer_or_partner_on_twenty_connections_takes_half_the_time_while_another_is_active(
    busy: list[SlotOwner],
) -> None:
    machine, step = Machine(), 100
    clock = create_task(machine.ticking())

    async def without_end(owner: SlotOwner) -> None:
        while True:
            await machine.operation(owner, 50, step)

    tasks = [create_task(without_end(owner)) for owner in busy]
    while machine.computed[busy[0].group] < 100 * step:  # noqa: ASYNC110  work has no event
        await asyncio.sleep(0)
    before, began = machine.computed[busy[0].group], machine.clock.now
    for _ in range(40):
        await machine.operation(B, 10, 2)
    elapsed = (machine.clock.now - began) * 1_000
    assert machine.computed[B.group] == 40 * 10 * 2
    taken = machine.computed[busy[0].group] - before
    assert taken <= elapsed / 2 + (1 + QUANTUM_SECONDS * 10) * step
    for task in (*tasks, clock):
        task.cancel()
    await asyncio.wait({*tasks, clock})
    assert machine.slots.held == 0


async def test_an_employer_that_is_alone_never_pauses() -> None:
    machine = Machine()
    await asyncio.gather(*(machine.operation(owner, 5, 100) for owner in BUSY))
    assert machine.clock.now == pytest.approx(1_000 + 20 * 5 * 0.1)


async def test_the_lookup_of_an_own_cookie_is_no_reason_to_pause() -> None:
    """On 20 connections every request begins with one."""
    machine, caller = Machine(), Caller(session_id=1)

    async def lookup() -> Caller:
        return caller

    machine.slots._networks.recognised("192.0.2.7", BUSY[0].group)
    owner = address_owner(CallerClass.UNRECOGNISED, "192.0.2.7")
    async with machine.slots.hold(owner):
        await asyncio.gather(*(machine.operation(owner, 5, 100) for owner in BUSY))
    assert machine.clock.now == pytest.approx(1_000 + 20 * 5 * 0.1)


async def test_an_operation_cancelled_while_it_pauses_does_not_begin() -> None:
    machine = Machine()
    await machine.operation(A, 1, 500)
    async with machine.slots.hold(B):
        late = create_task(machine.operation(COLLEAGUE, 1, 500))
        for _ in range(10):
            await asyncio.sleep(0)
        late.cancel()
        await asyncio.wait({late})
    assert machine.computed[A.group] == 500
    assert machine.slots.held == 0
