"""The headers of every response, and the cookie of a session (P5)."""

import asyncio

import pytest

from resolvers.sign_in.passwords import hash_password
from server.auth.session_cookie import cookie_name
from tests.client import HTTP, HTTPS, Service, a_service, settings_of
from tests.factories import PASSWORD, a_house, an_account

pytestmark = pytest.mark.one_database

SIGN_IN = """mutation ($identifier: String!) {
    signIn(input: {identifier: $identifier, password: "Comptoir#2026"}) { errors { code } } }"""
SIGN_OUT = "mutation { signOut { errors { code } } }"
ALWAYS = {
    "content-security-policy": (
        "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
    ),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/identifiants", 404),
        ("GET", "/healthz", 200),
        ("GET", "/readyz", 200),
        ("GET", "/graphql?query={viewer{kind}}", 200),
        ("POST", "/graphql", 415),
        ("PUT", "/graphql", 405),
        ("POST", "/healthz", 405),
        ("GET", "/nowhere", 404),
        ("GET", "/graphql/", 404),
    ],
)
async def test_every_answer_carries_the_security_headers(
    service: Service, method: str, path: str, status: int
) -> None:
    response = await (await service.stranger()).client.request(method, path)
    assert response.status_code == status
    wanted = ALWAYS | ({"cache-control": "private, no-cache"} if "query" in path else {})
    assert {name: response.headers.get(name) for name in ALWAYS} == wanted
    assert "strict-transport-security" not in response.headers
    assert len(response.headers["x-request-id"]) == 16


@pytest.mark.usefixtures("database")
async def test_over_https_the_response_has_strict_transport_security(database_url: str) -> None:
    async with a_service(settings_of(database_url, HTTPS)) as service:
        response = await (await service.stranger()).client.get("/nowhere")
    assert response.headers["strict-transport-security"] == "max-age=31536000; includeSubDomains"


async def test_an_unknown_path_is_404_in_json(service: Service) -> None:
    response = await (await service.stranger()).client.get("/nulle/part")
    assert response.status_code == 404
    assert response.headers["content-type"] == "application/json"
    assert response.json() == {"error": "not found", "path": "/nulle/part"}


@pytest.fixture(scope="module")
def password_hash() -> str:
    return asyncio.run(hash_password(PASSWORD))


@pytest.mark.parametrize(
    ("public_url", "name", "secure"),
    [(HTTP, "comptoir", set()), (HTTPS, "__Host-comptoir", {"Secure"})],
)
async def test_the_cookie_of_a_session_is_for_this_host_and_no_script(
    database: None,  # noqa: ARG001
    database_url: str,
    password_hash: str,
    public_url: str,
    name: str,
    secure: set[str],
) -> None:
    async with a_service(settings_of(database_url, public_url)) as service:
        house = await a_house()
        anne = await an_account(house.employer_id, "Petit", "Anne", password_hash=password_hash)
        browser = await service.stranger()
        set_cookie = (await browser.post(SIGN_IN, {"identifier": anne.identifier})).headers["set-cookie"]
        value, *attributes = set_cookie.split("; ")
        assert value.split("=")[0] == name == cookie_name(service.settings.https)
        assert len(bytes.fromhex(value.split("=")[1])) == 32
        assert set(attributes) == {"HttpOnly", "Path=/", "SameSite=lax", "Max-Age=28800"} | secure
        assert (await browser.data("{ viewer { kind } }"))["viewer"]["kind"] == "ACCOUNT"

        deleted_cookie = (await browser.post(SIGN_OUT)).headers["set-cookie"]
        value, *attributes = deleted_cookie.split("; ")
        assert value == f'{name}=""'
        assert {"HttpOnly", "Path=/", "SameSite=lax", "Max-Age=0"} | secure <= set(attributes)
        assert (await browser.data("{ viewer { kind } }"))["viewer"]["kind"] == "ANONYMOUS"


async def test_a_request_that_neither_signs_in_nor_out_sets_no_cookie(service: Service) -> None:
    house = await a_house()
    browser = await service.browser(house.jean)
    refused = await browser.post(SIGN_IN, {"identifier": house.jean.identifier})
    assert "set-cookie" not in refused.headers
    assert "set-cookie" not in (await browser.post("{ viewer { kind } }")).headers
    assert (await browser.data("{ viewer { kind } }"))["viewer"]["kind"] == "ACCOUNT"


async def test_over_https_a_cookie_without_the_host_prefix_opens_nothing(
    database: None,  # noqa: ARG001
    database_url: str,
) -> None:
    """Another host of the same domain could have set it."""
    async with a_service(settings_of(database_url, HTTPS)) as service:
        browser = await service.browser((await a_house()).jean)
        (token,) = browser.client.cookies.values()
        stranger = await service.stranger()
        stranger.client.cookies.set("comptoir", token)
        assert (await stranger.data("{ viewer { kind } }"))["viewer"]["kind"] == "ANONYMOUS"
