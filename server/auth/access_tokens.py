"""Access tokens, signed and valid for ten minutes (T3, RFC 9068)."""

from dataclasses import dataclass
from datetime import datetime
from secrets import token_hex
from typing import TYPE_CHECKING

from models.rules.partners.partner import Partner, PartnerKey, format_scopes, parse_scopes
from models.rules.sign_in.tokens import access_token_key
from models.rules.vocabulary import Scope
from resolvers.partners.recognise import RecognisedPartner, recognise_key_id
from server.first_use import JOSERFC, loaded

if TYPE_CHECKING:
    from joserfc.jwk import OctKey

ACCESS_TOKEN_SECONDS = 600
"""The key is looked up each time a token is used: revoking a partner takes effect before this."""
_TYPE = "at+jwt"


@dataclass(frozen=True, slots=True)
class TokenIssuer:
    """Signs and recognises access tokens: this service is the issuer and the audience."""

    url: str
    secret_key: bytes

    @property
    def audience(self) -> str:
        return f"{self.url}/graphql"

    @property
    def token_url(self) -> str:
        return f"{self.url}/oauth/token"

    @property
    def _key(self) -> "OctKey":
        from joserfc.jwk import OctKey

        return OctKey.import_key(access_token_key(self.secret_key))

    def issue(self, partner: Partner, key: PartnerKey, scopes: frozenset[Scope], now: datetime) -> str:
        from joserfc import jwt  # a process starts without it: server/first_use.py

        moment = int(now.timestamp())
        claims = {
            "iss": self.url,
            "aud": self.audience,
            "sub": partner.client_id,
            "client_id": partner.client_id,
            "iat": moment,
            "exp": moment + ACCESS_TOKEN_SECONDS,
            "jti": token_hex(16),
            "scope": format_scopes(scopes),
            "key": key.id,
        }
        return jwt.encode({"alg": "HS256", "typ": _TYPE}, claims, self._key)

    async def recognise(self, token: str, now: datetime) -> RecognisedPartner | None:
        """Return the token's partner, limited to its scopes; None if it is forged, expired or revoked."""
        await loaded(JOSERFC)
        from joserfc import jwt

        from server.auth.public_keys import INVALID_TOKEN_ERRORS

        required_claims = jwt.JWTClaimsRegistry(
            now=int(now.timestamp()),
            iss={"essential": True, "value": self.url},
            aud={"essential": True, "value": self.audience},
            exp={"essential": True},
        )
        try:
            decoded = jwt.decode(token, self._key, algorithms=["HS256"])
            required_claims.validate(decoded.claims)
        except INVALID_TOKEN_ERRORS:
            return None
        if decoded.header.get("typ") != _TYPE:
            return None
        return await recognise_key_id(decoded.claims["key"], parse_scopes(decoded.claims["scope"]), now)
