"""Access tokens, signed and good for ten minutes; the public keys that partners sign with (T3, RFC 9068)."""

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
"""A token is looked up each time it is used, so that revoking a partner needs not wait for this."""
INVALID_TOKEN_ERRORS = (JoseError, ValueError, TypeError, RecursionError)
"""What joserfc raises for what is no token of anybody's, or was made to hurt."""
_TYPE = "at+jwt"
_RSA_BITS = 2048


class NotAPublicKey(Exception):
    """The text says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class TokenIssuer:
    """Who signs tokens, for whom: this service alone, for itself."""

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
        """Whose token this is, with no more than its scopes; None if forged, lapsed or revoked, all alike."""
        wanted = jwt.JWTClaimsRegistry(
            now=int(now.timestamp()),
            iss={"essential": True, "value": self.url},
            aud={"essential": True, "value": self.audience},
            exp={"essential": True},
        )
        try:
            read = jwt.decode(token, self._key, algorithms=["HS256"])
            wanted.validate(read.claims)
        except INVALID_TOKEN_ERRORS:
            return None
        if read.header.get("typ") != _TYPE:
            return None
        return await recognise_key_id(read.claims["key"], parse_scopes(read.claims["scope"]), now)


def parse_public_key(text: str) -> PublicKey:
    """From a JWK (JSON) or PEM. Raises: NotAPublicKey for anything else, private keys above all."""
    key = import_key(text)
    if key.is_private:
        raise NotAPublicKey("this is a private key: keep it, and give its public half")
    if isinstance(key, RSAKey) and key.public_key.key_size < _RSA_BITS:
        raise NotAPublicKey(f"an RSA key has at least {_RSA_BITS} bits")
    jwk = json.dumps(key.as_dict(private=False), sort_keys=True)
    return PublicKey(jwk, key.thumbprint())


def import_key(text: str) -> RSAKey | ECKey | OKPKey:
    """Raises: NotAPublicKey."""
    for kind in (ECKey, RSAKey, OKPKey):
        try:
            return kind.import_key(json.loads(text) if text.lstrip().startswith("{") else text)
        except (*INVALID_TOKEN_ERRORS, KeyError):
            continue
    raise NotAPublicKey("this is no public key: give a JWK or PEM of type EC, RSA or OKP")
