"""Clients that authenticate with a signed assertion (T3, RFC 7523)."""

import base64
import json
from typing import Any

import pytest
from joserfc import jws
from joserfc.errors import SecurityWarning
from joserfc.jwk import ECKey, OctKey, RSAKey

from server.auth.oauth_token_endpoint import ASSERTION
from server.auth.public_keys import NotAPublicKey, parse_public_key
from tests.client import Service
from tests.factories import NOW
from tests.server.auth.oauth_clients import (
    GRANT,
    KEYS,
    OWN,
    ask,
    claims,
    kind,
    signed,
    signing,
)


async def test_clients_that_sign_do_not_share_one_limit(service: Service) -> None:
    """RFC 7521 lets clients leave out `client_id`: the assertion contains it."""
    one, other = await signing(), await signing(KEYS[3][1])
    for _ in range(31):
        response = await ask(service, signed(claims(one)))
    assert response.status_code == 429
    response = await ask(service, signed(claims(other), KEYS[3][1], "Ed25519"))
    assert response.status_code == 200


DEEP = base64.urlsafe_b64encode(b"[" * 2_500).decode()


@pytest.mark.parametrize("text", [f"{DEEP}.e30.e30", f"e30.{DEEP}.e30", f"{DEEP}.{DEEP}.{DEEP}"])
async def test_a_deeply_nested_token_or_assertion_is_refused(service: Service, text: str) -> None:
    assert await kind(service, text) == 401
    form = {**GRANT, "client_assertion_type": ASSERTION, "client_assertion": text}
    assert (await ask(service, form)).status_code == 401


UNREADABLE = {
    "deep": "[" * 990 + "]" * 990,
    "open": "[" * 3_000,
    "half": '"\\ud800"',
    "none": "NaN",
}


@pytest.mark.parametrize("value", UNREADABLE.values(), ids=UNREADABLE)
async def test_a_signed_assertion_with_unreadable_json_is_refused(service: Service, value: str) -> None:
    valid_claims = claims(await signing())
    for text in (
        json.dumps({**valid_claims, "more": None}).replace("null", value),
        json.dumps({**valid_claims, "jti": None}).replace("null", value),
    ):
        assertion = jws.serialize_compact({"alg": "ES256"}, text.encode(), OWN)
        form = {**GRANT, "client_assertion_type": ASSERTION, "client_assertion": assertion}
        assert (await ask(service, form)).status_code == 401


@pytest.mark.parametrize(("algorithm", "key"), KEYS, ids=[name for name, _ in KEYS])
async def test_a_client_that_signs_gets_a_token(service: Service, algorithm: str, key: Any) -> None:
    client_id = await signing(key)
    response = await ask(service, signed(claims(client_id), key, algorithm))
    assert response.status_code == 200, response.text
    assert "data" in await kind(service, response.json()["access_token"])


async def test_an_assertion_is_accepted_once(service: Service) -> None:
    form = signed(claims(await signing()))
    assert [(await ask(service, form)).status_code for _ in range(3)] == [200, 401, 401]


@pytest.mark.parametrize(
    "changes",
    [
        {"exp": int(NOW.timestamp()) - 60},
        {"exp": int(NOW.timestamp()) + 3600},
        {"exp": None},
        {"exp": "soon"},
        {"jti": None},
        {"jti": 7},
        {"aud": "https://elsewhere.example/token"},
        {"aud": None},
        {"iss": "partner-999"},
        {"sub": "partner-999"},
        {"sub": 7},
        {"nbf": int(NOW.timestamp()) + 600},
    ],
    ids=str,
)
async def test_an_assertion_of_another_time_audience_or_signer_is_refused(
    service: Service, changes: dict[str, Any]
) -> None:
    response = await ask(service, signed(claims(await signing(), **changes)))
    assert (response.status_code, response.json()["error"]) == (401, "invalid_client")
    log = service.log.getvalue()
    # With another issuer or subject we know no key, and so no partner to log.
    assert {"iss", "sub"} & changes.keys() or '"event": "assertion refused"' in log
    assert "elsewhere.example" not in log


async def test_a_forged_assertion_is_refused(service: Service) -> None:
    client_id = await signing()
    valid_claims = claims(client_id)
    public = json.dumps(OWN.as_dict(private=False))
    valid_form = signed(valid_claims)
    forged = [
        signed(valid_claims, ECKey.generate_key("P-256")),
        signed(
            valid_claims, OctKey.import_key(public.ljust(32)), "HS256"
        ),  # the public key taken for a secret
        {**valid_form, "client_assertion": valid_form["client_assertion"].rsplit(".", 1)[0] + "."},
        {**valid_form, "client_assertion": "a.b.c"},
        {**valid_form, "client_assertion": "é"},
        {**valid_form, "client_id": "partner-999"},
    ]
    for form in forged:
        response = await ask(service, form)
        assert (response.status_code, response.json()["error"]) == (401, "invalid_client")
    both = await ask(service, valid_form, auth=(client_id, "secret"))
    assert (both.status_code, both.json()["error"]) == (400, "invalid_request")


def test_a_public_key_is_a_public_key() -> None:
    for key in (OWN, KEYS[1][1], KEYS[3][1]):
        pem = key.as_pem(private=False).decode()
        assert parse_public_key(pem).thumbprint == key.thumbprint()
        for private in (key.as_pem(private=True).decode(), json.dumps(key.as_dict(private=True))):
            with pytest.raises(NotAPublicKey, match="private"):
                parse_public_key(private)
    with pytest.warns(SecurityWarning), pytest.raises(NotAPublicKey, match="2048"):
        parse_public_key(RSAKey.generate_key(1024).as_pem(private=False).decode())
    for text in ("", "{}", '{"kty": "oct", "k": "AAAA"}', "-----BEGIN", "[]", '{"kty": "EC"}'):
        with pytest.raises(NotAPublicKey):
            parse_public_key(text)
