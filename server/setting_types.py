"""The kinds of values that settings have: closed lists, limits, origins, authorities."""

import ssl
from enum import StrEnum
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


def webhook_trust(authority: Path | None) -> ssl.SSLContext:
    """Whom webhooks are sent to: those whom the machine trusts, and one more. Raises: OSError (ssl's too)."""
    trusted = ssl.create_default_context()
    if authority is not None:
        trusted.load_verify_locations(authority)
    return trusted


class Environment(StrEnum):
    DEMO = "demo"
    PRODUCTION = "production"


class GraphiQL(StrEnum):
    """Who is shown the page at /graphiql. What they may ask is the same everywhere."""

    OFF = "off"
    SIGNED_IN = "signed_in"
    EVERYONE = "everyone"


class Documents(StrEnum):
    """Which documents are executed: those of the manifest, or any."""

    TRUSTED = "trusted"
    ANY = "any"
