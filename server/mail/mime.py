"""The MIME message of an e-mail: plain text and HTML."""

import re
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from html import escape
from textwrap import wrap

from email_validator import EmailNotValidError, validate_email

from models.rules.paris_calendar import PARIS
from models.rules.vocabulary import Language
from resolvers.messages.deliver import OutboxMessage, PermanentSendError

ENCODED_WORD = "=?"
"""How an encoded word begins (RFC 2047). Python decodes it when writing headers, line breaks included."""

_WIDTH = 72
_NO_BREAK = "\u00a0"
_HIGH_PUNCTUATION = re.compile(r" (?=[:;?!»])|(?<=«) ")

_LINK_LABEL = {Language.FRENCH: "Adresse du lien :", Language.ENGLISH: "Address of the link:"}
# Inline: mail clients drop style sheets. Every pair of colours has a contrast above 7 to 1.
_BODY = "margin:0;padding:24px 12px;background:#eef1f6;color:#1b2330"
_CARD = (
    "max-width:36em;margin:0 auto;padding:24px;background:#ffffff;border-radius:8px;"
    "font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5"
)
_TITLE = "margin:0 0 16px;font-size:22px;line-height:1.3"
_PARAGRAPH = "margin:0 0 16px"
_BUTTON = (
    "display:inline-block;padding:12px 20px;background:#123c7c;color:#ffffff;border-radius:6px;"
    "font-weight:bold;text-decoration:none"
)
_ADDRESS = "margin:0 0 16px;font-size:14px;color:#3c4657;word-break:break-all"


def envelope_address(recipient: str) -> str:
    """The address for the SMTP envelope: the domain in ASCII, and all of it if possible.

    Raises: PermanentSendError for anything but one address, so that nothing else gets into a header.
    """
    if ENCODED_WORD in recipient:
        raise PermanentSendError("the address is malformed")
    try:
        validated = validate_email(recipient, check_deliverability=False, test_environment=True)
    except EmailNotValidError:
        raise PermanentSendError("the address is malformed") from None
    return validated.ascii_email or validated.normalized


def email_of(message: OutboxMessage, sender: Address) -> bytes:
    """The same bytes each time for the same message, its Message-ID and boundary included.

    Raises: PermanentSendError, as `envelope_address`.
    """
    recipient = envelope_address(message.recipient)
    local, _, domain = recipient.rpartition("@")
    subject = " ".join(message.text.subject.split()).replace(ENCODED_WORD, "= ?")
    email = EmailMessage(policy=SMTP if recipient.isascii() else SMTPUTF8)
    email["From"] = sender
    email["To"] = Address(username=local, domain=domain)
    email["Subject"] = subject
    email["Date"] = _date(message.created_at)
    email["Message-ID"] = f"<{message.message_id}>"
    email["Auto-Submitted"] = "auto-generated"
    email["X-Auto-Response-Suppress"] = "All"
    email.set_content(_plain(message), charset="utf-8", cte="quoted-printable")
    email.add_alternative(_html(message, subject), subtype="html", charset="utf-8", cte="quoted-printable")
    email["Content-Language"] = message.language.value
    # Quoted-printable writes every "=" as "=3D": no line of the parts can look like this one.
    email.set_boundary(f"=_{message.message_id.partition('@')[0]}")
    return email.as_bytes()


def _date(moment: datetime) -> datetime:
    return moment.astimezone(PARIS).replace(microsecond=0)


def _plain(message: OutboxMessage) -> str:
    paragraphs = (
        paragraph if paragraph == message.link else "\n".join(_lines(paragraph))
        for paragraph in message.text.paragraphs
    )
    return "\n\n".join(paragraphs) + "\n"


def _lines(paragraph: str) -> list[str]:
    text = _kept_together(paragraph)
    return wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False)


def _html(message: OutboxMessage, subject: str) -> str:
    body = "\n".join(_html_paragraph(paragraph, message, subject) for paragraph in message.text.paragraphs)
    title = escape(_kept_together(subject))
    return (
        f'<!DOCTYPE html>\n<html lang="{message.language.value}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<title>{title}</title>\n</head>\n<body style="{_BODY}">\n'
        f'<div role="article" aria-label="{title}" style="{_CARD}">\n'
        f'<h1 style="{_TITLE}">{title}</h1>\n{body}\n</div>\n</body>\n</html>\n'
    )


def _html_paragraph(paragraph: str, message: OutboxMessage, subject: str) -> str:
    """A paragraph; the link is a button with the subject as its label, and its URL below, to copy."""
    if not message.link or paragraph != message.link:
        return f'<p style="{_PARAGRAPH}">{escape(_kept_together(paragraph))}</p>'
    address, label = escape(message.link), _kept_together(_LINK_LABEL[message.language])
    return (
        f'<p style="{_PARAGRAPH}"><a href="{address}" style="{_BUTTON}">{escape(subject)}</a></p>\n'
        f'<p style="{_ADDRESS}">{label} {address}</p>'
    )


def _kept_together(text: str) -> str:
    """French typography: a colon never begins a line."""
    return _HIGH_PUNCTUATION.sub(_NO_BREAK, text)
