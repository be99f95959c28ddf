"""E-mails are sent over real SMTP: TLS, sign-in, reuse of connections, addresses with accents."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from resolvers.messages.sending import PermanentSendError, TemporarySendError
from server.mail.mail_url import Security
from server.mail.mime import email_of
from tests.processes.smtp import Certificate, LetterBox, odd_server, parsed, self_made, smtp_server, until
from tests.server.mail.smtp_senders import refused_by, sending_to
from tests.server.outbox_messages import SENDER, an_invitation


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    return self_made(tmp_path_factory.mktemp("certificate"))


async def test_what_arrives_is_what_was_written() -> None:
    letter_box = LetterBox()
    async with smtp_server(letter_box) as server, sending_to(server) as sender:
        await sender.send(an_invitation("zoe@x.example"))
    (envelope,) = letter_box.envelopes
    assert envelope.mail_from == "ne-pas-repondre@comptoir.example"
    assert envelope.rcpt_tos == ["zoe@x.example"]
    assert envelope.content == email_of(an_invitation("zoe@x.example"), SENDER)


async def test_with_starttls_required_nothing_leaves_in_clear(certificate: Certificate) -> None:
    letter_box = LetterBox()
    required = Security.STARTTLS_REQUIRED
    async with smtp_server(letter_box, certificate, required) as server, sending_to(server) as sender:
        await sender.send(an_invitation())
    assert letter_box.sessions[0].ssl
    async with smtp_server(letter_box) as bare:
        reason = (await refused_by(replace(bare, security=required))).reason
    assert reason == "CONNECT: SMTPException"
    assert len(letter_box.envelopes) == 1


async def test_with_starttls_optional_it_is_used_wherever_it_is_offered(certificate: Certificate) -> None:
    letter_box = LetterBox()
    async with smtp_server(letter_box, certificate) as server, sending_to(server) as sender:
        await sender.send(an_invitation())
    assert letter_box.sessions[0].ssl


async def test_with_smtps_it_is_tls_from_the_start(certificate: Certificate) -> None:
    letter_box = LetterBox()
    async with smtp_server(letter_box, certificate, Security.TLS) as server, sending_to(server) as sender:
        await sender.send(an_invitation())
    assert len(letter_box.envelopes) == 1


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS_REQUIRED])
async def test_a_certificate_of_an_unknown_authority_is_refused(
    certificate: Certificate, security: Security
) -> None:
    letter_box = LetterBox()
    async with smtp_server(letter_box, certificate, security) as server:
        unreached = await refused_by(replace(server, authority=None))
        elsewhere = await refused_by(replace(server, authority=Path("no such file.pem")))
    assert isinstance(unreached, TemporarySendError)
    assert unreached.reason == "CONNECT: TLS failed (SSLCertVerificationError)"
    assert elsewhere.reason == "CONNECT: FileNotFoundError"
    assert not letter_box.envelopes


async def test_it_signs_in_with_the_password_of_the_setting(certificate: Certificate) -> None:
    letter_box, required = LetterBox(), Security.STARTTLS_REQUIRED
    async with smtp_server(letter_box, certificate, required, sign_in=True) as server:
        async with sending_to(server) as sender:
            await sender.reach()
            await sender.send(an_invitation())
        wrong = await refused_by(replace(server, password="another"))
        without_user = await refused_by(replace(server, user=None))
    assert letter_box.sessions[0].authenticated
    assert len(letter_box.envelopes) == 1
    assert wrong.reason == "CONNECT 535 5.7.8"
    assert without_user.reason == "MAIL 530 5.7.0"
    assert isinstance(wrong, TemporarySendError)
    assert isinstance(without_user, TemporarySendError)


async def test_one_connection_carries_many_messages_and_a_failure_ends_it() -> None:
    letter_box = LetterBox(recipients={"nobody@x.example": "450 no"})
    async with smtp_server(letter_box) as server, sending_to(server) as sender:
        for number in range(3):
            await sender.send(an_invitation("zoe@x.example", number))
        with pytest.raises(TemporarySendError):
            await sender.send(an_invitation("nobody@x.example", 3))
        await sender.send(an_invitation("zoe@x.example", 4))
    peers = [session.peer for session in letter_box.sessions]
    assert peers[0] == peers[1] == peers[2] != peers[3]


async def test_a_connection_that_the_server_closed_is_opened_again() -> None:
    connections: list[asyncio.StreamWriter] = []

    async def take_one(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await until(reader, writer, b".\r\n")
        writer.write(b"250 OK\r\n")
        connections.append(writer)

    async with odd_server(take_one) as server, sending_to(server) as sender:
        for number in range(3):
            await sender.send(an_invitation(number=number))
    assert len(connections) == 3


async def test_an_address_with_accents_goes_to_servers_that_take_them() -> None:
    letter_box = LetterBox()
    async with smtp_server(letter_box, enable_SMTPUTF8=True) as server, sending_to(server) as sender:
        await sender.send(an_invitation("zoé@hôpital.example"))
    (envelope,) = letter_box.envelopes
    assert envelope.rcpt_tos == ["zoé@hôpital.example"]
    assert parsed(envelope.content)["To"] == "zoé@hôpital.example"
    async with smtp_server(LetterBox()) as server:
        refused = await refused_by(server, recipient="zoé@hôpital.example")
    assert isinstance(refused, PermanentSendError)
