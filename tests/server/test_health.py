"""/healthz and /readyz: whether the process lives, whether it can serve, and why not."""

import json
import threading
from pathlib import Path

import pytest

from models.database import connected
from models.rules.partners.api_key import generate_api_key
from server.settings import Settings
from tests.client import Service, a_service, settings_of
from tests.conftest import DIALECT
from tests.fresh_database import MIGRATIONS, fresh_database

SIGN_IN = """mutation { signIn(input: {identifier: "JLO000439", password: "Comptoir#2026"}) {
    errors { code } } }"""


def unreachable(folder: Path) -> Settings:
    """A folder instead of the SQLite file; a port without a server."""
    if DIALECT == "sqlite":
        return settings_of(f"sqlite://{folder}")
    return settings_of("postgres://jean:tres-secret@127.0.0.1:1/comptoir")


async def test_a_process_that_lives_says_so_whatever_its_database(service: Service) -> None:
    response = await (await service.stranger()).client.get("/healthz")
    assert (response.status_code, response.json()) == (200, {"status": "alive"})


async def test_a_process_is_ready_when_its_database_answers_and_is_migrated(service: Service) -> None:
    response = await (await service.stranger()).client.get("/readyz")
    assert (response.status_code, response.json()) == (200, {"status": "ready"})


async def test_with_a_database_that_is_not_migrated_nothing_is_served(
    server_url: str | None, tmp_path: Path
) -> None:
    async with (
        fresh_database(server_url, tmp_path) as url,
        connected(url),
        a_service(settings_of(url)) as service,
    ):
        browser = await service.stranger()
        assert (await browser.client.get("/healthz")).status_code == 200
        ready = await browser.client.get("/readyz")
        assert ready.status_code == 503
        assert ready.json() == {
            "status": "not ready",
            "reason": f"database not migrated: run 'comptoir migrate' ({MIGRATIONS} missing)",
        }
        await is_unavailable(service)


async def test_with_a_database_that_does_not_answer_nothing_is_served(tmp_path: Path) -> None:
    settings = unreachable(tmp_path)
    async with connected(settings.database_url), a_service(settings) as service:
        browser = await service.stranger()
        assert (await browser.client.get("/healthz")).status_code == 200
        ready = await browser.client.get("/readyz")
        assert ready.status_code == 503
        assert ready.json()["status"] == "not ready"
        assert ready.json()["reason"].startswith("database unreachable (")
        (line,) = [line for line in service.logged() if line["level"] == "error"]
        assert line["event"] == "database unreachable"
        await is_unavailable(service)
        assert "tres-secret" not in service.log.getvalue()
    for thread in threading.enumerate():
        if "connection_worker" in thread.name:  # of SQLite: it reports to the event loop, which must live
            thread.join(5)


async def is_unavailable(service: Service) -> None:
    """For the session, which is read before any field; and for a field that queries the database."""
    for browser, document in (
        (await service.holding("a" * 64), "{ viewer { kind } }"),
        (await service.stranger(), SIGN_IN),
    ):
        response = await browser.post(document)
        assert response.status_code == 503, response.text
        assert response.headers["retry-after"] == "5"
        (error,) = response.json()["errors"]
        assert error["extensions"]["code"] == "UNAVAILABLE"
        assert "ne répond pas" in error["message"]
    form = {"grant_type": "client_credentials"}
    client = (await service.stranger()).client
    token = await client.post("/oauth/token", data=form, auth=("partner-1", generate_api_key(bytes(32))))
    assert (token.status_code, token.headers["retry-after"]) == (503, "5")
    assert token.json()["error"] == "temporarily_unavailable"
    assert token.headers["x-content-type-options"] == "nosniff"
    assert "Traceback" not in json.dumps(service.logged())
    assert {line["status"] for line in service.logged() if line.get("path") == "/graphql"} == {503}


async def test_a_service_without_a_connection_responds_500_with_its_headers_and_no_detail(
    tmp_path: Path,
) -> None:
    """As for any unexpected error outside of a field."""
    async with a_service(unreachable(tmp_path)) as service:
        response = await (await service.holding("a" * 64)).post("{ viewer { kind } }")
        assert response.status_code == 500
        assert response.headers["content-type"] == "application/json"
        assert response.headers["x-content-type-options"] == "nosniff"
        (line,) = [line for line in service.logged() if line["level"] == "error"]
        assert line["request"] == response.headers["x-request-id"]
        assert line["event"] == "unexpected error"
        assert any("recognise" in frame for frame in line["frames"])
        assert "Traceback" not in response.text + service.log.getvalue()


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
async def test_health_checks_need_no_session_and_set_no_cookie(service: Service, path: str) -> None:
    response = await (await service.holding("garbage")).client.get(path)
    assert response.status_code == 200
    assert "set-cookie" not in response.headers
