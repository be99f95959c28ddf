"""Pages of other origins are refused, except those that the settings name; they never act for a session."""

from collections.abc import AsyncIterator

import pytest
from pydantic import ValidationError

from server.settings import Settings
from tests.client import HTTP, Browser, Service, a_service, settings_of
from tests.factories import a_house

pytestmark = pytest.mark.one_database

KIND = "{ viewer { kind } }"
PORTAL, OTHER = "https://portail.example", "https://ailleurs.example"
PREFLIGHT = {"access-control-request-method": "POST", "access-control-request-headers": "content-type"}


@pytest.fixture
async def open_to_portal(database: None, database_url: str) -> AsyncIterator[Service]:  # noqa: ARG001
    origins = f"{PORTAL}, http://127.0.0.1:5173"
    async with a_service(settings_of(database_url, cors_origins=origins)) as started:
        yield started


async def kind(browser: Browser, origin: str, method: str = "POST") -> tuple[int, str | None, str | None]:
    """The status, the kind of caller, and the origin that may read the response."""
    request = {"json": {"query": KIND}} if method == "POST" else {"params": {"query": KIND}}
    response = await browser.client.request(method, "/graphql", headers={"origin": origin}, **request)  # type: ignore[arg-type]
    assert "access-control-allow-credentials" not in response.headers
    viewer = response.json().get("data", {}).get("viewer", {}).get("kind")
    return response.status_code, viewer, response.headers.get("access-control-allow-origin")


@pytest.mark.parametrize("method", ["POST", "GET"])
async def test_an_invited_page_is_answered_as_a_stranger(open_to_portal: Service, method: str) -> None:
    jean = await open_to_portal.browser((await a_house()).jean)
    assert await kind(jean, PORTAL, method) == (200, "ANONYMOUS", PORTAL)
    assert (await kind(jean, HTTP, method))[:2] == (200, "ACCOUNT")


async def test_a_page_of_an_allowed_origin_cannot_sign_anyone_in(open_to_portal: Service) -> None:
    jean = await open_to_portal.browser((await a_house()).jean)
    document = "mutation { signOut { errors { code } } }"
    response = await jean.client.post("/graphql", json={"query": document}, headers={"origin": PORTAL})
    assert response.status_code == 200
    assert "set-cookie" not in response.headers
    assert (await kind(jean, HTTP))[:2] == (200, "ACCOUNT")


@pytest.mark.parametrize("method", ["POST", "GET"])
async def test_every_other_page_stays_refused(open_to_portal: Service, service: Service, method: str) -> None:
    for served, origin in (
        (open_to_portal, OTHER),
        (open_to_portal, HTTP.replace("http", "ftp")),
        (open_to_portal, "http://["),
        (open_to_portal, ""),
        (open_to_portal, "null"),
        (open_to_portal, PORTAL.replace("https", "http")),
        (open_to_portal, PORTAL + ":8443"),
        (service, PORTAL),
        (service, OTHER),
    ):
        assert await kind(await served.stranger(), origin, method) == (403, None, None), origin


async def test_a_page_that_asks_as_a_picture_is_refused(service: Service) -> None:
    """An image names no origin, and would spend the budget of the person who looks at the page."""
    jean = await service.browser((await a_house()).jean)
    headers = {"sec-fetch-site": "cross-site", "sec-fetch-dest": "image"}
    response = await jean.client.get("/graphql", params={"query": KIND}, headers=headers)
    assert response.status_code == 403


@pytest.mark.parametrize(
    ("public_url", "origin", "status"),
    [
        ("http://comptoir.test", "http://localhost:8000", 200),
        ("https://comptoir.test", "https://localhost:8000", 403),
        ("https://comptoir.test", "http://comptoir.test", 403),
        ("https://comptoir.test/", "https://comptoir.test", 200),
        ("https://Comptoir.Test:443", "https://comptoir.test", 200),
        ("https://hôpital.example", "https://xn--hpital-ixa.example", 200),
    ],
)
async def test_over_https_the_one_public_address_counts_and_else_any_that_leads_here(
    database: None,  # noqa: ARG001
    database_url: str,
    public_url: str,
    origin: str,
    status: int,
) -> None:
    async with a_service(settings_of(database_url, public_url)) as served:
        client = (await served.stranger()).client
        headers = {"origin": origin, "host": origin.split("//")[1]}
        response = await client.post("/graphql", json={"query": KIND}, headers=headers)
        assert response.status_code == status


async def test_a_preflight_request_names_the_allowed_origin(
    open_to_portal: Service, service: Service
) -> None:
    async def preflight(served: Service, origin: str) -> tuple[int, str | None]:
        headers = {"origin": origin, **PREFLIGHT}
        response = await (await served.stranger()).client.options("/graphql", headers=headers)
        assert "access-control-allow-credentials" not in response.headers
        assert response.headers["x-content-type-options"] == "nosniff"
        return response.status_code, response.headers.get("access-control-allow-origin")

    assert await preflight(open_to_portal, PORTAL) == (200, PORTAL)
    assert await preflight(open_to_portal, OTHER) == (400, None)
    assert await preflight(service, PORTAL) == (405, None)


async def test_other_addresses_stay_closed(open_to_portal: Service) -> None:
    response = await (await open_to_portal.stranger()).client.get("/healthz", headers={"origin": PORTAL})
    assert "access-control-allow-origin" not in response.headers


@pytest.mark.parametrize(
    "text", ["*", "portail.example", "https://a.example/x", "https://a.example,ftp://b", "null"]
)
def test_what_is_no_origin_is_refused_by_name(text: str) -> None:
    with pytest.raises(ValidationError, match=r"is no address|has a path"):
        Settings(cors_origins=text)
