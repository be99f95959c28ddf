"""Partners as OAuth clients: their keys, secrets, assertions and requests for tokens."""

import json
from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from httpx2 import Response
from joserfc import jwt
from joserfc.jwk import ECKey, OKPKey, RSAKey

from models.rules.vocabulary import Scope
from models.tables.employers import EmployerRow
from resolvers.partners import manage
from server.auth.oauth_token_endpoint import ASSERTION
from server.auth.public_keys import parse_public_key
from tests.client import HTTP, Service
from tests.factories import NOW, APartner, a_house, a_partner

FORM = "application/x-www-form-urlencoded"
GRANT = {"grant_type": "client_credentials"}
KEYS: tuple[tuple[str, Any], ...] = (
    ("ES256", ECKey.generate_key("P-256")),
    ("RS256", RSAKey.generate_key(2048)),
    ("PS256", RSAKey.generate_key(2048)),
    ("Ed25519", OKPKey.generate_key("Ed25519")),
)
OWN = KEYS[0][1]


async def partner(**more: Any) -> APartner:
    return await a_partner((await a_house()).employer_id, **more)


async def ask(service: Service, form: Mapping[str, str] = GRANT, **more: Any) -> Response:
    return await (await service.stranger()).client.post("/oauth/token", data=dict(form), **more)


def basic(known: APartner, secret: str | None = None) -> tuple[str, str]:
    return f"partner-{known.id}", known.key if secret is None else secret


async def kind(service: Service, token: str) -> Any:
    """The response of /graphql to this bearer token, without its cost; 401 if it is refused."""
    query = '{ viewer { kind } accountStatus(identifier: "X") { status } }'
    response = await (await service.partner(token)).post(query)
    if response.status_code == 401:
        return 401
    return {name: part for name, part in response.json().items() if name != "extensions"}


async def signing(public: Any = OWN, scopes: Any = (Scope.STATUS,)) -> str:
    """The client id of a partner that signs with its own key."""
    house = await a_house()
    contract = (await EmployerRow.get(id=house.employer_id)).contract_number
    key = parse_public_key(json.dumps(public.as_dict(private=False)))
    return f"partner-{(await manage.create_partner(f'P{uuid4()}', [contract], scopes, NOW, key)).partner_id}"


def claims(client_id: str, **changes: Any) -> dict[str, Any]:
    moment = int(NOW.timestamp())
    known = {"iss": client_id, "sub": client_id, "aud": f"{HTTP}/oauth/token", "jti": str(uuid4())}
    all_claims = {**known, "iat": moment, "exp": moment + 60, **changes}
    return {name: value for name, value in all_claims.items() if value is not None}


def signed(claim_values: Mapping[str, Any], key: Any = OWN, algorithm: str = "ES256") -> dict[str, str]:
    text = jwt.encode({"alg": algorithm}, dict(claim_values), key, algorithms=[algorithm])
    return {**GRANT, "client_assertion_type": ASSERTION, "client_assertion": text}
