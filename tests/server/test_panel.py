"""The panel as it is served: its page, its files, its policy, its size, its documents."""

import gzip
import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from server.graphql.persisted_documents import trusted_documents
from server.panel import BUILT
from tests.client import Service

pytestmark = pytest.mark.one_database

ACCEPTS_PAGES = {"accept": "text/html"}
MAX_FIRST_VISIT_BYTES = {"src/dashboard/Dashboard.tsx": 196_500, "src/accounts/list/Accounts.tsx": 203_000}
"""Script and style, compressed, of a first visit that opens this screen (decision 38)."""
MAX_COMPRESSED_BYTES = 275_000
"""Of all screens together, most of which a visit does not open."""


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
        "/etablissement",
        "/employeurs",
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


@pytest.mark.parametrize(("screen", "limit"), MAX_FIRST_VISIT_BYTES.items())
def test_a_first_visit_downloads_no_more_script_and_style_than_its_limit(screen: str, limit: int) -> None:
    weights = {name: _weight(BUILT / name) for name in _files_of("index.html", screen)}
    assert sum(weights.values()) <= limit, weights


def test_all_screens_together_weigh_at_most_275_kilobytes_compressed() -> None:
    weights = {path.name: _weight(path) for path in _scripts_and_styles()}
    assert sum(weights.values()) <= MAX_COMPRESSED_BYTES, weights


def _files_of(*sources: str) -> set[str]:
    """The files that a browser downloads for these modules, as Vite's manifest of the build says."""
    chunks = json.loads((BUILT / ".vite" / "manifest.json").read_text(encoding="utf-8"))
    pending, keys = list(sources), set()
    while pending:
        key = pending.pop()
        if key not in keys:
            keys.add(key)
            pending += chunks[key].get("imports", [])
    return {name for key in keys for name in (chunks[key]["file"], *chunks[key].get("css", []))}


def _weight(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9))


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
