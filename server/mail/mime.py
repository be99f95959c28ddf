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
from resolvers.messages.deliver import OutboxMessage
from resolvers.messages.sending import PermanentSendError

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
_LINK = "color:#123c7c"
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
    return "\n\n".join(_plain_paragraph(paragraph, message) for paragraph in message.text.paragraphs) + "\n"


def _plain_paragraph(paragraph: str, message: OutboxMessage) -> str:
    """A paragraph in short lines; the URL of a link stays whole, on a line below its label."""
    label = message.text.label_of(paragraph)
    if label:
        return f"{_kept_together(label + ' :')}\n{paragraph}"
    return paragraph if paragraph == message.link else "\n".join(_lines(paragraph))


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
    """A paragraph; the message's link is a button, with its URL below, to copy."""
    label = message.text.label_of(paragraph)
    if message.link and paragraph == message.link:
        button, address = _anchor(paragraph, label or subject, _BUTTON), _LINK_LABEL[message.language]
        return (
            f'<p style="{_PARAGRAPH}">{button}</p>\n'
            f'<p style="{_ADDRESS}">{_kept_together(address)} {escape(paragraph)}</p>'
        )
    content = _anchor(paragraph, label, _LINK) if label else escape(_kept_together(paragraph))
    return f'<p style="{_PARAGRAPH}">{content}</p>'


def _anchor(url: str, label: str, style: str) -> str:
    return f'<a href="{escape(url)}" style="{style}">{escape(label)}</a>'


def _kept_together(text: str) -> str:
    """French typography: a colon never begins a line."""
    return _HIGH_PUNCTUATION.sub(_NO_BREAK, text)
