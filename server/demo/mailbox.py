"""The demo's mailbox: e-mails that are stored as files, shown in a browser. Not in production."""

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
"""The list shows the newest."""

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
    """An e-mail as it is shown; `name` is its file's, `at` its date and time in Paris."""

    name: str
    at: str
    to: str
    subject: str
    text: str


def demo_mail_routes(settings: Settings) -> list[Route]:
    """Empty unless this is the demo and e-mails are stored as files."""
    mail = settings.mail
    if settings.environment is not Environment.DEMO or not isinstance(mail, MailFolder):
        return []
    folder = mail.path

    async def index(_request: Request) -> Response:
        return _page("Courriels de la démonstration", _table(await anyio.to_thread.run_sync(_newest, folder)))

    async def one(request: Request) -> Response:
        email = await anyio.to_thread.run_sync(_read, folder, request.path_params["name"])
        if email is None:
            raise HTTPException(404)
        return _page(email.subject, _email_page(email))

    return [Route(PATH, index), Route(PATH + "/{name}", one)]


def _newest(folder: Path) -> list[StoredEmail]:
    names = sorted((path.name for path in folder.glob("*.eml")), reverse=True)
    return [email for name in names[:MAX_LISTED_EMAILS] if (email := _read(folder, name))]


def _read(folder: Path, name: str) -> StoredEmail | None:
    """None unless the folder holds a file of exactly this name: no path leads out of the folder."""
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


def _table(emails: list[StoredEmail]) -> str:
    if not emails:
        return "<p>Aucun courriel pour l'instant. Créez un compte, puis rechargez cette page.</p>"
    rows = "".join(
        f"<tr><td>{escape(email.at)}</td><td>{escape(email.to)}</td>"
        f'<td><a href="{PATH}/{escape(email.name)}">{escape(email.subject)}</a></td></tr>'
        for email in emails
    )
    return (
        '<table><thead><tr><th scope="col">Envoyé le</th><th scope="col">À</th><th scope="col">Objet</th>'
        f"</tr></thead><tbody>{rows}</tbody></table>"
    )


def _email_page(email: StoredEmail) -> str:
    return (
        f'<p><a href="{PATH}">Tous les courriels</a></p><dl><dt>Envoyé le</dt><dd>{escape(email.at)}</dd>'
        f"<dt>À</dt><dd>{escape(email.to)}</dd></dl><pre>{_linked(email.text)}</pre>"
    )


def _linked(text: str) -> str:
    """The text, escaped, with its links as HTML links."""
    parts, place = [], 0
    for link in _LINK.finditer(text):
        address = escape(link[0])
        parts += [escape(text[place : link.start()]), f'<a href="{address}">{address}</a>']
        place = link.end()
    return "".join(parts) + escape(text[place:])


def _page(title: str, body: str) -> Response:
    return HTMLResponse(
        f'<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head>"
        f"<body><main><h1>{escape(title)}</h1>{body}</main></body></html>",
        headers=_HEADERS,
    )
