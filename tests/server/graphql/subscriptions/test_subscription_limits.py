"""What a partner may follow in a minute and at the same time, over WebSocket and server-sent events."""

import asyncio
from contextlib import aclosing

import httpx2
import pytest
import websockets
from websockets.asyncio.client import ClientConnection

from tests.client import settings_of
from tests.factories import a_partner, asking
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
    begin,
    by_events,
    hear,
    listening,
    say,
    socket,
)

pytestmark = [pytest.mark.usefixtures("database"), pytest.mark.one_database]


@pytest.mark.parametrize("way", WAYS)
async def test_a_stream_without_budget_waits_after_each_page(host: str, database_url: str, way: Way) -> None:
    """The request costs 100, and each page of 50 changes 100 more: a budget of 1,000 is ten pages."""
    house, partner = await town()
    start = await a_cursor(host, house, partner)
    expected = await change(house, 520)
    settings = settings_of(database_url, cost_limit=1_000, cost_per_minute=1_000)
    async with listening(settings) as (poor, _), aclosing(way(poor, partner.key, start)) as changes:
        heard = await take(changes, 500)
        waiting = asyncio.ensure_future(anext(changes))
        assert not (await asyncio.wait({waiting}, timeout=0.5))[0]
        waiting.cancel()
        await asyncio.wait({waiting})
    assert identifiers_and_statuses(heard) == expected[:500]


async def test_without_budget_no_stream_begins_and_the_refusal_says_when_to_retry(
    database_url: str,
) -> None:
    """The other streams of a WebSocket connection go on."""
    house, partner = await town()
    settings = settings_of(database_url, cost_limit=1_000, cost_per_minute=1_000)
    async with asyncio.timeout(PATIENCE), listening(settings) as (host, app):
        start = await a_cursor(host, house, partner)
        await change(house)
        async with socket(host, partner.key) as opened:
            await begin(opened, after=start)
            await hear(opened)
            budget = app.state.streams.services.limits.budget((await asking(partner)), "127.0.0.1")
            while not (await budget.spend(100)).seconds:
                pass
            await say(opened, type="subscribe", id="second", payload={"query": FEED})
            message = await hear(opened)
            assert (message["id"], message["type"]) == ("second", "error")
            assert message["payload"][0]["extensions"]["code"] == "RATE_LIMITED"
            expected = await change(house)
            assert (
                identifiers_and_statuses([(await hear(opened))["payload"]["data"]["accountStatusChanged"]])
                == expected
            )
        headers = {"accept": "text/event-stream", "authorization": f"Bearer {partner.key}"}
        async with httpx2.AsyncClient(timeout=PATIENCE) as client:
            refused = await client.post(f"http://{host}/graphql", headers=headers, json={"query": FEED})
        assert refused.status_code == 429
        assert 0 < int(refused.headers["retry-after"]) <= 120
        assert refused.json()["errors"][0]["extensions"]["code"] == "RATE_LIMITED"
        assert app.state.streams.count(partner.id) == 0


async def test_one_stream_too_many_is_refused_until_another_ends(database_url: str) -> None:
    house, partner = await town()
    settings = settings_of(database_url, subscriptions=1)
    async with asyncio.timeout(PATIENCE), listening(settings) as (host, app):
        start = await a_cursor(host, house, partner)
        await change(house)
        async with aclosing(by_events(host, partner.key, start)) as changes:
            await take(changes, 1)
            headers = {"accept": "text/event-stream", "authorization": f"Bearer {partner.key}"}
            async with httpx2.AsyncClient(timeout=PATIENCE) as client:
                refused = await client.post(f"http://{host}/graphql", headers=headers, json={"query": FEED})
            assert '"LIMIT_EXCEEDED"' in refused.text
        await app.state.streams.changed(lambda: app.state.streams.count(partner.id) == 0)
        async with aclosing(by_events(host, partner.key, start)) as changes:
            await take(changes, 1)


async def test_one_stream_too_many_over_a_socket_ends_no_other(database_url: str) -> None:
    house, partner = await town()
    settings = settings_of(database_url, subscriptions=2)
    async with asyncio.timeout(PATIENCE), listening(settings) as (host, _):
        start = await a_cursor(host, house, partner)
        async with socket(host, partner.key) as opened:
            await begin(opened, after=start)
            for name in ("second", "third"):
                payload = {"query": FEED, "variables": {"after": start}}
                await say(opened, type="subscribe", id=name, payload=payload)
            refused = await hear(opened)
            assert (refused["id"], refused["type"]) == ("third", "error")
            assert refused["payload"][0]["extensions"]["code"] == "LIMIT_EXCEEDED"
            await change(house)
            assert {(await hear(opened))["id"] for _ in range(2)} == {"feed", "second"}


async def test_a_partners_connections_are_limited_with_or_without_subscriptions(database_url: str) -> None:
    house, partner = await town()
    other = await a_partner(house.employer_id)
    settings = settings_of(database_url, subscriptions=1)
    async with asyncio.timeout(PATIENCE), listening(settings) as (host, _):
        async with socket(host, partner.key) as opened:
            assert await welcomed(opened)
            async with socket(host, partner.key) as second:
                assert not await welcomed(second)
            async with socket(host, other.key) as others:
                assert await welcomed(others)
        room = False
        while not room:  # as soon as the service has seen that the first has gone
            async with socket(host, partner.key) as again:
                room = await welcomed(again)


async def welcomed(opened: ClientConnection) -> bool:
    """Whether the connection is acknowledged; False if it is closed with 1013, try again later."""
    await say(opened, type="connection_init")
    try:
        return bool((await hear(opened))["type"] == "connection_ack")
    except websockets.ConnectionClosed:
        return opened.close_code != 1013


async def test_each_page_of_a_stream_is_charged_to_its_own_partner(database_url: str) -> None:
    """The stream goes on when the minute is over; other partners do not wait."""
    house, partner = await town()
    other = await a_partner(house.employer_id)
    settings = settings_of(database_url, cost_limit=1_000, cost_per_minute=1_000)
    async with asyncio.timeout(PATIENCE), listening(settings) as (host, app):
        start = await a_cursor(host, house, partner)
        await change(house, 1_000)
        async with aclosing(by_events(host, partner.key, start)) as changes:
            heard = await take(changes, 400)
            budget = app.state.streams.services.limits.budget((await asking(partner)), "127.0.0.1")
            assert (await budget.spend(1_000)).left < 1_000 - 100 * len(heard) // 50
        async with aclosing(by_events(host, other.key)) as changes:
            first = asyncio.ensure_future(anext(changes))
            while not first.done():
                await change(house, 2)
                await asyncio.wait({first}, timeout=0.2)
