"""OAuth 2.0 for partners: client credentials by secret and by signature, short-lived tokens (T3)."""

import base64
import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from httpx2 import ASGITransport, AsyncClient, Response
from joserfc import jws, jwt
from joserfc.errors import SecurityWarning
from joserfc.jwk import ECKey, OctKey, OKPKey, RSAKey

from models.rules.sign_in.tokens import access_token_key
from models.rules.vocabulary import Scope
from models.tables.employers import EmployerRow
from resolvers.partners import manage
from server.auth.access_tokens import NotAPublicKey, parse_public_key
from server.auth.oauth_token_endpoint import ASSERTION
from tests.client import HTTP, Service
from tests.factories import NOW, POLICY, APartner, a_house, a_partner

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
    """What the endpoint takes whoever shows this for; the status of its refusal otherwise."""
    asked = '{ viewer { kind } accountStatus(identifier: "X") { status } }'
    answer = await (await service.partner(token)).post(asked)
    if answer.status_code == 401:
        return 401
    return {name: part for name, part in answer.json().items() if name != "extensions"}


async def test_a_client_gets_a_token_for_its_secret_and_asks_with_it(service: Service) -> None:
    known = await partner()
    answer = await ask(service, auth=basic(known))
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    content = answer.json()
    token = content.pop("access_token")
    assert content == {"token_type": "Bearer", "expires_in": 600, "scope": "status changes"}
    assert await kind(service, token) == {"data": {"viewer": {"kind": "PARTNER"}, "accountStatus": None}}


async def test_a_token_ends_after_ten_minutes_and_with_its_key_at_once(service: Service) -> None:
    known = await partner()
    token = (await ask(service, auth=basic(known))).json()["access_token"]
    with time_machine.travel(NOW + timedelta(seconds=599), tick=False):
        assert "data" in await kind(service, token)
    with time_machine.travel(NOW + timedelta(seconds=601), tick=False):
        assert await kind(service, token) == 401
    await manage.revoke_partner(known.name, NOW)
    assert await kind(service, token) == 401


async def test_a_token_may_be_for_less_and_never_for_more(service: Service) -> None:
    known = await partner()
    less = await ask(service, {**GRANT, "scope": "changes"}, auth=basic(known))
    assert less.json()["scope"] == "changes"
    answer = await kind(service, less.json()["access_token"])
    assert [error["extensions"]["code"] for error in answer["errors"]] == ["FORBIDDEN"]
    for scope in ("webhooks", "status webhooks", "all", "status;changes"):
        answer = await ask(service, {**GRANT, "scope": scope}, auth=basic(known))
        assert (answer.status_code, answer.json()["error"]) == (400, "invalid_scope")


async def test_every_wrong_client_is_answered_alike(service: Service) -> None:
    known, other = await partner(), await partner()
    revoked = await partner()
    await manage.revoke_partner(revoked.name, NOW)
    told = set()
    for auth in (
        basic(known, "wrong"),
        basic(known, other.key),
        basic(known, ""),
        basic(revoked),
        ("nobody", known.key),
        ("partner-999", known.key),
        ("", ""),
    ):
        answer = await ask(service, auth=auth)
        assert answer.headers["www-authenticate"].startswith("Basic")
        told.add((answer.status_code, answer.text))
    without = await ask(service)
    told.add((without.status_code, without.text))
    for header in ("Basic", "Basic é%", "Basic AAAA", f"Bearer {known.key}"):
        answer = await ask(service, headers={"authorization": header.encode("utf-8")})
        told.add((answer.status_code, answer.text))
    assert len(told) == 1
    assert without.json()["error"] == "invalid_client"
    why = {line["reason"] for line in service.logged() if line["event"] == "client refused"}
    assert why == {"no good key, or assertion", "another client's key"}
    assert known.key not in service.log.getvalue()


