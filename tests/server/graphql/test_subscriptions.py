"""The feed followed over WebSocket and as server-sent events: in order, each once (T2)."""

import asyncio
import json
import socket as stdlib_socket
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import aclosing, asynccontextmanager
from typing import Any

import httpx2
import pytest
import websockets
from websockets.asyncio.client import ClientConnection

from models.database import query, transaction
from models.rules.partners.feed import StatusChange
from models.rules.vocabulary import AccountStatus, Scope
from models.stores.partners.feed import append_to_feed
from resolvers.partners import manage
from resolvers.partners.subscribe import AUTHORISATION_SECONDS
from schema.limits.document import MAX_DOCUMENT_CHARACTERS
from tests.client import a_service, settings_of
from tests.factories import NOW, APartner, House, a_house, a_partner, asking
from tests.server.subscribers import FEED, PROTOCOL, begin, by_events, by_socket, hear, listening, say, socket

pytestmark = pytest.mark.usefixtures("database")

WAYS = (by_socket, by_events)
Way = Callable[..., AsyncGenerator[dict[str, Any], None]]
PATIENCE = 20.0
"""Seconds after which what should have come has not."""


async def change(house: House, count: int = 1) -> list[tuple[str, str]]:
    """So many changes at once, of Paul and of Sara in turn."""
    people = [house.paul, house.sara]
    statuses = [AccountStatus.ACTIVE, AccountStatus.DELETED]
    made = [
        StatusChange(people[i % 2].id, statuses[i // 2 % 2], statuses[1 - i // 2 % 2], NOW)
        for i in range(count)
    ]
    async with transaction():
        await append_to_feed(house.employer_id, made)
    return [(people[i % 2].identifier, made[i].after.value) for i in range(count)]


def told(changes: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [(one["identifier"], one["after"]) for one in changes]


@pytest.fixture
async def host(database_url: str) -> AsyncIterator[str]:
    async with asyncio.timeout(60), listening(settings_of(database_url)) as (host, _):
        yield host


async def town() -> tuple[House, APartner]:
    house = await a_house()
    return house, await a_partner(house.employer_id)


async def take(changes: AsyncIterator[dict[str, Any]], count: int) -> list[dict[str, Any]]:
    async with asyncio.timeout(PATIENCE):
        return [await anext(changes) for _ in range(count)]


async def a_cursor(host: str, house: House, partner: APartner) -> str:
    """A cursor to begin at: the feed is followed from now on without one."""
    await change(house)
    headers = {"authorization": f"Bearer {partner.key}"}
    query = "{ accountStatusChanges { pageInfo { endCursor } } }"
    async with httpx2.AsyncClient() as client:
        answer = await client.post(f"http://{host}/graphql", json={"query": query}, headers=headers)
    return str(answer.json()["data"]["accountStatusChanges"]["pageInfo"]["endCursor"])


@pytest.mark.parametrize("way", WAYS)
async def test_a_subscriber_hears_each_change_once_in_order_as_it_happens(host: str, way: Way) -> None:
    house, partner = await town()
    elsewhere = await a_house("B")
    start = await a_cursor(host, house, partner)
    async with aclosing(way(host, partner.key, start)) as changes:
        for count in (1, 3, 120):
            expected = await change(house, count)
            await change(elsewhere)
            heard = await take(changes, count)
            assert told(heard) == expected
        assert [one["cursor"] for one in heard] == list(dict.fromkeys(one["cursor"] for one in heard))


@pytest.mark.parametrize("way", WAYS)
async def test_who_resumes_after_a_cursor_misses_nothing_and_hears_nothing_twice(host: str, way: Way) -> None:
    house, partner = await town()
    start = await a_cursor(host, house, partner)
    expected = await change(house, 60)
    async with aclosing(way(host, partner.key, start)) as changes:
        heard = await take(changes, 25)
    expected += await change(house, 60)  # nobody listens
    async with aclosing(way(host, partner.key, heard[-1]["cursor"])) as changes:
        heard += await take(changes, 95)
    assert told(heard) == expected


async def test_whoever_connects_again_by_itself_goes_on_after_the_last_event(host: str) -> None:
    """Its document still says where it began."""
    house, partner = await town()
    start = await a_cursor(host, house, partner)
    expected = await change(house, 5)
    async with aclosing(by_events(host, partner.key, first=start)) as changes:
        heard = await take(changes, 3)
    async with aclosing(by_events(host, partner.key, heard[-1]["cursor"], first=start)) as changes:
        heard += await take(changes, 2)
    assert told(heard) == expected


@pytest.mark.parametrize("way", WAYS)
async def test_without_a_cursor_the_feed_is_followed_from_now_on(host: str, way: Way) -> None:
    house, partner = await town()
    await change(house, 3)
    async with aclosing(way(host, partner.key)) as changes:
        first = asyncio.ensure_future(anext(changes))
        heard = None
        async with asyncio.timeout(PATIENCE):
            while heard is None:  # when it has begun cannot be seen from here
                expected = await change(house, 2)
                done, _ = await asyncio.wait({first}, timeout=0.2)
                heard = first.result() if done else None
    assert (heard["identifier"], heard["after"]) == expected[0]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("before", [0, 3])
async def test_where_the_feed_ends_can_be_asked_and_is_followed_from(
    host: str, way: Way, before: int
) -> None:
    """So that nothing is missed if the connection is lost before the first change."""
    house, partner = await town()
    if before:
        await change(house, before)
    headers = {"authorization": f"Bearer {partner.key}"}
    asked = {"query": "{ accountStatusChanges(first: 1) { latestCursor } }"}
    async with httpx2.AsyncClient() as client:
        answer = await client.post(f"http://{host}/graphql", json=asked, headers=headers)
        latest = answer.json()["data"]["accountStatusChanges"]["latestCursor"]
        await change(await a_house("B"))  # which this partner may not ask about: it is told nothing of that
        again = await client.post(f"http://{host}/graphql", json=asked, headers=headers)
    assert again.json()["data"]["accountStatusChanges"]["latestCursor"] == latest
    expected = await change(house, 2)
    async with aclosing(way(host, partner.key, latest)) as changes:
        assert told(await take(changes, 2)) == expected


@pytest.mark.parametrize("way", WAYS)
async def test_whoever_has_used_up_the_minute_waits_after_each_page(
    host: str, database_url: str, way: Way
) -> None:
    """It begins with 100 and pays 100 for each page of 50: a thousand are ten pages."""
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
    assert told(heard) == expected[:500]


async def test_whoever_has_used_up_the_minute_begins_no_stream_and_is_told_when_to_come_again(
    database_url: str,
) -> None:
    """Over a socket it ends nothing else."""
    house, partner = await town()
    settings = settings_of(database_url, cost_limit=1_000, cost_per_minute=1_000)
    async with asyncio.timeout(PATIENCE), listening(settings) as (host, app):
        start = await a_cursor(host, house, partner)
        await change(house)
        async with socket(host, partner.key) as opened:
            await begin(opened, after=start)
            await hear(opened)
            budget = app.state.streams.edge.limits.budget((await asking(partner)), "127.0.0.1")
            while not (await budget.spend(100)).seconds:
                pass
            await say(opened, type="subscribe", id="second", payload={"query": FEED})
            answer = await hear(opened)
            assert (answer["id"], answer["type"]) == ("second", "error")
            assert answer["payload"][0]["extensions"]["code"] == "RATE_LIMITED"
            expected = await change(house)
            assert told([(await hear(opened))["payload"]["data"]["accountStatusChanged"]]) == expected
        headers = {"accept": "text/event-stream", "authorization": f"Bearer {partner.key}"}
        async with httpx2.AsyncClient() as client:
            refused = await client.post(f"http://{host}/graphql", headers=headers, json={"query": FEED})
        assert refused.status_code == 429
        assert 0 < int(refused.headers["retry-after"]) <= 120
        assert refused.json()["errors"][0]["extensions"]["code"] == "RATE_LIMITED"
        assert app.state.streams.count(partner.id) == 0


@asynccontextmanager
async def without(table: str) -> AsyncIterator[None]:
    """For as long as the block lasts, the database fails whoever asks for it."""
    await query(f"ALTER TABLE {table} RENAME TO away", [])
    try:
        yield
    finally:
        await query(f"ALTER TABLE away RENAME TO {table}", [])


async def test_who_comes_while_the_database_is_away_is_told_to_try_again(host: str) -> None:
    _, partner = await town()
    async with without("partner_key"), socket(host, partner.key) as opened:
        await say(opened, type="connection_init")
        assert await ending(opened) == 1013


@pytest.mark.parametrize("way", WAYS)
async def test_a_database_that_fails_interrupts_a_stream_and_completes_nothing(
    database_url: str, way: Way
) -> None:
    """What is complete, a client does not ask for again."""
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
                async with httpx2.AsyncClient() as client:
                    told_of_it = await client.post(
                        f"http://{host}/graphql", headers=headers, json={"query": FEED}
                    )
                assert (told_of_it.status_code, told_of_it.headers["retry-after"]) == (503, "5")
        expected = await change(house)
        async with aclosing(way(host, partner.key, heard[0]["cursor"])) as changes:
            assert told(await take(changes, 1)) == expected


@pytest.mark.parametrize("way", WAYS)
async def test_a_revoked_partner_hears_no_more(host: str, way: Way) -> None:
    house, partner = await town()
    start = await a_cursor(host, house, partner)
    async with aclosing(way(host, partner.key, start)) as changes:
        await change(house)
        await take(changes, 1)
        await manage.revoke_partner(partner.name, NOW)
        await change(house, 5)
        async with asyncio.timeout(AUTHORISATION_SECONDS + PATIENCE):
            with pytest.raises((StopAsyncIteration, TypeError)):  # an answer without data, or the end
                await anext(changes)


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
            answer = await hear(opened)
            assert answer["type"] == "error"
            assert [error["extensions"]["code"] for error in answer["payload"]] == [code]
    headers = {"accept": "text/event-stream", **({"authorization": f"Bearer {key}"} if key else {})}
    async with httpx2.AsyncClient() as client:
        found = await client.post(f"http://{host}/graphql", headers=headers, json=payload)
    events = [line[6:] for line in found.text.splitlines() if line.startswith("data: ")]
    assert [json.loads(event)["errors"][0]["extensions"]["code"] for event in events] == [code]


INIT = {"type": "connection_init"}
DEEP = {"a": json.loads("[" * 30 + "]" * 30)}
SUBSCRIBE = {"type": "subscribe", "id": "1", "payload": {"query": FEED}}


@pytest.mark.parametrize(
    ("messages", "code"),
    [
        ([SUBSCRIBE], 4401),
        ([INIT, INIT], 4429),
        ([INIT, SUBSCRIBE, SUBSCRIBE], 4409),
        (["not JSON"], 4400),
        ([INIT, []], 4400),
        ([INIT, {"type": "dance"}], 4400),
        ([INIT, {"type": "subscribe", "id": "", "payload": {"query": FEED}}], 4400),
        ([INIT, {"type": "subscribe", "id": "1", "payload": {"query": 5}}], 4400),
        ([INIT, {"type": "subscribe", "id": "1", "payload": {"query": FEED, "variables": []}}], 4400),
        ([INIT, {**SUBSCRIBE, "payload": None}], 4400),
        ([INIT, {"type": "subscribe", "id": "1", "payload": {"query": FEED, "variables": DEEP}}], 4400),
        ([{"type": "connection_init", "payload": {"Authorization": "Bearer cptk_wrong"}}], 4403),
        (["a" * 70_000], 1009),
    ],
    ids=range(13),
)
async def test_whoever_breaks_the_protocol_is_told_with_its_code(
    host: str, messages: list[Any], code: int
) -> None:
    _, partner = await town()
    async with socket(host, partner.key) as opened:
        for message in messages:
            await opened.send(message if isinstance(message, str) else json.dumps(message))
        assert await ending(opened) == code


async def test_bytes_are_no_message(host: str) -> None:
    _, partner = await town()
    async with socket(host, partner.key) as opened:
        await opened.send(b"{}")
        with pytest.raises(websockets.ConnectionClosed) as closed:
            await hear(opened)
    assert closed.value.rcvd
    assert closed.value.rcvd.code == 4400


async def test_only_the_one_protocol_is_spoken_and_only_to_our_own_pages(host: str) -> None:
    _, partner = await town()
    async with socket(host, partner.key, protocol="graphql-ws") as opened:
        with pytest.raises(websockets.ConnectionClosed) as closed:
            await hear(opened)
    assert closed.value.rcvd
    assert closed.value.rcvd.code == 4406
    with pytest.raises(websockets.InvalidStatus) as refused:
        async with socket(host, partner.key, origin="https://elsewhere.example"):
            pass
    assert refused.value.response.status_code == 403


async def test_a_key_may_come_in_the_first_payload_and_pings_are_answered(host: str) -> None:
    house, partner = await town()
    async with socket(host, None) as opened:
        await say(opened, type="ping")
        assert (await hear(opened))["type"] == "pong"
        await say(opened, type="connection_init", payload={"authorization": f"Bearer {partner.key}"})
        assert (await hear(opened))["type"] == "connection_ack"
        start = await a_cursor(host, house, partner)
        payload = {"query": FEED, "variables": {"after": start}}
        await say(opened, type="subscribe", id="feed", payload=payload)
        await say(opened, type="ping")
        await say(opened, type="pong")
        assert (await hear(opened))["type"] == "pong"
        expected = await change(house)
        assert told([(await hear(opened))["payload"]["data"]["accountStatusChanged"]]) == expected
        await say(opened, type="complete", id="feed")
        await say(opened, type="complete", id="feed")
        await say(opened, type="subscribe", id="feed", payload=payload)  # the id is free again
        assert told([(await hear(opened))["payload"]["data"]["accountStatusChanged"]]) == expected


async def test_a_stream_too_many_is_told_so_and_one_that_ends_makes_room(database_url: str) -> None:
    house, partner = await town()
    settings = settings_of(database_url, subscriptions=1)
    async with asyncio.timeout(PATIENCE), listening(settings) as (host, app):
        start = await a_cursor(host, house, partner)
        await change(house)
        async with aclosing(by_events(host, partner.key, start)) as changes:
            await take(changes, 1)
            headers = {"accept": "text/event-stream", "authorization": f"Bearer {partner.key}"}
            async with httpx2.AsyncClient() as client:
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


async def test_a_partner_holds_so_many_sockets_whether_it_follows_or_not(database_url: str) -> None:
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
    """False for who is told to try again later."""
    await say(opened, type="connection_init")
    try:
        return bool((await hear(opened))["type"] == "connection_ack")
    except websockets.ConnectionClosed:
        return opened.close_code != 1013


async def test_each_page_of_a_stream_counts_and_who_has_used_up_the_minute_waits(database_url: str) -> None:
    """The stream goes on when the minute does; others are not slowed."""
    house, partner = await town()
    other = await a_partner(house.employer_id)
    settings = settings_of(database_url, cost_limit=1_000, cost_per_minute=1_000)
    async with asyncio.timeout(60), listening(settings) as (host, app):
        start = await a_cursor(host, house, partner)
        await change(house, 1_000)
        async with aclosing(by_events(host, partner.key, start)) as changes:
            heard = await take(changes, 400)
            budget = app.state.streams.edge.limits.budget((await asking(partner)), "127.0.0.1")
            assert (await budget.spend(1_000)).left < 1_000 - 100 * len(heard) // 50
        async with aclosing(by_events(host, other.key)) as changes:
            first = asyncio.ensure_future(anext(changes))
            while not first.done():
                await change(house, 2)
                await asyncio.wait({first}, timeout=0.2)


async def test_each_use_of_a_key_over_a_socket_is_counted(database_url: str) -> None:
    _, partner = await town()
    async with listening(settings_of(database_url)) as (host, app):
        for _ in range(3):
            async with socket(host, partner.key) as opened:
                await say(opened, type="connection_init")
                assert (await hear(opened))["type"] == "connection_ack"
        await app.state.uses.keep()
        (found,) = await manage.list_partners()
        assert found.keys[0].uses == 3


async def test_a_socket_is_logged_without_its_address(
    database_url: str, capfd: pytest.CaptureFixture[str]
) -> None:
    _, partner = await town()
    async with listening(settings_of(database_url)) as (host, _):
        headers = {"authorization": f"Bearer {partner.key}"}
        url = f"ws://{host}/graphql?token=SECRET"
        async with websockets.connect(url, subprotocols=[PROTOCOL], additional_headers=headers) as opened:
            await say(opened, type="dance")
            assert await ending(opened) == 4401
    told = capfd.readouterr().err
    assert "SECRET" not in told
    (line,) = [json.loads(line) for line in told.splitlines() if '"socket"' in line]
    assert (line["event"], line["path"], line["code"]) == ("socket", "/graphql", 4401)


async def test_a_session_follows_nothing(database_url: str) -> None:
    """The feed is partners'; a socket does not even look at cookies."""
    house = await a_house()
    settings = settings_of(database_url)
    async with a_service(settings) as service, listening(settings) as (host, _):
        jean = await service.browser(house.jean)
        cookie = "; ".join(f"{name}={value}" for name, value in jean.client.cookies.items())
        assert cookie
        headers = {"accept": "text/event-stream", "cookie": cookie}
        async with httpx2.AsyncClient() as client:
            answer = await client.post(f"http://{host}/graphql", headers=headers, json={"query": FEED})
        assert '"FORBIDDEN"' in answer.text
        async with socket(host, None) as opened:
            await say(opened, type="connection_init")
            assert await ending(opened) == 4403


async def test_streams_end_when_the_service_is_asked_to(database_url: str) -> None:
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
async def test_who_goes_away_is_forgotten_whatever_was_under_way(database_url: str, way: Way) -> None:
    """A stream is closed only once nothing is at work in it: else it would never be."""
    house, partner = await town()
    async with asyncio.timeout(PATIENCE), listening(settings_of(database_url)) as (host, app):
        start = await a_cursor(host, house, partner)
        for count in (1, 2, 3):
            await change(house, count)
            async with aclosing(way(host, partner.key, start)) as changes:
                await take(changes, count)
            await app.state.streams.changed(lambda: app.state.streams.count(partner.id) == 0)


async def test_who_does_not_read_is_let_go_and_resumes_where_they_were(database_url: str) -> None:
    """Nothing is kept for them: what was not read stays in the database."""
    house, partner = await town()
    wide = " ".join(f"a{n}: at" for n in range(90))
    document = FEED.replace("cursor", f"cursor {wide}")
    async with listening(settings_of(database_url)) as (host, app):
        app.state.streams.seconds_to_send = 0.3
        start = await a_cursor(host, house, partner)
        expected = await change(house, 4_000)
        small = stdlib_socket.socket()  # or the kernel would keep it all for who does not read
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
        assert told(heard) == expected


async def everything_from(opened: ClientConnection) -> list[dict[str, Any]]:
    """What is left of a connection that ends."""
    heard = []
    try:
        while True:
            heard.append((await hear(opened))["payload"]["data"]["accountStatusChanged"])
    except websockets.ConnectionClosed:
        return heard


async def ending(opened: ClientConnection) -> int | None:
    """The code that it ends with, whatever is said before."""
    try:
        while True:
            await hear(opened)
    except websockets.ConnectionClosed as closed:
        return closed.rcvd.code if closed.rcvd else None
