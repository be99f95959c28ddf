"""Connections to URLs that partners chose: never into a private network, unless a setting allows it."""

import asyncio
import ssl
from typing import Any

import httpcore2
import pytest

from server.webhooks import public_network
from server.webhooks.public_network import MAX_RESPONSE_BYTES, PrivateAddress, PublicNetwork
from tests.processes.name_server import a_name_server
from tests.processes.webhook_receiver import Receiver, a_receiver

PRIVATE = ["127.0.0.1", "localhost", "any.localhost.", "::1", "0.0.0.0", "10.0.0.1", "fe80::1%lo"]


def port_of(receiver: Receiver) -> int:
    return int(receiver.url.split(":")[2].split("/")[0])


@pytest.mark.parametrize("host", PRIVATE)
async def test_no_connection_is_made_into_a_private_network(host: str) -> None:
    async with a_receiver(None) as receiver:
        with pytest.raises(PrivateAddress):
            await PublicNetwork(private_too=False).connect_tcp(host, port_of(receiver))
    assert receiver.connections == 0


@pytest.mark.parametrize("host", [host for host in PRIVATE if "%" not in host])
async def test_where_an_address_leads_is_seen_beforehand(host: str) -> None:
    url = f"https://[{host}]/a" if ":" in host else f"https://{host}:8443/a"
    assert not await PublicNetwork(private_too=False).may_reach(url)
    assert await PublicNetwork(private_too=True).may_reach(url)


@pytest.mark.parametrize("host", ["nowhere.invalid", "a" * 70 + ".example", "2130706433", "0x7f.1", "a..b"])
async def test_a_name_that_does_not_resolve_yet_may_be_registered_but_not_connected_to(host: str) -> None:
    async with a_name_server() as (_, resolver):
        network = PublicNetwork(private_too=False, resolver=resolver)
        assert await network.may_reach(f"https://{host}/")
        with pytest.raises(httpcore2.ConnectError, match="leads nowhere"):
            await network.connect_tcp(host, 443)


async def test_one_private_address_among_the_public_ones_of_a_name_is_enough() -> None:
    async with a_name_server() as (server, resolver):
        server.names = {"mixed.example": [["93.184.215.14", "10.0.0.1"]]}
        assert not await PublicNetwork(private_too=False, resolver=resolver).may_reach(
            "https://mixed.example"
        )


async def test_what_was_looked_at_is_what_is_connected_to() -> None:
    """DNS rebinding does not help: the name is resolved once, and that address is connected to."""
    async with a_receiver(None) as receiver, a_name_server() as (server, resolver):
        server.names = {"rebinding.example": [["127.0.0.1"], ["192.0.2.1"]]}
        network = PublicNetwork(private_too=True, resolver=resolver)
        stream = await network.connect_tcp("rebinding.example", port_of(receiver))
        await stream.aclose()
        assert server.questions == ["rebinding.example"]


async def test_the_next_address_of_a_name_is_tried_where_the_first_does_not_answer() -> None:
    async with a_receiver(None) as receiver, a_name_server() as (server, resolver):
        server.names = {"two.example": [["127.0.0.99", "127.0.0.1"]]}
        network = PublicNetwork(private_too=True, resolver=resolver)
        stream = await network.connect_tcp("two.example", port_of(receiver), 5.0)
        await stream.aclose()


async def test_names_that_resolve_slowly_delay_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    """Many more than the threads of a resolver's pool; they end by themselves."""
    monkeypatch.setattr(public_network, "RESOLVE_TIMEOUT_SECONDS", 120.0)
    async with a_receiver(None) as receiver, a_name_server() as (server, resolver):
        server.names = {"good.example": [["127.0.0.1"]]}
        server.silent = {f"slow-{n}.example" for n in range(200)}
        network = PublicNetwork(private_too=True, resolver=resolver)
        slow = [asyncio.create_task(network.connect_tcp(name, 443)) for name in server.silent]
        stream = await network.connect_tcp("good.example", port_of(receiver))
        await stream.aclose()
        assert not any(task.done() for task in slow)
        for task in slow:
            task.cancel()
        await asyncio.wait(slow)
        monkeypatch.setattr(public_network, "RESOLVE_TIMEOUT_SECONDS", 0.2)
        slow = [asyncio.create_task(network.connect_tcp(name, 443)) for name in server.silent]
        ended = await asyncio.gather(*slow, return_exceptions=True)
    assert {type(error) for error in ended} == {public_network.NameNotResolved}


@pytest.mark.parametrize("flood", [b"HTTP/1.1 102 Processing\r\n\r\n", b"a" * 100], ids=["102", "nothing"])
async def test_an_endless_response_is_not_read_to_its_end(flood: bytes) -> None:
    sent = 0

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal sent
        await reader.readuntil(b"\r\n\r\n")
        try:
            while True:
                writer.write(flood)
                sent += len(flood)
                await writer.drain()
        except ConnectionError:
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with (
        server,
        asyncio.timeout(120),
        httpcore2.AsyncConnectionPool(network_backend=PublicNetwork(private_too=True)) as pool,
    ):
        with pytest.raises((httpcore2.ReadError, httpcore2.ProtocolError)):
            await pool.request("GET", f"http://127.0.0.1:{port}/")
    assert sent < 100 * MAX_RESPONSE_BYTES


async def test_a_connection_passes_on_the_facts_of_the_inner_one() -> None:
    async with a_receiver(None) as receiver:
        stream: Any = await PublicNetwork(private_too=True).connect_tcp("127.0.0.1", port_of(receiver))
        assert stream.get_extra_info("socket") is not None
        with pytest.raises((httpcore2.ConnectError, httpcore2.ConnectTimeout)):
            await stream.start_tls(ssl.create_default_context(), "127.0.0.1", 0.2)
