"""A person's own open sessions: what they see of them, and ending them (P5)."""

from datetime import timedelta

import pytest
import time_machine

from tests.client import Browser, Service
from tests.factories import NOW, House, a_house
from tests.nothing_written import nothing_is_written

MINE = "{ viewer { sessionEndsAt sessions { id openedAt lastUsedAt endsAt current } } }"
END = "mutation ($id: ID!) { endSession(input: {sessionId: $id}) { errors { code field } } }"
END_OTHERS = "mutation { endOtherSessions { errors { code field } } }"


@pytest.fixture
async def house(database: None) -> House:  # noqa: ARG001
    return await a_house()


async def mine(browser: Browser) -> list[dict[str, object]]:
    found: list[dict[str, object]] = (await browser.data(MINE))["viewer"]["sessions"]
    return found


async def test_one_sees_ones_own_sessions_and_which_is_this_one(service: Service, house: House) -> None:
    older = await service.browser(house.jean, since=NOW - timedelta(minutes=20))
    await service.browser(house.sara)
    here = await service.browser(house.jean)
    assert [session["current"] for session in await mine(here)] == [True, False]
    assert [session["current"] for session in await mine(older)] == [False, True]
    (session, _) = await mine(here)
    assert session["openedAt"] == session["lastUsedAt"] == "2026-11-23T09:00:00Z"
    assert session["endsAt"] == "2026-11-23T17:00:00Z"
    assert (await here.data(MINE))["viewer"]["sessionEndsAt"] == "2026-11-23T17:00:00Z"


async def test_a_session_that_lapsed_is_not_open(service: Service, house: House) -> None:
    await service.browser(house.jean, since=NOW - timedelta(minutes=31))
    here = await service.browser(house.jean)
    assert len(await mine(here)) == 1


async def test_ending_one_session_ends_that_one_alone(service: Service, house: House) -> None:
    other, third, here = [await service.browser(house.jean) for _ in range(3)]
    (wanted,) = [session["id"] for session in await mine(other) if session["current"]]
    assert await here.data(END, {"id": wanted}) == {"endSession": {"errors": []}}
    assert [await mine(browser) != [] for browser in (other, third, here)] == [False, True, True]


async def test_ending_all_others_keeps_this_one(service: Service, house: House) -> None:
    other, third, here = [await service.browser(house.jean) for _ in range(3)]
    sara = await service.browser(house.sara)
    assert await here.data(END_OTHERS) == {"endOtherSessions": {"errors": []}}
    kept = [await mine(browser) != [] for browser in (other, third, here, sara)]
    assert kept == [False, False, True, True]


async def test_another_persons_session_is_not_found_and_goes_on(service: Service, house: House) -> None:
    sara, jean = await service.browser(house.sara), await service.browser(house.jean)
    (hers,) = await mine(sara)
    async with nothing_is_written():
        answer = await jean.data(END, {"id": hers["id"]})
    assert answer == {"endSession": {"errors": [{"code": "NOT_FOUND", "field": ["sessionId"]}]}}


async def test_a_session_ended_twice_is_not_found_the_second_time(service: Service, house: House) -> None:
    other, here = await service.browser(house.jean), await service.browser(house.jean)
    (wanted,) = [session["id"] for session in await mine(other) if session["current"]]
    await here.data(END, {"id": wanted})
    async with nothing_is_written():
        answer = await here.data(END, {"id": wanted})
    assert answer["endSession"]["errors"][0]["code"] == "NOT_FOUND"


async def test_whoever_is_not_signed_in_has_no_session_to_end(service: Service, house: House) -> None:
    jean, stranger = await service.browser(house.jean), await service.stranger()
    (session,) = await mine(jean)
    async with nothing_is_written():
        assert (await stranger.data(END, {"id": session["id"]}))["endSession"]["errors"] == [
            {"code": "NOT_SIGNED_IN", "field": None}
        ]
        assert (await stranger.data(END_OTHERS))["endOtherSessions"]["errors"][0]["code"] == "NOT_SIGNED_IN"
        made_up = await jean.data(END, {"id": "U2Vzc2lvbjow"})
    assert made_up["endSession"]["errors"] == [{"code": "INVALID", "field": ["sessionId"]}]


async def test_a_sessions_id_is_no_node(service: Service, house: House) -> None:
    jean = await service.browser(house.jean)
    (session,) = await mine(jean)
    assert await jean.data("query ($id: ID!) { node(id: $id) { id } }", {"id": session["id"]}) == {
        "node": None
    }


async def test_a_session_in_use_is_shown_with_its_last_use(service: Service, house: House) -> None:
    jean = await service.browser(house.jean)
    later = NOW + timedelta(minutes=5)
    with time_machine.travel(later, tick=False):
        (session,) = await mine(jean)
    assert session["openedAt"] == "2026-11-23T09:00:00Z"
    assert session["lastUsedAt"] in {"2026-11-23T09:05:00Z", "2026-11-23T09:00:00Z"}
