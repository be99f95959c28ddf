"""The way out to addresses that others chose: never into a private network, unless a setting allows it.

A name is resolved here, and connected to is the very address that was looked at: what the name leads to a
moment later is of no matter.
"""

import asyncio
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from ipaddress import IPv4Address, IPv6Address, ip_address
from socket import SOCK_STREAM, getaddrinfo
from typing import Any
from urllib.parse import urlsplit

import httpcore2

from models.rules.webhooks import all_public

_THREADS = 32
"""Of its own: names that resolve slowly may not hold up what the rest of the service does in threads."""


class PrivateAddress(Exception):
    """The name leads into a private network, which nobody outside may make us ask."""


class OpenNetwork(httpcore2.AsyncNetworkBackend):
    def __init__(self, private_too: bool) -> None:
        self.private_too = private_too
        self._inner = httpcore2.AnyIOBackend()
        self._threads = ThreadPoolExecutor(_THREADS, "names")

    async def may_reach(self, url: str) -> bool:
        """False if it leads into a private network now; one that leads nowhere yet may do so later."""
        parts = urlsplit(url)
        try:
            await self._addresses(parts.hostname or "", parts.port or 443)
        except PrivateAddress:
            return False
        except httpcore2.ConnectError:
            return True
        return True

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's own signature
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        """Errors: PrivateAddress; httpcore2's ConnectError."""
        address = (await self._addresses(host, port))[0]
        return await self._inner.connect_tcp(str(address), port, timeout, local_address, socket_options)

    async def sleep(self, seconds: float) -> None:
        await self._inner.sleep(seconds)

    async def _addresses(self, host: str, port: int) -> list[IPv4Address | IPv6Address]:
        """Errors: httpcore2's ConnectError for a name that leads nowhere; PrivateAddress."""
        ask = partial(getaddrinfo, host, port, type=SOCK_STREAM)
        try:
            found = await asyncio.get_running_loop().run_in_executor(self._threads, ask)
        except (OSError, UnicodeError) as error:
            raise httpcore2.ConnectError from error
        # A link-local IPv6 address names its interface after a %.
        addresses = [ip_address(str(address[0]).partition("%")[0]) for *_, address in found]
        if not self.private_too and not all_public(addresses):
            raise PrivateAddress
        return addresses
