"""Access tokens, signed and valid for ten minutes; the public keys that partners sign with (T3, RFC 9068)."""

import json
from dataclasses import dataclass
from datetime import datetime
from secrets import token_hex

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import ECKey, OctKey, OKPKey, RSAKey

from models.rules.partners.partner import Partner, PartnerKey, format_scopes, parse_scopes
from models.rules.sign_in.tokens import access_token_key
from models.rules.vocabulary import Scope
from resolvers.partners.manage import PublicKey
from resolvers.partners.recognise import RecognisedPartner, recognise_key_id

ACCESS_TOKEN_SECONDS = 600
"""The key is looked up each time a token is used: revoking a partner takes effect before this."""
INVALID_TOKEN_ERRORS = (JoseError, ValueError, TypeError, RecursionError)
"""What joserfc raises for malformed, forged or deeply nested tokens."""
_TYPE = "at+jwt"
_RSA_BITS = 2048


class NotAPublicKey(Exception):
    """The text does not hold a public key that we accept; the message says why."""


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
    def _key(self) -> OctKey:
        return OctKey.import_key(access_token_key(self.secret_key))

    def issue(self, partner: Partner, key: PartnerKey, scopes: frozenset[Scope], now: datetime) -> str:
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


def parse_public_key(text: str) -> PublicKey:
    """Parse a JWK (JSON) or PEM. Raises: NotAPublicKey for anything else, private keys included."""
    key = import_key(text)
    if key.is_private:
        raise NotAPublicKey("this is a private key: keep it, and give its public half")
    if isinstance(key, RSAKey) and key.public_key.key_size < _RSA_BITS:
        raise NotAPublicKey(f"an RSA key has at least {_RSA_BITS} bits")
    jwk = json.dumps(key.as_dict(private=False), sort_keys=True)
    return PublicKey(jwk, key.thumbprint())


def import_key(text: str) -> RSAKey | ECKey | OKPKey:
    """Parse an EC, RSA or OKP key, public or private. Raises: NotAPublicKey."""
    for kind in (ECKey, RSAKey, OKPKey):
        try:
            return kind.import_key(json.loads(text) if text.lstrip().startswith("{") else text)
        except (*INVALID_TOKEN_ERRORS, KeyError):
            continue
    raise NotAPublicKey("this is no public key: give a JWK or PEM of type EC, RSA or OKP")
