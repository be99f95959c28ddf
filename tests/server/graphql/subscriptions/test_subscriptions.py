"""The feed over WebSocket and as server-sent events: each change once, in order (T2)."""

import asyncio
import json
from contextlib import aclosing

import httpx2
import pytest

from models.rules.vocabulary import Scope
from schema.limits.document import MAX_DOCUMENT_CHARACTERS
from tests.client import a_service, settings_of
from tests.factories import a_house, a_partner
from tests.server.graphql.subscriptions.feed_changes import (
    PATIENCE,
    WAYS,
    Way,
    a_cursor,
    change,
    identifiers_and_statuses,
    take,
    town,
)
from tests.server.subscribers import (
    FEED,
    by_events,
    ending,
    hear,
    listening,
    say,
    socket,
)

pytestmark = pytest.mark.usefixtures("database")


@pytest.mark.parametrize("way", WAYS)
async def test_a_subscriber_receives_each_change_once_in_order_as_it_happens(host: str, way: Way) -> None:
    house, partner = await town()
    elsewhere = await a_house("B")
    start = await a_cursor(host, house, partner)
    async with aclosing(way(host, partner.key, start)) as changes:
        for count in (1, 3, 120):
            expected = await change(house, count)
            await change(elsewhere)
            heard = await take(changes, count)
            assert identifiers_and_statuses(heard) == expected
        assert [one["cursor"] for one in heard] == list(dict.fromkeys(one["cursor"] for one in heard))


@pytest.mark.parametrize("way", WAYS)
async def test_a_resumed_subscription_misses_nothing_and_repeats_nothing(host: str, way: Way) -> None:
    house, partner = await town()
    start = await a_cursor(host, house, partner)
    expected = await change(house, 60)
    async with aclosing(way(host, partner.key, start)) as changes:
        heard = await take(changes, 25)
    expected += await change(house, 60)  # while there is no subscriber
    async with aclosing(way(host, partner.key, heard[-1]["cursor"])) as changes:
        heard += await take(changes, 95)
    assert identifiers_and_statuses(heard) == expected


async def test_a_browser_that_reconnects_goes_on_after_the_last_event(host: str) -> None:
    """The document of the new request still has the first cursor."""
    house, partner = await town()
    start = await a_cursor(host, house, partner)
    expected = await change(house, 5)
    async with aclosing(by_events(host, partner.key, first=start)) as changes:
        heard = await take(changes, 3)
    async with aclosing(by_events(host, partner.key, heard[-1]["cursor"], first=start)) as changes:
        heard += await take(changes, 2)
    assert identifiers_and_statuses(heard) == expected


@pytest.mark.parametrize("way", WAYS)
async def test_without_a_cursor_the_feed_is_followed_from_now_on(host: str, way: Way) -> None:
    house, partner = await town()
    await change(house, 3)
    async with aclosing(way(host, partner.key)) as changes:
        first = asyncio.ensure_future(anext(changes))
        heard = None
        async with asyncio.timeout(PATIENCE):
            while heard is None:  # the test cannot see when the subscription has begun
                expected = await change(house, 2)
                done, _ = await asyncio.wait({first}, timeout=0.2)
                heard = first.result() if done else None
    assert (heard["identifier"], heard["after"]) == expected[0]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("before", [0, 3])
async def test_a_subscription_can_begin_at_the_feeds_latest_cursor(host: str, way: Way, before: int) -> None:
    """So that nothing is missed if the connection is lost before the first change."""
    house, partner = await town()
    if before:
        await change(house, before)
    headers = {"authorization": f"Bearer {partner.key}"}
    request = {"query": "{ accountStatusChanges(first: 1) { latestCursor } }"}
    async with httpx2.AsyncClient(timeout=PATIENCE) as client:
        response = await client.post(f"http://{host}/graphql", json=request, headers=headers)
        latest = response.json()["data"]["accountStatusChanges"]["latestCursor"]
        await change(await a_house("B"))  # an employer of which this partner receives nothing
        second_response = await client.post(f"http://{host}/graphql", json=request, headers=headers)
    assert second_response.json()["data"]["accountStatusChanges"]["latestCursor"] == latest
    expected = await change(house, 2)
    async with aclosing(way(host, partner.key, latest)) as changes:
        assert identifiers_and_statuses(await take(changes, 2)) == expected


@pytest.mark.parametrize(
    "problem",
    ["stranger", "no scope", "bad cursor", "another's cursor", "a query", "unknown", "too long", "unnamed"],
)
async def test_what_cannot_be_followed_is_refused_with_a_code(host: str, problem: str) -> None:
    house, partner = await town()
    other = await a_partner(house.employer_id, scopes=[Scope.STATUS])
    foreign = await a_cursor(host, house, await a_partner(house.employer_id))
    key, document, after, code = {
        "stranger": (None, FEED, None, "NOT_SIGNED_IN"),
        "no scope": (other.key, FEED, None, "FORBIDDEN"),
        "bad cursor": (partner.key, FEED, "AAAA", "INVALID"),
        "another's cursor": (partner.key, FEED, foreign, "INVALID"),
        "a query": (partner.key, "{ viewer { kind } }", None, "BAD_REQUEST"),
        "unknown": (partner.key, "subscription { nothing }", None, "BAD_REQUEST"),
        "too long": (partner.key, FEED + " " * MAX_DOCUMENT_CHARACTERS, None, "LIMIT_EXCEEDED"),
        "unnamed": (partner.key, FEED, None, "BAD_REQUEST"),
    }[problem]
    payload = {"query": document, "variables": {"after": after} if document is FEED else None}
    if problem == "unnamed":
        payload["operationName"] = "Nobody"
    async with socket(host, key) as opened:
        await say(opened, type="connection_init")
        if key is None:
            assert await ending(opened) == 4403
        else:
            await hear(opened)
            await say(opened, type="subscribe", id="feed", payload=payload)
            message = await hear(opened)
            assert message["type"] == "error"
            assert [error["extensions"]["code"] for error in message["payload"]] == [code]
    headers = {"accept": "text/event-stream", **({"authorization": f"Bearer {key}"} if key else {})}
    async with httpx2.AsyncClient(timeout=PATIENCE) as client:
        response = await client.post(f"http://{host}/graphql", headers=headers, json=payload)
    events = [line[6:] for line in response.text.splitlines() if line.startswith("data: ")]
    assert [json.loads(event)["errors"][0]["extensions"]["code"] for event in events] == [code]


async def test_a_session_follows_nothing(database_url: str) -> None:
    """Only partners may follow the feed; the WebSocket does not read cookies."""
    house = await a_house()
    settings = settings_of(database_url)
    async with a_service(settings) as service, listening(settings) as (host, _):
        jean = await service.browser(house.jean)
        cookie = "; ".join(f"{name}={value}" for name, value in jean.client.cookies.items())
        assert cookie
        headers = {"accept": "text/event-stream", "cookie": cookie}
        async with httpx2.AsyncClient(timeout=PATIENCE) as client:
            response = await client.post(f"http://{host}/graphql", headers=headers, json={"query": FEED})
        assert '"FORBIDDEN"' in response.text
        async with socket(host, None) as opened:
            await say(opened, type="connection_init")
            assert await ending(opened) == 4403
