"""The demo's letter box: the e-mails kept as files, to be read in a browser. No such page in production."""

import re
from base64 import b64encode
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from hashlib import sha256
from html import escape
from pathlib import Path

import anyio.to_thread
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from models.rules.paris_calendar import PARIS
from server.mail.mail_url import MailFolder
from server.setting_types import Environment
from server.settings import Settings

PATH = "/demo/courrier"
MAX_LISTED_EMAILS = 200
"""The newest are listed."""

_NAME = re.compile(r"[0-9A-Za-z][0-9A-Za-z-]*\.eml")
_LINK = re.compile(r"https?://\S+")
_STYLE = (
    "body{margin:0 auto;max-width:44rem;padding:1.5rem 1rem;background:#fff;color:#1b2330;"
    "font:1rem/1.5 system-ui,sans-serif}"
    "table{width:100%;border-collapse:collapse}th,td{padding:.5rem;border-bottom:1px solid #c3cad6;"
    "text-align:left;vertical-align:top}"
    "a{color:#123c7c}pre{padding:1rem;background:#eef1f6;font:inherit;white-space:pre-wrap;"
    "overflow-wrap:anywhere}dt{font-weight:bold}dd{margin:0 0 .5rem}"
)
_HEADERS = {
    "content-security-policy": (
        f"default-src 'none'; style-src 'sha256-{b64encode(sha256(_STYLE.encode()).digest()).decode()}'; "
        "frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
    )
}


@dataclass(frozen=True, slots=True)
class StoredEmail:
    """An e-mail as a person reads it."""

    name: str
    at: str
    to: str
    subject: str
    text: str


def demo_mail_routes(settings: Settings) -> list[Route]:
    """None unless this is the demo and e-mails are kept as files."""
    way = settings.mail
    if settings.environment is not Environment.DEMO or not isinstance(way, MailFolder):
        return []
    folder = way.path

    async def index(_request: Request) -> Response:
        return _page("Courriels de la démonstration", _table(await anyio.to_thread.run_sync(_newest, folder)))

    async def one(request: Request) -> Response:
        kept = await anyio.to_thread.run_sync(_read, folder, request.path_params["name"])
        if kept is None:
            raise HTTPException(404)
        return _page(kept.subject, _letter(kept))

    return [Route(PATH, index), Route(PATH + "/{name}", one)]


def _newest(folder: Path) -> list[StoredEmail]:
    names = sorted((path.name for path in folder.glob("*.eml")), reverse=True)
    return [kept for name in names[:MAX_LISTED_EMAILS] if (kept := _read(folder, name))]


def _read(folder: Path, name: str) -> StoredEmail | None:
    """None unless the folder holds a file of just this name: no path leads out of it."""
    if not _NAME.fullmatch(name):
        return None
    try:
        content = (folder / name).read_bytes()
    except OSError:
        return None
    email = message_from_bytes(content, policy=default)
    return StoredEmail(name, _moment(email), str(email["To"]), str(email["Subject"]), _text(email))


def _moment(email: EmailMessage) -> str:
    at: datetime | None = getattr(email["Date"], "datetime", None)
    return f"{at.astimezone(PARIS):%d/%m/%Y %H:%M:%S}" if at else ""


def _text(email: EmailMessage) -> str:
    body = email.get_body(("plain",))
    return str(body.get_content()) if body else ""


def _table(letters: list[StoredEmail]) -> str:
    if not letters:
        return "<p>Aucun courriel pour l'instant. Créez un compte, puis rechargez cette page.</p>"
    rows = "".join(
        f'<tr><td>{escape(kept.at)}</td><td>{escape(kept.to)}</td><td><a href="{PATH}/{escape(kept.name)}">'
        f"{escape(kept.subject)}</a></td></tr>"
        for kept in letters
    )
    return (
        '<table><thead><tr><th scope="col">Envoyé le</th><th scope="col">À</th><th scope="col">Objet</th>'
        f"</tr></thead><tbody>{rows}</tbody></table>"
    )


def _letter(kept: StoredEmail) -> str:
    return (
        f'<p><a href="{PATH}">Tous les courriels</a></p><dl><dt>Envoyé le</dt><dd>{escape(kept.at)}</dd>'
        f"<dt>À</dt><dd>{escape(kept.to)}</dd></dl><pre>{_linked(kept.text)}</pre>"
    )


def _linked(text: str) -> str:
    """Escaped, with its links to click on."""
    done, place = [], 0
    for found in _LINK.finditer(text):
        address = escape(found[0])
        done += [escape(text[place : found.start()]), f'<a href="{address}">{address}</a>']
        place = found.end()
    return "".join(done) + escape(text[place:])


def _page(title: str, body: str) -> Response:
    return HTMLResponse(
        f'<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head>"
        f"<body><main><h1>{escape(title)}</h1>{body}</main></body></html>",
        headers=_HEADERS,
    )
