"""Budgets: the caller that a cost is counted for, and how long it waits when its budget is spent."""

import asyncio

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st
from limits import RateLimitItemPerMinute
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import SlidingWindowCounterRateLimiter
from pydantic import SecretStr

from resolvers.caller import ANONYMOUS
from server.rate_limits.cost_budget import CostCounter, budget_owner, charge, rejected_charge
from server.rate_limits.limiter import RateLimits
from tests.client import Browser, Service, settings_of
from tests.factories import NOW, House, a_house, signed_in
from tests.processes.redis import redis_server
from tests.server.rate_limits.cost_requests import KIND, SMALL, cost_of

pytestmark = pytest.mark.one_database


def test_anonymous_callers_are_counted_by_network_address() -> None:
    assert (
        budget_owner(ANONYMOUS, "192.0.2.7")
        == budget_owner(ANONYMOUS, "::ffff:192.0.2.7")
        == ("address", "192.0.2.7")
    )
    assert (
        budget_owner(ANONYMOUS, "2001:db8:1:2:3::4")
        == budget_owner(ANONYMOUS, "2001:db8:1:2:ffff::")
        == ("address", "2001:db8:1:2::")
    )
    assert budget_owner(ANONYMOUS, "2001:db8:1:3::4") != budget_owner(ANONYMOUS, "2001:db8:1:2::4")
    assert budget_owner(ANONYMOUS, "testclient") == ("address", "testclient")


async def test_an_ipv6_address_is_one_of_many_that_its_holder_chooses_from() -> None:
    limits = RateLimits(settings_of("sqlite://x.db"))
    waits = [await limits.for_address(f"2001:db8:1:2::{n:x}")("token", f"client-{n}") for n in range(130)]
    assert [wait > 0 for wait in waits] == [False] * 120 + [True] * 10
    assert await limits.for_address("2001:db8:1:3::1")("token", "client") == 0


async def test_attempts_over_a_networks_limit_do_not_count_for_others() -> None:
    limits = RateLimits(
        settings_of("sqlite://x.db", sign_in_limit="5/minute", sign_in_address_limit="3/minute")
    )
    for _ in range(20):
        await limits.for_address("192.0.2.7")("sign_in", "JLO000439")
    waits = [await limits.for_address("192.0.2.8")("sign_in", "JLO000439") for _ in range(3)]
    assert [wait > 0 for wait in waits] == [False, False, True]


@pytest.mark.parametrize(("before", "now"), [(0, 95), (80, 0), (60, 40), (100, 0)])
async def test_the_wait_ends_when_announced_and_not_much_before(before: int, now: int) -> None:
    item, begin = RateLimitItemPerMinute(100), NOW.timestamp()
    counter = SlidingWindowCounterRateLimiter(MemoryStorage())
    with time_machine.travel(begin, tick=False) as clock:
        assert (await charge(counter, item, before, "x")).seconds == 0
        clock.move_to(begin + 70)
        assert (await charge(counter, item, now, "x")).seconds == 0
        rejected = await charge(counter, item, 60, "x")
        assert rejected.seconds > 0
        clock.move_to(begin + 70 + rejected.seconds - 2)
        assert (await charge(counter, item, 60, "x")).seconds > 0
        clock.move_to(begin + 70 + rejected.seconds + 1)
        assert (await charge(counter, item, 60, "x")).seconds == 0


@given(steps=st.lists(st.tuples(st.floats(0, 150), st.sampled_from("xy"), st.integers(0, 120)), max_size=30))
def test_a_process_counts_as_the_processes_that_share_a_redis(steps: list[tuple[float, str, int]]) -> None:
    own, shared = CostCounter(100), SlidingWindowCounterRateLimiter(MemoryStorage())
    item = RateLimitItemPerMinute(100)

    async def count() -> None:
        with time_machine.travel(NOW.timestamp(), tick=False) as clock:
            for seconds, caller, cost in steps:
                clock.shift(seconds)
                expected = await charge(shared, item, cost, "account", caller)
                assert own.charge(("account", caller), cost) == expected

    asyncio.run(count())


def test_counts_of_former_minutes_are_forgotten() -> None:
    counter = CostCounter(100)
    with time_machine.travel(NOW.timestamp(), tick=False) as clock:
        for address in range(50):
            counter.charge(("address", str(address)), 1)
        assert len(counter) == 50
        clock.shift(60)
        counter.charge(("address", "another"), 1)
        assert len(counter) == 51
        clock.shift(120)
        counter.charge(("address", "another"), 1)
        assert len(counter) == 1


def test_a_clock_that_is_set_back_renews_no_budget() -> None:
    counter = CostCounter(100)
    with time_machine.travel(NOW.timestamp(), tick=False) as clock:
        assert counter.charge(("account", "1"), 100).left == 0
        clock.shift(-90)
        assert counter.charge(("account", "1"), 1).seconds > 0


def test_a_wait_is_at_least_a_second() -> None:
    assert rejected_charge(0, 0, 0, 0, length=60, amount=100, cost=1).seconds == 1


async def test_processes_that_share_a_redis_share_the_minute() -> None:
    with redis_server() as redis:
        settings = settings_of("sqlite://x.db", redis_url=SecretStr(redis.url), **SMALL)
        one, other = RateLimits(settings), RateLimits(settings)
        spent = [await limits.budget(ANONYMOUS, "192.0.2.7").spend(900) for limits in (one, other, one)]
        assert [(s.left, s.seconds > 0) for s in spent] == [(1_150, False), (250, False), (250, True)]
        redis.kill()
        assert (await one.budget(ANONYMOUS, "192.0.2.7").spend(900)).left == 1_150
        await one.aclose()
        await other.aclose()


async def test_an_account_is_counted_at_any_network_address(service: Service) -> None:
    house: House = await a_house()
    assert budget_owner(signed_in(house.jean), "192.0.2.7") == budget_owner(signed_in(house.jean), "::1")
    one: Browser = await service.browser(house.jean)
    other = await service.browser(house.jean)
    left = [cost_of((await browser.post(KIND)).json())[2] for browser in (one, other, one)]
    assert left == [599_900, 599_800, 599_700]
