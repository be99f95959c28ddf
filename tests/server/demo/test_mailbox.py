"""The demo's mailbox: e-mails stored as files are shown in a browser, in the demo only."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from httpx2 import ASGITransport, AsyncClient
from pydantic import SecretStr
from starlette.applications import Starlette

from models.rules.messages.emails import MessageText
from server.demo.mailbox import demo_mail_routes
from server.headers import SecurityHeaders
from server.mail.smtp import FolderSender
from server.setting_types import Environment
from server.settings import Settings
from tests.server.outbox_messages import LINK, SENDER, an_invitation


@asynccontextmanager
async def reading(**settings: Any) -> AsyncIterator[AsyncClient]:
    app = Starlette(routes=demo_mail_routes(Settings(**settings)))
    transport = ASGITransport(app=SecurityHeaders(app, https=False))
    async with AsyncClient(transport=transport, base_url="http://comptoir.test") as client:
        yield client


@pytest.fixture
async def client(tmp_path: Path) -> AsyncIterator[AsyncClient]:
    async with reading(mail_url=SecretStr(f"file:{tmp_path / 'mail'}")) as client:
        yield client


@pytest.fixture
def sender(tmp_path: Path) -> FolderSender:
    return FolderSender(tmp_path / "mail", SENDER)


async def test_before_the_first_e_mail_the_page_says_so(client: AsyncClient) -> None:
    page = await client.get("/demo/courrier")
    assert page.status_code == 200
    assert "Aucun courriel pour l'instant" in page.text


async def test_each_e_mail_is_listed_and_its_link_can_be_followed(
    client: AsyncClient, sender: FolderSender
) -> None:
    await sender.send(an_invitation())
    listed = (await client.get("/demo/courrier")).text
    assert "zoe@chu-nantes.example" in listed
    assert "23/11/2026 10:00:00" in listed
    name = f"20261123-100000-{1:032x}.eml"
    assert f'<a href="/demo/courrier/{name}">Vous pouvez créer votre mot de passe</a>' in listed
    one = (await client.get(f"/demo/courrier/{name}")).text
    assert "Bonjour Madame Le Goff-Ménard," in one
    assert f'<a href="{LINK}">{LINK}</a>' in one
    assert "CHRU de Nantes &amp; Cie &lt;Île&gt;" in one


async def test_the_html_is_shown_as_mail_programs_do_with_the_text_beside(
    client: AsyncClient, sender: FolderSender
) -> None:
    await sender.send(an_invitation())
    address = f"/demo/courrier/20261123-100000-{1:032x}.eml"
    page = await client.get(address)
    assert f'sandbox="allow-popups allow-popups-to-escape-sandbox" src="{address}/html">' in page.text
    assert "<pre>Bonjour Madame Le Goff-Ménard," in page.text
    assert "frame-src 'self'" in page.headers["content-security-policy"]
    frame = await client.get(f"{address}/html")
    assert frame.headers["content-type"].startswith("text/html")
    assert '<base target="_blank">' in frame.text
    assert ">Créer mon mot de passe</a>" in frame.text


async def test_the_frame_runs_no_script_loads_nothing_and_stands_in_our_page_only(
    client: AsyncClient, sender: FolderSender
) -> None:
    await sender.send(an_invitation())
    frame = await client.get(f"/demo/courrier/20261123-100000-{1:032x}.eml/html")
    directives = frame.headers["content-security-policy"].split("; ")
    assert "default-src 'none'" in directives
    assert "frame-ancestors 'self'" in directives
    assert "sandbox allow-popups allow-popups-to-escape-sandbox" in directives
    assert not [directive for directive in directives if directive.startswith(("script", "img", "connect"))]
    assert frame.headers["x-frame-options"] == "SAMEORIGIN"


async def test_an_e_mail_of_plain_text_has_no_frame(client: AsyncClient, tmp_path: Path) -> None:
    (tmp_path / "mail").mkdir()
    (tmp_path / "mail" / "plain.eml").write_text("Subject: Objet\nTo: zoe@chu.example\n\nBonjour")
    page = await client.get("/demo/courrier/plain.eml")
    assert "Bonjour" in page.text
    assert "<iframe" not in page.text
    assert (await client.get("/demo/courrier/plain.eml/html")).status_code == 404


async def test_nothing_in_an_e_mail_becomes_markup_and_no_script_could_run(
    client: AsyncClient, sender: FolderSender
) -> None:
    evil = MessageText("<script>a</script>", ("<img src=x>", 'https://x.example/"onclick="alert(1)'))
    await sender.send(an_invitation(text=evil, link=""))
    pages = [
        await client.get("/demo/courrier"),
        await client.get(f"/demo/courrier/20261123-100000-{1:032x}.eml"),
    ]
    frame = await client.get(f"/demo/courrier/20261123-100000-{1:032x}.eml/html")
    assert "<script" not in frame.text
    assert "<img" not in frame.text
    for page in pages:
        assert "<script" not in page.text
        assert "<img" not in page.text
        assert 'onclick="' not in page.text
        policy = page.headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; style-src 'sha256-")
        assert "script" not in policy
        assert "unsafe" not in policy


@pytest.mark.parametrize(
    "name",
    [
        "../secret.eml",
        "..%2fsecret.eml",
        "%2e%2e%2fsecret.eml",
        "..%5csecret.eml",
        "%2fetc%2fpasswd",
        ".hidden.eml",
        "nothing.eml",
        "secret.txt",
        "x.eml%00",
        "%0ax.eml",
    ],
)
async def test_no_name_leads_out_of_the_folder(client: AsyncClient, tmp_path: Path, name: str) -> None:
    (tmp_path / "mail").mkdir()
    for path in ("secret.eml", "mail/secret.txt", "mail/.hidden.eml"):
        (tmp_path / path).write_text("Subject: secret\n\nsecret")
    page = await client.get(f"/demo/courrier/{name}")
    assert page.status_code == 404
    assert "Subject" not in page.text
    frame = await client.get(f"/demo/courrier/{name}/html")
    assert frame.status_code == 404
    assert "Subject" not in frame.text


async def test_what_is_no_e_mail_of_ours_harms_nothing(client: AsyncClient, tmp_path: Path) -> None:
    (tmp_path / "mail").mkdir()
    (tmp_path / "mail" / "empty.eml").write_bytes(b"")
    (tmp_path / "mail" / "folder.eml").mkdir()
    (tmp_path / "mail" / "odd.eml").write_bytes(b"Date: never\nTo: \xff\n\n\xff\xfe")
    assert (await client.get("/demo/courrier")).status_code == 200
    assert (await client.get("/demo/courrier/odd.eml")).status_code == 200
    assert (await client.get("/demo/courrier/folder.eml")).status_code == 404


@pytest.mark.parametrize(
    "settings",
    [{"environment": Environment.PRODUCTION}, {"mail_url": SecretStr("smtp://mail.example")}],
)
async def test_there_is_no_such_page_in_production_nor_where_e_mails_really_leave(
    settings: dict[str, Any],
) -> None:
    async with reading(**settings) as client:
        assert (await client.get("/demo/courrier")).status_code == 404
