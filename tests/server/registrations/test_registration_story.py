"""From the form to the first password: over HTTP, by the command line, by e-mail and by letter (N1, N2)."""

import email
import re
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
import time_machine
from anyio.to_thread import run_sync
from pydantic import SecretStr
from pypdf import PdfReader
from typer.testing import CliRunner

from models.database import connected
from models.rules.registrations.code import CODE_CHARACTERS
from server.cli import main as cli
from server.settings import Settings, settings
from server.workers.outbox import deliver_once
from tests.client import HTTP, Service, a_service, settings_of
from tests.factories import NOW
from tests.schema.registrations.test_registrations import (
    CONFIRM,
    FORM,
    PERSON,
    REGISTER,
    SUCCEED,
    did,
    stands,
)

PASSWORD = "Heron-cendre-47-roseaux"


@pytest.fixture
def own_settings(database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Settings]:
    """The settings of the service, and of commands run in this process."""
    for name, value in {"DATABASE_URL": database_url, "PUBLIC_URL": HTTP}.items():
        monkeypatch.setenv(f"COMPTOIR_{name}", value)
    monkeypatch.setenv("COMPTOIR_SECRET_KEY", "a secret of the tests, of no use elsewhere")
    settings.cache_clear()
    yield settings_of(
        database_url, mail_url=SecretStr(f"file:{tmp_path / 'mail'}"), letters_dir=tmp_path / "letters"
    )
    settings.cache_clear()


@asynccontextmanager
async def served(own: Settings) -> AsyncIterator[Service]:
    """The service on the database; what waits in the outbox leaves at the end."""
    async with connected(own.database_url), a_service(own) as service:
        yield service
        await deliver_once(own)


async def typed(*words: str) -> str:
    """What a command prints, run at the moment of the tests."""
    with time_machine.travel(NOW, tick=False):
        result = await run_sync(CliRunner().invoke, cli.app, words)
    assert result.exit_code == 0, result.output
    return result.stdout


def emails(tmp_path: Path) -> list[EmailMessage]:
    files = sorted((tmp_path / "mail").glob("*.eml"), key=lambda path: path.stat().st_mtime_ns)
    return [email.message_from_bytes(path.read_bytes(), policy=default) for path in files]


def latest(tmp_path: Path, subject: str) -> str:
    """The plain text of the e-mail with this subject."""
    (message,) = [one for one in emails(tmp_path) if one["Subject"] == subject]
    body = message.get_body(("plain",))
    assert body
    return str(body.get_content())


def token_in(text: str, page: str) -> str:
    (link,) = set(re.findall(rf"{HTTP}{page}#(\w+)", text))
    return str(link)


def code_in_letter(tmp_path: Path, subject: str) -> str:
    """The code as the letter prints it, and as it spells it."""
    texts = [
        "\n".join(page.extract_text() for page in PdfReader(path).pages)
        for path in (tmp_path / "letters").rglob("*.pdf")
    ]
    (text,) = [text for text in texts if subject in text]
    (code,) = re.findall(r"^\s*([0-9A-Z]{4}-[0-9A-Z]{4})\s*$", text, re.MULTILINE)
    spelled = text[text.index("Épelé") : text.index("Il est valable")]
    characters = re.findall(r"\b([0-9A-Z])\s+(?:\(|comme)", spelled)
    assert "".join(characters) == code.replace("-", "")
    assert len(characters) == CODE_CHARACTERS
    return str(code)


def subjects(tmp_path: Path) -> Sequence[Any]:
    return sorted(str(one["Subject"]) for one in emails(tmp_path))


async def test_an_employer_registers_and_its_first_administrator_creates_a_password(
    own_settings: Settings, tmp_path: Path
) -> None:
    async with served(own_settings) as service:
        assert await did(service, REGISTER, FORM) == {"errors": []}
    token = token_in(latest(tmp_path, "Votre demande est bien arrivée"), "/inscription/suivi")

    number, _, waiting = (await typed("registration", "list")).partition("  ")
    assert waiting.startswith("REGISTRATION  SUBMITTED  VF301  CCAS D'ANCENIS")
    await typed("registration", "approve", number, "--fund", "CNRACL")
    async with served(own_settings) as service:
        assert (await stands(service, token))["state"] == "APPROVED"
    assert token_in(latest(tmp_path, "Votre demande est acceptée"), "/inscription/suivi") == token
    code = code_in_letter(tmp_path, "Code pour inscrire votre établissement")
    assert not any(code in str(message) for message in emails(tmp_path))

    async with served(own_settings) as service:
        opened = await did(service, CONFIRM, {"token": token, "code": code})
        assert opened["errors"] == []
    invitation = latest(tmp_path, "Vous pouvez créer votre mot de passe")
    assert opened["identifier"] not in invitation

    async with served(own_settings) as service:
        password = {"token": token_in(invitation, "/mot-de-passe"), "password": PASSWORD}
        create = """mutation ($input: CreatePasswordInput!) {
            did: createPassword(input: $input) { identifier errors { code } } }"""
        assert await did(service, create, password) == {"identifier": opened["identifier"], "errors": []}
        enter = """mutation ($input: SignInInput!) {
            did: signIn(input: $input) { viewer { profile } errors { code } } }"""
        signed_in = await did(service, enter, {"identifier": opened["identifier"], "password": PASSWORD})
        assert signed_in == {"viewer": {"profile": "ADMINISTRATOR"}, "errors": []}
    assert "CCAS D'ANCENIS" in await typed("employer", "show", "VF301")
    assert "OPENED" in await typed("registration", "list", "--all")


async def test_an_employer_gets_a_new_administrator_by_the_same_way(
    own_settings: Settings, tmp_path: Path
) -> None:
    await typed(
        *("employer", "create", "--name", "CCAS D'ANCENIS", "--siret", FORM["siret"]),
        *("--contract-number", "VF301", "--fund", "CNRACL"),
        *("--postal-address", "1 rue Haute", "--postal-address", "44150 ANCENIS"),
        *("--representative-civility", "madame", "--representative-last-name", "O'Neill"),
        *("--representative-first-name", "Anne"),
    )
    async with served(own_settings) as service:
        variables = {"employer": "vf301", "administrator": PERSON, "reason": "Partie en retraite."}
        assert await did(service, SUCCEED, variables) == {"errors": []}
    token = token_in(latest(tmp_path, "Votre demande est bien arrivée"), "/inscription/suivi")
    number = (await typed("registration", "list")).split("  ")[0]
    shown = await typed("registration", "show", number)
    assert "because: Partie en retraite." in shown
    assert "legal representative: MADAME Anne O'Neill" in shown
    await typed("registration", "approve", number)
    async with served(own_settings):
        pass
    code = code_in_letter(tmp_path, "Code pour un nouvel administrateur")
    async with served(own_settings) as service:
        opened = await did(service, CONFIRM, {"token": token, "code": code})
    assert f"Sara Dupont ({opened['identifier']}): PENDING" in await typed("employer", "show", "VF301")
    assert "Vous pouvez créer votre mot de passe" in subjects(tmp_path)
