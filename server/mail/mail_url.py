"""Parses COMPTOIR_MAIL_URL, where e-mails are sent to, and COMPTOIR_MAIL_FROM, their sender."""

from dataclasses import dataclass, field
from email.headerregistry import Address
from email.utils import parseaddr
from enum import StrEnum
from pathlib import Path
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from email_validator import EmailNotValidError, validate_email


class Security(StrEnum):
    TLS = "tls"
    """From the first byte (smtps://)."""
    STARTTLS_REQUIRED = "required"
    STARTTLS_OPTIONAL = "optional"
    """If the server offers it; otherwise in clear."""


@dataclass(frozen=True, slots=True)
class MailFolder:
    """One .eml file for each e-mail."""

    path: Path

    def __str__(self) -> str:
        return f"files in {self.path}"


@dataclass(frozen=True, slots=True)
class MailServer:
    host: str
    port: int
    security: Security
    user: str | None = None
    password: str = field(default="", repr=False)
    authority: Path | None = None
    """Of certificates, in PEM, to be trusted beside the system's."""

    def __str__(self) -> str:
        return f"{self.host}:{self.port}"


_PORTS = {"smtp": 587, "smtps": 465}
_OPTIONS = {"starttls", "ca"}


def parse_mail_url(url: str) -> MailFolder | MailServer:
    """file:var/mail · smtp://user:password@host:587?starttls=required · smtps://host?ca=authority.pem

    Raises: ValueError, which names what is wrong and never the password.
    """
    parts = urlsplit(url)
    if parts.scheme == "file":
        if parts.netloc or not parts.path:
            raise ValueError("a folder for mail is written file:var/mail, or file:/var/mail")
        return MailFolder(Path(unquote(parts.path)))
    if parts.scheme not in _PORTS:
        raise ValueError(f"{parts.scheme!r} is no way to send mail: use file:, smtp:// or smtps://")
    if not parts.hostname or parts.path.strip("/") or parts.fragment:
        raise ValueError(f"{parts.scheme}:// wants a host, and signs in user and password escaped with %")
    options = dict(parse_qsl(parts.query, keep_blank_values=True))
    if unknown := sorted(options.keys() - _OPTIONS):
        raise ValueError(f"mail URL: {unknown[0]!r} is no option: use starttls or ca")
    security = _security(parts, options)
    if parts.username and security is Security.STARTTLS_OPTIONAL:
        raise ValueError("a password is not sent in clear: use starttls=required or smtps://")
    return MailServer(
        host=parts.hostname,
        port=_port(parts),
        security=security,
        user=unquote(parts.username) if parts.username else None,
        password=unquote(parts.password or ""),
        authority=Path(options["ca"]) if options.get("ca") else None,
    )


def parse_mail_from(text: str) -> Address:
    """Parse Name <address>. Raises: ValueError for anything but one ASCII address, with or without a name."""
    name, address = parseaddr(text) if text.isprintable() and "=?" not in text else ("", "")
    try:
        validated = validate_email(address, check_deliverability=False, test_environment=True)
    except EmailNotValidError:
        raise ValueError(f"{text!r} is not of the form: Name <address@domain>") from None
    if validated.ascii_email is None:
        raise ValueError(f"{text!r}: before the @, mail servers want plain letters")
    return Address(display_name=name, addr_spec=validated.ascii_email)


def _port(parts: SplitResult) -> int:
    try:
        return parts.port or _PORTS[parts.scheme]
    except ValueError:
        raise ValueError("mail URL: the port is no number from 1 to 65535") from None


def _security(parts: SplitResult, options: dict[str, str]) -> Security:
    if parts.scheme == "smtps":
        if "starttls" in options:
            raise ValueError("smtps:// has TLS from the start: leave starttls out")
        return Security.TLS
    wanted = options.get("starttls", "required")
    if wanted not in {"required", "optional"}:
        raise ValueError(f"starttls={wanted!r}: use required or optional")
    return Security(wanted)
