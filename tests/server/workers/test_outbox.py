"""The deliverer at work: inside the service, as a command, several at once, killed, stopped."""

import asyncio
import logging
import os
import signal
import sys
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pydantic import SecretStr

from models.database import connected, query
from models.rules.paris_calendar import paris_day
from models.rules.vocabulary import OutgoingState
from models.stores.employers import employers_by_id
from models.tables.messages import OutgoingRow
from resolvers.messages.compose import queue_invitations
from resolvers.messages.deliver import (
    MAX_CONCURRENT_SENDS,
    MESSAGE_LEASE,
    OutboxRun,
    SendOutcome,
    deliver_due_messages,
)
from server.app import create_app
from server.cli.doctor import examine
from server.logs import configure_logs
from server.mail.mail_url import MailServer
from server.settings import Settings
from server.workers.outbox import deliver_once, deliver_until, outbox_worker, senders_of
from tests.factories import POLICY, a_house, an_account
from tests.processes.smtp import LetterBox, odd_server, smtp_server

ROOT = Path(__file__).parents[3]
SECONDS = 0.02


def settings_of(database_url: str, way: MailServer | Path, delivery_seconds: float = SECONDS) -> Settings:
    url = f"file:{way}" if isinstance(way, Path) else f"smtp://{way.host}:{way.port}?starttls=optional"
    return Settings(
        database_url=database_url,
        secret_key=SecretStr(POLICY.secret_key.decode()),
        mail_url=SecretStr(url),
        delivery_seconds=delivery_seconds,
    )


async def invitations(count: int) -> list[str]:
    """So many in the outbox, due now; their Message-IDs, in order of their letters."""
    house, now = await a_house(), datetime.now(UTC)
    employer = (await employers_by_id([house.employer_id]))[house.employer_id]
    for number in range(count):
        account = await an_account(house.employer_id, "Ménard" + "e" * number, "Zoé", active=False)
        await queue_invitations([account], employer, house.jean, now, paris_day(now), POLICY)
    ids = await OutgoingRow.all().values_list("message_id", flat=True)
    return sorted(f"<{message_id}>" for message_id in ids)


async def states() -> Counter[OutgoingState]:
    return Counter([row.state for row in await OutgoingRow.all()])


async def deliver_command(settings: Settings, *options: str) -> asyncio.subprocess.Process:
    """`comptoir deliver`, in a process of its own."""
    environment = {
        **os.environ,
        "COMPTOIR_DATABASE_URL": settings.database_url,
        "COMPTOIR_SECRET_KEY": settings.secret_key.get_secret_value(),
        "COMPTOIR_MAIL_URL": settings.mail_url.get_secret_value(),
        "COMPTOIR_DELIVERY_SECONDS": str(settings.delivery_seconds),
    }
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", "from server.cli.main import main; main()", "deliver", *options),
        cwd=ROOT,
        env=environment,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )


