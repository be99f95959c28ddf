"""Where messages that partners ask for may go: to the open network only."""

from collections.abc import Iterable
from ipaddress import IPv4Address, IPv6Address, ip_network
from urllib.parse import urlsplit

from models.rules.refusals import Refusal, malformed, too_long

MAX_URL_CHARACTERS = 500
_NEAR = (
    ip_network("192.0.0.0/24"),
    ip_network("168.63.129.16/32"),  # of the machine's own platform, in Azure
)
_UNICAST = ip_network("2000::/3")
"""All that is given out of IPv6 so far. Whatever else an address says, it says to somebody near."""
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
    plain = url.isascii() and url.isprintable() and " " not in url and "\\" not in url
    good = plain and parts.scheme == "https" and parts.hostname and port != 0
    return None if good and parts.username is None and "#" not in url else _malformed()


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Whether it is of the open network, and no address of ours in another's clothes."""
    if isinstance(address, IPv4Address):
        return address.is_global and not address.is_multicast and not any(address in near for near in _NEAR)
    if inner := _within(address):
        return is_public(inner)
    return address in _UNICAST and address not in _DOCUMENTATION and address.is_global


def _within(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that this one leads to, by one of the ways that the two are joined."""
    if address in _NAT64 or (int(address) >> 32) & 0xFFFFFFFF in _ISATAP:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]


def all_public(addresses: Iterable[IPv4Address | IPv6Address]) -> bool:
    """None may be private: which one a connection takes is not for the name's owner to play with."""
    return all(is_public(address) for address in addresses)


def _malformed() -> Refusal:
    return malformed(
        "Donnez une adresse https:// sans nom d'utilisateur ni fragment, telle que https://exemple.fr/suivi.",
        "Give an https:// address without credentials or fragment, such as https://example.org/hook.",
    )
