"""E-mails leave by real SMTP servers, the well-behaved and the others; or by files."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from resolvers.messages.deliver import PermanentSendError, SendError, TemporarySendError
from server.mail.mail_url import MailFolder, MailServer, Security
from server.mail.mime import email_of
from server.mail.smtp import FolderSender, SmtpSender, email_sender
from tests.processes.smtp import Certificate, LetterBox, odd_server, parsed, self_made, smtp_server, until
from tests.server.outbox_messages import SENDER, an_invitation


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    return self_made(tmp_path_factory.mktemp("certificate"))


@asynccontextmanager
async def sending_to(server: MailServer, seconds: float = 5.0) -> AsyncIterator[SmtpSender]:
    sender = SmtpSender(server, SENDER, seconds, seconds)
    try:
        yield sender
    finally:
        await sender.close()


async def refused_by(server: MailServer, seconds: float = 5.0, recipient: str = "zoe@x.example") -> SendError:
    """Why this server did not take the message."""
    async with sending_to(server, seconds) as sender:
        with pytest.raises(SendError) as undelivered:
            await sender.send(an_invitation(recipient))
    return undelivered.value


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
async def test_a_certificate_that_nobody_vouches_for_is_refused(
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
        nobody = await refused_by(replace(server, user=None))
    assert letter_box.sessions[0].authenticated
    assert len(letter_box.envelopes) == 1
    assert wrong.reason == "CONNECT 535 5.7.8"
    assert nobody.reason == "MAIL 530 5.7.0"
    assert isinstance(wrong, TemporarySendError)
    assert isinstance(nobody, TemporarySendError)


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ("550 5.1.1 <zoe@x.example> User unknown", "RCPT 550 5.1.1"),
        ("550 zoe@x.example: no such person", "RCPT 550"),
        ("553 5.1.3 bad address", "RCPT 553 5.1.3"),
    ],
)
async def test_a_recipient_that_the_server_does_not_know_is_refused_for_good(
    answer: str, reason: str
) -> None:
    async with smtp_server(LetterBox(recipients={"zoe@x.example": answer})) as server:
        refused = await refused_by(server)
    assert isinstance(refused, PermanentSendError)
    assert refused.reason == reason
    assert "zoe" not in refused.reason


@pytest.mark.parametrize(
    ("letter_box", "reason"),
    [
        (LetterBox(recipients={"zoe@x.example": "450 4.2.1 zoe@x.example is busy"}), "RCPT 450 4.2.1"),
        (LetterBox(recipients={"zoe@x.example": "421 Not now, zoe@x.example"}), "RCPT 421"),
        (LetterBox(recipients={"zoe@x.example": "552 5.2.2 full"}), "RCPT 552 5.2.2"),
        (LetterBox(recipients={"zoe@x.example": "554 5.7.1 Relay access denied"}), "RCPT 554 5.7.1"),
        (LetterBox(mail="451 4.3.0 later"), "MAIL 451 4.3.0"),
        (LetterBox(mail="550 5.7.1 who are you?"), "MAIL 550 5.7.1"),
        (LetterBox(data="451 4.7.1 greylisted"), "DATA 451 4.7.1"),
        (LetterBox(data="554 5.6.0 <zoe@x.example> looks odd"), "DATA 554 5.6.0"),
    ],
)
async def test_every_other_refusal_may_pass(letter_box: LetterBox, reason: str) -> None:
    async with smtp_server(letter_box) as server:
        refused = await refused_by(server)
    assert isinstance(refused, TemporarySendError)
    assert refused.reason == reason


async def test_a_port_where_nobody_answers() -> None:
    async with smtp_server(LetterBox()) as server:
        pass
    assert (await refused_by(server)).reason == "CONNECT: no connection, or lost"


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (b"EHLO", "MAIL: no answer in time"),
        (b"MAIL", "MAIL: no answer in time"),
        (b"RCPT", "RCPT: no answer in time"),
        (b"DATA", "DATA: no answer in time"),
        (b".\r\n", "DATA: no answer in time"),
    ],
)
async def test_a_server_that_hangs_is_left_alone_in_time(command: bytes, reason: str) -> None:
    gone = asyncio.Event()

    async def hang(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await until(reader, writer, command)
        await gone.wait()

    async with odd_server(hang) as server:
        refused = await refused_by(server, seconds=0.1)
        gone.set()
    assert isinstance(refused, TemporarySendError)
    assert refused.reason in {reason, "CONNECT: no answer in time"}


async def test_a_server_that_never_greets_is_left_alone_in_time() -> None:
    gone = asyncio.Event()

    async def hang(_reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
        await gone.wait()

    async with odd_server(hang) as server:
        refused = await refused_by(server, seconds=0.1)
        gone.set()
    assert refused.reason == "CONNECT: no answer in time"


@pytest.mark.parametrize("command", [b"EHLO", b"MAIL", b"RCPT", b"DATA", b".\r\n"])
async def test_a_server_that_drops_the_connection(command: bytes) -> None:
    async def drop(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await until(reader, writer, command)

    async with odd_server(drop) as server:
        refused = await refused_by(server)
    assert isinstance(refused, TemporarySendError)
    assert refused.reason.endswith(": no connection, or lost")


async def test_a_server_that_talks_nonsense() -> None:
    async def babble(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"Bonjour, zoe@x.example\r\n")

    async with odd_server(babble) as server:
        refused = await refused_by(server)
    assert isinstance(refused, TemporarySendError)
    assert refused.reason.startswith("CONNECT")
    assert "zoe" not in refused.reason


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


async def test_a_connection_that_the_server_closed_meanwhile_is_made_anew() -> None:
    taken: list[asyncio.StreamWriter] = []

    async def take_one(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await until(reader, writer, b".\r\n")
        writer.write(b"250 OK\r\n")
        taken.append(writer)

    async with odd_server(take_one) as server, sending_to(server) as sender:
        for number in range(3):
            await sender.send(an_invitation(number=number))
    assert len(taken) == 3


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


async def test_a_malformed_address_troubles_no_server() -> None:
    nowhere = MailServer("127.0.0.1", 1, Security.STARTTLS_OPTIONAL)
    refused = await refused_by(nowhere, recipient="zoe@x.example\r\nRCPT TO:<all@x.example>")
    assert isinstance(refused, PermanentSendError)


async def test_files_hold_one_e_mail_each_and_a_second_delivery_writes_the_same(tmp_path: Path) -> None:
    folder = tmp_path / "var" / "mail"
    async with email_sender(MailFolder(folder), SENDER) as sender:
        for number in (1, 2, 2):
            await sender.send(an_invitation(number=number))
    files = sorted(folder.iterdir())
    assert [file.name for file in files] == [f"20261123-100000-{number:032x}.eml" for number in (1, 2)]
    assert files[1].read_bytes() == email_of(an_invitation(number=2), SENDER)


async def test_a_message_id_names_no_file_elsewhere(tmp_path: Path) -> None:
    odd = replace(an_invitation(), message_id="../../../etc/x@comptoir")
    await FolderSender(tmp_path / "mail", SENDER).send(odd)
    assert [file.name for file in (tmp_path / "mail").iterdir()] == ["20261123-100000--etc-x.eml"]


async def test_a_folder_that_cannot_be_written_keeps_the_message_waiting(tmp_path: Path) -> None:
    (tmp_path / "mail").write_text("a file, not a folder")
    with pytest.raises(TemporarySendError) as undelivered:
        await FolderSender(tmp_path / "mail", SENDER).send(an_invitation())
    assert undelivered.value.reason == "file: FileExistsError"
