"""Partners that sign what they say of themselves: `private_key_jwt` (RFC 7523, OpenID Connect Core 9)."""

import base64
from datetime import UTC, datetime, timedelta
from typing import Any

import orjson
import structlog
from joserfc import jwt

from models.rules.partners.partner import PartnerKey, parse_client_id
from resolvers.partners.recognise import (
    RecognisedPartner,
    claim_single_use,
    list_partner_public_keys,
    recognise_key_id,
)
from server.auth.access_tokens import INVALID_TOKEN_ERRORS, TokenIssuer, import_key

ASSERTION_ALGORITHMS = ("ES256", "ES384", "PS256", "RS256", "Ed25519")
logger = structlog.stdlib.get_logger("comptoir.partners")
_LONGEST = 300
"""Seconds that an assertion may be good for, from when we see it."""
_LEEWAY = 30


async def recognise_assertion(assertion: str, issuer: TokenIssuer, now: datetime) -> RecognisedPartner | None:
    """Whose assertion this is; None if it is forged, stale, for somebody else, or was used: all alike."""
    client_id = unverified_client_id(assertion)
    for key in await list_partner_public_keys(parse_client_id(client_id) or 0, now):
        claims = _verified(assertion, key, client_id, issuer, now)
        if claims is not None:
            forgotten = datetime.fromtimestamp(claims["exp"], UTC) + timedelta(seconds=_LEEWAY)
            once = await claim_single_use(f"{client_id}:{claims['jti']}", forgotten)
            if not once:
                _log(key, "used before", "jti")
            return await recognise_key_id(key.id, None, now) if once else None
    return None


def unverified_client_id(assertion: str) -> str:
    """Who it says it is from, before anyone has looked whether that is true; "" for what says nothing."""
    try:
        payload = assertion.split(".")[1]
        claims = orjson.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
    except (ValueError, IndexError):
        return ""
    client_id = claims.get("sub") if isinstance(claims, dict) else None
    return client_id if isinstance(client_id, str) else ""


def _verified(
    assertion: str, key: PartnerKey, client_id: str, issuer: TokenIssuer, now: datetime
) -> dict[str, Any] | None:
    wanted = jwt.JWTClaimsRegistry(
        now=int(now.timestamp()),
        leeway=_LEEWAY,
        iss={"essential": True, "value": client_id},
        sub={"essential": True, "value": client_id},
        aud={"essential": True, "values": [issuer.token_url, issuer.url]},
        exp={"essential": True},
        jti={"essential": True},
    )
    try:
        read = jwt.decode(assertion, import_key(key.public_jwk or ""), algorithms=ASSERTION_ALGORITHMS)
        wanted.validate(read.claims)
        stale = read.claims["exp"] - now.timestamp() > _LONGEST + _LEEWAY
    except INVALID_TOKEN_ERRORS as error:
        _log(key, type(error).__name__, getattr(error, "claim", None))
        return None
    if stale or not isinstance(read.claims["jti"], str):
        _log(key, "too far ahead" if stale else "not a text", "exp" if stale else "jti")
        return None
    return read.claims


def _log(key: PartnerKey, reason: str, claim: str | None) -> None:
    """Log the reason for the operator; the client is not told it."""
    logger.info("assertion refused", key=key.id, reason=reason, claim=claim)
