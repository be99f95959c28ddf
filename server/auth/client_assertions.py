"""Clients that authenticate with a signed JWT: `private_key_jwt` (RFC 7523, OpenID Connect Core 9)."""

import base64
from datetime import UTC, datetime, timedelta
from typing import Any

import orjson
import structlog

from models.rules.partners.partner import PartnerKey, parse_client_id
from resolvers.partners.recognise import (
    RecognisedPartner,
    claim_single_use,
    list_partner_public_keys,
    recognise_key_id,
)
from server.auth.access_tokens import TokenIssuer

ASSERTION_ALGORITHMS = ("ES256", "ES384", "PS256", "RS256", "Ed25519")
logger = structlog.stdlib.get_logger("comptoir.partners")
_MAX_LIFETIME_SECONDS = 300
"""Seconds that an assertion may still be valid for when it arrives."""
_LEEWAY_SECONDS = 30


async def recognise_assertion(assertion: str, issuer: TokenIssuer, now: datetime) -> RecognisedPartner | None:
    """Return the client of an assertion; None if it is forged, expired, for another audience, or was used."""
    client_id = unverified_client_id(assertion)
    for key in await list_partner_public_keys(parse_client_id(client_id) or 0, now):
        claims = _verified(assertion, key, client_id, issuer, now)
        if claims is not None:
            forgotten = datetime.fromtimestamp(claims["exp"], UTC) + timedelta(seconds=_LEEWAY_SECONDS)
            unused = await claim_single_use(f"{client_id}:{claims['jti']}", forgotten)
            if not unused:
                _log(key, "used before", "jti")
            return await recognise_key_id(key.id, None, now) if unused else None
    return None


def unverified_client_id(assertion: str) -> str:
    """Return the assertion's `sub`, before its signature is verified; "" if there is none."""
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
    from joserfc import jwt  # a process starts without it: server/first_use.py

    from server.auth.public_keys import INVALID_TOKEN_ERRORS, import_key

    required_claims = jwt.JWTClaimsRegistry(
        now=int(now.timestamp()),
        leeway=_LEEWAY_SECONDS,
        iss={"essential": True, "value": client_id},
        sub={"essential": True, "value": client_id},
        aud={"essential": True, "values": [issuer.token_url, issuer.url]},
        exp={"essential": True},
        jti={"essential": True},
    )
    try:
        decoded = jwt.decode(assertion, import_key(key.public_jwk or ""), algorithms=ASSERTION_ALGORITHMS)
        required_claims.validate(decoded.claims)
        stale = decoded.claims["exp"] - now.timestamp() > _MAX_LIFETIME_SECONDS + _LEEWAY_SECONDS
    except INVALID_TOKEN_ERRORS as error:
        _log(key, type(error).__name__, getattr(error, "claim", None))
        return None
    if stale or not isinstance(decoded.claims["jti"], str):
        _log(key, "too far ahead" if stale else "not a text", "exp" if stale else "jti")
        return None
    return decoded.claims


def _log(key: PartnerKey, reason: str, claim: str | None) -> None:
    """Log the reason for the operator; it is not in the response to the client."""
    logger.info("assertion refused", key=key.id, reason=reason, claim=claim)
