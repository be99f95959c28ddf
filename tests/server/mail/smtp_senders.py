"""The service's SMTP client, connected to a server of the test."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from resolvers.messages.sending import SendError
from server.mail.mail_url import MailServer
from server.mail.smtp import SmtpSender
from tests.server.outbox_messages import SENDER, an_invitation


@asynccontextmanager
async def sending_to(server: MailServer, seconds: float = 5.0) -> AsyncIterator[SmtpSender]:
    sender = SmtpSender(server, SENDER, seconds, seconds)
    try:
        yield sender
    finally:
        await sender.close()


async def refused_by(server: MailServer, seconds: float = 5.0, recipient: str = "zoe@x.example") -> SendError:
    """The error of a message that this server does not accept."""
    async with sending_to(server, seconds) as sender:
        with pytest.raises(SendError) as undelivered:
            await sender.send(an_invitation(recipient))
    return undelivered.value
