"""Real SMTP servers on real sockets: aiosmtpd's, and some that misbehave."""

import asyncio
import ssl
import subprocess
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from server.mail.mail_url import MailServer, Security

USER, PASSWORD = "comptoir", "s3cret: à part"


@dataclass(frozen=True, slots=True)
class Certificate:
    """Made for 127.0.0.1 and localhost, signed by itself."""

    certificate: Path
    key: Path

    def context(self) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.certificate, self.key)
        return context


def self_made(folder: Path) -> Certificate:
    made = Certificate(folder / "certificate.pem", folder / "key.pem")
    options = "-x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost"
    names = ["-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"]
    files = ["-keyout", str(made.key), "-out", str(made.certificate)]
    subprocess.run(["openssl", "req", *options.split(), *names, *files], check=True, capture_output=True)
    return made


@dataclass(slots=True)
class LetterBox:
    """aiosmtpd's handler: keeps what comes in, and answers as the test says."""

    envelopes: list[Envelope] = field(default_factory=list)
    sessions: list[Session] = field(default_factory=list)
    mail: str = "250 OK"
    recipients: dict[str, str] = field(default_factory=dict)
    """What is answered to these; all others are welcome."""
    data: str = "250 OK"
    received: Callable[[], object] = lambda: None

    async def handle_MAIL(  # noqa: N802
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return self.mail

    async def handle_RCPT(  # noqa: N802
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        answer = self.recipients.get(address, "250 OK")
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
            envelope.rcpt_options.extend(options)
        return answer

    async def handle_DATA(self, _server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        if self.data.startswith("250"):
            self.envelopes.append(envelope)
            self.sessions.append(session)
            self.received()
        return self.data

    @property
    def emails(self) -> list[EmailMessage]:
        return [parsed(envelope.content) for envelope in self.envelopes]

    @property
    def message_ids(self) -> list[str]:
        return sorted(str(email["Message-ID"]) for email in self.emails)


def parsed(content: object) -> EmailMessage:
    assert isinstance(content, bytes)
    return message_from_bytes(content, policy=default)


@asynccontextmanager
async def smtp_server(
    letter_box: LetterBox,
    certificate: Certificate | None = None,
    security: Security = Security.STARTTLS_OPTIONAL,
    *,
    sign_in: bool = False,
    **more: Any,
) -> AsyncIterator[MailServer]:
    """aiosmtpd on a free port; the address to send to."""
    tls = certificate.context() if certificate else None
    starttls = {} if security is Security.TLS else {"tls_context": tls}
    authentication = {"authenticator": _knows, "auth_required": sign_in, "auth_require_tls": True}
    loop = asyncio.get_running_loop()

    def served() -> SMTP:
        options = {**starttls, **(authentication if sign_in else {}), **more}
        return SMTP(letter_box, hostname="mail.test", loop=loop, **options)

    implicit = tls if security is Security.TLS else None
    server = await loop.create_server(served, "127.0.0.1", 0, ssl=implicit)
    try:
        yield MailServer(
            host="127.0.0.1",
            port=_port(server),
            security=security,
            user=USER if sign_in else None,
            password=PASSWORD if sign_in else "",
            authority=certificate.certificate if certificate else None,
        )
    finally:
        server.close()


@asynccontextmanager
async def odd_server(
    talk: Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]],
) -> AsyncIterator[MailServer]:
    """One that does what `talk` does with each connection, then drops it."""

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await talk(reader, writer)
        finally:
            writer.close()

    server = await asyncio.start_server(connected, "127.0.0.1", 0)
    try:
        yield MailServer("127.0.0.1", _port(server), Security.STARTTLS_OPTIONAL)
    finally:
        server.close()


async def until(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, command: bytes) -> None:
    """A server's good manners, up to and including the reading of this line; "." ends a message."""
    writer.write(b"220 mail.test\r\n")
    inside = False
    while (line := await reader.readline()) and not line.upper().startswith(command):
        if not inside:
            inside = line.upper().startswith(b"DATA")
            writer.write(b"354 go on\r\n" if inside else b"250 OK\r\n")


def _knows(_server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, data: Any) -> AuthResult:
    known = isinstance(data, LoginPassword) and (data.login, data.password) == (
        USER.encode(),
        PASSWORD.encode(),
    )
    return AuthResult(success=known, handled=False)


def _port(server: asyncio.Server) -> int:
    port: int = server.sockets[0].getsockname()[1]
    return port
