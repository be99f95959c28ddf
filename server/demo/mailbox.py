"""The demo's mailbox: e-mails that are stored as files, shown in a browser. Not in production."""

import re
from base64 import b64encode
from hashlib import sha256
from html import escape

import anyio.to_thread
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from server.demo.stored_email import StoredEmail, newest_emails, read_email
from server.mail.mail_url import MailFolder
from server.setting_types import Environment
from server.settings import Settings

PATH = "/demo/courrier"
_LINK = re.compile(r"https?://\S+")
_STYLE = (
    "body{margin:0 auto;max-width:80rem;padding:1.5rem 1rem;background:#fff;color:#1b2330;"
    "font:1rem/1.5 system-ui,sans-serif}"
    "table{width:100%;border-collapse:collapse}th,td{padding:.5rem;border-bottom:1px solid #c3cad6;"
    "text-align:left;vertical-align:top}"
    "a{color:#123c7c}pre{padding:1rem;background:#eef1f6;font:inherit;font-size:.8125rem;white-space:pre-wrap;"
    "overflow-wrap:anywhere}dt{font-weight:bold}dd{margin:0 0 .5rem}"
    ".parts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(22rem,100%),1fr));gap:1.5rem}"
    "iframe{width:100%;height:60rem;border:1px solid #c3cad6}"
)
_HEADERS = {
    "content-security-policy": (
        f"default-src 'none'; style-src 'sha256-{b64encode(sha256(_STYLE.encode()).digest()).decode()}'; "
        "frame-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
    )
}
_SANDBOX = "allow-popups allow-popups-to-escape-sandbox"
"""What the e-mail in its frame may do: open its links, in windows of their own."""
_FRAME_HEADERS = {
    "content-security-policy": (
        f"default-src 'none'; style-src 'unsafe-inline'; sandbox {_SANDBOX}; frame-ancestors 'self'; "
        "base-uri 'none'; form-action 'none'"
    ),
    "x-frame-options": "SAMEORIGIN",
}
"""E-mails are styled inline, since mail programs drop style sheets."""


def demo_mail_routes(settings: Settings) -> list[Route]:
    """Empty unless this is the demo and e-mails are stored as files."""
    mail = settings.mail
    if settings.environment is not Environment.DEMO or not isinstance(mail, MailFolder):
        return []
    folder = mail.path

    async def index(_request: Request) -> Response:
        emails = await anyio.to_thread.run_sync(newest_emails, folder)
        return _page("Courriels de la démonstration", _table(emails))

    async def read(request: Request) -> StoredEmail:
        email = await anyio.to_thread.run_sync(read_email, folder, request.path_params["name"])
        if email is None:
            raise HTTPException(404)
        return email

    async def one(request: Request) -> Response:
        email = await read(request)
        return _page(email.subject, _email_page(email))

    async def frame(request: Request) -> Response:
        email = await read(request)
        if not email.html:
            raise HTTPException(404)
        html = email.html.replace("<head>", '<head><base target="_blank">', 1)
        return HTMLResponse(html, headers=_FRAME_HEADERS)

    return [Route(PATH, index), Route(PATH + "/{name}", one), Route(PATH + "/{name}/html", frame)]


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
        f'<dt>À</dt><dd>{escape(email.to)}</dd></dl><div class="parts">{_framed(email)}'
        f"<section><h2>En texte seul</h2><pre>{_linked(email.text)}</pre></section></div>"
    )


def _framed(email: StoredEmail) -> str:
    """The HTML part, as mail programs show it: without scripts, apart from the page; "" if there is none."""
    if not email.html:
        return ""
    return (
        "<section><h2>Dans un logiciel de messagerie</h2>"
        f'<iframe title="Le courriel en HTML" sandbox="{_SANDBOX}" src="{PATH}/{escape(email.name)}/html">'
        "</iframe></section>"
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
