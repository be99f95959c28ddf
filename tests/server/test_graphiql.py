"""The page of GraphiQL: who may open it, and its content security policy."""

from collections.abc import AsyncIterator

import pytest

from server.setting_types import GraphiQL
from tests.client import Service, a_service, settings_of
from tests.factories import House, a_house

pytestmark = pytest.mark.one_database

ACCEPTS_PAGES = {"accept": "text/html"}


@pytest.fixture
async def service(
    database: None,  # noqa: ARG001
    database_url: str,
    request: pytest.FixtureRequest,
) -> AsyncIterator[Service]:
    """The service with the test's setting of GraphiQL, or with the default."""
    more = {"graphiql": request.param} if hasattr(request, "param") else {}
    async with a_service(settings_of(database_url, **more)) as started:
        yield started


@pytest.fixture
async def house(database: None) -> House:  # noqa: ARG001
    return await a_house()


async def test_by_default_a_stranger_is_led_to_the_sign_in_and_back(service: Service) -> None:
    response = await (await service.stranger()).client.get("/graphiql")
    assert (response.status_code, response.headers["location"]) == (303, "/connexion?vers=/graphiql")
    assert response.headers["cache-control"] == "no-store"


async def test_by_default_a_signed_in_account_may_open_it(service: Service, house: House) -> None:
    response = await (await service.browser(house.paul)).client.get("/graphiql")
    assert (response.status_code, '<div id="root">' in response.text) == (200, True)
    policy = response.headers["content-security-policy"]
    assert "script-src 'self';" in policy
    assert "worker-src 'self'" in policy
    assert "http" not in policy
    assert response.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("service", [GraphiQL.EVERYONE], indirect=True)
async def test_it_can_be_shown_to_everyone(service: Service) -> None:
    assert (await (await service.stranger()).client.get("/graphiql")).status_code == 200


@pytest.mark.parametrize("service", [GraphiQL.OFF], indirect=True)
async def test_it_can_be_off(service: Service, house: House) -> None:
    answer = await (await service.browser(house.jean)).client.get("/graphiql", headers=ACCEPTS_PAGES)
    assert answer.status_code == 404


BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8"


@pytest.mark.parametrize("accept", [BROWSER, "text/html", "text/html, application/json;q=0.9"])
async def test_the_endpoint_opened_in_a_browser_leads_to_graphiql(service: Service, accept: str) -> None:
    answer = await (await service.stranger()).client.get("/graphql", headers={"accept": accept})
    assert (answer.status_code, answer.headers["location"]) == (303, "/graphiql")
    assert 'href="/graphiql"' in answer.text


@pytest.mark.parametrize("accept", ["application/json", "*/*", "application/json, text/html;q=0.9", ""])
async def test_a_program_gets_the_answer_of_the_endpoint(service: Service, accept: str) -> None:
    answer = await (await service.stranger()).client.get("/graphql", headers={"accept": accept})
    assert (answer.status_code, answer.headers["content-type"]) == (400, "application/json; charset=utf-8")


async def test_a_query_in_the_address_is_answered_in_a_browser_too(service: Service) -> None:
    client = (await service.stranger()).client
    answer = await client.get("/graphql?query={viewer{kind}}", headers={"accept": BROWSER})
    assert answer.json()["data"] == {"viewer": {"kind": "ANONYMOUS"}}


@pytest.mark.parametrize("served", [{"graphiql": "off"}], indirect=True)
async def test_without_graphiql_the_endpoint_leads_nowhere(served: Service) -> None:
    answer = await (await served.stranger()).client.get("/graphql", headers={"accept": BROWSER})
    assert (answer.status_code, "location" in answer.headers) == (400, False)
