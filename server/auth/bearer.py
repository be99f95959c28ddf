"""`Authorization: Bearer …`: a partner's key, or a token that was given for one (T3, RFC 6750)."""

from datetime import datetime

from starlette.requests import Request

from models.rules.partners.api_key import PREFIX
from resolvers.partners.manage import Recognised, recognise_key
from server.auth.access_tokens import Issuer

CHALLENGE = 'Bearer realm="comptoir", error="invalid_token"'
_LONGEST = 4_096


def bearer_of(header: str | None) -> str | None:
    """What stands in the header; None without one. "" for what is no bearer's, which nobody is known by."""
    if header is None:
        return None
    scheme, _, value = header.partition(" ")
    return value.strip()[:_LONGEST] if scheme.lower() == "bearer" else ""


def bearer_in(request: Request) -> str | None:
    return bearer_of(request.headers.get("authorization"))


async def recognise_bearer(value: str, issuer: Issuer, now: datetime) -> Recognised | None:
    """Errors: none; None for whatever is not good now, all alike."""
    if value.startswith(PREFIX):
        return await recognise_key(value, now)
    return await issuer.recognise(value, now) if value else None
