"""/exploitation/graphql: operators by their own cookie, from their networks, and no others (N3)."""

from collections.abc import AsyncIterator

import pytest
from httpx2 import ASGITransport, AsyncClient, Response

from models.rules.operators.operator import Operator
from resolvers.sign_in.passwords import hash_password
from server.auth.session_cookie import cookie_name
from server.operators.callers import operator_cookie_name
from server.panel import BUILT
from tests.client import HTTPS, Browser, Service, a_service, settings_of
from tests.factories import PASSWORD, a_house, a_partner, an_operator
from tests.nothing_written import nothing_is_written

pytestmark = [pytest.mark.usefixtures("database"), pytest.mark.one_database]

SIGN_IN = """mutation ($input: SignInOperatorInput!) {
    signInOperator(input: $input) { viewer { kind operator { signInName } } errors { code } } }"""
KIND = "{ viewer { kind } }"
ENDPOINT = "/exploitation/graphql"
NETWORKS = "10.1.0.0/16, 2001:db8::/32"
STATUSES = {"10.1.2.3": 200, "2001:db8::5": 200, "10.2.0.1": 404, "127.0.0.1": 404}
FIND = """mutation ($input: FindPersonInput!) {
    findPerson(input: $input) { people { id } errors { code } } }"""
UNLOCK = """mutation ($input: PersonActInput!) {
    unlockAsOperator(input: $input) { errors { code field } } }"""
REASON = "Appel du titulaire"


@pytest.fixture
async def odile(database: None) -> Operator:  # noqa: ARG001
    return await an_operator("odile", await hash_password(PASSWORD))


@pytest.fixture
async def secure(database_url: str, database: None) -> AsyncIterator[Service]:  # noqa: ARG001
    """The service behind https."""
    async with a_service(settings_of(database_url, HTTPS)) as service:
        yield service


async def signing_in(browser: Browser, name: str = "odile", password: str = PASSWORD) -> Response:
    return await browser.post(SIGN_IN, {"input": {"signInName": name, "password": password}})


async def test_an_operator_signs_in_and_out(service: Service, odile: Operator) -> None:
    browser = await service.at_operators_endpoint()
    payload = (await signing_in(browser)).json()["data"]["signInOperator"]
    assert payload == {
        "viewer": {"kind": "OPERATOR", "operator": {"signInName": odile.sign_in_name}},
        "errors": [],
    }
    assert (await browser.data(KIND))["viewer"]["kind"] == "OPERATOR"
    await browser.data("mutation { signOutOperator { errors { code } } }")
    assert (await browser.data(KIND))["viewer"]["kind"] == "ANONYMOUS"


@pytest.mark.usefixtures("odile")
async def test_the_cookie_is_of_these_pages_only_and_no_script_or_other_site_gets_it(secure: Service) -> None:
    cookie = (await signing_in(await secure.at_operators_endpoint())).headers["set-cookie"]
    name, _, attributes = cookie.partition("=")
    assert name == "__Secure-comptoir-exploitation"
    assert {part.strip().lower() for part in attributes.split(";")[1:]} == {
        "httponly",
        "secure",
        "samesite=strict",
        "path=/exploitation",
        "max-age=14400",
    }


async def test_the_public_endpoint_never_sees_an_operator(service: Service, odile: Operator) -> None:
    browser = await service.operator(odile)
    token = browser.client.cookies.get(operator_cookie_name(https=False))
    assert token
    for name in (cookie_name(https=False), operator_cookie_name(https=False)):
        response = await browser.client.post(
            "/graphql", json={"query": KIND}, headers={"cookie": f"{name}={token}"}
        )
        assert response.json()["data"]["viewer"]["kind"] == "ANONYMOUS"
    response = await browser.client.post(
        "/graphql",
        json={"query": SIGN_IN, "variables": {"input": {"signInName": "odile", "password": PASSWORD}}},
    )
    assert response.json()["data"]["signInOperator"]["errors"] == [{"code": "FORBIDDEN"}]
    assert "set-cookie" not in response.headers


async def test_the_operators_endpoint_sees_no_account_and_no_partner(service: Service) -> None:
    house = await a_house()
    jean, key = await service.browser(house.jean), (await a_partner(house.employer_id)).key
    token = jean.client.cookies.get(cookie_name(https=False))
    for headers in (
        {"cookie": f"{cookie_name(https=False)}={token}"},
        {"cookie": f"{operator_cookie_name(https=False)}={token}"},
        {"authorization": f"Bearer {key}"},
        {"authorization": "Bearer cptk_nothing"},
    ):
        browser = await service.at_operators_endpoint()
        response = await browser.client.post(ENDPOINT, json={"query": KIND}, headers=headers)
        assert response.json()["data"]["viewer"]["kind"] == "ANONYMOUS"


