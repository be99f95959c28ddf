"""Connections to hosts that partners chose: never into a private network, unless a setting allows it.

The name is resolved here, and the address that was checked is the one connected to: it does not matter if
the name changes meanwhile (DNS rebinding). A name that resolves slowly delays no other.
"""

import ssl
from collections.abc import Iterable
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import httpcore2

from models.rules.partners.public_addresses import all_public
from server.first_use import DNS, loaded

if TYPE_CHECKING:
    from dns.asyncresolver import Resolver

RESOLVE_TIMEOUT_SECONDS = 3.0
MAX_RESPONSE_BYTES = 65_536
"""Bytes of a response, of which only the status is used."""
_LOOPBACK = (ip_address("127.0.0.1"), ip_address("::1"))


class NameNotResolved(httpcore2.ConnectError):
    """The host name has no address."""

    def __init__(self) -> None:
        super().__init__("the name leads nowhere")


class ResponseTooLong(httpcore2.ReadError):
    """The response is longer than `MAX_RESPONSE_BYTES`."""

    def __init__(self) -> None:
        super().__init__("the answer is too long")


class PrivateAddress(Exception):
    """The name resolves to an address of a private network."""


class PublicNetwork(httpcore2.AsyncNetworkBackend):
    """`resolver` is the machine's own by default; files such as /etc/hosts are not read."""

    def __init__(self, private_too: bool, resolver: "Resolver | None" = None) -> None:
        self.private_too = private_too
        self._resolver = resolver
        self._inner = httpcore2.AnyIOBackend()

    async def may_reach(self, url: str) -> bool:
        """False if the host is in a private network now; True for a name that does not resolve yet."""
        try:
            await self._addresses(urlsplit(url).hostname or "")
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
        """Connect to the first address that answers.

        Raises: PrivateAddress; httpcore2's ConnectError and ConnectTimeout.
        """
        refused: Exception = httpcore2.ConnectError()
        for address in await self._addresses(host):
            try:
                stream = await self._inner.connect_tcp(
                    str(address), port, timeout, local_address, socket_options
                )
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                refused = error
            else:
                return _LimitedStream(stream)
        raise refused

    async def sleep(self, seconds: float) -> None:
        await self._inner.sleep(seconds)

    async def _addresses(self, host: str) -> list[IPv4Address | IPv6Address]:
        """Resolve the name. Raises: NameNotResolved; PrivateAddress."""
        addresses = await self._resolved(host)
        if not self.private_too and not all_public(addresses):
            raise PrivateAddress
        return addresses

    async def _resolved(self, host: str) -> list[IPv4Address | IPv6Address]:
        try:
            return [ip_address(host.partition("%")[0])]  # what follows the % names an interface of ours
        except ValueError:
            pass
        if host.rstrip(".").lower().split(".")[-1] == "localhost":  # RFC 6761
            return list(_LOOPBACK)
        await loaded(DNS)
        import dns.asyncresolver
        import dns.exception

        try:
            resolver = self._resolver or dns.asyncresolver.get_default_resolver()
            answer = await resolver.resolve_name(host, lifetime=RESOLVE_TIMEOUT_SECONDS)
        except (dns.exception.DNSException, OSError, UnicodeError) as error:
            raise NameNotResolved() from error
        return [ip_address(address) for address in answer.addresses()]


class _LimitedStream(httpcore2.AsyncNetworkStream):
    """A connection that reads at most MAX_RESPONSE_BYTES after each write."""

    def __init__(self, inner: httpcore2.AsyncNetworkStream) -> None:
        self._inner, self._read = inner, 0

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109
        """Read. Raises: ResponseTooLong."""
        data = await self._inner.read(max_bytes, timeout)
        self._read += len(data)
        if self._read > MAX_RESPONSE_BYTES:
            raise ResponseTooLong()
        return data

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109
        self._read = 0
        await self._inner.write(buffer, timeout)

    async def aclose(self) -> None:
        await self._inner.aclose()

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109
    ) -> httpcore2.AsyncNetworkStream:
        return _LimitedStream(await self._inner.start_tls(ssl_context, server_hostname, timeout))

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)
