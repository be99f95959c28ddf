"""Sends e-mails to an SMTP server, or to a folder of .eml files (the demo's)."""

import os
import re
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from email.headerregistry import Address
from pathlib import Path

import anyio.to_thread
from aiosmtplib import (
    SMTP,
    SMTPException,
    SMTPRecipientRefused,
    SMTPResponseException,
)

from models.rules.paris_calendar import PARIS
from resolvers.messages.deliver import MessageSender, OutboxMessage
from resolvers.messages.sending import PermanentSendError, TemporarySendError
from server.mail.mail_url import MailFolder, MailServer, Security
from server.mail.mime import email_of, envelope_address

COMMAND_TIMEOUT_SECONDS = 30.0
DATA_TIMEOUT_SECONDS = 120.0
"""A server may check the whole message before it answers; giving up earlier would send it twice."""

_ENHANCED = re.compile(r"[245]\.\d{1,3}\.\d{1,3}(?!\S)")
_OTHER_FAULTS = {503, 530, 552}
"""Bad sequence, sign in first, full for now (RFC 5321, 4.5.3.1.10)."""


@asynccontextmanager
async def email_sender(destination: MailFolder | MailServer, sender: Address) -> AsyncIterator[MessageSender]:
    """The sender for these settings; its connections are closed at the end of the block."""
    if isinstance(destination, MailFolder):
        yield FolderSender(destination.path, sender)
        return
    smtp = SmtpSender(destination, sender)
    try:
        yield smtp
    finally:
        await smtp.close()


class FolderSender:
    """One file for each message; a second delivery writes the same file again."""

    def __init__(self, folder: Path, sender: Address) -> None:
        self.folder = folder
        self.sender = sender

    async def send(self, message: OutboxMessage) -> None:
        """Write the file. Raises: TemporarySendError; PermanentSendError for a malformed address."""
        content = email_of(message, self.sender)
        try:
            await anyio.to_thread.run_sync(self._write, _file_name(message), content)
        except OSError as error:
            raise TemporarySendError(f"file: {type(error).__name__}") from error

    def _write(self, name: str, content: bytes) -> None:
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        unfinished = self.folder / f".{name}.part"
        with open(os.open(unfinished, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "wb") as file:
            file.write(content)
        os.replace(unfinished, self.folder / name)


class SmtpSender:
    """Sends over connections that are used again while they answer; after any failure one is closed."""

    def __init__(
        self,
        server: MailServer,
        sender: Address,
        seconds_a_command: float = COMMAND_TIMEOUT_SECONDS,
        seconds_of_data: float = DATA_TIMEOUT_SECONDS,
    ) -> None:
        self.server = server
        self.sender = sender
        self.seconds_a_command = seconds_a_command
        self.seconds_of_data = seconds_of_data
        self._tls: ssl.SSLContext | None = None
        self._idle: list[SMTP] = []

    async def send(self, message: OutboxMessage) -> None:
        """Send the message. Raises: TemporarySendError; PermanentSendError if the recipient is refused."""
        content = email_of(message, self.sender)
        recipient = envelope_address(message.recipient)
        client = await self._connection()
        stage = "MAIL"
        try:
            if recipient.isascii():
                options, encoding = [], "ascii"
            elif client.supports_extension("smtputf8"):
                options, encoding = ["SMTPUTF8"], "utf-8"
            else:
                raise PermanentSendError("the server takes no accents in addresses (SMTPUTF8)")
            await client.mail(self.sender.addr_spec, options=options, encoding=encoding)
            stage = "RCPT"
            await client.rcpt(recipient, encoding=encoding)
            stage = "DATA"
            await client.data(content, timeout=self.seconds_of_data)
        except (SMTPException, OSError) as error:
            client.close()
            if isinstance(error, SMTPRecipientRefused) and _is_permanent(error):
                raise PermanentSendError(_reason(stage, error)) from error
            raise TemporarySendError(_reason(stage, error)) from error
        except BaseException:
            client.close()
            raise
        self._idle.append(client)

    async def reach(self) -> None:
        """Connect and sign in, send nothing. Raises: TemporarySendError."""
        self._idle.append(await self._connection())

    async def close(self) -> None:
        while self._idle:
            client = self._idle.pop()
            with suppress(SMTPException, OSError):
                await client.quit(timeout=1)
            client.close()

    async def _connection(self) -> SMTP:
        while self._idle:
            client = self._idle.pop()
            with suppress(SMTPException, OSError):
                await client.rset()
                return client
            client.close()
        try:
            self._tls = self._tls or await anyio.to_thread.run_sync(_tls_context, self.server.authority)
            client = SMTP(
                hostname=self.server.host,
                port=self.server.port,
                username=self.server.user,
                password=self.server.password,
                local_hostname=self.sender.domain,
                timeout=self.seconds_a_command,
                use_tls=self.server.security is Security.TLS,
                start_tls=_START_TLS[self.server.security],
                tls_context=self._tls,
            )
            await client.connect()
        except (SMTPException, OSError) as error:
            raise TemporarySendError(_reason("CONNECT", error)) from error
        return client


def _tls_context(authority: Path | None) -> ssl.SSLContext:
    context = ssl.create_default_context()
    if authority:
        context.load_verify_locations(authority)
    return context


_START_TLS = {Security.TLS: False, Security.STARTTLS_REQUIRED: True, Security.STARTTLS_OPTIONAL: None}


def _is_permanent(refused: SMTPRecipientRefused) -> bool:
    """Whether a retry is useless. 5.7 is about us (relaying denied …), which the server may change."""
    if not 500 <= refused.code < 600 or refused.code in _OTHER_FAULTS:
        return False
    return not refused.message.startswith("5.7.")


def _reason(stage: str, error: Exception) -> str:
    """The stage, and the codes or the kind of failure; the server's text may hold e-mail addresses."""
    if isinstance(error, SMTPResponseException):
        enhanced = _ENHANCED.match(error.message)
        return f"{stage} {error.code}" + (f" {enhanced[0]}" if enhanced else "")
    if isinstance(error, TimeoutError):
        return f"{stage}: no answer in time"
    if isinstance(error, ssl.SSLError) or isinstance(error.__cause__, ssl.SSLError):
        return f"{stage}: TLS failed ({type(error.__cause__ or error).__name__})"
    if isinstance(error, ConnectionError):
        return f"{stage}: no connection, or lost"
    return f"{stage}: {type(error).__name__}"


def _file_name(message: OutboxMessage) -> str:
    """A name that sorts by the message's time, and is the same for the same message."""
    at = message.created_at.astimezone(PARIS)
    name = re.sub(r"[^0-9A-Za-z]+", "-", message.message_id.partition("@")[0])
    return f"{at:%Y%m%d-%H%M%S}-{name}.eml"
