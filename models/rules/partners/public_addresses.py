"""Webhooks may only be on the public internet: checks of their URLs and network addresses."""

from collections.abc import Iterable
from ipaddress import IPv4Address, IPv6Address, ip_network
from urllib.parse import urlsplit

from models.rules.refusals import Refusal, malformed, too_long

MAX_URL_CHARACTERS = 500
_NOT_PUBLIC_IPV4 = (
    ip_network("192.0.0.0/24"),
    ip_network("168.63.129.16/32"),  # Azure's own platform services
)
_UNICAST = ip_network("2000::/3")
"""The only IPv6 block allocated for global unicast so far: other addresses are local or reserved."""
_DOCUMENTATION = ip_network("3fff::/20")
_NAT64 = ip_network("64:ff9b::/96")
_ISATAP = (0x00005EFE, 0x02005EFE)


def webhook_url_refusal(url: str) -> Refusal | None:
    """Return why this URL cannot be a webhook, judged by its text alone; None if it can."""
    if len(url) > MAX_URL_CHARACTERS:
        return too_long(MAX_URL_CHARACTERS, len(url))
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return _malformed()
    printable = url.isascii() and url.isprintable() and " " not in url and "\\" not in url
    well_formed = printable and parts.scheme == "https" and parts.hostname and port != 0
    return None if well_formed and parts.username is None and "#" not in url else _malformed()


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Whether the address is on the public internet, and so is the IPv4 address embedded in it, if any."""
    if isinstance(address, IPv4Address):
        listed = any(address in network for network in _NOT_PUBLIC_IPV4)
        return address.is_global and not address.is_multicast and not listed
    if embedded := _embedded_ipv4(address):
        return is_public(embedded)
    return address in _UNICAST and address not in _DOCUMENTATION and address.is_global


def _embedded_ipv4(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that this one is routed to by NAT64, ISATAP, IPv4 mapping, 6to4 or Teredo."""
    if address in _NAT64 or (int(address) >> 32) & 0xFFFFFFFF in _ISATAP:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]


def all_public(addresses: Iterable[IPv4Address | IPv6Address]) -> bool:
    """Whether every address is public: a host name with one private address could lead a connection to it."""
    return all(is_public(address) for address in addresses)


def _malformed() -> Refusal:
    return malformed(
        "Donnez une adresse https:// sans nom d'utilisateur ni fragment, telle que https://exemple.fr/suivi.",
        "Give an https:// address without credentials or fragment, such as https://example.org/hook.",
    )
