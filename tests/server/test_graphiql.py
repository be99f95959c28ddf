"""The page of GraphiQL: who may open it, and its content security policy."""

from collections.abc import AsyncIterator

import pytest

from server.setting_types import GraphiQL
from tests.client import Service, a_service, settings_of
from tests.factories import House, a_house

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
    response = await (await service.browser(house.jean)).client.get("/graphiql", headers=ACCEPTS_PAGES)
    assert response.status_code == 404
