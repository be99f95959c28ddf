"""The token endpoint of OAuth 2.0: clients with a secret, requests that are refused, rate limits (T3)."""

import pytest
from httpx2 import ASGITransport, AsyncClient

from resolvers.partners import manage
from tests.client import HTTP, Service
from tests.factories import NOW
from tests.server.auth.oauth_clients import FORM, GRANT, ask, basic, kind, partner


async def test_a_client_gets_a_token_for_its_secret_and_asks_with_it(service: Service) -> None:
    known = await partner()
    response = await ask(service, auth=basic(known))
    assert response.status_code == 200
    assert response.headers["cache-control"] == "no-store"
    content = response.json()
    token = content.pop("access_token")
    assert content == {"token_type": "Bearer", "expires_in": 600, "scope": "status changes"}
    assert await kind(service, token) == {"data": {"viewer": {"kind": "PARTNER"}, "accountStatus": None}}


async def test_every_wrong_client_gets_the_same_response(service: Service) -> None:
    known, other = await partner(), await partner()
    revoked = await partner()
    await manage.revoke_partner(revoked.name, NOW)
    refusals = set()
    for auth in (
        basic(known, "wrong"),
        basic(known, other.key),
        basic(known, ""),
        basic(revoked),
        ("nobody", known.key),
        ("partner-999", known.key),
        ("", ""),
    ):
        response = await ask(service, auth=auth)
        assert response.headers["www-authenticate"].startswith("Basic")
        refusals.add((response.status_code, response.text))
    without = await ask(service)
    refusals.add((without.status_code, without.text))
    for header in ("Basic", "Basic é%", "Basic AAAA", f"Bearer {known.key}"):
        response = await ask(service, headers={"authorization": header.encode("utf-8")})
        refusals.add((response.status_code, response.text))
    assert len(refusals) == 1
    assert without.json()["error"] == "invalid_client"
    reasons = {line["reason"] for line in service.logged() if line["event"] == "client refused"}
    assert reasons == {"no good key, or assertion", "another client's key"}
    assert known.key not in service.log.getvalue()


@pytest.mark.parametrize(
    ("content", "content_type", "error"),
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
async def test_a_malformed_request_is_refused_with_oauths_error_codes(
    service: Service, content: bytes, content_type: str, error: str
) -> None:
    client = (await service.stranger()).client
    response = await client.post("/oauth/token", content=content, headers={"content-type": content_type})
    assert (response.status_code, response.json()["error"]) == (400, error)
    assert (await client.get("/oauth/token")).status_code == 405


async def test_a_large_form_is_not_read_to_its_end(service: Service) -> None:
    response = await ask(service, {**GRANT, "client_assertion": "a" * 20_000})
    assert response.status_code == 413


async def test_too_many_attempts_have_to_wait(service: Service) -> None:
    responses = [await ask(service, auth=("partner-1", "wrong")) for _ in range(31)]
    assert [response.status_code for response in responses] == [401] * 30 + [429]
    assert int(responses[-1].headers["retry-after"]) > 0


async def test_failed_attempts_from_another_network_do_not_lock_a_client_out(service: Service) -> None:
    known = await partner()
    for _ in range(40):
        await ask(service, auth=basic(known, "wrong"))
    transport = ASGITransport(app=service.app, client=("198.51.100.7", 1_234))
    async with AsyncClient(transport=transport, base_url=HTTP) as elsewhere:
        response = await elsewhere.post("/oauth/token", data=GRANT, auth=basic(known))
    assert response.status_code == 200


async def test_the_metadata_names_the_token_endpoint(service: Service) -> None:
    response = await (await service.stranger()).client.get("/.well-known/oauth-authorization-server")
    content = response.json()
    assert content["issuer"] == HTTP
    assert content["token_endpoint"] == f"{HTTP}/oauth/token"
