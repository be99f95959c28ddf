"""`Authorization: Bearer …`: a partner's key, or an access token (T3, RFC 6750)."""

from datetime import datetime

from starlette.requests import Request

from models.rules.partners.api_key import API_KEY_PREFIX
from resolvers.partners.recognise import RecognisedPartner, recognise_key
from server.auth.access_tokens import TokenIssuer

CHALLENGE = 'Bearer realm="comptoir", error="invalid_token"'
_MAX_CHARACTERS = 4_096


def parse_bearer(header: str | None) -> str | None:
    """Return the bearer token; None without a header, "" for another scheme (which authenticates nothing)."""
    if header is None:
        return None
    scheme, _, value = header.partition(" ")
    return value.strip()[:_MAX_CHARACTERS] if scheme.lower() == "bearer" else ""


def bearer_from_request(request: Request) -> str | None:
    return parse_bearer(request.headers.get("authorization"))


async def recognise_bearer(value: str, issuer: TokenIssuer, now: datetime) -> RecognisedPartner | None:
    """Return the partner of a key or access token; None if it is not valid now, for whatever reason."""
    if value.startswith(API_KEY_PREFIX):
        return await recognise_key(value, now)
    return await issuer.recognise(value, now) if value else None
