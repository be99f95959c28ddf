"""SMTP servers that refuse, hang, drop the connection or talk nonsense; and which failures are permanent."""

import asyncio

import pytest

from resolvers.messages.sending import PermanentSendError, TemporarySendError
from server.mail.mail_url import MailServer, Security
from tests.processes.smtp import LetterBox, odd_server, smtp_server, until
from tests.server.mail.smtp_senders import refused_by


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        ("550 5.1.1 <zoe@x.example> User unknown", "RCPT 550 5.1.1"),
        ("550 zoe@x.example: no such person", "RCPT 550"),
        ("553 5.1.3 bad address", "RCPT 553 5.1.3"),
    ],
)
async def test_a_recipient_that_the_server_does_not_know_is_refused_for_good(reply: str, reason: str) -> None:
    async with smtp_server(LetterBox(recipients={"zoe@x.example": reply})) as server:
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


async def test_a_port_without_a_server() -> None:
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
async def test_a_server_that_hangs_is_given_up_in_time(command: bytes, reason: str) -> None:
    gone = asyncio.Event()

    async def hang(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await until(reader, writer, command)
        await gone.wait()

    async with odd_server(hang) as server:
        refused = await refused_by(server, seconds=0.1)
        gone.set()
    assert isinstance(refused, TemporarySendError)
    assert refused.reason in {reason, "CONNECT: no answer in time"}


async def test_a_server_that_never_greets_is_given_up_in_time() -> None:
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


async def test_a_malformed_address_troubles_no_server() -> None:
    unreachable = MailServer("127.0.0.1", 1, Security.STARTTLS_OPTIONAL)
    refused = await refused_by(unreachable, recipient="zoe@x.example\r\nRCPT TO:<all@x.example>")
    assert isinstance(refused, PermanentSendError)
