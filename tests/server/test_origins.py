"""Pages of other origins: closed, but for those that the settings name; they never act for a session."""

from collections.abc import AsyncIterator

import pytest
from pydantic import ValidationError

from server.settings import Settings
from tests.browser import HTTP, Browser, Service, a_service, settings_of
from tests.builders import a_house

KIND = "{ viewer { kind } }"
PORTAL, OTHER = "https://portail.example", "https://ailleurs.example"
PREFLIGHT = {"access-control-request-method": "POST", "access-control-request-headers": "content-type"}


@pytest.fixture
async def open_to_portal(database: None, database_url: str) -> AsyncIterator[Service]:  # noqa: ARG001
    origins = f"{PORTAL}, http://127.0.0.1:5173"
    async with a_service(settings_of(database_url, cors_origins=origins)) as started:
        yield started


async def kind(browser: Browser, origin: str, method: str = "POST") -> tuple[int, str | None, str | None]:
    """The status, who was answered, and the origin that may read it."""
    asked = {"json": {"query": KIND}} if method == "POST" else {"params": {"query": KIND}}
    response = await browser.client.request(method, "/graphql", headers={"origin": origin}, **asked)  # type: ignore[arg-type]
    assert "access-control-allow-credentials" not in response.headers
    viewer = response.json().get("data", {}).get("viewer", {}).get("kind")
    return response.status_code, viewer, response.headers.get("access-control-allow-origin")


@pytest.mark.parametrize("method", ["POST", "GET"])
async def test_an_invited_page_is_answered_as_a_stranger(open_to_portal: Service, method: str) -> None:
    jean = await open_to_portal.browser((await a_house()).jean)
    assert await kind(jean, PORTAL, method) == (200, "ANONYMOUS", PORTAL)
    assert (await kind(jean, HTTP, method))[:2] == (200, "ACCOUNT")


async def test_an_invited_page_signs_nobody_in_here(open_to_portal: Service) -> None:
    jean = await open_to_portal.browser((await a_house()).jean)
    document = "mutation { signOut { errors { code } } }"
    response = await jean.client.post("/graphql", json={"query": document}, headers={"origin": PORTAL})
    assert response.status_code == 200
    assert "set-cookie" not in response.headers
    assert (await kind(jean, HTTP))[:2] == (200, "ACCOUNT")


async def test_every_other_page_stays_refused(open_to_portal: Service, service: Service) -> None:
    for served, origin in (
        (open_to_portal, OTHER),
        (open_to_portal, "null"),
        (open_to_portal, PORTAL.replace("https", "http")),
        (open_to_portal, PORTAL + ":8443"),
        (service, PORTAL),
        (service, OTHER),
    ):
        assert await kind(await served.stranger(), origin) == (403, None, None)


async def test_browsers_are_told_beforehand(open_to_portal: Service, service: Service) -> None:
    async def asked(served: Service, origin: str) -> tuple[int, str | None]:
        headers = {"origin": origin, **PREFLIGHT}
        response = await (await served.stranger()).client.options("/graphql", headers=headers)
        assert "access-control-allow-credentials" not in response.headers
        assert response.headers["x-content-type-options"] == "nosniff"
        return response.status_code, response.headers.get("access-control-allow-origin")

    assert await asked(open_to_portal, PORTAL) == (200, PORTAL)
    assert await asked(open_to_portal, OTHER) == (400, None)
    assert await asked(service, PORTAL) == (405, None)


async def test_other_addresses_stay_closed(open_to_portal: Service) -> None:
    response = await (await open_to_portal.stranger()).client.get("/healthz", headers={"origin": PORTAL})
    assert "access-control-allow-origin" not in response.headers


@pytest.mark.parametrize(
    "text", ["*", "portail.example", "https://a.example/", "https://a.example,ftp://b", "null"]
)
def test_what_is_no_origin_is_refused_by_name(text: str) -> None:
    with pytest.raises(ValidationError, match="is no origin"):
        Settings(cors_origins=text)
