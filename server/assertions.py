"""Partners that sign what they say of themselves: `private_key_jwt` (RFC 7523, OpenID Connect Core 9)."""

import base64
import json
from datetime import UTC, datetime
from typing import Any

from joserfc import jwt
from joserfc.errors import JoseError

from models.rules.partner import PartnerKey, partner_id_of
from resolvers.partners import Recognised, public_keys, recognise_key_id, used_once
from server.tokens import Issuer, imported_key

ALGORITHMS = ("ES256", "ES384", "PS256", "RS256", "Ed25519")
_LONGEST = 300
"""Seconds that an assertion may be good for, from when we see it."""
_LEEWAY = 30


async def recognise_assertion(assertion: str, issuer: Issuer, now: datetime) -> Recognised | None:
    """Whose assertion this is; None if it is forged, stale, for somebody else, or was used: all alike."""
    client_id = _claimed(assertion).get("sub")
    partner_id = partner_id_of(client_id) if isinstance(client_id, str) else None
    for key in await public_keys(partner_id or 0, now):
        claims = _verified(assertion, key, str(client_id), issuer, now)
        if claims is not None:
            expires_at = datetime.fromtimestamp(claims["exp"], UTC)
            once = await used_once(f"{client_id}:{claims['jti']}", expires_at)
            return await recognise_key_id(key.id, None, now) if once else None
    return None


def _claimed(assertion: str) -> dict[str, Any]:
    """What it says, before anyone has looked whether it is true."""
    try:
        payload = assertion.split(".")[1]
        claims = json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
    except (ValueError, IndexError):
        return {}
    return claims if isinstance(claims, dict) else {}


def _verified(
    assertion: str, key: PartnerKey, client_id: str, issuer: Issuer, now: datetime
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
        read = jwt.decode(assertion, imported_key(key.public_jwk or ""), algorithms=ALGORITHMS)
        wanted.validate(read.claims)
        stale = read.claims["exp"] - now.timestamp() > _LONGEST + _LEEWAY
    except (JoseError, ValueError, TypeError):
        return None
    return None if stale or not isinstance(read.claims["jti"], str) else read.claims