@pytest.mark.parametrize(
    ("content", "of", "error"),
    [
        (b"grant_type=password", FORM, "unsupported_grant_type"),
        (b"scope=status", FORM, "invalid_request"),
        (b"", FORM, "invalid_request"),
        (b"grant_type", FORM, "invalid_request"),
        (b"\xff=\xff", FORM, "invalid_request"),
        (b"&".join([b"a=1"] * 30), FORM, "invalid_request"),
        (b"grant_type=client_credentials&grant_type=client_credentials", FORM, "invalid_request"),
        (b'{"grant_type": "client_credentials"}', "application/json", "invalid_request"),
        (b"grant_type=client_credentials&client_assertion=a", FORM, "invalid_request"),
    ],
)
async def test_a_request_of_another_form_is_refused_in_oauths_words(
    service: Service, content: bytes, of: str, error: str
) -> None:
    client = (await service.stranger()).client
    answer = await client.post("/oauth/token", content=content, headers={"content-type": of})
    assert (answer.status_code, answer.json()["error"]) == (400, error)
    assert (await client.get("/oauth/token")).status_code == 405


async def test_a_large_form_is_not_read_to_its_end(service: Service) -> None:
    answer = await ask(service, {**GRANT, "client_assertion": "a" * 20_000})
    assert answer.status_code == 413


async def test_too_many_attempts_have_to_wait(service: Service) -> None:
    answers = [await ask(service, auth=("partner-1", "wrong")) for _ in range(31)]
    assert [answer.status_code for answer in answers] == [401] * 30 + [429]
    assert int(answers[-1].headers["retry-after"]) > 0


async def test_whoever_fails_in_a_clients_name_from_elsewhere_does_not_keep_it_out(service: Service) -> None:
    known = await partner()
    for _ in range(40):
        await ask(service, auth=basic(known, "wrong"))
    transport = ASGITransport(app=service.app, client=("198.51.100.7", 1_234))
    async with AsyncClient(transport=transport, base_url=HTTP) as elsewhere:
        answer = await elsewhere.post("/oauth/token", data=GRANT, auth=basic(known))
    assert answer.status_code == 200


async def test_clients_that_sign_do_not_share_one_limit(service: Service) -> None:
    """RFC 7521 lets them leave out their id: the assertion says it."""
    one, other = await signing(), await signing(KEYS[3][1])
    for _ in range(31):
        answer = await ask(service, signed(claims(one)))
    assert answer.status_code == 429
    answer = await ask(service, signed(claims(other), KEYS[3][1], "Ed25519"))
    assert answer.status_code == 200


DEEP = base64.urlsafe_b64encode(b"[" * 2_500).decode()


@pytest.mark.parametrize("text", [f"{DEEP}.e30.e30", f"e30.{DEEP}.e30", f"{DEEP}.{DEEP}.{DEEP}"])
async def test_what_is_nested_to_hurt_is_a_bad_token_and_a_bad_assertion(service: Service, text: str) -> None:
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
async def test_what_json_can_say_and_we_cannot_read_is_refused_though_it_is_signed(
    service: Service, value: str
) -> None:
    told = claims(await signing())
    for text in (
        json.dumps({**told, "more": None}).replace("null", value),
        json.dumps({**told, "jti": None}).replace("null", value),
    ):
        assertion = jws.serialize_compact({"alg": "ES256"}, text.encode(), OWN)
        form = {**GRANT, "client_assertion_type": ASSERTION, "client_assertion": assertion}
        assert (await ask(service, form)).status_code == 401


async def signing(public: Any = OWN, scopes: Any = (Scope.STATUS,)) -> str:
    """The client id of a partner that signs with its own key."""
    house = await a_house()
    contract = (await EmployerRow.get(id=house.employer_id)).contract_number
    key = parse_public_key(json.dumps(public.as_dict(private=False)))
    return f"partner-{(await manage.create_partner(f'P{uuid4()}', [contract], scopes, NOW, key)).partner_id}"


def claims(client_id: str, **changes: Any) -> dict[str, Any]:
    moment = int(NOW.timestamp())
    known = {"iss": client_id, "sub": client_id, "aud": f"{HTTP}/oauth/token", "jti": str(uuid4())}
    told = {**known, "iat": moment, "exp": moment + 60, **changes}
    return {name: value for name, value in told.items() if value is not None}


