"""The protocol graphql-transport-ws: close codes, keys, pings, and the log of a connection."""

import json
from typing import Any

import pytest
import websockets

from resolvers.partners import manage
from tests.client import settings_of
from tests.server.graphql.subscriptions.feed_changes import a_cursor, change, identifiers_and_statuses, town
from tests.server.graphql.subscriptions.missing_table import without
from tests.server.subscribers import (
    FEED,
    PROTOCOL,
    ending,
    hear,
    listening,
    say,
    socket,
)

pytestmark = [pytest.mark.usefixtures("database"), pytest.mark.one_database]


async def test_a_connection_while_the_database_fails_is_closed_with_try_again_later(host: str) -> None:
    _, partner = await town()
    async with without("partner_key"), socket(host, partner.key) as opened:
        await say(opened, type="connection_init")
        assert await ending(opened) == 1013


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
async def test_a_client_that_breaks_the_protocol_gets_its_close_code(
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
        assert (
            identifiers_and_statuses([(await hear(opened))["payload"]["data"]["accountStatusChanged"]])
            == expected
        )
        await say(opened, type="complete", id="feed")
        await say(opened, type="complete", id="feed")
        await say(opened, type="subscribe", id="feed", payload=payload)  # the id is free again
        assert (
            identifiers_and_statuses([(await hear(opened))["payload"]["data"]["accountStatusChanged"]])
            == expected
        )


async def test_each_use_of_a_key_over_a_socket_is_counted(database_url: str) -> None:
    _, partner = await town()
    async with listening(settings_of(database_url)) as (host, app):
        for _ in range(3):
            async with socket(host, partner.key) as opened:
                await say(opened, type="connection_init")
                assert (await hear(opened))["type"] == "connection_ack"
        await app.state.key_usage.write()
        (registered,) = await manage.list_partners()
        assert registered.keys[0].uses == 3


async def test_a_socket_is_logged_without_its_address(
    database_url: str, capfd: pytest.CaptureFixture[str]
) -> None:
    _, partner = await town()
    async with listening(settings_of(database_url)) as (host, _):
        headers = {"authorization": f"Bearer {partner.key}"}
        url = f"ws://{host}/graphql?token=SECRET"
        async with websockets.connect(
            url, subprotocols=[PROTOCOL], additional_headers=headers, open_timeout=None
        ) as opened:
            await say(opened, type="dance")
            assert await ending(opened) == 4401
    log = capfd.readouterr().err
    assert "SECRET" not in log
    (line,) = [json.loads(line) for line in log.splitlines() if '"socket"' in line]
    assert (line["event"], line["path"], line["code"]) == ("socket", "/graphql", 4401)
