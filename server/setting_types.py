"""Types of settings: closed lists, rate limits, origins, certificate authorities."""

import ssl
from enum import StrEnum
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Annotated, TypeAlias

from limits import parse
from pydantic import AfterValidator


def _check_limit(text: str) -> str:
    parse(text)
    return text


Limit: TypeAlias = Annotated[str, AfterValidator(_check_limit)]
"""Such as 10/minute."""


def origins_of(text: str | None) -> tuple[str, ...]:
    return tuple(one for part in (text or "").split(",") if (one := part.strip()))


Network: TypeAlias = IPv4Network | IPv6Network


def networks_of(text: str) -> tuple[Network, ...]:
    """Return the networks of a list such as 10.1.0.0/16,::1/128. Raises: ValueError for anything else."""
    return tuple(ip_network(one) for part in text.split(",") if (one := part.strip()))


def _check_networks(text: str) -> str:
    networks_of(text)
    return text


Networks: TypeAlias = Annotated[str, AfterValidator(_check_networks)]
"""Such as 10.1.0.0/16,::1/128."""


def webhook_trust(authority: Path | None) -> ssl.SSLContext:
    """TLS for webhooks: the authorities that the machine trusts, and this one.

    Raises: OSError for a file that cannot be read or holds no certificate (ssl.SSLError is one).
    """
    trusted = ssl.create_default_context()
    if authority is not None:
        trusted.load_verify_locations(authority)
    return trusted


class Environment(StrEnum):
    DEMO = "demo"
    PRODUCTION = "production"


class GraphiQL(StrEnum):
    """Who may open the page at /graphiql. It may execute no more than any other client."""

    OFF = "off"
    SIGNED_IN = "signed_in"
    EVERYONE = "everyone"


class Documents(StrEnum):
    """Which documents are executed: those of the manifest, or any."""

    TRUSTED = "trusted"
    ANY = "any"