def signed(told: Mapping[str, Any], key: Any = OWN, algorithm: str = "ES256") -> dict[str, str]:
    text = jwt.encode({"alg": algorithm}, dict(told), key, algorithms=[algorithm])
    return {**GRANT, "client_assertion_type": ASSERTION, "client_assertion": text}


@pytest.mark.parametrize(("algorithm", "key"), KEYS, ids=[name for name, _ in KEYS])
async def test_a_client_that_signs_gets_a_token(service: Service, algorithm: str, key: Any) -> None:
    client_id = await signing(key)
    answer = await ask(service, signed(claims(client_id), key, algorithm))
    assert answer.status_code == 200, answer.text
    assert "data" in await kind(service, answer.json()["access_token"])


async def test_an_assertion_is_good_once(service: Service) -> None:
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
async def test_an_assertion_that_is_not_for_now_here_and_its_signer_is_refused(
    service: Service, changes: dict[str, Any]
) -> None:
    answer = await ask(service, signed(claims(await signing(), **changes)))
    assert (answer.status_code, answer.json()["error"]) == (401, "invalid_client")
    log = service.log.getvalue()
    assert {"iss", "sub"} & changes.keys() or '"event": "assertion refused"' in log  # what we know a key for
    assert "elsewhere.example" not in log


async def test_a_forged_assertion_is_refused(service: Service) -> None:
    client_id = await signing()
    told = claims(client_id)
    public = json.dumps(OWN.as_dict(private=False))
    good = signed(told)
    forged = [
        signed(told, ECKey.generate_key("P-256")),
        signed(told, OctKey.import_key(public.ljust(32)), "HS256"),  # the public key taken for a secret
        {**good, "client_assertion": good["client_assertion"].rsplit(".", 1)[0] + "."},
        {**good, "client_assertion": "a.b.c"},
        {**good, "client_assertion": "é"},
        {**good, "client_id": "partner-999"},
    ]
    for form in forged:
        answer = await ask(service, form)
        assert (answer.status_code, answer.json()["error"]) == (401, "invalid_client")
    both = await ask(service, good, auth=(client_id, "secret"))
    assert (both.status_code, both.json()["error"]) == (400, "invalid_request")


@pytest.mark.parametrize(
    "changes",
    [
        {"iss": "https://elsewhere.example"},
        {"aud": "x"},
        {"exp": None},
        {"key": 999},
        {"iat": int(NOW.timestamp()) + 900},
    ],
    ids=str,
)
async def test_a_token_that_was_not_given_here_for_here_is_refused(
    service: Service, changes: dict[str, Any]
) -> None:
    known = await partner()
    token = (await ask(service, auth=basic(known))).json()["access_token"]
    key = OctKey.import_key(access_token_key(POLICY.secret_key))
    read = jwt.decode(token, key)
    told = {name: value for name, value in {**read.claims, **changes}.items() if value is not None}
    header, other = {"alg": "HS256", "typ": "at+jwt"}, OctKey.import_key("a" * 32)
    assert await kind(service, jwt.encode(header, told, key)) == 401
    assert await kind(service, jwt.encode({"alg": "HS256"}, read.claims, key)) == 401
    assert await kind(service, jwt.encode(header, read.claims, other)) == 401
    for text in ("", "a", "a.b.c", token[:-2], token + "a", "eyJhbGciOiJub25lIn0.e30."):
        assert await kind(service, text) == 401


async def test_where_to_ask_can_be_found(service: Service) -> None:
    found = await (await service.stranger()).client.get("/.well-known/oauth-authorization-server")
    content = found.json()
    assert content["issuer"] == HTTP
    assert content["token_endpoint"] == f"{HTTP}/oauth/token"


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


async def test_each_use_of_a_key_is_counted(service: Service) -> None:
    known = await partner()
    before = datetime.now(UTC)
    for _ in range(3):
        await kind(service, known.key)
    token = (await ask(service, auth=basic(known))).json()["access_token"]  # counts too
    await kind(service, token)
    uses = service.app.state.uses
    await uses.keep()
    await uses.keep()
    (found,) = await manage.list_partners()
    assert (found.keys[0].uses, found.keys[0].last_used_at) == (5, before)
