"""Subscriptions that end: the database fails, the service stops, the subscriber leaves or does not read."""

import asyncio
import socket as stdlib_socket
from contextlib import aclosing
from typing import Any

import httpx2
import pytest
import websockets
from websockets.asyncio.client import ClientConnection

from resolvers.partners import manage
from resolvers.partners.subscribe import AUTHORISATION_SECONDS
from tests.client import settings_of
from tests.factories import NOW
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
from tests.server.graphql.subscriptions.missing_table import without
from tests.server.subscribers import (
    FEED,
    begin,
    by_socket,
    hear,
    listening,
    socket,
)

pytestmark = pytest.mark.usefixtures("database")


@pytest.mark.parametrize("way", WAYS)
async def test_a_database_that_fails_interrupts_a_stream_and_completes_nothing(
    database_url: str, way: Way
) -> None:
    """A client does not resume a stream that was completed."""
    house, partner = await town()
    async with (
        asyncio.timeout(AUTHORISATION_SECONDS + PATIENCE),
        listening(settings_of(database_url)) as (host, app),
    ):
        start = await a_cursor(host, house, partner)
        await change(house)
        async with aclosing(way(host, partner.key, start)) as changes:
            heard = await take(changes, 1)
            async with without("status_change"):
                assert [one async for one in changes] == []
                await app.state.streams.changed(lambda: app.state.streams.count(partner.id) == 0)
                headers = {"accept": "text/event-stream", "authorization": f"Bearer {partner.key}"}
                async with httpx2.AsyncClient(timeout=PATIENCE) as client:
                    refusal = await client.post(
                        f"http://{host}/graphql", headers=headers, json={"query": FEED}
                    )
                assert (refusal.status_code, refusal.headers["retry-after"]) == (503, "5")
        expected = await change(house)
        async with aclosing(way(host, partner.key, heard[0]["cursor"])) as changes:
            assert identifiers_and_statuses(await take(changes, 1)) == expected


@pytest.mark.parametrize("way", WAYS)
async def test_a_revoked_partner_receives_no_more_changes(host: str, way: Way) -> None:
    house, partner = await town()
    start = await a_cursor(host, house, partner)
    async with aclosing(way(host, partner.key, start)) as changes:
        await change(house)
        await take(changes, 1)
        await manage.revoke_partner(partner.name, NOW)
        await change(house, 5)
        async with asyncio.timeout(AUTHORISATION_SECONDS + PATIENCE):
            with pytest.raises((StopAsyncIteration, TypeError)):  # the end, or a message without data
                await anext(changes)


async def test_streams_end_when_the_service_stops(database_url: str) -> None:
    house, partner = await town()
    async with listening(settings_of(database_url)) as (host, app):
        start = await a_cursor(host, house, partner)
        ways = [way(host, partner.key, start) for way in WAYS]
        await change(house)
        for changes in ways:
            await take(changes, 1)
        app.state.streams.ending.set()
        for changes in ways:
            async with asyncio.timeout(PATIENCE):
                assert [one async for one in changes] == []


@pytest.mark.parametrize("way", WAYS)
async def test_the_stream_of_a_client_that_disconnects_ends_at_any_moment(
    database_url: str, way: Way
) -> None:
    """An asynchronous generator cannot be closed while a task runs in it: the task is cancelled first."""
    house, partner = await town()
    async with asyncio.timeout(PATIENCE), listening(settings_of(database_url)) as (host, app):
        start = await a_cursor(host, house, partner)
        for count in (1, 2, 3):
            await change(house, count)
            async with aclosing(way(host, partner.key, start)) as changes:
                await take(changes, count)
            await app.state.streams.changed(lambda: app.state.streams.count(partner.id) == 0)


async def test_the_stream_of_a_client_that_does_not_read_ends_and_can_be_resumed(database_url: str) -> None:
    """No changes are held in memory for them: what was not read stays in the database."""
    house, partner = await town()
    wide = " ".join(f"a{n}: at" for n in range(90))
    document = FEED.replace("cursor", f"cursor {wide}")
    async with listening(settings_of(database_url)) as (host, app):
        app.state.streams.seconds_to_send = 0.3
        start = await a_cursor(host, house, partner)
        expected = await change(house, 4_000)
        small = stdlib_socket.socket()  # a large buffer of the kernel would hold everything that is not read
        small.setsockopt(stdlib_socket.SOL_SOCKET, stdlib_socket.SO_RCVBUF, 4_096)
        small.connect(("127.0.0.1", int(host.split(":")[1])))
        async with socket(host, partner.key, max_queue=1, sock=small) as opened:
            await begin(opened, document, after=start)
            async with asyncio.timeout(PATIENCE):
                await app.state.streams.changed(lambda: app.state.streams.count(partner.id) == 1)
                await app.state.streams.changed(lambda: app.state.streams.count(partner.id) == 0)
            heard = await everything_from(opened)
        assert 0 < len(heard) < 4_000
        async with aclosing(by_socket(host, partner.key, heard[-1]["cursor"])) as changes:
            heard += await take(changes, 4_000 - len(heard))
        assert identifiers_and_statuses(heard) == expected


async def everything_from(opened: ClientConnection) -> list[dict[str, Any]]:
    """The changes that are left to read of a connection that ends."""
    heard = []
    try:
        while True:
            heard.append((await hear(opened))["payload"]["data"]["accountStatusChanged"])
    except websockets.ConnectionClosed:
        return heard
