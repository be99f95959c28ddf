"""Access tokens: how long, for what, and from whom they are accepted (T3)."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from joserfc import jwt
from joserfc.jwk import OctKey

from models.rules.sign_in.tokens import access_token_key
from resolvers.partners import manage
from tests.client import Service
from tests.factories import NOW, POLICY
from tests.server.auth.oauth_clients import GRANT, ask, basic, kind, partner


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
    refusal = await kind(service, less.json()["access_token"])
    assert [error["extensions"]["code"] for error in refusal["errors"]] == ["FORBIDDEN"]
    for scope in ("webhooks", "status webhooks", "all", "status;changes"):
        refusal = await ask(service, {**GRANT, "scope": scope}, auth=basic(known))
        assert (refusal.status_code, refusal.json()["error"]) == (400, "invalid_scope")


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
async def test_a_token_of_another_issuer_or_audience_is_refused(
    service: Service, changes: dict[str, Any]
) -> None:
    known = await partner()
    token = (await ask(service, auth=basic(known))).json()["access_token"]
    key = OctKey.import_key(access_token_key(POLICY.secret_key))
    read = jwt.decode(token, key)
    changed_claims = {name: value for name, value in {**read.claims, **changes}.items() if value is not None}
    header, other = {"alg": "HS256", "typ": "at+jwt"}, OctKey.import_key("a" * 32)
    assert await kind(service, jwt.encode(header, changed_claims, key)) == 401
    assert await kind(service, jwt.encode({"alg": "HS256"}, read.claims, key)) == 401
    assert await kind(service, jwt.encode(header, read.claims, other)) == 401
    for text in ("", "a", "a.b.c", token[:-2], token + "a", "eyJhbGciOiJub25lIn0.e30."):
        assert await kind(service, text) == 401


async def test_each_use_of_a_key_is_counted(service: Service) -> None:
    known = await partner()
    before = datetime.now(UTC)
    for _ in range(3):
        await kind(service, known.key)
    token = (await ask(service, auth=basic(known))).json()["access_token"]  # counts too
    await kind(service, token)
    key_usage = service.app.state.key_usage
    await key_usage.write()
    await key_usage.write()
    (registered,) = await manage.list_partners()
    assert (registered.keys[0].uses, registered.keys[0].last_used_at) == (5, before)
