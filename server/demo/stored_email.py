"""Reads the demo's e-mails, which are stored as files."""

import re
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

from models.rules.paris_calendar import PARIS

MAX_LISTED_EMAILS = 200
"""The list shows the newest."""

_NAME = re.compile(r"[0-9A-Za-z][0-9A-Za-z-]*\.eml")


@dataclass(frozen=True, slots=True)
class StoredEmail:
    """An e-mail as it is shown; `name` is its file's, `at` its date and time in Paris."""

    name: str
    at: str
    to: str
    subject: str
    text: str
    html: str
    """Empty for an e-mail of plain text."""


def newest_emails(folder: Path) -> list[StoredEmail]:
    names = sorted((path.name for path in folder.glob("*.eml")), reverse=True)
    return [email for name in names[:MAX_LISTED_EMAILS] if (email := read_email(folder, name))]


def read_email(folder: Path, name: str) -> StoredEmail | None:
    """None unless the folder holds a file of exactly this name: no path leads out of the folder."""
    if not _NAME.fullmatch(name):
        return None
    try:
        content = (folder / name).read_bytes()
    except OSError:
        return None
    email = message_from_bytes(content, policy=default)
    return StoredEmail(
        name,
        _moment(email),
        str(email["To"]),
        str(email["Subject"]),
        _part(email, "plain"),
        _part(email, "html"),
    )


def _moment(email: EmailMessage) -> str:
    at: datetime | None = getattr(email["Date"], "datetime", None)
    return f"{at.astimezone(PARIS):%d/%m/%Y %H:%M:%S}" if at else ""


def _part(email: EmailMessage, kind: str) -> str:
    body = email.get_body((kind,))
    return str(body.get_content()) if body else ""