class Told(logging.Handler):
    """What the log says of failures, as it comes."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.came = asyncio.Event()

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(str(record.msg))
        self.came.set()


@pytest.fixture
def failures() -> Iterator[Told]:
    root, told, logger = logging.root, Told(), logging.getLogger("comptoir.failures")
    handlers, level = root.handlers, root.level
    configure_logs()
    logger.addHandler(told)
    yield told
    logger.removeHandler(told)
    root.handlers = handlers
    root.setLevel(level)


@pytest.fixture
async def url(database: None, database_url: str) -> str:  # noqa: ARG001
    """Of the database, which is connected too."""
    return database_url


@asynccontextmanager
async def served(settings: Settings) -> AsyncIterator[None]:
    app = create_app(settings)
    async with app.router.lifespan_context(app):
        yield


@pytest.mark.usefixtures("failures")
async def test_the_service_delivers_while_it_serves(database_url: str) -> None:
    arrived = asyncio.Event()
    letter_box = LetterBox(received=arrived.set)
    async with smtp_server(letter_box) as server:
        async with connected(database_url):
            ids = await invitations(1)
        async with served(settings_of(database_url, server)):
            await asyncio.wait_for(arrived.wait(), 10)
    assert letter_box.message_ids == ids
    async with connected(database_url):
        assert await states() == {OutgoingState.SENT: 1}


async def test_it_delivers_what_comes_later_and_whatever_failed_before(url: str, failures: Told) -> None:
    arrived = asyncio.Event()
    letter_box = LetterBox(received=arrived.set)
    async with smtp_server(letter_box) as server:
        await query('ALTER TABLE "outgoing" RENAME TO "elsewhere"', [])
        async with outbox_worker(settings_of(url, server)):
            try:
                await asyncio.wait_for(failures.came.wait(), 10)
            finally:
                await query('ALTER TABLE "elsewhere" RENAME TO "outgoing"', [])
            await invitations(1)
            await asyncio.wait_for(arrived.wait(), 10)
    assert await states() == {OutgoingState.SENT: 1}
    assert "OperationalError" in failures.lines[0]
    assert not [line for line in failures.lines if "outgoing" in line.partition("frames")[0]]


async def test_with_the_setting_at_nought_nothing_is_delivered(url: str, tmp_path: Path) -> None:
    await invitations(1)
    async with outbox_worker(settings_of(url, tmp_path, 0)):
        assert not [task for task in asyncio.all_tasks() if "deliver_until" in repr(task)]
    assert await states() == {OutgoingState.QUEUED: 1}


async def test_what_hangs_does_not_keep_the_service_from_stopping(url: str) -> None:
    connected_to, gone = asyncio.Event(), asyncio.Event()

    async def hang(_reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
        connected_to.set()
        await gone.wait()

    await invitations(1)
    async with odd_server(hang) as server:
        async with outbox_worker(settings_of(url, server), seconds_to_finish=0.02):
            await asyncio.wait_for(connected_to.wait(), 10)
        gone.set()
    row = await OutgoingRow.get()
    assert (row.state, row.attempts) == (OutgoingState.QUEUED, 0)
    assert row.next_attempt_at > datetime.now(UTC)


async def test_it_ends_at_once_when_it_is_told_to_stop(url: str, tmp_path: Path) -> None:
    stop = asyncio.Event()
    outbox_worker = asyncio.create_task(deliver_until(stop, settings_of(url, tmp_path), 3_600))
    stop.set()
    await asyncio.wait_for(outbox_worker, 10)


async def test_a_server_that_refuses_one_recipient_gets_the_others(url: str) -> None:
    ids = await invitations(6)
    first = await OutgoingRow.all().order_by("id").first()
    assert first
    await OutgoingRow.filter(id=first.id).update(recipient="nobody@chu-nantes.example")
    letter_box = LetterBox(recipients={"nobody@chu-nantes.example": "550 5.1.1 nobody@chu-nantes.example"})
    async with smtp_server(letter_box) as server:
        counts = await deliver_once(settings_of(url, server))
    assert counts == {SendOutcome.SENT: 5, SendOutcome.FAILED: 1}
    assert letter_box.message_ids == [one for one in ids if one != f"<{first.message_id}>"]
    assert (await OutgoingRow.get(id=first.id)).last_error == "RCPT 550 5.1.1"


async def test_several_processes_send_each_message_once(url: str) -> None:
    ids, letter_box = await invitations(40), LetterBox()
    async with smtp_server(letter_box) as server:
        settings = settings_of(url, server)
        processes = [await deliver_command(settings, "--once") for _ in range(3)]
        answers = [await process.communicate() for process in processes]
    assert [process.returncode for process in processes] == [0, 0, 0], answers
    assert letter_box.message_ids == ids
    assert await states() == {OutgoingState.SENT: 40}


async def test_after_a_kill_between_sending_and_marking_what_was_on_its_way_goes_again_as_the_same_message(
    url: str,
) -> None:
    ids, letter_box = await invitations(12), LetterBox()
    async with smtp_server(letter_box) as server:
        settings = settings_of(url, server)
        process = await deliver_command(settings, "--once")

        def kill() -> None:
            if len(letter_box.envelopes) == 6:
                os.kill(process.pid, signal.SIGKILL)

        letter_box.received = kill
        await process.communicate()
        assert process.returncode == -signal.SIGKILL
        letter_box.received = lambda: None
        before = await states()
        assert before[OutgoingState.SENT] < 6
        async with senders_of(settings) as senders:
            later = datetime.now(UTC) + MESSAGE_LEASE
            given = OutboxRun(senders, settings.policy, clock=lambda: later, draw=lambda: 0.5)
            await deliver_due_messages(given)
    assert await states() == {OutgoingState.SENT: 12}
    assert sorted(set(letter_box.message_ids)) == ids
    twice = [one for one, times in Counter(letter_box.message_ids).items() if times > 1]
    assert 1 <= len(twice) <= MAX_CONCURRENT_SENDS
    copies = [envelope.content for envelope in letter_box.envelopes]
    assert len(set(map(str, copies))) == 12


async def test_the_command_delivers_until_it_is_told_to_stop(url: str) -> None:
    arrived = asyncio.Event()
    letter_box = LetterBox(received=arrived.set)
    await invitations(1)
    async with smtp_server(letter_box) as server:
        process = await deliver_command(settings_of(url, server))
        await asyncio.wait_for(arrived.wait(), 20)
        process.send_signal(signal.SIGTERM)
        out, err = await asyncio.wait_for(process.communicate(), 20)
    assert (process.returncode, out) == (0, b"")
    assert b"chu-nantes" not in err
    assert await states() == {OutgoingState.SENT: 1}


async def test_the_command_says_what_it_did(url: str, tmp_path: Path) -> None:
    await invitations(2)
    settings = settings_of(url, tmp_path / "mail")
    for told in (b"2 sent\n", b"nothing to do\n"):
        process = await deliver_command(settings, "--once")
        assert (await process.communicate())[0] == told
    assert len(list((tmp_path / "mail").glob("*.eml"))) == 2


async def test_the_doctor_looks_at_the_way_that_e_mails_go(database_url: str, tmp_path: Path) -> None:
    async with smtp_server(LetterBox()) as server:
        settings = settings_of(database_url, server)
        assert (await examine(settings))[-1].good
    unreachable = (await examine(settings))[-1]
    assert not unreachable.good
    assert unreachable.what == f"mail: 127.0.0.1:{server.port}: CONNECT: no connection, or lost"
    assert (await examine(settings_of(database_url, tmp_path)))[-1].good
