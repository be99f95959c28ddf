"""A holder's own open sessions: listing and ending them (P5)."""

from datetime import timedelta

import pytest
import time_machine

from tests.client import Browser, Service
from tests.factories import NOW, House, a_house
from tests.nothing_written import nothing_is_written

OWN_SESSIONS = "{ viewer { sessionEndsAt sessions { id openedAt lastUsedAt endsAt current } } }"
END = "mutation ($id: ID!) { endSession(input: {sessionId: $id}) { errors { code field } } }"
END_OTHERS = "mutation { endOtherSessions { errors { code field } } }"


@pytest.fixture
async def house(database: None) -> House:  # noqa: ARG001
    return await a_house()


async def own_sessions(browser: Browser) -> list[dict[str, object]]:
    sessions: list[dict[str, object]] = (await browser.data(OWN_SESSIONS))["viewer"]["sessions"]
    return sessions


async def test_the_viewer_sees_their_own_sessions_and_which_is_the_current_one(
    service: Service, house: House
) -> None:
    older = await service.browser(house.jean, since=NOW - timedelta(minutes=20))
    await service.browser(house.sara)
    here = await service.browser(house.jean)
    assert [session["current"] for session in await own_sessions(here)] == [True, False]
    assert [session["current"] for session in await own_sessions(older)] == [False, True]
    (session, _) = await own_sessions(here)
    assert session["openedAt"] == session["lastUsedAt"] == "2026-11-23T09:00:00Z"
    assert session["endsAt"] == "2026-11-23T17:00:00Z"
    assert (await here.data(OWN_SESSIONS))["viewer"]["sessionEndsAt"] == "2026-11-23T17:00:00Z"


async def test_a_session_that_lapsed_is_not_open(service: Service, house: House) -> None:
    await service.browser(house.jean, since=NOW - timedelta(minutes=31))
    here = await service.browser(house.jean)
    assert len(await own_sessions(here)) == 1


async def test_ending_one_session_ends_that_one_alone(service: Service, house: House) -> None:
    other, third, here = [await service.browser(house.jean) for _ in range(3)]
    (session_id,) = [session["id"] for session in await own_sessions(other) if session["current"]]
    assert await here.data(END, {"id": session_id}) == {"endSession": {"errors": []}}
    assert [await own_sessions(browser) != [] for browser in (other, third, here)] == [False, True, True]


async def test_ending_all_others_keeps_this_one(service: Service, house: House) -> None:
    other, third, here = [await service.browser(house.jean) for _ in range(3)]
    sara = await service.browser(house.sara)
    assert await here.data(END_OTHERS) == {"endOtherSessions": {"errors": []}}
    still_open = [await own_sessions(browser) != [] for browser in (other, third, here, sara)]
    assert still_open == [False, False, True, True]


async def test_another_persons_session_is_not_found_and_goes_on(service: Service, house: House) -> None:
    sara, jean = await service.browser(house.sara), await service.browser(house.jean)
    (hers,) = await own_sessions(sara)
    async with nothing_is_written():
        data = await jean.data(END, {"id": hers["id"]})
    assert data == {"endSession": {"errors": [{"code": "NOT_FOUND", "field": ["sessionId"]}]}}


async def test_a_session_ended_twice_is_not_found_the_second_time(service: Service, house: House) -> None:
    other, here = await service.browser(house.jean), await service.browser(house.jean)
    (session_id,) = [session["id"] for session in await own_sessions(other) if session["current"]]
    await here.data(END, {"id": session_id})
    async with nothing_is_written():
        data = await here.data(END, {"id": session_id})
    assert data["endSession"]["errors"][0]["code"] == "NOT_FOUND"


async def test_an_anonymous_caller_has_no_session_to_end(service: Service, house: House) -> None:
    jean, stranger = await service.browser(house.jean), await service.stranger()
    (session,) = await own_sessions(jean)
    async with nothing_is_written():
        assert (await stranger.data(END, {"id": session["id"]}))["endSession"]["errors"] == [
            {"code": "NOT_SIGNED_IN", "field": None}
        ]
        assert (await stranger.data(END_OTHERS))["endOtherSessions"]["errors"][0]["code"] == "NOT_SIGNED_IN"
        made_up = await jean.data(END, {"id": "U2Vzc2lvbjow"})
    assert made_up["endSession"]["errors"] == [{"code": "INVALID", "field": ["sessionId"]}]


async def test_a_sessions_id_is_no_node(service: Service, house: House) -> None:
    jean = await service.browser(house.jean)
    (session,) = await own_sessions(jean)
    assert await jean.data("query ($id: ID!) { node(id: $id) { id } }", {"id": session["id"]}) == {
        "node": None
    }


async def test_a_session_in_use_is_shown_with_its_last_use(service: Service, house: House) -> None:
    jean = await service.browser(house.jean)
    later = NOW + timedelta(minutes=5)
    with time_machine.travel(later, tick=False):
        (session,) = await own_sessions(jean)
    assert session["openedAt"] == "2026-11-23T09:00:00Z"
    assert session["lastUsedAt"] in {"2026-11-23T09:05:00Z", "2026-11-23T09:00:00Z"}
