"""The public keys that partners sign with: a JWK or PEM (T3)."""

import json

from joserfc.errors import JoseError
from joserfc.jwk import ECKey, OKPKey, RSAKey

from resolvers.partners.manage import PublicKey

INVALID_TOKEN_ERRORS = (JoseError, ValueError, TypeError, RecursionError)
"""What joserfc raises for malformed, forged or deeply nested tokens, and for keys."""
_RSA_BITS = 2048


class NotAPublicKey(Exception):
    """The text does not hold a public key that we accept; the message says why."""


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
