"""A caller has few operations running at once, so that one caller leaves room for the others."""

import asyncio
from asyncio import Event, Task, create_task
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

import pytest

from resolvers.caller import ANONYMOUS
from server.rate_limits.concurrency import (
    MAX_CONCURRENT_ANONYMOUS_OPERATIONS,
    MAX_CONCURRENT_OPERATIONS,
    ConcurrencySlots,
)
from server.rate_limits.cost_budget import budget_owner
from tests.client import Service, a_service, settings_of
from tests.factories import House, a_house, signed_in
from tests.nothing_written import rows_without_sessions

KIND = "{ viewer { kind } }"
SIGN_OUT = "mutation { signOut { errors { code } } }"
A, B = ("partner", "1"), ("partner", "2")


class Work:
    """Operations that run until the test ends them, and the order in which they began."""

    def __init__(self) -> None:
        self.gates = ConcurrencySlots()
        self.begun: list[str] = []
        self.may_end: dict[str, Event] = {}
        self.tasks: dict[str, Task[None]] = {}

    async def begin(self, *names: str, caller: tuple[str, str] = A) -> None:
        for name in names:
            self.may_end[name] = Event()
            self.tasks[name] = create_task(self._run(name, caller))
            await asyncio.sleep(0)

    async def end(self, name: str) -> None:
        self.may_end[name].set()
        await self.tasks[name]
        await asyncio.sleep(0)

    async def _run(self, name: str, caller: tuple[str, str]) -> None:
        async with self.gates.of(caller):
            self.begun.append(name)
            await self.may_end[name].wait()


async def test_of_one_caller_two_are_under_way_and_the_others_come_in_order() -> None:
    work = Work()
    await work.begin("a", "b", "c", "d")
    assert work.begun == ["a", "b"]
    await work.end("b")
    assert work.begun == ["a", "b", "c"]
    await work.begin("e")
    await work.end("a")
    assert work.begun == ["a", "b", "c", "d"]
    for name in ("c", "d", "e"):
        await work.end(name)
    assert work.begun == ["a", "b", "c", "d", "e"]


async def test_callers_do_not_wait_for_each_other() -> None:
    work = Work()
    await work.begin("a", "b", "c")
    await work.begin("x", "y", caller=B)
    assert work.begun == ["a", "b", "x", "y"]
    for name in ("a", "b", "c", "x", "y"):
        await work.end(name)


async def test_an_address_is_that_of_many_people() -> None:
    work, names = Work(), [str(number) for number in range(MAX_CONCURRENT_ANONYMOUS_OPERATIONS + 1)]
    await work.begin(*names, caller=budget_owner(ANONYMOUS, "192.0.2.7"))
    assert work.begun == names[:-1]
    for name in names:
        await work.end(name)


async def test_an_operation_that_stops_waiting_or_running_frees_its_place() -> None:
    work = Work()
    await work.begin("a", "b", "c", "d")
    work.tasks["c"].cancel()
    work.tasks["a"].cancel()
    await asyncio.wait({work.tasks["a"], work.tasks["c"]})
    await work.begin("e")
    assert work.begun == ["a", "b", "d"]
    await work.end("b")
    assert work.begun == ["a", "b", "d", "e"]
    await work.end("d")
    await work.end("e")


async def test_nothing_is_stored_for_callers_without_running_operations() -> None:
    work = Work()
    await work.begin("a", "b", "c")
    await work.begin("x", caller=B)
    assert len(work.gates) == 2
    await work.end("x")
    assert len(work.gates) == 1
    work.tasks["c"].cancel()
    await asyncio.wait({work.tasks.pop("c")})
    await work.end("a")
    await work.end("b")
    assert len(work.gates) == 0


@pytest.fixture
async def served(database: None, database_url: str) -> AsyncIterator[Service]:  # noqa: ARG001
    async with a_service(settings_of(database_url, operation_seconds=0.3)) as started:
        yield started


@pytest.fixture
async def house(served: Service) -> House:  # noqa: ARG001
    return await a_house()


async def at_work(served: Service, house: House) -> AsyncExitStack:
    """Jean has as many operations running as he may."""
    gate = served.app.state.gates.of(budget_owner(signed_in(house.jean), ""))
    async with AsyncExitStack() as places:
        for _ in range(MAX_CONCURRENT_OPERATIONS):
            await places.enter_async_context(gate)
        return places.pop_all()


async def test_an_operation_too_many_is_answered_as_soon_as_another_ends(
    served: Service, house: House
) -> None:
    jean, sara = await served.browser(house.jean), await served.browser(house.sara)
    places = await at_work(served, house)
    waiting = create_task(jean.post(KIND))
    assert (await sara.post(KIND)).status_code == 200
    assert not waiting.done()
    await places.aclose()
    assert (await waiting).status_code == 200


async def test_an_operation_that_never_begins_is_refused_and_nothing_is_done(
    served: Service, house: House
) -> None:
    jean = await served.browser(house.jean)
    before = await rows_without_sessions()
    async with await at_work(served, house):
        refused = await jean.post(SIGN_OUT)
    assert (refused.status_code, refused.headers["retry-after"]) == (503, "5")
    assert [error["extensions"]["code"] for error in refused.json()["errors"]] == ["UNAVAILABLE"]
    assert await rows_without_sessions() == before
    assert (await jean.data(KIND))["viewer"]["kind"] == "ACCOUNT"
    assert len(served.app.state.gates) == 0
