"""The panel as it is served: its page, its files, its policy, its size, its documents."""

import gzip
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from server.graphql.persisted_documents import trusted_documents
from server.panel import BUILT
from tests.client import Service

pytestmark = pytest.mark.one_database

ACCEPTS_PAGES = {"accept": "text/html"}
MAX_COMPRESSED_BYTES = 245_000


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/connexion",
        "/mot-de-passe",
        "/comptes",
        "/comptes/nouveau",
        "/comptes/JLO000439",
        "/historique",
        "/inscription",
        "/inscription/suivi",
        "/succession",
    ],
)
async def test_every_screen_has_an_address_that_answers_with_the_page(service: Service, address: str) -> None:
    response = await (await service.stranger()).client.get(address, headers=ACCEPTS_PAGES)
    assert (response.status_code, response.headers["content-type"]) == (200, "text/html; charset=utf-8")
    policy = response.headers["content-security-policy"]
    assert "script-src 'self'; style-src 'self'" in policy
    assert "unsafe" not in policy
    assert response.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("address", ["/nulle-part", "/comptes/a/b", "/comptes/"])
async def test_an_unknown_address_is_a_page_and_not_a_blank(service: Service, address: str) -> None:
    response = await (await service.stranger()).client.get(address, headers=ACCEPTS_PAGES)
    assert (response.status_code, '<div id="root">' in response.text) == (404, True)


async def test_an_unknown_address_is_json_for_a_program(service: Service) -> None:
    response = await (await service.stranger()).client.get("/nulle-part")
    assert (response.status_code, response.json()["path"]) == (404, "/nulle-part")


async def test_files_named_by_their_content_are_kept_and_sent_compressed(service: Service) -> None:
    script = next(BUILT.glob("assets/index-*.js"))
    response = await (await service.stranger()).client.get(
        f"/assets/{script.name}", headers={"accept-encoding": "gzip"}
    )
    assert response.headers["content-encoding"] == "gzip"
    assert response.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert response.content == script.read_bytes()


def test_the_panel_weighs_at_most_245_kilobytes_compressed() -> None:
    weights = {path.name: len(gzip.compress(path.read_bytes(), 9)) for path in _scripts_and_styles()}
    assert sum(weights.values()) <= MAX_COMPRESSED_BYTES, weights


def _scripts_and_styles() -> Iterator[Path]:
    return (path for path in BUILT.glob("assets/*") if path.suffix in {".js", ".css"})


async def test_an_operation_of_the_panel_is_executed_by_its_id(service: Service) -> None:
    documents = trusted_documents()
    assert all(id == f"sha256:{sha256(text.encode()).hexdigest()}" for id, text in documents.items())
    viewer = next(id for id, text in documents.items() if text.startswith("query Viewer"))
    response = await (await service.stranger()).client.post("/graphql", json={"documentId": viewer})
    assert response.json()["data"]["viewer"]["kind"] == "ANONYMOUS"


@pytest.mark.parametrize("body", [{"documentId": "sha256:0"}, {"documentId": 5}, {"documentId": ["a"]}])
async def test_an_unknown_document_is_refused_by_name(service: Service, body: dict[str, object]) -> None:
    response = await (await service.stranger()).client.post("/graphql", json=body)
    assert response.status_code == 400
    assert response.json()["errors"][0]["extensions"]["code"] == "UNKNOWN_DOCUMENT"


async def test_a_document_and_an_id_at_once_are_refused(service: Service) -> None:
    response = await (await service.stranger()).client.post(
        "/graphql", json={"documentId": "a", "query": "{ viewer { kind } }"}
    )
    assert response.status_code == 400
