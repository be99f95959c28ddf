"""The first day, as docs/operating.md says: from an empty database to the first administrator's sign-in."""

import asyncio
import json
import re
from collections.abc import AsyncIterator
from pathlib import Path
from unittest.mock import ANY

import httpx2
import pytest

from tests.fresh_database import fresh_database
from tests.processes.smtp import LetterBox, self_made, smtp_server
from tests.server.cli.employers.employer_files import an_entry, write_json
from tests.server.comptoir_process import comptoir, serving

PASSWORD = "Heron-cendre-47-roseaux"
PUBLIC_URL = "https://comptoir.example"
DOCUMENTS = Path(__file__).parents[4] / "admin_ui/src/gql/persisted-documents.json"


@pytest.fixture
async def empty_url(server_url: str | None, tmp_path: Path) -> AsyncIterator[str]:
    """The URL of an empty database, without tables."""
    async with fresh_database(server_url, tmp_path) as url:
        yield url


async def test_the_first_administrator_signs_in_to_an_empty_production(
    empty_url: str, tmp_path: Path
) -> None:
    letter_box, arrived = LetterBox(), asyncio.Event()
    letter_box.received = arrived.set
    certificate = self_made(tmp_path)
    async with smtp_server(letter_box, certificate, sign_in=True) as mail:
        settings = {
            "ENVIRONMENT": "production",
            "SECRET_KEY": "q8Zt4vR1xW7mK2pL9sD5fH3jB6nC0yGa",
            "PUBLIC_URL": PUBLIC_URL,
            "MAIL_URL": f"smtp://{mail.user}:s3cret%3A%20%C3%A0%20part@localhost:{mail.port}"
            f"?ca={certificate.certificate}",
            "MAIL_FROM": "Comptoir <comptoir@comptoir.example>",
            "LETTERS_SENDER": "Comptoir;1 rue de la Paix;44000 Nantes",
            "LETTERS_DIR": str(tmp_path / "letters"),
        }

        def typed(*words: str) -> str:
            done = comptoir(empty_url, *words, **settings)
            assert done.returncode == 0, done.stdout + done.stderr
            return done.stdout

        await asyncio.to_thread(typed, "migrate")
        await asyncio.to_thread(typed, "doctor")
        path = write_json(tmp_path, an_entry(1))
        created = await asyncio.to_thread(typed, "employer", "create", "--from", str(path))
        (identifier,) = re.findall(r"\((\w{9})\)", created)

        def first_sign_in(link: str) -> object:
            token = link.split("#")[1]
            with serving(empty_url, tmp_path, until=200, **settings) as served:
                headers = {"host": "comptoir.example", "origin": PUBLIC_URL}
                with httpx2.Client(base_url=served.url, headers=headers, timeout=60) as client:
                    saved = post(client, "CreatePassword", {"token": token, "password": PASSWORD})
                    assert saved == {"createPassword": {"identifier": identifier, "errors": []}}
                    return post(client, "SignIn", {"identifier": identifier, "password": PASSWORD})

        await asyncio.to_thread(typed, "deliver", "--once")
        await asyncio.wait_for(arrived.wait(), 60)
        (email,) = letter_box.emails
        assert email["To"] == "jean.louty@mairie1.example"
        body = email.get_body(("plain",))
        assert body
        assert identifier not in body.get_content()
        (link,) = set(re.findall(rf"{PUBLIC_URL}/mot-de-passe#\w+", body.get_content()))
        assert await asyncio.to_thread(first_sign_in, link) == {
            "signIn": {"errors": [], "viewer": {"account": {"id": ANY}, "kind": "ACCOUNT"}}
        }
    letters = sorted(path.suffix for path in (tmp_path / "letters").rglob("*.pdf"))
    assert letters == [".pdf"]


def post(client: httpx2.Client, operation: str, values: dict[str, str]) -> object:
    """Send one of the panel's operations: production executes no others for strangers."""
    documents = json.loads(DOCUMENTS.read_text(encoding="utf-8"))
    (document_id,) = [key for key, text in documents.items() if text.startswith(f"mutation {operation}(")]
    body = {"documentId": document_id, "variables": {"input": values}}
    answer = client.post("/graphql", json=body).json()
    assert "errors" not in answer, answer
    return answer["data"]
