"""The way out to addresses that others chose: never into a private network, unless a setting allows it."""

import socket
from typing import Any

import httpcore2
import pytest

from server import open_network
from server.open_network import OpenNetwork, PrivateAddress
from tests.receiver import a_receiver

PRIVATE = ["127.0.0.1", "localhost", "::1", "0.0.0.0", "2130706433", "0x7f.1"]


@pytest.mark.parametrize("host", PRIVATE)
async def test_no_connection_is_made_into_a_private_network(host: str) -> None:
    async with a_receiver(None) as receiver:
        port = int(receiver.url.split(":")[2].split("/")[0])
        with pytest.raises(PrivateAddress):
            await OpenNetwork(private_too=False).connect_tcp(host, port)
    assert receiver.connections == 0


@pytest.mark.parametrize("host", PRIVATE)
async def test_where_an_address_leads_is_seen_beforehand(host: str) -> None:
    url = f"https://[{host}]/a" if ":" in host else f"https://{host}:8443/a"
    assert not await OpenNetwork(private_too=False).may_reach(url)
    assert await OpenNetwork(private_too=True).may_reach(url)


async def test_a_name_that_leads_nowhere_yet_may_do_so_later() -> None:
    network = OpenNetwork(private_too=False)
    for host in ("nowhere.invalid", "a" * 70 + ".example"):
        assert await network.may_reach(f"https://{host}/")
        with pytest.raises(httpcore2.ConnectError):
            await network.connect_tcp(host, 443)


async def test_what_was_looked_at_is_what_is_connected_to(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name whose owner answers otherwise the second time gains nothing: there is no second time."""
    asked: list[str] = []
    async with a_receiver(None) as receiver:
        port = int(receiver.url.split(":")[2].split("/")[0])

        def first_here_then_elsewhere(host: str, _port: int, **_more: Any) -> list[Any]:
            asked.append(host)
            address = "127.0.0.1" if len(asked) == 1 else "192.0.2.1"
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

        monkeypatch.setattr(open_network, "getaddrinfo", first_here_then_elsewhere)
        stream = await OpenNetwork(private_too=True).connect_tcp("rebinding.example", port)
        await stream.aclose()
    assert asked == ["rebinding.example"]