async def test_an_account_cannot_sign_in_at_the_operators_endpoint(service: Service) -> None:
    house = await a_house()
    browser = await service.at_operators_endpoint()
    document = """mutation ($input: SignInInput!) { signIn(input: $input) { errors { code } } }"""
    async with nothing_is_written():
        response = await browser.post(
            document, {"input": {"identifier": house.jean.identifier, "password": PASSWORD}}
        )
    assert response.json()["data"]["signIn"]["errors"] == [{"code": "FORBIDDEN"}]
    assert "set-cookie" not in response.headers


@pytest.mark.parametrize("origin", ["https://elsewhere.example", "null", "http://127.0.0.1:9999"])
async def test_a_page_of_another_origin_cannot_send_requests(
    service: Service, odile: Operator, origin: str
) -> None:
    browser = await service.operator(odile)
    response = await browser.client.post(ENDPOINT, json={"query": KIND}, headers={"origin": origin})
    assert response.status_code == 403


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000", "[::1]:8000"])
async def test_the_page_also_works_through_a_tunnel_to_this_machine(
    secure: Service, odile: Operator, host: str
) -> None:
    browser = await secure.operator(odile)
    headers = {"origin": f"http://{host}", "host": host}
    response = await browser.client.post(ENDPOINT, json={"query": KIND}, headers=headers)
    assert response.json()["data"]["viewer"]["kind"] == "OPERATOR"
    rebound = {"origin": "http://evil.example:8000", "host": "evil.example:8000"}
    response = await browser.client.post(ENDPOINT, json={"query": KIND}, headers=rebound)
    assert response.status_code == 403


@pytest.mark.skipif(not (BUILT / "exploitation.html").exists(), reason="the panel is not built")
async def test_the_pages_are_served_with_a_slash_at_the_end_too(service: Service) -> None:
    async with AsyncClient(
        transport=ASGITransport(app=service.app), base_url="http://127.0.0.1:8000"
    ) as client:
        pages = [await client.get(path) for path in ("/exploitation", "/exploitation/")]
    assert [page.status_code for page in pages] == [200, 200]
    assert pages[0].content == pages[1].content


@pytest.mark.parametrize("method", ["GET", "POST", "OPTIONS", "DELETE"])
@pytest.mark.parametrize("path", ["/exploitation", "/exploitation/", ENDPOINT, "/exploitation/messages"])
async def test_from_elsewhere_the_address_does_not_exist(service: Service, method: str, path: str) -> None:
    transport = ASGITransport(app=service.app, client=("203.0.113.5", 50_000))
    async with AsyncClient(transport=transport, base_url=service.settings.public_url) as client:
        response = await client.request(method, path, headers={"accept": "application/json"})
        unknown = await client.request("GET", "/nowhere", headers={"accept": "application/json"})
    assert (response.status_code, response.json()) == (404, {"error": "not found", "path": path})
    assert response.headers.keys() == unknown.headers.keys()


async def test_the_networks_are_those_of_the_setting(database_url: str, odile: Operator) -> None:
    async with a_service(
        settings_of(database_url, operator_networks="10.1.0.0/16, 2001:db8::/32")
    ) as service:
        for address, status in (
            ("10.1.2.3", 200),
            ("2001:db8::5", 200),
            ("10.2.0.1", 404),
            ("127.0.0.1", 404),
        ):
            transport = ASGITransport(app=service.app, client=(address, 50_000))
            async with AsyncClient(transport=transport, base_url=service.settings.public_url) as client:
                response = await client.post(ENDPOINT, json={"query": KIND})
            assert response.status_code == status, address
    assert odile


@pytest.mark.usefixtures("odile")
async def test_attempts_are_limited_more_strictly_than_those_of_accounts(service: Service) -> None:
    browser = await service.at_operators_endpoint()
    codes = [(await signing_in(browser, password="faux")).json() for _ in range(6)]
    last = codes[-1]["data"]["signInOperator"]["errors"]
    assert last == [{"code": "RATE_LIMITED"}]


async def test_a_person_can_be_acted_for_only_by_the_operator_who_looked_them_up(
    service: Service, odile: Operator
) -> None:
    house = await a_house()
    variables = {"input": {"identifier": house.paul.identifier, "reason": REASON}}
    people = (await (await service.operator(odile)).data(FIND, variables))["findPerson"]["people"]
    other = await service.operator(await an_operator("olivier"))
    async with nothing_is_written():
        payload = await other.data(
            UNLOCK, {"input": {"personId": people[0]["id"], "reason": "Appel du titulaire"}}
        )
    assert payload["unlockAsOperator"]["errors"] == [{"code": "NOT_FOUND", "field": ["personId"]}]
