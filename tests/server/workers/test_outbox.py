"""The outbox is delivered while the service runs, also after failures; stopping does not wait for long."""

import asyncio
import logging
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from models.database import connected, query
from models.rules.vocabulary import OutgoingState
from models.tables.messages import OutgoingRow
from resolvers.messages.deliver import (
    SendOutcome,
)
from server.app import create_app
from server.logs import configure_logs
from server.settings import Settings
from server.workers.outbox import deliver_once, deliver_until, outbox_worker
from tests.processes.smtp import LetterBox, odd_server, smtp_server
from tests.server.workers.outbox_deliveries import (
    invitations,
    settings_of,
    states,
)

PATIENCE = 120.0


class FailureLog(logging.Handler):
    """The failures that are logged, as they come."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.came = asyncio.Event()

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(str(record.msg))
        self.came.set()


@pytest.fixture
def failures() -> Iterator[FailureLog]:
    root, failure_log, logger = logging.root, FailureLog(), logging.getLogger("comptoir.failures")
    handlers, level = root.handlers, root.level
    configure_logs()
    logger.addHandler(failure_log)
    yield failure_log
    logger.removeHandler(failure_log)
    root.handlers = handlers
    root.setLevel(level)


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
            await asyncio.wait_for(arrived.wait(), PATIENCE)
    assert letter_box.message_ids == ids
    async with connected(database_url):
        assert await states() == {OutgoingState.SENT: 1}


async def test_it_delivers_what_comes_later_and_whatever_failed_before(
    url: str, failures: FailureLog
) -> None:
    arrived = asyncio.Event()
    letter_box = LetterBox(received=arrived.set)
    async with smtp_server(letter_box) as server:
        await query('ALTER TABLE "outgoing" RENAME TO "elsewhere"', [])
        async with outbox_worker(settings_of(url, server)):
            try:
                await asyncio.wait_for(failures.came.wait(), PATIENCE)
            finally:
                await query('ALTER TABLE "elsewhere" RENAME TO "outgoing"', [])
            await invitations(1)
            await asyncio.wait_for(arrived.wait(), PATIENCE)
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
            await asyncio.wait_for(connected_to.wait(), PATIENCE)
        gone.set()
    row = await OutgoingRow.get()
    assert (row.state, row.attempts) == (OutgoingState.QUEUED, 0)
    assert row.next_attempt_at > datetime.now(UTC)


async def test_it_stops_at_once(url: str, tmp_path: Path) -> None:
    stop = asyncio.Event()
    deliveries = asyncio.create_task(deliver_until(stop, settings_of(url, tmp_path), 3_600))
    stop.set()
    await asyncio.wait_for(deliveries, PATIENCE)


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
